import ActionPlan
import CEL
import Diagnostics
import YAML

/// Reads the helpers of a pack: named expressions that all its other expressions can call.
struct HelperDecoder {
    private let pack: PackDecoder
    private let parameters: ObjectType
    private let expressions: ExpressionDecoder
    private var base: Decoder { pack.base }

    /// A decoder for the helpers of a pack, with the type of its `params`.
    init(_ pack: PackDecoder, _ parameters: ObjectType) {
        self.pack = pack
        self.parameters = parameters
        expressions = ExpressionDecoder(base: pack.base)
    }

    private struct Draft {
        var id: String
        var key: Node
        var title: LocalizedText?
        var parameters: [Environment.Variable]
        var value: Node
        var calls: [String]
    }

    /// The helpers, each after those that it calls.
    func helpers(_ node: Node) -> [Helper] {
        guard base.fields(node, of: "helpers") != nil else { return [] }
        let drafts = (0..<node.count).compactMap { draft(node.key($0), node.value($0)) }
        let order = DependencyOrder(drafts, name: \.id, refersTo: \.calls)
        for (draft, way) in order.circles {
            base.report(
                "cyclic-helpers",
                "the helper \(draft.id) calls itself: \(way.joined(separator: " → "))",
                at: draft.key,
                hint: "one of these must not need the others"
            )
        }
        var helpers: [Helper] = []
        for draft in order.sorted {
            let environment = RuleScope.helperEnvironment(
                parameters: parameters,
                functions: pack.functions,
                helpers: helpers
            )
            guard let definition = expressions.definition(draft.id, draft.parameters, draft.value, environment)
            else { continue }
            helpers.append(Helper(title: draft.title, definition: definition))
        }
        return helpers
    }

    private func draft(_ key: Node, _ node: Node) -> Draft? {
        let environment = RuleScope.helperEnvironment(parameters: parameters, functions: pack.functions, helpers: [])
        guard let id = pack.name(key), var fields = base.fields(node, of: "a helper") else { return nil }
        let title = fields.optional("title", pack.text)
        let parameters = fields.value("parameters").map { self.parameters(of: $0) } ?? []
        guard let value = fields.value("value") else {
            fields.missing("value")
            return nil
        }
        fields.finish()
        guard !environment.isFunction(id) else {
            base.report(
                "name-taken",
                "\(id) is a function of the language already",
                at: key,
                hint: "give the helper another name"
            )
            return nil
        }
        return Draft(
            id: id,
            key: key,
            title: title,
            parameters: parameters,
            value: value,
            calls: environment.functionsCalled(in: value.text) ?? []
        )
    }

    private func parameters(of node: Node) -> [Environment.Variable] {
        guard base.fields(node, of: "parameters") != nil else { return [] }
        return (0..<node.count)
            .compactMap { position in
                guard let name = pack.name(node.key(position)) else { return nil }
                let type = base.parsed(node.value(position), expected: HelperType.expected) { HelperType.type(of: $0) }
                return type.map { Environment.Variable(name, $0) }
            }
    }
}

/// The types that parameters of helpers can have, by the words that files use.
enum HelperType {
    private static let plain: [(word: String, type: CELType)] = [
        ("double", .double), ("int", .int), ("bool", .bool), ("string", .string), ("timestamp", .timestamp),
        ("duration", .duration),
    ]

    private static let objects: [ObjectType] = [
        FactSchema.period.type, FactSchema.indicator.type, FactSchema.activity.type, FactSchema.objective.type,
        FactSchema.agency.type, FactSchema.child.type, FactSchema.tally.type, FactSchema.reports.type,
        FactSchema.report.type, FactSchema.cell.type,
    ]

    static let words = plain.map(\.word) + objects.map(\.name)

    static var expected: Message {
        "one of: \(words.joined(separator: ", ")), or a list of one, such as list(double)"
    }

    static func type(of text: String) -> CELType? {
        if text.hasPrefix("list("), text.hasSuffix(")") {
            return type(of: String(text.dropFirst("list(".count).dropLast())).map(CELType.list)
        }
        return plain.first { $0.word == text }?.type ?? objects.first { $0.name == text }.map(CELType.object)
    }
}
