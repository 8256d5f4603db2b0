import ActionPlan
import Foundation
import Testing

@Suite("JSON Schemas")
struct SchemaTests {
    @Test(
        "the files under docs/schemas are those that the program makes",
        arguments: [
            ("plan", JSONSchema.plan), ("reports", JSONSchema.reports), ("reviews", JSONSchema.reviews),
        ]
    )
    func kept(name: String, text: String) throws {
        let file = Fixtures.project.appending(path: "docs/schemas/\(name).schema.json")
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(kept == text, "\(name).schema.json is out of date: NAP_RECORD=1 swift test --filter SchemaTests")
    }

    @Test("a schema is JSON", arguments: [JSONSchema.plan, JSONSchema.reports, JSONSchema.reviews])
    func json(text: String) throws {
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    }
}
