import ActionPlan
import CEL
import Diagnostics
import YAML

/// Reads the rules for one kind of thing.
struct SectionDecoder {
    private let pack: PackDecoder
    private let scope: RulePack.Scope
    private let parameters: ObjectType
    private let statuses: Set<String>
    private let expressions: ExpressionDecoder
    private var base: Decoder { pack.base }

    init(_ pack: PackDecoder, _ scope: RulePack.Scope, _ parameters: ObjectType, statuses: Set<String>) {
        self.pack = pack
        self.scope = scope
        self.parameters = parameters
        self.statuses = statuses
        expressions = ExpressionDecoder(base: pack.base)
    }

    private func environment(_ measures: ObjectType) -> Environment {
        RuleScope.environment(
            RuleScope.variables(of: scope),
            parameters: parameters,
            measures: measures,
            plan: RuleScope.planType(of: scope),
            functions: pack.functions
        )
    }

    func rules(_ node: Node, name: StaticString) -> ScopeRules? {
        guard var fields = base.fields(node, of: "a section of rules") else { return nil }
        let (measures, order, type) = measures(fields.value("measures"))
        let environment = environment(type)
        let applies = fields.optional("applies") {
            expressions.program($0, self.environment(ObjectType("measures", fields: [])), expecting: .bool)
        }
        var bounds: Verdict.Bounds?
        if let node = fields.value("bounds"), var reader = base.fields(node, of: "bounds") {
            let best = reader.required("best", status)
            let worst = reader.required("worst", status)
            reader.finish()
            if let best, let worst { bounds = Verdict.Bounds(best: best, worst: worst) }
        }
        let verdicts = fields.value("verdicts").map { self.verdicts($0, environment) } ?? []
        fields.finish()
        return ScopeRules(
            applies: applies,
            measures: measures,
            measureOrder: order,
            measuresType: type,
            verdicts: verdicts,
            bounds: bounds
        )
    }

    private func status(_ node: Node) -> StatusID? {
        guard let id = base.identifier(node) else { return nil }
        guard statuses.contains(id) else {
            base.report(
                "unknown-status",
                "\(id) is no status of this pack or of one that it uses",
                at: node,
                expected: statuses.isEmpty
                    ? "a status, declared under `statuses`" : "one of: \(statuses.sorted().joined(separator: ", "))",
                hint: Suggestion.nearest(to: id, among: statuses.sorted()).map { "did you mean \($0)?" }
            )
            return nil
        }
        return StatusID(rawValue: id)
    }

    // MARK: - Verdicts

    private func verdicts(_ node: Node, _ environment: Environment) -> [ScopeRules.Rule] {
        let elements = base.elements(node)
        var rules: [ScopeRules.Rule] = []
        var lastResort: Node?
        var seen: Set<String> = []
        for element in elements {
            guard var fields = base.fields(element, of: "a verdict") else { continue }
            let id = fields.required("id", base.identifier)
            let whenNode = fields.value("when")
            let when = whenNode.flatMap { expressions.program($0, environment, expecting: .bool) }
            let status = fields.required("status", status)
            let because = fields.required("because") { expressions.template($0, pack.languages, environment) }
            fields.finish()
            if let id, !seen.insert(id).inserted {
                base.report("duplicate-identifier", "a second verdict \(id)", at: element)
            }
            if let lastResort {
                base.report(
                    "unreachable-verdict",
                    "this verdict is never reached",
                    at: element,
                    hint: "move it up",
                    notes: [Diagnostic.Note("this one has no `when` and always holds", at: lastResort.openingSpan)]
                )
            }
            if whenNode == nil { lastResort = lastResort ?? element }
            guard let id, let status, let because, whenNode == nil || when != nil else { continue }
            rules.append(
                ScopeRules.Rule(
                    id: id,
                    when: when,
                    status: status,
                    because: because,
                    file: element.document.source.name,
                    line: element.span.start.line
                )
            )
        }
        if lastResort == nil, !elements.isEmpty {
            base.report(
                "no-last-resort",
                "the list of verdicts has no last resort",
                at: node,
                expected: "a last verdict without `when`"
            )
        }
        return rules
    }

    // MARK: - Measures

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

    private func measures(_ node: Node?) -> ([ScopeRules.Measure], [Int], ObjectType) {
        let empty = ObjectType("measures", fields: [])
        guard let node, base.fields(node, of: "measures") != nil else { return ([], [], empty) }
        let drafts = (0..<node.count).compactMap { draft(node.key($0), node.value($0)) }
        let sorted = inOrder(drafts)
        var fields: [ObjectType.Field] = []
        var measures: [ScopeRules.Measure] = []
        for draft in sorted {
            let environment = environment(ObjectType("measures", fields: fields))
            let when = draft.when.flatMap { expressions.program($0, environment, expecting: .bool) }
            let value = expressions.program(draft.value, environment, expecting: nil)
            let type = value?.resultType ?? .dyn
            fields.append(.init(draft.id, optional: true, type))
            guard let value, draft.when == nil || when != nil else { continue }
            measures.append(
                ScopeRules.Measure(id: draft.id, title: draft.title, format: draft.format, when: when, value: value)
            )
        }
        let order = drafts.compactMap { draft in measures.firstIndex { $0.id == draft.id } }
        return (measures, order, ObjectType("measures", fields: fields))
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
        let environment = environment(ObjectType("measures", fields: []))
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

    /// Each after those it refers to; those in a cycle are reported and left out.
    private func inOrder(_ drafts: [Draft]) -> [Draft] {
        var remaining = drafts
        var placed: Set<String> = []
        var sorted: [Draft] = []
        let known = Set(drafts.map(\.id))
        while !remaining.isEmpty {
            let ready = remaining.filter { draft in
                draft.refersTo.allSatisfy { placed.contains($0) || !known.contains($0) }
            }
            guard !ready.isEmpty else {
                reportCycles(remaining)
                break
            }
            sorted += ready
            placed.formUnion(ready.map(\.id))
            remaining.removeAll { placed.contains($0.id) }
        }
        return sorted
    }

    /// Reports each measure that leads back to itself, with the way round.
    private func reportCycles(_ drafts: [Draft]) {
        let graph = Dictionary(drafts.map { ($0.id, $0.refersTo) }, uniquingKeysWith: { first, _ in first })
        for draft in drafts {
            var ways = [[draft.id]]
            var seen: Set<String> = []
            var circle: [String]?
            while circle == nil, !ways.isEmpty {
                let way = ways.removeFirst()
                for next in graph[way.last ?? ""] ?? [] where graph[next] != nil {
                    if next == draft.id {
                        circle = way + [next]
                        break
                    }
                    if seen.insert(next).inserted { ways.append(way + [next]) }
                }
            }
            guard let circle else { continue }
            base.report(
                "cyclic-measures",
                "the measure \(draft.id) refers to itself: \(circle.joined(separator: " → "))",
                at: draft.key,
                hint: "one of these must not need the others"
            )
        }
    }
}
