import ActionPlan
import Foundation
import Rules
import Testing

@Suite("JSON Schema of rule packs")
struct RulesSchemaTests {
    @Test("the files under docs/schemas are those that the program makes", arguments: ["rules", "assessment"])
    func kept(kind: String) throws {
        let schema = kind == "rules" ? JSONSchema.rules : JSONSchema.assessment
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/schemas/\(kind).schema.json")
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            try schema.write(to: file, atomically: true, encoding: .utf8)
        }
        let isKept = try String(contentsOf: file, encoding: .utf8) == schema
        #expect(isKept, "\(file.path) is out of date: NAP_RECORD=1 swift test --filter SchemaTests")
    }
}
