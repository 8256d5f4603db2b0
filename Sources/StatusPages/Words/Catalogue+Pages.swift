import Language

extension Catalogue {
    /// The sentences of the pages in the language of a tag; English for languages that they are not written in.
    static func pages(in tag: String) -> Catalogue {
        let language = WrittenLanguage(tag: tag)
        switch language {
        case .english: return Catalogue(.english, patterns: [:])
        case .russian: return russianPages
        case .turkmen: return turkmenPages
        }
    }
}
