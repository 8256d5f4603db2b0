import Language

extension Catalogue {
    /// The sentences of the service in a language; in English where it is none of ours.
    static func portal(in language: String) -> Catalogue {
        switch WrittenLanguage(rawValue: language) {
        case .russian: russian
        case .turkmen: turkmen
        case .english, nil: english
        }
    }

    private static let english = Catalogue(.english, patterns: [:])
    private static let russian = Catalogue(
        .russian,
        table: [PortalWords.russian, PortalWords.russianForPrograms, PortalWords.russianForIdentities]
            .joined(separator: "\n")
    )
    private static let turkmen = Catalogue(
        .turkmen,
        table: [PortalWords.turkmen, PortalWords.turkmenForPrograms, PortalWords.turkmenForIdentities]
            .joined(separator: "\n")
    )
}

/// The tables of the sentences.
enum PortalWords {}
