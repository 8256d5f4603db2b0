import ActionPlan

/// A column of a table of reports, by any of the names that a heading may give it.
enum ReportColumn: Hashable {
    case item
    case title
    case definition
    case agency
    case period
    case due
    case unit
    case target
    case lastValue
    case value
    case numerator
    case denominator
    case date
    case nilReport
    case notApplicable
    case comment
    case variation
    case claim
    case evidence
    case evidenceAddress
    case evidenceFile
    case draft
    case correction
    case correctionText
    /// In the long form, of which a row is one value: what kind of value it is.
    case kind
    /// A part of the value: `sex: female`.
    case cell([ReportContent.CellCategory])

    /// The heading in a language, as a template writes it.
    static let headings: [(column: ReportColumn, en: String, ru: String, tk: String)] = [
        (.item, "Item", "Показатель", "Görkeziji"),
        (.title, "Title", "Название", "Ady"),
        (.definition, "Definition", "Определение", "Kesgitleme"),
        (.agency, "Agency", "Ведомство", "Edara"),
        (.period, "Period", "Период", "Döwür"),
        (.due, "Due by", "Срок представления", "Tabşyrylmaly möhleti"),
        (.unit, "Unit", "Единица", "Birlik"),
        (.target, "Target", "Целевое значение", "Maksat"),
        (.lastValue, "Last value", "Предыдущее значение", "Öňki baha"),
        (.value, "Value", "Значение", "Baha"),
        (.numerator, "Numerator", "Числитель", "Sanawjy"),
        (.denominator, "Denominator", "Знаменатель", "Maýdalawjy"),
        (.date, "Date achieved", "Дата достижения", "Ýerine ýetirilen senesi"),
        (.nilReport, "Nothing to report", "Нечего сообщить", "Habar berere zat ýok"),
        (.notApplicable, "Not applicable because", "Не применимо, потому что", "Degişli däl, sebäbi"),
        (.comment, "Comment", "Комментарий", "Düşündiriş"),
        (.variation, "Reason for variation", "Причина отклонения", "Tapawudyň sebäbi"),
        (.claim, "Own assessment", "Собственная оценка", "Öz bahasy"),
        (.evidence, "Evidence", "Подтверждение", "Subutnama"),
        (.evidenceAddress, "Address of the evidence", "Адрес подтверждения", "Subutnamanyň salgysy"),
        (.evidenceFile, "File with the evidence", "Файл подтверждения", "Subutnamanyň faýly"),
        (.draft, "Draft", "Черновик", "Garalama"),
        (.correction, "Reason for correction", "Причина исправления", "Düzedişiň sebäbi"),
        (.correctionText, "Correction in words", "Пояснение к исправлению", "Düzedişiň düşündirilişi"),
        (.kind, "Kind of value", "Вид значения", "Bahanyň görnüşi"),
    ]

    /// Other names that tables give to a column.
    private static let synonyms: [(column: ReportColumn, names: [String])] = [
        (.item, ["id", "indicator", "activity", "код", "индикатор", "мероприятие", "kody", "çäre"]),
        (.period, ["reporting period", "отчётный период", "hasabat döwri"]),
        (.value, ["actual", "факт", "фактическое значение", "hakyky baha"]),
        (.date, ["date", "дата", "sene", "on"]),
        (.nilReport, ["nil", "nil report"]),
        (.notApplicable, ["n/a", "not-applicable", "не применимо", "degişli däl"]),
        (.comment, ["note", "примечание", "bellik"]),
        (.claim, ["claim", "оценка ведомства"]),
        (.variation, ["variation"]),
        (.evidenceAddress, ["evidence url", "url"]),
        (.evidenceFile, ["file", "файл", "faýl"]),
        (.correction, ["correction"]),
        (.agency, ["organization", "organisation", "ministry", "министерство", "ministrlik"]),
        (.due, ["due", "срок", "möhleti"]),
        (.kind, ["kind", "type of value", "тип значения"]),
    ]

    /// How France's PILOTE calls the columns of its long form, which other tools write too.
    private static let foreign: [(column: ReportColumn, names: [String])] = [
        (.item, ["identifiant_indic"]), (.period, ["date_valeur"]), (.kind, ["type_valeur"]),
        (.value, ["valeur", "va"]),
    ]

    /// All names, folded, with the column that each is for; the first of two counts.
    private static let byName: [String: ReportColumn] = {
        var columns: [String: ReportColumn] = [:]
        let written = headings.map { (column: $0.column, names: [$0.en, $0.ru, $0.tk]) }
        for entry in written + synonyms + foreign {
            for name in entry.names.map(fold) { columns[name] = columns[name] ?? entry.column }
        }
        return columns
    }()

    /// The column that a heading names, in any of the languages; nil where it names none.
    static func named(_ heading: String, dimensions: [Dimension]) -> ReportColumn? {
        byName[fold(heading)] ?? cell(heading, dimensions)
    }

    /// All headings that are understood, for a suggestion.
    static var allNames: [String] {
        headings.flatMap { [$0.en, $0.ru, $0.tk] } + synonyms.flatMap(\.names)
    }

    /// The heading in a language.
    func heading(_ language: String) -> String {
        guard let entry = Self.headings.first(where: { $0.column == self }) else { return "" }
        switch language {
        case "ru": return entry.ru
        case "tk": return entry.tk
        default: return entry.en
        }
    }

    /// `sex: female`, or several joined by `+`.
    private static func cell(_ heading: String, _ dimensions: [Dimension]) -> ReportColumn? {
        var categories: [ReportContent.CellCategory] = []
        for part in heading.split(separator: "+") {
            let words = part.split(separator: ":", maxSplits: 1).map { fold(CSVScanner.trimmed(String($0))) }
            guard words.count == 2,
                let dimension = dimensions.first(where: { matches($0.id, $0.title, words[0]) }),
                let category = dimension.categories.first(where: { matches($0.id, $0.title, words[1]) })
            else { return nil }
            categories.append(.init(dimension: dimension.id, category: category.id))
        }
        return categories.isEmpty ? nil : .cell(categories)
    }

    /// Whether a word, folded, is an identifier or one of its titles.
    static func matches(_ id: String, _ title: LocalizedText, _ folded: String) -> Bool {
        id == folded || title.entries.contains { fold($0.text) == folded }
    }

    /// Whether a word, folded, is an agency's identifier or one of its titles.
    static func names(_ agency: Agency, _ folded: String) -> Bool {
        matches(agency.id.rawValue, agency.title, folded)
            || agency.shortTitle.map { matches(agency.id.rawValue, $0, folded) } ?? false
    }

    /// Without differences of case, of ё and е, of spaces and of marks at the end.
    static func fold(_ text: String) -> String {
        var words: [String] = []
        for word in text.lowercased().replacing("ё", with: "е").unicodeScalars
            .split(whereSeparator: { $0.properties.isWhitespace })
        {
            words.append(String(String.UnicodeScalarView(word)))
        }
        let joined = words.joined(separator: " ")
        return String(joined.drop { $0 == "*" }.reversed().drop { "*:. ".contains($0) }.reversed())
    }
}
