import ActionPlan
import Diagnostics

/// Whether what an event of the office names is in the plan: an entry of the ledger can never be taken back.
struct PlanNames {
    private let index: PlanIndex

    init(_ index: PlanIndex) { self.index = index }

    func problems(with event: PeriodEvent) -> [Diagnostic] {
        let known = index.plan.calendars.flatMap(\.periods).map(\.id.rawValue)
        return unknown(event.period.rawValue, "unknown-period", "\(event.period) is no period of this plan", known)
    }

    func problems(with decision: DecisionEvent) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let item = decision.item {
            let known =
                index.plan.objectives.map(\.id.rawValue) + index.plan.activities.map(\.id.rawValue)
                + index.plan.indicators.map(\.id.rawValue)
            problems += unknown(item.rawValue, "unknown-item", "\(item) is no item of this plan", known)
        }
        if let agency = decision.responsible {
            let known = index.plan.agencies.map(\.id.rawValue)
            problems += unknown(agency.rawValue, "unknown-agency", "\(agency) is no agency of this plan", known)
        }
        return problems
    }

    private func unknown(_ name: String, _ identifier: String, _ message: Message, _ known: [String]) -> [Diagnostic] {
        guard !known.contains(name) else { return [] }
        let nearest = Suggestion.nearest(to: name, among: known)
        return [Diagnostic(identifier, message, hint: nearest.map { "did you mean \($0)?" })]
    }
}
