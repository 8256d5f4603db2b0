/// Sentences in the three languages, a row each.
package struct WordTable: Sendable {
    /// A sentence, or the forms of a noun, in English and what stands for it in the others.
    package typealias Row = (en: String, ru: String, tk: String)

    /// All rows.
    package let rows: [Row]
    private let russian: [String: String]
    private let turkmen: [String: String]

    /// A table; of two rows with the same English the first counts.
    package init(_ rows: [Row]) {
        self.rows = rows
        russian = Dictionary(rows.map { ($0.en, $0.ru) }, uniquingKeysWith: { first, _ in first })
        turkmen = Dictionary(rows.map { ($0.en, $0.tk) }, uniquingKeysWith: { first, _ in first })
    }

    /// The words of a language by its tag; English for one that is not known.
    package func catalogue(_ tag: String) -> Catalogue {
        let language = WrittenLanguage(tag: tag)
        switch language {
        case .english: return Catalogue(language, patterns: [:])
        case .russian: return Catalogue(language, patterns: russian)
        case .turkmen: return Catalogue(language, patterns: turkmen)
        }
    }
}
