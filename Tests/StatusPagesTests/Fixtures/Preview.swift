import ActionPlan
import Diagnostics
import Foundation
import Rules
import StatusPages
import Testing

/// Writes a site into the folder that NAP_PREVIEW names, for looking at it: of the small plan, or of the plan in the
/// folder that NAP_PREVIEW_PLAN names.
@Suite("Preview", .enabled(if: ProcessInfo.processInfo.environment["NAP_PREVIEW"] != nil))
struct Preview {
    private let environment = ProcessInfo.processInfo.environment

    @Test("a site can be written for looking at it")
    func write() throws {
        let folder = try #require(environment["NAP_PREVIEW"])
        let (now, before) = try assessments()
        for file in SiteRenderer(now, since: before) {
            let url = URL(filePath: folder).appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        }
    }

    private func assessments() throws -> (Assessment, Assessment) {
        guard let path = environment["NAP_PREVIEW_PLAN"] else {
            return (try SmallPlan.assessment(), try SmallPlan.assessment(asOf: "2021-02-12"))
        }
        let (plan, diagnostics) = PlanLoader.load(path)
        guard let plan else { throw SmallPlan.Failure(text: TextRenderer().render(diagnostics)) }
        let root = URL(filePath: #filePath).appending(path: "../../../../rules").standardized.path()
        let library = RulePackLibrary(folders: [root])
        let texts = try ["reports", "reviews"]
            .flatMap { part -> [SourceText] in
                let folder = URL(filePath: path).appending(path: part)
                let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
                return try names.sorted()
                    .map { name in
                        let bytes = try Data(contentsOf: folder.appending(path: name))
                        return SourceText(name: name, bytes: Array(bytes))
                    }
            }
        let days = (environment["NAP_PREVIEW_DAYS"] ?? "2022-03-01,2021-09-15").split(separator: ",").map(String.init)
        _ = library.pack("pace")
        #expect(TextRenderer().render(library.diagnostics) == "")
        return (
            try SmallPlan.assessment(days[0], plan, texts, find: library.pack),
            try SmallPlan.assessment(days[1], plan, texts, find: library.pack)
        )
    }
}
