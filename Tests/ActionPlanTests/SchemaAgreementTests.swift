import Diagnostics
import Testing
import YAML

@testable import ActionPlan

/// The schema and the decoder are written apart; here each mapping of a file that uses every key is asked, by way of a
/// key that nobody knows, which keys the decoder knows, and these must be those of the schema.
@Suite("The JSON Schema and the decoder know the same keys")
struct SchemaAgreementTests {
    private static let unknown = "qqqqqqqqqqqqqqqq"

    @Test("of plans")
    func plan() throws {
        try check("valid/plans/everything.yaml", against: PlanSchema.file) { PlanLoader.load([$0]).diagnostics }
    }

    @Test("of reports", arguments: ["valid/reports/everything.yaml", "valid/reports/state.yaml"])
    func reports(file: String) throws {
        let loader = ReportLoader(PlanIndex(try Self.plan()), statuses: nil)
        let today = try day("2022-12-31")
        // What is reported on is asked for by itself: it is no key of a cell, and a schema cannot know the dimensions.
        try check(file, against: ReportSchema.file) { loader.load($0, today: today).diagnostics }
    }

    @Test("of reviews")
    func reviews() throws {
        let loader = ReportLoader(PlanIndex(try Self.plan()), statuses: nil)
        let today = try day("2022-12-31")
        try check("valid/reviews/everything.yaml", against: ReviewSchema.file) {
            loader.load($0, today: today).diagnostics
        }
    }

    @Test("and reports and reviews that the schema takes are read without a mistake")
    func good() throws {
        let loader = ReportLoader(PlanIndex(try Self.plan()), statuses: nil)
        let today = try day("2022-12-31")
        let files = Fixtures.files(in: "valid/reports") + Fixtures.files(in: "valid/reviews")
        #expect(files.count >= 3)
        for file in files {
            let diagnostics = loader.load(try Fixtures.source(file), today: today).diagnostics
            #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        }
    }

    private static func plan() throws -> Plan {
        try #require(PlanLoader.load([try Fixtures.source("valid/plans/everything.yaml")]).plan)
    }

    private func check(
        _ file: String,
        against schema: FileSchema,
        _ load: (SourceText) -> [Diagnostic]
    ) throws {
        let source = try Fixtures.source(file)
        let document = try #require(Document.parse(source).document)
        var walk = SchemaWalk(schema)
        walk.visit(document.root, schema.root)
        #expect(walk.strangers.isEmpty, "the schema does not know \(walk.strangers)")
        if file.hasSuffix("everything.yaml") {
            let known = Set(walk.mappings.map(\.keys))
            let unused = schema.mappings.filter { !known.contains($0) }
            #expect(unused.isEmpty, "\(file) lacks a mapping with these keys: \(unused)")
            let keys = Set(walk.keys)
            let unusedKeys = Set(schema.mappings.joined()).subtracting(keys)
            #expect(file.contains("reports") || unusedKeys.isEmpty, "\(file) lacks the keys \(unusedKeys.sorted())")
        }
        let mappings = walk.mappings.sorted { $0.start < $1.start }
        var bytes = source.bytes
        for mapping in mappings.reversed() {
            bytes.insert(contentsOf: mapping.insertion(Self.unknown).utf8, at: mapping.start)
        }
        let found = load(SourceText(name: file, bytes: bytes)).filter { $0.identifier == "unknown-key" }
        #expect(found.count == mappings.count)
        for (mapping, diagnostic) in zip(mappings, found) {
            let known = Set((diagnostic.expected?.arguments.first ?? "").split(separator: ", ").map(String.init))
            #expect(known == Set(mapping.keys), "\(TextRenderer().render(diagnostic))")
        }
    }
}

/// Goes through a document and its schema together.
private struct SchemaWalk {
    struct Mapping {
        /// Where its first key begins.
        var start: Int
        var isFlow: Bool
        var column: Int
        /// The keys that the schema allows.
        var keys: [String]

        /// What is to be written there for one more key.
        func insertion(_ key: String) -> String {
            "\(key): 1" + (isFlow ? ", " : "\n" + String(repeating: " ", count: column - 1))
        }
    }

    private let definitions: [String: Schema]
    private(set) var mappings: [Mapping] = []
    private(set) var strangers: [String] = []
    private(set) var keys: [String] = []

    init(_ file: FileSchema) {
        definitions = Dictionary(uniqueKeysWithValues: file.definitions.map { ($0.name, $0.schema) })
    }

    mutating func visit(_ node: Node, _ schema: Schema) {
        switch schema.kind {
        case .reference("text"): break
        case .reference(let name):
            guard let definition = definitions[name] else {
                strangers.append(name)
                return
            }
            visit(node, definition)
        case .object(let object) where node.kind == .mapping: visit(node, object)
        case .list(let element, _): for child in node.elements { visit(child, element) }
        case .either(let schemas):
            for schema in schemas {
                if case .object = schema.kind, node.kind == .mapping { visit(node, schema) }
            }
        default: break
        }
    }

    private mutating func visit(_ node: Node, _ object: ObjectSchema) {
        if object.others == nil {
            let first = node.key(0).span
            mappings.append(
                Mapping(
                    start: first.range.lowerBound,
                    isFlow: node.style == .flow,
                    column: first.start.column,
                    keys: object.properties.map(\.name)
                )
            )
        }
        for position in 0..<node.count {
            let key = node.key(position).text
            keys.append(key)
            if let property = object.properties.first(where: { $0.name == key }) {
                visit(node.value(position), property.schema)
            } else if let others = object.others {
                visit(node.value(position), others.schema)
            } else {
                strangers.append(key)
            }
        }
    }
}

extension FileSchema {
    /// The keys of every kind of mapping.
    fileprivate var mappings: [[String]] {
        func mappings(_ schema: Schema) -> [[String]] {
            switch schema.kind {
            case .object(let object):
                (object.others == nil ? [object.properties.map(\.name)] : [])
                    + object.properties.flatMap { mappings($0.schema) }
                    + (object.others.map { mappings($0.schema) } ?? [])
            case .list(let element, _): mappings(element)
            case .either(let schemas): schemas.flatMap(mappings)
            default: []
            }
        }
        return ([root] + definitions.map(\.schema)).flatMap(mappings)
    }
}
