import ActionPlan
import CEL
import Diagnostics
import YAML

/// Reads the measures of a section, each checked where those that it refers to are known.
struct MeasureDecoder {
    private let pack: PackDecoder
    /// The environment of the section, with measures of some type.
    private let environment: (ObjectType) -> Environment
    private let expressions: ExpressionDecoder
    private var base: Decoder { pack.base }

    init(_ pack: PackDecoder, _ environment: @escaping (ObjectType) -> Environment) {
        self.pack = pack
        self.environment = environment
        expressions = ExpressionDecoder(base: pack.base)
    }

    static let none = ObjectType("measures", fields: [])

    private struct Draft {
        var id: String
        var key: Node
        var title: LocalizedText?
        var format: SentenceFormat
        var when: Node?
        var value: Node
        /// The measures that it refers to.
        var refersTo: [String]
    }

    func measures(_ node: Node?) -> MeasureList {
        guard let node, base.fields(node, of: "measures") != nil else { return MeasureList() }
        let drafts = (0..<node.count).compactMap { draft(node.key($0), node.value($0)) }
        let order = DependencyOrder(drafts, name: \.id, refersTo: \.refersTo)
        for (draft, way) in order.circles {
            base.report(
                "cyclic-measures",
                "the measure \(draft.id) refers to itself: \(way.joined(separator: " → "))",
                at: draft.key,
                hint: "one of these must not need the others"
            )
        }
        var fields: [ObjectType.Field] = []
        var list = MeasureList()
        for draft in order.sorted {
            let environment = environment(ObjectType("measures", fields: fields))
            let when = draft.when.flatMap { expressions.program($0, environment, expecting: .bool) }
            let value = expressions.program(draft.value, environment, expecting: nil)
            fields.append(.init(draft.id, optional: true, value?.resultType ?? .dyn))
            guard let value, draft.when == nil || when != nil else { continue }
            list.measures.append(
                ScopeRules.Measure(id: draft.id, title: draft.title, format: draft.format, when: when, value: value)
            )
        }
        list.order = drafts.compactMap { draft in list.measures.firstIndex { $0.id == draft.id } }
        list.type = ObjectType("measures", fields: fields)
        return list
    }

    private func draft(_ key: Node, _ node: Node) -> Draft? {
        guard let id = pack.name(key), var fields = base.fields(node, of: "a measure") else { return nil }
        let title = fields.optional("title", pack.text)
        let format = fields.optional("format") { node in
            base.parsed(node, expected: "one of: number, percent, percent1, integer, date, text") { SentenceFormat($0) }
        }
        let when = fields.value("when")
        guard let value = fields.value("value") else {
            fields.missing("value")
            return nil
        }
        fields.finish()
        let environment = environment(Self.none)
        let refersTo = [when, value].compactMap { $0 }
            .flatMap { node in
                (environment.fieldPaths(in: node.text) ?? []).filter { $0.first == "measures" && $0.count > 1 }
                    .map { $0[1] }
            }
        return Draft(
            id: id,
            key: key,
            title: title,
            format: format ?? .number,
            when: when,
            value: value,
            refersTo: refersTo
        )
    }
}
