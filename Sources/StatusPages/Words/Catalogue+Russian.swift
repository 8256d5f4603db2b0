import Language

extension Catalogue {
    static let russianPages = Catalogue(.russian, patterns: [:])
}
