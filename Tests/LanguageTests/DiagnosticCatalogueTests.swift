import Foundation
import Language
import Testing

@Suite("What is said to people, in every language")
struct DiagnosticCatalogueTests {
    /// The targets that say something to people.
    private static let targets = [
        "Diagnostics", "YAML", "XMLReading", "ActionPlan", "Spreadsheet", "Exchange", "OpenData", "IATI", "Tracker",
        "Ledger",
        "Rules",
        "CEL", "nap",
    ]
    private static let translated = [WrittenLanguage.russian, .turkmen]

    @Test("every sentence has a translation", arguments: translated)
    func missing(language: WrittenLanguage) throws {
        let said = try SourceSentences.all()
        for target in Self.targets {
            #expect(!said[target, default: []].isEmpty, "\(target) is not where it was")
        }
        let missing = Self.targets.flatMap { said[$0, default: []] }
            .filter { pattern in
                Self.hasWords(pattern) && !DiagnosticCatalogue.sameInEveryLanguage.contains(pattern)
                    && DiagnosticCatalogue.pattern(for: pattern, in: language) == nil
            }
        #expect(missing.isEmpty, "without translation: \(Set(missing).sorted())")
    }

    @Test("no translation is left over", arguments: translated)
    func leftOver(language: WrittenLanguage) throws {
        let literals = Set(try SourceSentences.literals(of: Self.targets))
        let leftOver = DiagnosticCatalogue.patterns(in: language).keys
            .filter { pattern in
                // The severities are said by their names.
                !literals.contains(pattern) && !["error", "warning", "information"].contains(pattern)
            }
        #expect(leftOver.isEmpty, "nothing says: \(leftOver.sorted())")
    }

    @Test("a translation has the same values as its sentence", arguments: translated)
    func sameValues(language: WrittenLanguage) {
        for (english, translated) in DiagnosticCatalogue.patterns(in: language) {
            #expect(Self.values(english) == Self.values(translated), "\(translated)")
            #expect(!translated.isEmpty)
        }
    }

    @Test("what is to be written in a file or at a prompt is the same in every language", arguments: translated)
    func sameCode(language: WrittenLanguage) {
        for (english, translated) in DiagnosticCatalogue.patterns(in: language) {
            // What stands for words of the reader's own is translated too.
            for code in Self.code(english) where !code.contains("key") && !code.contains("…") {
                #expect(Self.code(translated).contains(code), "\(translated) without \(code)")
            }
        }
    }

    @Test("both languages say the same sentences, each under one topic")
    func sameSentences() {
        let russian = Set(DiagnosticCatalogue.patterns(in: .russian).keys)
        #expect(russian == Set(DiagnosticCatalogue.patterns(in: .turkmen).keys))
        #expect(DiagnosticCatalogue.patterns(in: .english).isEmpty)
        for language in Self.translated {
            let count = DiagnosticCatalogue.topics(in: language).map(\.count).reduce(0, +)
            #expect(count == DiagnosticCatalogue.patterns(in: language).count)
        }
    }

    @Test("a noun that is counted has all the forms of its language", arguments: translated)
    func forms(language: WrittenLanguage) {
        let nouns = DiagnosticCatalogue.patterns(in: language)
            .filter { $0.key.contains(" / ") && !$0.key.contains(",") }
        #expect(nouns.count > 8)
        for (english, forms) in nouns {
            #expect(forms.components(separatedBy: " / ").count == language.pluralForms, "\(english): \(forms)")
        }
    }

    @Test("Russian is written in Cyrillic letters, but for what is typed as it stands")
    func noEnglishInRussian() {
        for (english, translated) in DiagnosticCatalogue.patterns(in: .russian) {
            let words = translated.split { !$0.isLetter }.map(String.init)
            let latin = words.filter { $0.unicodeScalars.allSatisfy(\.isASCII) }
            let foreign = latin.filter { !english.contains($0) }
            #expect(foreign.isEmpty, "\(translated): \(foreign)")
        }
    }

    /// Whether a pattern has words besides its values and what stands in backquotes.
    private static func hasWords(_ pattern: String) -> Bool {
        let words = pattern.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }
        return words.contains { $0.element.contains(where: \.isLetter) }
    }

    private static func values(_ pattern: String) -> Set<String> {
        Set((1...9).map { "{\($0)}" }.filter(pattern.contains))
    }

    /// What stands in backquotes.
    private static func code(_ pattern: String) -> [String] {
        pattern.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }
            .map { String($0.element) }
    }
}
