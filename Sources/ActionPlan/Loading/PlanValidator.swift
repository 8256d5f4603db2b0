import Diagnostics
import YAML

/// Checks what the parts of a plan say of each other.
struct PlanValidator {
    private let plan: Plan
    private let index: PlanIndex
    private let decoder: PlanDecoder

    init(_ plan: Plan, _ decoder: PlanDecoder) {
        self.plan = plan
        self.decoder = decoder
        index = PlanIndex(plan)
    }

    func validate() {
        if plan.activities.isEmpty {
            let root = decoder.itemNodes.values.first?.document.root
            decoder.base.report(
                Diagnostic(
                    "no-activities",
                    "the plan has no activities",
                    at: root?.span ?? decoder.places[plan.id]?.span,
                    expected: "`objectives` with `activities` in them"
                )
            )
        }
        for activity in plan.activities { check(activity) }
        for indicator in plan.indicators { check(indicator) }
        checkCycles(plan.activities.map { ($0.id, $0.dependsOn) })
        checkCycles(
            plan.indicators.compactMap { indicator in
                guard case .milestone(_, let after) = indicator.measure else { return nil }
                return (indicator.id, after)
            }
        )
    }

    private func report(
        _ identifier: String,
        _ message: Message,
        severity: Diagnostic.Severity = .error,
        at item: ItemID,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        decoder.base.report(
            Diagnostic(
                identifier,
                message,
                severity: severity,
                at: decoder.places[item.rawValue]?.span,
                expected: expected,
                hint: hint
            )
        )
    }

    private func check(_ activity: Activity) {
        for dependency in activity.dependsOn
        where index.activity(dependency) == nil && index.reference(dependency) != nil {
            report(
                "wrong-kind-of-item",
                "\(activity.id) depends on \(dependency), which is no activity",
                at: activity.id,
                expected: "activities under `depends-on`"
            )
        }
        if activity.reportsEachPeriod, activity.calendar != nil, activity.lead == nil {
            report(
                "no-lead-agency",
                "nobody is named to report on the activity \(activity.id)",
                severity: .warning,
                at: activity.id,
                hint: "add `lead`, or `reporting: none`"
            )
        }
    }

    private func check(_ indicator: Indicator) {
        if indicator.calendar != nil, indicator.reporters.isEmpty {
            report(
                "no-lead-agency",
                "nobody is named to report on the indicator \(indicator.id)",
                severity: .warning,
                at: indicator.id,
                hint: "add `lead` to it, its activity or its objective"
            )
        }
        if !indicator.contributors.isEmpty, !indicator.measure.isNumeric {
            report(
                "contributors-need-numbers",
                "several agencies contribute to \(indicator.id), whose values are no numbers and cannot be added up",
                at: indicator.id,
                expected: "contributors of a `unit` or `percentage` only"
            )
        }
        checkTargets(indicator)
        if case .milestone(_, let after) = indicator.measure {
            for before in after
            where index.indicator(before)?.measure.keyword != "milestone" && index.reference(before) != nil {
                report(
                    "wrong-kind-of-item",
                    "\(indicator.id) comes after \(before), which is no milestone",
                    at: indicator.id,
                    expected: "milestones under `after`"
                )
            }
        }
    }

    private func checkTargets(_ indicator: Indicator) {
        let periods = index.periods(of: indicator.id)
        for period in indicator.periodTargets.keys.sorted() where !periods.contains(where: { $0.id == period }) {
            let known = periods.map(\.id.rawValue)
            report(
                "unknown-period",
                "the target for \(period) of \(indicator.id) is for no period of its calendar",
                at: indicator.id,
                expected: known.isEmpty ? "a calendar" : "one of: \(known.joined(separator: ", "))",
                hint: Suggestion.nearest(to: period.rawValue, among: known).map { "did you mean \($0)?" }
            )
        }
        let values =
            indicator.periodTargets.sorted { $0.key < $1.key }.map(\.value)
            + (indicator.finalTarget.map { [$0.value] } ?? [])
        guard !values.isEmpty else { return }
        switch indicator.measure {
        case .ordinal(let scale), .nominal(let scale):
            let levels = scale.map(\.id)
            for case .level(let level) in values where !levels.contains(level) {
                report(
                    "unknown-level",
                    "the target \(level) of \(indicator.id) is none of its levels",
                    at: indicator.id,
                    expected: "one of: \(levels.joined(separator: ", "))",
                    hint: Suggestion.nearest(to: level, among: levels).map { "did you mean \($0)?" }
                )
            }
        case .qualitative, .milestone:
            report(
                "target-not-possible",
                "\(indicator.id) has a target although its values are no numbers",
                at: indicator.id,
                hint: "a milestone has `due`; for a text, describe the aim in `definition`"
            )
        case .unit, .percentage:
            if indicator.direction == .contextual {
                report(
                    "target-of-contextual",
                    "\(indicator.id) has a target, but a contextual indicator is never judged",
                    severity: .warning,
                    at: indicator.id
                )
            }
        }
    }

    private func checkCycles(_ edges: [(ItemID, [ItemID])]) {
        let graph = Dictionary(edges, uniquingKeysWith: { first, _ in first })
        var state: [ItemID: Bool] = [:]
        for (start, _) in edges where state[start] == nil {
            var stack: [(item: ItemID, next: Int)] = [(start, 0)]
            state[start] = false
            while let top = stack.last {
                let successors = graph[top.item] ?? []
                guard top.next < successors.count else {
                    state[top.item] = true
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let successor = successors[top.next]
                if state[successor] == nil, graph[successor] != nil {
                    state[successor] = false
                    stack.append((successor, 0))
                } else if state[successor] == false {
                    let loop = stack.drop { $0.item != successor }.map(\.item.rawValue) + [successor.rawValue]
                    report(
                        "cycle",
                        "\(successor) waits for itself: \(loop.joined(separator: " → "))",
                        at: successor,
                        hint: "remove one of these links"
                    )
                }
            }
        }
    }
}
