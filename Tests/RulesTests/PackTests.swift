import ActionPlan
import Diagnostics
import Foundation
import Rules
import Testing

@Suite("Rule packs of the project")
struct PackTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    @Test(
        "every pack loads without a mistake and passes its own cases",
        arguments: RulePackLibrary(folders: [root + "rules"]).identifiers
    )
    func ownCases(id: String) throws {
        let library = RulePackLibrary(folders: [Self.root + "rules"])
        let pack = library.pack(id)
        let text = TextRenderer().render(library.diagnostics)
        #expect(text.isEmpty, "\(text)")
        let statuses = StatusSet(library.identifiers.compactMap { library.pack($0)?.statuses }.flatMap(\.self))
        let report = RuleTestRunner(try #require(pack), statuses: statuses).run()
        for result in report.results where !result.failures.isEmpty {
            let failures = result.failures.map(\.description).joined(separator: "; ")
            Issue.record("\(id), \(result.test.name): \(failures)")
        }
        #expect(report.unreached == [])
        #expect(report.coverage.halfSeen.map(\.name) == [])
    }

    @Test(
        "every pack says where its method is published",
        arguments: RulePackLibrary(folders: [root + "rules"]).identifiers
    )
    func sources(id: String) throws {
        let pack = try #require(RulePackLibrary(folders: [Self.root + "rules"]).pack(id))
        #expect(!pack.citations.isEmpty)
        for citation in pack.citations {
            #expect(citation.url?.hasPrefix("https://") == true, "\(citation.title)")
            #expect(citation.says != nil)
        }
    }

    @Test(
        "a new pack passes its own cases, and shows both outcomes of every condition",
        arguments: ["en", "ru", "tk"]
    )
    func newPack(language: String) throws {
        let core = RulePackLibrary(folders: [Self.root + "rules"]).pack("core")
        let sources = PackTemplate.files(id: "my-pack", language: language)
            .map { SourceText(name: $0.name, text: $0.text) }
        let (pack, problems) = RulePackLoader.load(sources, name: "my-pack") { _ in core?.statuses }
        #expect(problems.isEmpty, "\(TextRenderer().render(problems))")
        let report = RuleTestRunner(try #require(pack), statuses: StatusSet(core?.statuses ?? [])).run()
        #expect(report.passed)
        #expect(report.coverage.halfSeen.isEmpty)
    }

    @Test("only small letters, digits, hyphens and points name a pack")
    func identifiers() {
        #expect(PackTemplate.isIdentifier("my-pack.2"))
        for name in ["", "My", "a_b", "a/b", "..", "-a", "ä", String(repeating: "a", count: 65)] {
            #expect(!PackTemplate.isIdentifier(name), "\(name)")
        }
    }
}
