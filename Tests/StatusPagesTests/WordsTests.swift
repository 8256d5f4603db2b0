import Foundation
import Language
import Testing

@testable import StatusPages

@Suite("Words of the pages")
struct WordsTests {
    /// Every sentence that the program asks a catalogue for, read from its source.
    private static let asked: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/StatusPages")
            .standardized
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        var found: Set<String> = []
        for file in files ?? []
        where file.pathExtension == "swift" && !file.lastPathComponent.contains("Russian")
            && !file.lastPathComponent.contains("Turkmen")
        {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            for match in text.matches(of: #/(?:words|self|tag\))\(\s*"((?:[^"\\]|\\.)*)"/#) {
                found.insert(String(match.1))
            }
            for match in text.matches(of: #/words\.count\([^"]*,\s*"([^"]* \/ [^"]*)"/#) {
                found.insert(String(match.1))
            }
        }
        return found.sorted()
    }()

    private static let tables = [
        (WrittenLanguage.russian, Catalogue.russianPages, Catalogue.russianTable),
        (.turkmen, Catalogue.turkmenPages, Catalogue.turkmenTable),
    ]

    @Test("every sentence has its Russian and its Turkmen")
    func complete() {
        #expect(Self.asked.count > 300)
        for (language, catalogue, _) in Self.tables {
            let missing = Self.asked.filter { catalogue.pattern($0) == nil }
            #expect(missing == [], "\(language)")
        }
    }

    @Test("no table has a sentence that nobody asks for, or one twice")
    func exact() {
        let asked = Set(Self.asked)
        for (language, _, table) in Self.tables {
            let keys = table.split(separator: "\n")
                .map { String($0[..<($0.firstRange(of: " => ")?.lowerBound ?? $0.endIndex)]) }
            #expect(keys.filter { !asked.contains($0) } == [], "\(language)")
            #expect(Set(keys).count == keys.count, "\(language)")
        }
    }

    @Test("a translation has the same places for values, and every form of a noun")
    func places() {
        func places(_ pattern: String) -> [Substring] { pattern.matches(of: #/\{[0-9]+\}/#).map(\.output).sorted() }
        for (language, catalogue, _) in Self.tables {
            for english in Self.asked {
                guard let pattern = catalogue.pattern(english) else { continue }
                #expect(places(pattern) == places(english), "\(language): \(english)")
                if english.contains(" / ") {
                    let forms = pattern.split(separator: "/").count
                    #expect(forms == language.pluralForms, "\(language): \(english)")
                }
            }
        }
    }
}
