import ActionPlan
import Foundation
import Rules
import Testing

@Suite("JSON Schema of rule packs")
struct RulesSchemaTests {
    @Test("the file under docs/schemas is the one that the program makes")
    func kept() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/schemas/rules.schema.json")
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            try JSONSchema.rules.write(to: file, atomically: true, encoding: .utf8)
        }
        let isKept = try String(contentsOf: file, encoding: .utf8) == JSONSchema.rules
        #expect(isKept, "\(file.path) is out of date: NAP_RECORD=1 swift test --filter SchemaTests")
    }
}
