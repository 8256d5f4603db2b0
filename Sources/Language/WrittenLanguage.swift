/// A language whose ways of writing numbers, dates and plurals are known.
///
/// Sources: CLDR 48 for en, ru and tk; Turkmen ordinals are from a table, since CLDR's rule gives 30-nji for 30-njy.
package enum WrittenLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case russian = "ru"
    case turkmen = "tk"

    /// The language of a BCP 47 tag; English for any other.
    package init(tag: String) {
        self = Self(rawValue: String(tag.prefix { $0 != "-" })) ?? .english
    }

    /// The name of the language in the language itself.
    package var ownName: String {
        switch self {
        case .english: "English"
        case .russian: "Русский"
        case .turkmen: "Türkmençe"
        }
    }
}
