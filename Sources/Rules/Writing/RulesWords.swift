import Language

/// The words that texts about assessments are made of, by language.
package enum RulesWords {
    /// All patterns in three languages.
    static let table = WordTable(overview + explanation + changes + packs + tests)

    private static let overview: [WordTable.Row] = [
        (
            "As of {1}; reports known up to {2}.", "По состоянию на {1}; учтены отчёты до {2}.",
            "{1} senesine; {2} çenli gelen hasabatlar boýunça."
        ),
        (
            "Rests in part on illustrative data.", "Частично основано на условных данных.",
            "Bölekleýin mysal maglumatlara esaslanýar."
        ),
        (
            "Public edition: small counts are withheld.", "Открытая версия: малые числа скрыты.",
            "Açyk görnüş: kiçi sanlar gizlenen."
        ),
        (
            "The rule “{1}” could not be evaluated: {2}.", "Правило «{1}» не удалось вычислить: {2}.",
            "«{1}» düzgüni hasaplap bolmady: {2}."
        ),
        ("Objective", "Цель", "Maksat"),
        ("Item", "Пункт", "Bent"),
        ("Status", "Статус", "Ýagdaýy"),
        ("Judged", "Оценено", "Baha berlen"),
        ("Below it", "В составе", "Düzüminde"),
        ("Reports", "Отчёты", "Hasabatlar"),
        ("{1} of {2}", "{1} из {2}", "{2}-den {1}"),
        ("not judged", "не оценено", "baha berilmedi"),
        ("good", "хорошо", "gowy"),
        ("attention", "внимание", "üns"),
        ("bad", "плохо", "erbet"),
        ("unknown", "нет данных", "näbelli"),
        ("not to judge", "не оценивается", "baha berilmeýär"),
        (
            "{1} expected by now: {2} in time, {3} late, {4} overdue, {5} may still come in time.",
            "Ожидалось к этому дню: {1}; вовремя {2}, с опозданием {3}, просрочено {4}, срок ещё не истёк у {5}.",
            "Şu güne çenli garaşylan: {1}; wagtynda {2}, gijä galyp {3}, gelmedik {4}, möhleti dolmadyk {5}."
        ),
        ("Agencies to act", "Кому действовать", "Hereket etmeli edaralar"),
        ("No agency owes a report.", "Задолженностей по отчётам нет.", "Hasabat bergisi bolan edara ýok."),
        ("overdue", "просрочено", "möhleti geçen"),
        ("returned", "возвращено", "gaýtarylan"),
        ("due", "ожидается", "garaşylýar"),
        ("Oldest", "Старейший", "Iň köne"),
        ("Agency", "Ведомство", "Edara"),
        (
            "late report / late reports", "отчёт с опозданием / отчёта с опозданием / отчётов с опозданием",
            "gijä galan hasabat"
        ),
        ("day / days", "день / дня / дней", "gün"),
        ("Findings", "Замечания", "Bellikler"),
        ("error / errors", "ошибка / ошибки / ошибок", "ýalňyşlyk"),
        ("warning / warnings", "предупреждение / предупреждения / предупреждений", "duýduryş"),
        ("note / notes", "примечание / примечания / примечаний", "bellik"),
        ("Judged by {1}.", "Правила оценки: {1}.", "Baha beriş düzgünleri: {1}."),
        (
            "If all that is unknown stood best: {1}; worst: {2}.",
            "Если бы всё неизвестное было наилучшим: {1}; наихудшим: {2}.",
            "Näbelli zatlaryň hemmesi iň gowy bolsa: {1}; iň erbet bolsa: {2}."
        ),
        ("The plan as a whole", "План в целом", "Meýilnama tutuşlygyna"),
    ]

    private static let explanation: [WordTable.Row] = [
        ("There is no item {1} in this plan.", "В плане нет элемента {1}.", "Meýilnamada {1} ýok."),
        ("objective", "цель", "maksat"),
        ("activity", "мероприятие", "çäre"),
        ("indicator", "показатель", "görkeziji"),
        ("agency", "ведомство", "edara"),
        ("Lead: {1}", "Ответственный: {1}", "Jogapkär: {1}"),
        ("What to do next: {1}", "Что делать дальше: {1}", "Indi näme etmeli: {1}"),
        (
            "Nothing is said of it: no rule applies.", "Оценки нет: ни одно правило не применимо.",
            "Baha ýok: hiç bir düzgün degişli däl."
        ),
        (
            "Illustrative: no body has said this.", "Условные данные: ни одно ведомство этого не сообщало.",
            "Mysal maglumat: hiç bir edara muny aýtmady."
        ),
        ("Cancelled by an amendment.", "Отменено изменением плана.", "Meýilnamadaky üýtgetme bilen ýatyryldy."),
        ("Three verdicts", "Три оценки", "Üç baha"),
        ("the agency claims: {1}", "ведомство заявляет: {1}", "edara aýdýar: {1}"),
        ("the rules give: {1}", "по правилам: {1}", "düzgünler boýunça: {1}"),
        ("the reviewer says: {1}", "проверяющий считает: {1}", "barlagçy aýdýar: {1}"),
        ("nothing", "ничего", "hiç zat"),
        ("Other packs", "Другие наборы правил", "Beýleki düzgün toplumlary"),
        ("Periods", "Периоды", "Döwürler"),
        ("target {1}", "цель {1}", "maksat {1}"),
        ("expected {1}", "ожидалось {1}", "garaşylan {1}"),
        ("not due", "срок не наступил", "möhleti gelmedi"),
        ("nothing to report", "нечего сообщить", "habar berere zat ýok"),
        ("zero", "ноль", "nol"),
        ("not applicable", "не применимо", "degişli däl"),
        ("withheld", "скрыто", "gizlin"),
        ("reported", "сообщено", "habar berildi"),
        ("achieved", "достигнуто", "ýerine ýetirildi"),
        ("not achieved", "не достигнуто", "ýerine ýetirilmedi"),
        ("in time", "вовремя", "wagtynda"),
        ("{1} late", "опоздание {1}", "{1} gijä galdy"),
        ("verified", "проверено", "barlanan"),
        ("not verified", "не проверено", "tassyklanmadyk"),
        ("illustrative", "условно", "mysal"),
        ("{1} of {2} judged", "оценено {1} из {2}", "{2}-den {1} baha berlen"),
        ("Below it", "В составе", "Düzüminde"),
        ("How it came to this", "Как получена оценка", "Baha nähili çykdy"),
        ("pack {1} {2}, rule {3} ({4})", "набор {1} {2}, правило {3} ({4})", "{1} {2} toplumy, {3} düzgüni ({4})"),
        ("it holds: {1}", "выполнено: {1}", "dogry: {1}"),
        (
            "the last resort: no rule before it held", "последнее правило: ни одно из предыдущих не выполнено",
            "soňky düzgün: öňküleriň hiç biri dogry gelmedi"
        ),
        (
            "rule tried before and passed over / rules tried before and passed over",
            "правило проверено ранее и не выполнено / правила проверены ранее и не выполнены / правил проверено ранее и не выполнено",
            "düzgün öň barlandy we dogry gelmedi"
        ),
        ("absent", "нет", "ýok"),
        ("report of {1} for {2}, version {3}", "отчёт: {1}, {2}, версия {3}", "hasabat: {1}, {2}, {3} görnüş"),
        ("plan and reports", "план и отчёты", "meýilnama we hasabatlar"),
        ("parameter", "параметр", "parametr"),
        ("measure", "показатель набора", "ölçeg"),
        ("yes", "да", "hawa"),
        ("no", "нет", "ýok"),
        ("not-started", "не начато", "başlanmady"),
        ("under-way", "в процессе исполнения", "ýerine ýetirilýär"),
        ("completed", "завершено", "tamamlandy"),
        ("suspended", "приостановлено", "togtadyldy"),
        ("cancelled", "отменено", "ýatyryldy"),
        ("Owed", "Не представлено", "Berilmeli"),
    ]

    private static let changes: [WordTable.Row] = [
        ("From {1} to {2}", "С {1} по {2}", "{1} – {2}"),
        ("Nothing changed.", "Изменений нет.", "Hiç zat üýtgemedi."),
        ("Better", "Лучше", "Gowulaşdy"),
        ("Worse", "Хуже", "Ýaramazlaşdy"),
        ("Otherwise", "Иначе", "Başga"),
        ("no status", "без статуса", "ýagdaýsyz"),
        ("because of: {1}", "причина: {1}", "sebäbi: {1}"),
        ("report / reports", "отчёт / отчёта / отчётов", "hasabat"),
        ("the plan's text", "изменение плана", "meýilnamanyň üýtgemegi"),
        ("the rules ({1})", "изменение правил ({1})", "düzgünleriň üýtgemegi ({1})"),
        ("time", "истечение времени", "wagtyň geçmegi"),
        ("received", "получено", "gelen"),
        ("corrected", "исправлено", "düzedilen"),
        (
            "{1} of {2} verdicts change, {3} have another reason; findings {4} → {5}.",
            "Меняется оценок: {1} из {2}, с другим обоснованием: {3}; замечания: {4} → {5}.",
            "{2} bahadan {1} üýtgeýär, {3} başga sebäpli; bellikler: {4} → {5}."
        ),
        ("newly overdue", "стало просроченным", "täze möhleti geçen"),
    ]

    private static let packs: [WordTable.Row] = [
        ("Gives statuses of: {1}", "Использует статусы набора: {1}", "Şu toplumyň ýagdaýlaryny ulanýar: {1}"),
        ("Published as", "Опубликовано", "Çap edilen çeşme"),
        ("Parameters", "Параметры", "Parametrler"),
        ("Statuses", "Статусы", "Ýagdaýlar"),
        ("only where: {1}", "только если: {1}", "diňe şu ýagdaýda: {1}"),
        ("in all other cases", "во всех остальных случаях", "galan ähli ýagdaýlarda"),
        ("Of a reporting period", "Отчётный период", "Hasabat döwri"),
        ("Of an indicator", "Показатель", "Görkeziji"),
        ("Of an activity", "Мероприятие", "Çäre"),
        ("Of an objective", "Цель", "Maksat"),
        ("Of an agency", "Ведомство", "Edara"),
        ("Of the plan", "План", "Meýilnama"),
        ("Checks on a report", "Проверки отчёта", "Hasabatyň barlaglary"),
        ("error", "ошибка", "ýalňyşlyk"),
        ("warning", "предупреждение", "duýduryş"),
        ("information", "примечание", "bellik"),
        ("Helpers", "Вспомогательные выражения", "Kömekçi aňlatmalar"),
        ("Measured in a report", "Измеряется в отчёте", "Hasabatda ölçelýär"),
        (
            "Drawn on the chart as the edge of the tolerance band: {1}", "На графике — граница полосы допуска: {1}",
            "Diagrammada ýol berilýän zolagyň çägi: {1}"
        ),
        (
            "Drawn on the chart as the forecast: {1}", "На графике — прогноз: {1}", "Diagrammada çaklama: {1}"
        ),
    ]

    private static let tests: [WordTable.Row] = [
        ("{1}: no case reaches it", "{1}: ни один пример до него не доходит", "{1}: hiç bir mysal oňa ýetmeýär"),
        (
            "{1}: cases show that it holds, none that it does not",
            "{1}: примеры показывают, что условие выполнено, и ни один — что не выполнено",
            "{1}: mysallar şertiň ýerine ýetýändigini görkezýär, ýetmeýändigini hiç biri görkezmeýär"
        ),
        (
            "{1}: cases show that it does not hold, none that it does",
            "{1}: примеры показывают, что условие не выполнено, и ни один — что выполнено",
            "{1}: mysallar şertiň ýerine ýetmeýändigini görkezýär, ýetýändigini hiç biri görkezmeýär"
        ),
        ("{1}: no case asks for it", "{1}: ни один пример этого не касается", "{1}: hiç bir mysal oňa degişli däl"),
        ("cases passed: {1}", "пройдено примеров: {1}", "geçen mysallar: {1}"),
        ("rules reached: {1}", "задействовано правил: {1}", "ulanylan düzgünler: {1}"),
        (
            "conditions seen both ways: {1}", "условий проверено в обе стороны: {1}",
            "iki tarapdan barlanan şertler: {1}"
        ),
        ("the rule {1}", "правило {1}", "{1} düzgüni"),
        ("the check {1}", "проверка отчёта {1}", "{1} barlagy"),
        ("the condition of the measure {1}", "условие измерения {1}", "{1} ölçeginiň şerti"),
        ("where the section {1} applies", "область раздела {1}", "{1} bölüminiň ulanylýan ýeri"),
    ]
}
