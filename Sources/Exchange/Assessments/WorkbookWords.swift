import Language

/// What an assessment's workbook says besides what the plan and its packs say.
enum WorkbookWords {
    /// The Turkmen awaits review by a native reader.
    static let table = WordTable([
        ("Meeting brief", "К заседанию", "Mejlis üçin gysgaça maglumat"),
        ("Plan", "План", "Meýilnama"),
        ("Assessment", "Оценка", "Baha beriş"),
        ("Figures", "Показатели по периодам", "Döwürler boýunça görkezijiler"),
        ("Findings", "Замечания", "Bellikler"),
        ("As of {1}", "По состоянию на {1}", "{1} ýagdaýyna görä"),
        (
            "Public edition: small counts are withheld", "Открытая редакция: малые числа не публикуются",
            "Açyk neşir: kiçi sanlar çap edilmeýär"
        ),
        (
            "Internal edition: not for publication", "Служебная редакция: не для публикации",
            "Içerki neşir: çap etmek üçin däl"
        ),
        ("Kind", "Вид", "Görnüşi"), ("Objective", "Цель", "Maksat"), ("Activity", "Мероприятие", "Çäre"),
        ("Indicator", "Показатель", "Görkeziji"), ("No.", "№", "№"), ("Item", "Идентификатор", "Belgisi"),
        ("Title", "Название", "Ady"),
        ("Lead", "Ответственное ведомство", "Jogapkär edara"),
        ("Implementers and partners", "Исполнители и партнёры", "Ýerine ýetirijiler we hyzmatdaşlar"),
        ("Time", "Срок", "Möhleti"), ("Baseline", "Исходное значение", "Başlangyç baha"),
        ("Target", "Целевое значение", "Maksat baha"),
        ("By", "К сроку", "Haçana çenli"), ("Latest value", "Последнее значение", "Soňky baha"),
        ("Status", "Статус", "Ýagdaýy"),
        ("Source", "Источник", "Çeşmesi"), ("of the plan itself", "текст плана", "meýilnamanyň özünden"),
        ("illustrative", "иллюстративно", "mysal üçin"),
        ("permanent", "постоянно", "hemişelik"), ("Why", "Почему", "Sebäbi"),
        ("Rule pack", "Набор правил", "Düzgünler toplumy"),
        ("Reports expected", "Ожидалось отчётов", "Garaşylan hasabatlar"),
        ("Reports received", "Получено отчётов", "Gelen hasabatlar"),
        ("Reports overdue", "Просрочено отчётов", "Möhleti geçen hasabatlar"), ("Period", "Период", "Döwür"),
        ("From", "С", "Başy"),
        ("To", "По", "Soňy"), ("Breakdown", "Разбивка", "Bölünişi"), ("State", "Состояние", "Haly"),
        ("Value", "Значение", "Baha"),
        ("Expected by then", "Ожидалось к этому времени", "Şol wagta garaşylýan"), ("In words", "Словами", "Söz bilen"),
        ("Severity", "Важность", "Derejesi"), ("Agency", "Ведомство", "Edara"),
        ("What is the matter", "В чём дело", "Näme boldy"),
        ("error", "ошибка", "ýalňyşlyk"), ("warning", "предупреждение", "duýduryş"),
        ("information", "сведения", "maglumat"),
        ("not due yet", "срок не наступил", "möhleti gelmedi"), ("due", "ожидается", "garaşylýar"),
        ("overdue", "просрочено", "möhleti geçdi"),
        ("nothing to report", "нечего сообщить", "habar berere zat ýok"), ("zero", "ноль", "nol"),
        ("reported", "сообщено", "habar berildi"),
        ("not applicable", "не применимо", "degişli däl"), ("withheld", "не публикуется", "çap edilmeýär"),
        ("The plan as a whole", "План в целом", "Meýilnama tutuşlygyna"),
        ("How items stand", "Как обстоят дела", "Işleriň ýagdaýy"),
        ("Level", "Уровень", "Dereje"), ("Total", "Всего", "Jemi"), ("Good", "Хорошо", "Oňat"),
        ("Attention", "Внимание", "Üns beriň"),
        ("Bad", "Плохо", "Erbet"), ("Unknown", "Неизвестно", "Näbelli"),
        ("Not judged", "Не оценивается", "Baha berilmeýär"),
        ("Objectives", "Цели", "Maksatlar"), ("Activities", "Мероприятия", "Çäreler"),
        ("Indicators", "Показатели", "Görkezijiler"),
        (
            "For discussion: what stands badly", "Для обсуждения: где дела плохи",
            "Ara alyp maslahatlaşmak üçin: ýagdaýy erbet bolanlar"
        ),
        ("What to do", "Что делать", "Näme etmeli"),
        (
            "Reports that agencies owe", "Отчёты, которые ведомства должны представить",
            "Edaralaryň tabşyrmaly hasabatlary"
        ),
        ("Due", "Ожидаются", "Garaşylýanlar"), ("Overdue", "Просрочены", "Möhleti geçenler"),
        ("Returned", "Возвращены", "Yzyna gaýtarylanlar"),
        ("Oldest due day", "Самый давний срок", "Iň köne möhlet"), ("Nothing.", "Нет.", "Ýok."), ("yes", "да", "hawa"),
        ("no", "нет", "ýok"),
    ])
}
