import Foundation
import Language
import Testing

@testable import Portal

@Suite("Words of the service")
struct PortalWordsTests {
    /// Every sentence that the service asks its catalogue for, read from its source.
    private static let asked: Set<String> = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Portal")
            .standardized
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        var found: Set<String> = []
        for file in files ?? [] where file.pathExtension == "swift" && !file.lastPathComponent.hasPrefix("PortalWords")
        {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            for match in text.matches(of: #/words\(\s*"((?:[^"\\]|\\.)*)"/#) { found.insert(String(match.1)) }
            for match in text.matches(of: #/words\.count\([^"]*,\s*"([^"]* \/ [^"]*)"/#) {
                found.insert(String(match.1))
            }
        }
        return found
    }()

    @Test("every sentence has its Russian and its Turkmen, with the same places for values", arguments: ["ru", "tk"])
    func complete(language: String) {
        #expect(Self.asked.count > 150)
        let words = Catalogue.portal(in: language)
        #expect(Self.asked.filter { words.pattern($0) == nil }.sorted() == [])
        for english in Self.asked {
            let places = { (text: String) in text.matches(of: #/\{[0-9]+\}/#).map { String($0.output) }.sorted() }
            #expect(places(english) == words.pattern(english).map(places), "\(english)")
        }
    }

    @Test("nouns have the four forms of Russian")
    func forms() {
        for english in Self.asked where english.contains(" / ") {
            let russian = Catalogue.portal(in: "ru").pattern(english) ?? ""
            #expect(russian.components(separatedBy: " / ").count == 4, "\(english)")
        }
    }
}
