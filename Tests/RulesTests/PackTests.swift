import ActionPlan
import Diagnostics
import Foundation
import Rules
import Testing

@Suite("Rule packs of the project")
struct PackTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    @Test("every pack loads without a mistake and passes its own cases", arguments: ["core", "pace"])
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
    }
}
