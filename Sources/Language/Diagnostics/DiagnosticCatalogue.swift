/// What diagnostics say, in other languages than English.
///
/// Whoever renders diagnostics hands one in: `TextRenderer(translation: DiagnosticCatalogue.translation(into: language))`.
/// It covers what is said of files, plans, reports, reviews, rule packs and ledgers; a test finds sentences that are missing.
package enum DiagnosticCatalogue {
    /// The sentence for an English pattern; nil where there is none, and for English.
    ///
    /// - Parameters:
    ///   - english: the pattern, with `{1}`, `{2}`, … where values go.
    ///   - language: the language of the reader.
    /// - Returns: the pattern in that language.
    package static func pattern(for english: String, in language: WrittenLanguage) -> String? {
        patterns(in: language)[english]
    }

    /// A function from English patterns to those of a language, as renderers take it.
    package static func translation(into language: WrittenLanguage) -> @Sendable (String) -> String? {
        let patterns = patterns(in: language)
        return { patterns[$0] }
    }

    /// All sentences of a language by their English patterns; none for English.
    package static func patterns(in language: WrittenLanguage) -> [String: String] {
        switch language {
        case .english: [:]
        case .russian: russian
        case .turkmen: turkmen
        }
    }

    /// Examples of what is to be written, which are the same in every language.
    package static let sameInEveryLanguage: Set<String> = [
        "{sex: female, value: 70}", "`format: nap-plan/1`", "format: nap-reports/1, or nap-reviews/1",
        "plan: {1}", "`reason: …`", "format: nap-rules/1", "format: nap-reports/1",
        "format: nap-reviews/1", "forms: a / b",
    ]
}
