import ActionPlan
import CEL
import Diagnostics
import YAML

/// Reads the rules for one kind of thing.
struct SectionDecoder {
    private let pack: PackDecoder
    private let scope: RulePack.Scope
    private let parameters: ObjectType
    private let helpers: [Helper]
    /// Those that rules can give; nil where a pack that this one uses is not known.
    private let statuses: Set<String>?
    private let expressions: ExpressionDecoder
    private var base: Decoder { pack.base }

    init(
        _ pack: PackDecoder,
        _ scope: RulePack.Scope,
        _ parameters: ObjectType,
        helpers: [Helper],
        statuses: Set<String>?
    ) {
        self.pack = pack
        self.scope = scope
        self.parameters = parameters
        self.helpers = helpers
        self.statuses = statuses
        expressions = ExpressionDecoder(base: pack.base)
    }

    private func environment(_ measures: ObjectType) -> Environment {
        RuleScope.environment(
            RuleScope.variables(of: scope),
            parameters: parameters,
            measures: measures,
            plan: RuleScope.planType(of: scope),
            functions: pack.functions,
            helpers: helpers
        )
    }

    func rules(_ node: Node, name: StaticString) -> ScopeRules? {
        guard var fields = base.fields(node, of: "a section of rules") else { return nil }
        let measures = MeasureDecoder(pack, environment).measures(fields.value("measures"))
        let environment = environment(measures.type)
        let applies = fields.optional("applies") {
            expressions.program($0, self.environment(MeasureDecoder.none), expecting: .bool)
        }
        var bounds: Verdict.Bounds?
        if let node = fields.value("bounds"), var reader = base.fields(node, of: "bounds") {
            let best = reader.required("best", status)
            let worst = reader.required("worst", status)
            reader.finish()
            if let best, let worst { bounds = Verdict.Bounds(best: best, worst: worst) }
        }
        let drawing = drawing(&fields, measures.type)
        let verdicts = fields.value("verdicts").map { self.verdicts($0, environment) } ?? []
        fields.finish()
        return ScopeRules(
            applies: applies,
            measures: measures.measures,
            measureOrder: measures.order,
            measuresType: measures.type,
            verdicts: verdicts,
            bounds: bounds,
            drawing: drawing
        )
    }

    private func status(_ node: Node) -> StatusID? {
        guard let id = base.identifier(node) else { return nil }
        if let statuses, !statuses.contains(id) {
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

    // MARK: - Charts

    /// Which measures are drawn on the chart of an indicator.
    private func drawing(_ fields: inout Fields, _ measures: ObjectType) -> ScopeRules.Drawing {
        var drawing = ScopeRules.Drawing()
        guard scope == .period || scope == .indicator, let node = fields.value("chart"),
            var reader = base.fields(node, of: "a chart")
        else { return drawing }
        switch scope {
        case .period: drawing.band = reader.optional("band") { drawn($0, measures, [.double, .int], "a number") }
        default: drawing.forecast = reader.optional("forecast") { drawn($0, measures, [.timestamp], "a day") }
        }
        reader.finish()
        return drawing
    }

    private func drawn(_ node: Node, _ measures: ObjectType, _ types: [CELType], _ wanted: Message) -> String? {
        guard let id = pack.name(node) else { return nil }
        let known = measures.fields.map(\.name)
        guard let slot = measures.slot(of: id) else {
            base.report(
                "unknown-measure",
                "\(id) is no measure of this section",
                at: node,
                expected: known.isEmpty
                    ? "a measure, declared under `measures`" : "one of: \(known.joined(separator: ", "))",
                hint: Suggestion.nearest(to: id, among: known).map { "did you mean \($0)?" }
            )
            return nil
        }
        let type = measures.fields[slot].type()
        guard types.contains(type) || type == .dyn else {
            base.report(
                "type-mismatch",
                "the measure \(id) is of type \(type)",
                at: node,
                expected: "a measure that is \(wanted)"
            )
            return nil
        }
        return id
    }

    // MARK: - Verdicts

    private func verdicts(_ node: Node, _ environment: Environment) -> [ScopeRules.Rule] {
        let elements = base.elements(node)
        var rules: [ScopeRules.Rule] = []
        var tried = TriedConditions(base: base)
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
            tried.add(element, whenNode, when)
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
        if !tried.hasLastResort, !elements.isEmpty {
            base.report(
                "no-last-resort",
                "the list of verdicts has no last resort",
                at: node,
                expected: "a last verdict without `when`"
            )
        }
        return rules
    }
}
