import Foundation
import Language
import Testing

@Suite("Diagnostics in every language")
struct DiagnosticCatalogueTests {
    /// The folders and files all of whose sentences are diagnostics.
    private static let covered = [
        "Diagnostics", "YAML", "ActionPlan/Loading", "ActionPlan/Reporting", "Rules/Packs/PackDecoder.swift",
        "Rules/Packs/SectionDecoder.swift", "Rules/Packs/CheckDecoder.swift", "Rules/Packs/ExpressionDecoder.swift",
        "Rules/Packs/RulePackLoader.swift", "Exchange/Tables",
        "Exchange/Reports/ReportRowReader.swift", "Exchange/Reports/ReportTableReader.swift", "Tracker",
        "Ledger/LedgerError+Diagnostics.swift",
    ]
    /// Words that libyaml uses and the reader of its messages looks for.
    private static let notForPeople: Set<String> = [
        "cannot start any token", "tab character", "scanning an alias", "scanning an anchor", "quoted scalar",
        "mapping values are not allowed", "could not find expected ':'", "did not find expected key", "block end",
        "block sequence entries are not allowed", "did not find expected '-' indicator", "expected ',' or",
        "control characters", "node content", "mapping keys are not allowed", "block scalar", "comment or line break",
        "unexpected ':'", "document start",
    ]

    @Test("every sentence has a translation", arguments: [WrittenLanguage.russian, .turkmen])
    func missing(language: WrittenLanguage) throws {
        let literals = try Self.covered.flatMap(SourceLiterals.patterns(at:))
        #expect(literals.count > 250, "the sources are not where they were")
        let missing = literals.filter { pattern in
            Self.isSentence(pattern) && !Self.notForPeople.contains(pattern)
                && !DiagnosticCatalogue.sameInEveryLanguage.contains(pattern)
                && DiagnosticCatalogue.pattern(for: pattern, in: language) == nil
        }
        #expect(missing.isEmpty, "without translation: \(Set(missing).sorted())")
    }

    @Test("no translation is left over", arguments: [WrittenLanguage.russian, .turkmen])
    func leftOver(language: WrittenLanguage) throws {
        // The severities are said by their names.
        let literals = Set(try SourceLiterals.patterns(at: "") + ["error", "warning", "information"])
        let leftOver = DiagnosticCatalogue.patterns(in: language).keys.filter { !literals.contains($0) }
        #expect(leftOver.isEmpty, "nothing says: \(leftOver.sorted())")
    }

    @Test("a translation has the same values as its sentence, and the same words of the file format")
    func sameValues() {
        for language in [WrittenLanguage.russian, .turkmen] {
            for (english, translated) in DiagnosticCatalogue.patterns(in: language) {
                #expect(Self.values(english) == Self.values(translated), "\(translated)")
                #expect(!translated.isEmpty)
            }
        }
    }

    @Test("both languages say the same sentences")
    func sameSentences() {
        let russian = Set(DiagnosticCatalogue.patterns(in: .russian).keys)
        #expect(russian == Set(DiagnosticCatalogue.patterns(in: .turkmen).keys))
        #expect(DiagnosticCatalogue.patterns(in: .english).isEmpty)
    }

    /// Whether a pattern has several words of its own.
    private static func isSentence(_ pattern: String) -> Bool {
        let words = pattern.split(separator: " ").filter { !$0.contains("{") || $0.contains("`") }
        return pattern.contains(" ") && words.contains { $0.contains(where: \.isLetter) }
    }

    private static func values(_ pattern: String) -> Set<String> {
        Set((1...9).map { "{\($0)}" }.filter(pattern.contains))
    }
}

/// The string literals of Swift sources, with `{1}`, `{2}`, … for what is interpolated.
private enum SourceLiterals {
    /// Of a file, or of all files in a folder, under Sources.
    static func patterns(at path: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(path)")
        guard root.pathExtension != "swift" else { return try patterns(in: String(contentsOf: root, encoding: .utf8)) }
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" && !$0.lastPathComponent.hasPrefix("DiagnosticCatalogue+") }
            .flatMap { try patterns(in: String(contentsOf: $0, encoding: .utf8)) }
    }

    private static func patterns(in text: String) -> [String] {
        text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            .flatMap { line in
                var rest = Array(line.unicodeScalars)[...]
                var found: [String] = []
                while let quote = rest.firstIndex(of: "\"") {
                    rest = rest[(quote + 1)...]
                    found.append(literal(&rest))
                }
                return found
            }
    }

    /// Reads up to the closing quotation mark.
    private static func literal(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        var pattern = ""
        var values = 0
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar == "\\", let escaped = rest.popFirst() else {
                pattern.unicodeScalars.append(scalar)
                continue
            }
            guard escaped == "(" else {
                pattern.unicodeScalars.append(escaped)
                continue
            }
            values += 1
            pattern += "{\(values)}"
            skipInterpolation(&rest)
        }
        return pattern
    }

    private static func skipInterpolation(_ rest: inout ArraySlice<Unicode.Scalar>) {
        var depth = 1
        while depth > 0, let scalar = rest.popFirst() {
            switch scalar {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"": _ = literal(&rest)
            default: break
            }
        }
    }
}
