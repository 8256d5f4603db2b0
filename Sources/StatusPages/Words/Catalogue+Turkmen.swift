import Language

extension Catalogue {
    static let turkmenPages = Catalogue(.turkmen, patterns: [:])
}
