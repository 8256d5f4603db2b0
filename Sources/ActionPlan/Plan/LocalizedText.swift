/// One text in several languages.
package struct LocalizedText: Hashable, Sendable {
    /// The texts in the order in which they were written; no language twice.
    package let entries: [Entry]

    /// The text in one language.
    package struct Entry: Hashable, Sendable {
        /// A BCP 47 tag, such as `tk`.
        package let language: String
        /// The text.
        package let text: String

        package init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A text in one language.
    package init(_ text: String, language: String) {
        entries = [Entry(language: language, text: text)]
    }

    /// The text in a language, or nil where it has none.
    package subscript(language: String) -> String? {
        entries.first { $0.language == language }?.text
    }

    /// The text in a language, else whatever comes first, with the language it is in, so that a page can mark a text
    /// that is not in the page's language.
    package func best(for language: String) -> Entry {
        entries.first { $0.language == language } ?? entries.first ?? Entry(language: language, text: "")
    }

    /// The text in the first of some languages that it has, else whatever comes first.
    package func best(for languages: String...) -> Entry {
        for language in languages {
            if let entry = entries.first(where: { $0.language == language }) { return entry }
        }
        return entries.first ?? Entry(language: languages.first ?? "", text: "")
    }
}
