import ActionPlan
import CEL

/// A pack as a plan uses it, made ready: one object, handed on at no cost.
final class PreparedPack: Sendable {
    let id: String
    let pack: RulePack
    let parameters: Value
    /// The items it is limited to; empty for all.
    let items: [ItemID]
    let checks: [PreparedCheck]
    /// The measures of a report where the pack has none.
    private let noReportMeasures: Value
    private let evaluators: [ScopeEvaluator?]

    init(_ pack: RulePack, parameters: Value, items: [ItemID]) {
        id = pack.id
        self.pack = pack
        self.parameters = parameters
        self.items = items
        evaluators = RulePack.Scope.allCases.map { ScopeEvaluator(pack, $0) }
        noReportMeasures = .object(ObjectValue(pack.reportMeasures.type) { _ in nil })
        let variables =
            RuleScope.environment(
                RuleScope.reportVariables,
                parameters: pack.parametersType,
                measures: pack.reportMeasures.type,
                functions: RuleFunctions([])
            )
            .variables
        checks = pack.checks.map { PreparedCheck($0, variables) }
    }

    /// What checks on a report measure in it.
    func reportMeasures(_ variables: [Value?]) -> Value {
        pack.reportMeasures.measures.isEmpty ? noReportMeasures : pack.reportMeasures.values(variables)
    }

    /// The rules of a section; nil where the pack has none.
    subscript(scope: RulePack.Scope) -> ScopeEvaluator? { evaluators[scope.position] }

    /// Whether any rule of a section looks at single children of what it judges, or at all of it.
    func readsChildren(in scope: RulePack.Scope) -> Bool {
        let paths = self[scope]?.rules.programs.flatMap(\.paths) ?? []
        return paths.contains { $0.first == scope.rawValue && ($0.count == 1 || $0[1] == "children") }
    }
}

/// A check made ready.
final class PreparedCheck: Sendable {
    let check: Check
    private let condition: Condition

    init(_ check: Check, _ variables: [Environment.Variable]) {
        self.check = check
        condition = Condition(check.when, variables)
    }

    /// What it says of a report; nil where it finds nothing, or cannot be evaluated on it, such as on one without a number.
    func outcome(_ variables: [Value?], _ naming: SentenceNaming) -> Sentence? {
        do throws(EvaluationError) {
            guard try condition.holds(variables) else { return nil }
            return try naming.sentence(check.message, variables)
        } catch {
            return nil
        }
    }
}

extension RulePack.Scope {
    /// Where it stands among all scopes.
    fileprivate var position: Int {
        switch self {
        case .period: 0
        case .indicator: 1
        case .activity: 2
        case .objective: 3
        case .agency: 4
        case .plan: 5
        }
    }
}
