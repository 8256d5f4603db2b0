/// What a template says besides its headings, in the language of the agency.
struct TemplateWords {
    var reportsDue: String
    var instructions: String
    var steps: [String]
    var given: String
    var toFillIn: String
    var doesNotApply: String
    var sheet: String
    var rows: String
    var asOf: String
    var nothingDue: String
    var wholeNumber: String
    var number: String
    var date: String
    var oneOf: String
    var usually: String

    init(language: String) {
        self =
            switch language {
            case "ru": .russian
            case "tk": .turkmen
            default: .english
            }
    }

    private init(
        reportsDue: String,
        instructions: String,
        steps: [String],
        given: String,
        toFillIn: String,
        doesNotApply: String,
        sheet: String,
        rows: String,
        asOf: String,
        nothingDue: String,
        wholeNumber: String,
        number: String,
        date: String,
        oneOf: String,
        usually: String
    ) {
        self.reportsDue = reportsDue
        self.instructions = instructions
        self.steps = steps
        self.given = given
        self.toFillIn = toFillIn
        self.doesNotApply = doesNotApply
        self.sheet = sheet
        self.rows = rows
        self.asOf = asOf
        self.nothingDue = nothingDue
        self.wholeNumber = wholeNumber
        self.number = number
        self.date = date
        self.oneOf = oneOf
        self.usually = usually
    }

    private static let english = TemplateWords(
        reportsDue: "Reports due",
        instructions: "Instructions",
        steps: [
            "Every sheet is an objective of the plan, every row one report that is due.",
            "Write in the yellow cells only; the others are locked. Rows and columns may be moved, sorted and hidden.",
            "Write numbers without words and units.",
            "Where there was nothing to report, choose “yes” under “Nothing to report”. Do not write 0 or a dash instead: 0 is a figure.",
            "Where a figure is not known yet, leave its row empty: empty rows are not taken as reports.",
            "Where a figure differs much from its target, choose a reason or explain it under “Comment”.",
            "Under “Evidence” write the title of the document. Never write names of victims or of other private persons anywhere.",
            "Save the file as an Excel (.xlsx) or OpenDocument (.ods) workbook and send it back.",
        ],
        given: "Given (locked)",
        toFillIn: "To be filled in",
        doesNotApply: "does not apply",
        sheet: "Sheet",
        rows: "Reports due",
        asOf: "As of",
        nothingDue: "Nothing is due.",
        wholeNumber: "A whole number.",
        number: "A number.",
        date: "A date such as 29.04.2021, not later than today.",
        oneOf: "Choose a word from the list.",
        usually: "Usually between"
    )

    private static let russian = TemplateWords(
        reportsDue: "Отчёты, подлежащие представлению",
        instructions: "Инструкция",
        steps: [
            "Каждый лист — одна цель плана, каждая строка — один отчёт, который следует представить.",
            "Заполняйте только жёлтые ячейки, остальные защищены. Строки и столбцы можно перемещать, сортировать и скрывать.",
            "Числа пишите без слов и единиц измерения.",
            "Если сообщать нечего, выберите «да» в столбце «Нечего сообщить». Не пишите вместо этого 0 или прочерк: 0 — это значение.",
            "Если данных ещё нет, оставьте строку пустой: пустые строки отчётами не считаются.",
            "Если значение заметно отличается от целевого, выберите причину или дайте пояснение в столбце «Комментарий».",
            "В столбце «Подтверждение» укажите название документа. Нигде не указывайте имён пострадавших и других частных лиц.",
            "Сохраните файл как книгу Excel (.xlsx) или OpenDocument (.ods) и отправьте его обратно.",
        ],
        given: "Заполнено (защищено)",
        toFillIn: "Заполняет ведомство",
        doesNotApply: "не относится",
        sheet: "Лист",
        rows: "Отчётов к представлению",
        asOf: "По состоянию на",
        nothingDue: "Представлять нечего.",
        wholeNumber: "Целое число.",
        number: "Число.",
        date: "Дата, например 29.04.2021, не позже сегодняшнего дня.",
        oneOf: "Выберите слово из списка.",
        usually: "Обычно от и до"
    )
}

extension TemplateWords {
    /// Awaits review by a native reader.
    private static let turkmen = TemplateWords(
        reportsDue: "Tabşyrylmaly hasabatlar",
        instructions: "Görkezme",
        steps: [
            "Her sahypa meýilnamanyň bir maksadydyr, her setir tabşyrylmaly bir hasabatdyr.",
            "Diňe sary öýjükleri dolduryň, beýlekileri goragly. Setirleri we sütünleri süýşürmek, tertiplemek we gizlemek mümkin.",
            "Sanlary sözsüz we birliksiz ýazyň.",
            "Habar berere zat ýok bolsa, «Habar berere zat ýok» sütüninde «hawa» sözüni saýlaň. Onuň ýerine 0 ýa-da çyzyk ýazmaň: 0 hem bahadyr.",
            "Maglumat entek ýok bolsa, setiri boş goýuň: boş setirler hasabat hasaplanmaýar.",
            "Baha maksatdan ep-esli tapawutlansa, sebäbini saýlaň ýa-da «Düşündiriş» sütüninde düşündiriň.",
            "«Subutnama» sütüninde resminamanyň adyny ýazyň. Ejir çekenleriň we beýleki hususy adamlaryň adyny hiç ýerde ýazmaň.",
            "Faýly Excel (.xlsx) ýa-da OpenDocument (.ods) görnüşinde saklaň we yzyna iberiň.",
        ],
        given: "Berlen (goragly)",
        toFillIn: "Edara doldurýar",
        doesNotApply: "degişli däl",
        sheet: "Sahypa",
        rows: "Tabşyrylmaly hasabatlar",
        asOf: "Ýagdaýy",
        nothingDue: "Tabşyrylmaly hasabat ýok.",
        wholeNumber: "Bitin san.",
        number: "San.",
        date: "Sene, mysal üçin 29.04.2021, şu günden giç däl.",
        oneOf: "Sanawdan söz saýlaň.",
        usually: "Adatça şu aralykda"
    )
}
