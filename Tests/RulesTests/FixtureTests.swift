import ActionPlan
import Diagnostics
import Foundation
import Rules
import Testing

/// The files under Tests/Fixtures: rule packs, cases, and plans that use packs wrongly.
@Suite("Rule packs with and without mistakes")
struct FixtureTests {
    private static let root = TestPlan.root + "Tests/Fixtures/"

    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root + folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    private func source(_ file: String) throws -> SourceText {
        SourceText(name: file, text: try String(contentsOfFile: Self.root + file, encoding: .utf8))
    }

    private func diagnostics(_ file: String) throws -> [Diagnostic] {
        let library = RulePackLibrary(folders: [TestPlan.root + "rules"])
        let source = try source(file)
        guard file.contains("uses/") else {
            // A file of cases needs a pack, which the good one is.
            var sources = [source]
            if String(decoding: source.bytes, as: UTF8.self).hasPrefix("format: nap-rule-tests") {
                sources.append(try self.source("valid/rules/small.yaml"))
            }
            return RulePackLoader.load(sources, name: file) { library.pack($0)?.statuses }.diagnostics
        }
        let (plan, problems) = PlanLoader.load([source])
        guard let plan else { return problems }
        return problems + Assessor.prepare(plan, find: library.pack, library: library) { _ in "" }.diagnostics
    }

    @Test("a pack without a mistake is read without a word", arguments: files(in: "valid/rules"))
    func valid(file: String) throws {
        let diagnostics = try diagnostics(file)
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
    }

    @Test(
        "a file with one mistake is told that mistake, once, at its place",
        arguments: files(in: "invalid/rules") + files(in: "invalid/uses")
    )
    func invalid(file: String) throws {
        let diagnostics = try diagnostics(file)
        // A circle has two ends.
        #expect(diagnostics.count == (file.contains("circle") ? 2 : 1), "\(TextRenderer().render(diagnostics))")
        #expect(diagnostics.allSatisfy { $0.span != nil })
    }

    /// All that is said of mistakes, to be read in one go: a change of wording shows in review.
    @Test("what is said of the mistakes reads as it did", arguments: ["rules", "uses"])
    func wording(folder: String) throws {
        let text = try Self.files(in: "invalid/\(folder)")
            .map { "# \($0)\n\n" + TextRenderer().render(try diagnostics($0)).replacing(TestPlan.root, with: "") }
            .joined(separator: "\n")
        let path = Self.root + "invalid/\(folder).txt"
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let isKept = try String(contentsOfFile: path, encoding: .utf8) == text
        #expect(isKept, "read invalid/\(folder).txt after NAP_RECORD=1 swift test --filter RulesTests.FixtureTests")
    }
}
