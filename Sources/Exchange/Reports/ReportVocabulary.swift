import ActionPlan

/// The words by which people answer in a table, in any of the languages.
enum ReportVocabulary {
    /// Yes, no, or neither.
    static func truth(_ text: String) -> Bool? {
        switch ReportColumn.fold(text) {
        case "yes", "y", "true", "1", "x", "да", "х", "hawa", "✓": true
        case "no", "n", "false", "0", "нет", "ýok", "": false
        default: nil
        }
    }

    /// The word for yes in a language.
    static func yes(_ language: String) -> String { language == "ru" ? "да" : language == "tk" ? "hawa" : "yes" }

    /// The word for no in a language.
    static func no(_ language: String) -> String { language == "ru" ? "нет" : language == "tk" ? "ýok" : "no" }

    /// Whether it stands for no data, as many tables have it: a dash, dots, "no data".
    static func isPlaceholder(_ text: String) -> Bool {
        ["-", "–", "—", "…", "...", "..", "no data", "нет данных", "н/д", "maglumat ýok", "n/a", "x", "?"]
            .contains(ReportColumn.fold(text)) || ["...", "…", ".."].contains(text)
    }

    private static let implementation: [(status: ImplementationStatus, words: [String])] = [
        (.notStarted, ["not-started", "not started", "не начато", "не начата", "başlanmady"]),
        (
            .underWay,
            ["under-way", "under way", "in progress", "выполняется", "в процессе исполнения", "ýerine ýetirilýär"]
        ),
        (.completed, ["completed", "done", "выполнено", "завершено", "ýerine ýetirildi"]),
        (.suspended, ["suspended", "приостановлено", "togtadyldy"]),
        (.cancelled, ["cancelled", "отменено", "ýatyryldy"]),
    ]

    /// The implementation status that a word names.
    static func implementation(_ text: String) -> ImplementationStatus? {
        let wanted = ReportColumn.fold(text)
        return implementation.first { $0.words.contains { ReportColumn.fold($0) == wanted } }?.status
    }

    /// The words for the implementation statuses in a language.
    static func implementationWords(_ language: String) -> [String] {
        implementation.map { entry in
            switch language {
            case "ru":
                entry.words.first { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } }
                    ?? entry.words[0]
            case "tk": entry.words.last ?? entry.words[0]
            default: entry.words[0]
            }
        }
    }
}
