import ActionPlan
import Foundation
import Testing

@Suite("JSON Schemas")
struct SchemaTests {
    /// The kinds of file that have a schema.
    enum Kind: String, CaseIterable {
        case plan
        case reports
        case reviews
        case site

        var text: String {
            switch self {
            case .plan: JSONSchema.plan
            case .reports: JSONSchema.reports
            case .reviews: JSONSchema.reviews
            case .site: JSONSchema.site
            }
        }
    }

    @Test("the files under docs/schemas are those that the program makes", arguments: Kind.allCases)
    func kept(kind: Kind) throws {
        let file = Fixtures.project.appending(path: "docs/schemas/\(kind.rawValue).schema.json")
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            try kind.text.write(to: file, atomically: true, encoding: .utf8)
        }
        let isKept = try String(contentsOf: file, encoding: .utf8) == kind.text
        #expect(isKept, "\(file.path) is out of date: NAP_RECORD=1 swift test --filter SchemaTests")
    }

    @Test("a schema is JSON", arguments: Kind.allCases)
    func json(kind: Kind) throws {
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(kind.text.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    }
}
