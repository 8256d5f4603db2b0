/// What diagnostics say, in other languages than English.
///
/// Whoever renders diagnostics hands one in: `TextRenderer(translation: DiagnosticCatalogue.translation(into: language))`.
/// It covers what is said of plans, reports, tables, the ledger, rule packs and expressions, and what commands remark; a
/// test finds sentences that are missing. One file for each language and topic. All of the Turkmen awaits a native reader:
/// it stands in the files `DiagnosticCatalogue+Turkmen+….swift` and nowhere else.
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

    /// The sentences of a language by topic; no sentence stands under two.
    package static func topics(in language: WrittenLanguage) -> [[String: String]] {
        switch language {
        case .english: []
        case .russian:
            [
                russianPlans, russianSites, russianTables, russianCommands, russianRules, russianExpressions,
                russianOffice, russianFormats, russianSpreadsheets, russianTimes, russianOpenData,
            ]
        case .turkmen:
            [
                turkmenPlans, turkmenSites, turkmenTables, turkmenCommands, turkmenRules, turkmenExpressions,
                turkmenOffice, turkmenFormats, turkmenSpreadsheets, turkmenTimes, turkmenOpenData,
            ]
        }
    }

    private static let russian = merged(topics(in: .russian))
    private static let turkmen = merged(topics(in: .turkmen))

    private static func merged(_ topics: [[String: String]]) -> [String: String] {
        topics.reduce(into: [:]) { all, topic in all.merge(topic) { first, _ in first } }
    }

    /// Examples of what is to be written, which are the same in every language.
    package static let sameInEveryLanguage: Set<String> = [
        "#REF!", "{sex: female, value: 70}", "`format: nap-plan/1`", "`format: nap-site/1`", "`format: nap-dhis2/1`",
        "{\"dataElement\": …, \"period\": …, \"orgUnit\": …, \"value\": …}",
        "format: nap-reports/1, or nap-reviews/1",
        "format: nap-reports/1", "format: nap-reviews/1", "format: nap-rules/1", "plan: {1}", "`reason: …`",
        "cel.block([…], …)", "has(x.field)", "{key: value}", "UTF-8", "true", "</{1}>",
    ]
}
