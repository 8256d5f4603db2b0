import ActionPlan
import Language
import Markup

/// A text and the language it is in, where that is not the page's.
struct Phrase: Hashable, Sendable {
    var text: String
    /// A BCP 47 tag; nil for the language of the page.
    var language: String?

    init(_ text: String, language: String? = nil) {
        self.text = text
        self.language = language
    }

    /// A text of the plan on a page in some language.
    init(_ entry: LocalizedText.Entry, on page: WrittenLanguage) {
        self.init(
            entry.text,
            language: entry.language == page.rawValue || entry.language.isEmpty ? nil : entry.language
        )
    }
}

extension Attribute {
    /// `lang` where a text is not in the language of the page.
    static func language(of phrase: Phrase) -> Attribute? { phrase.language.map { .lang($0) } }
}
