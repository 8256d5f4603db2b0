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

    /// - Parameter root: where it is said that something is missing everywhere.
    func validate(at root: Node) {
        if plan.activities.isEmpty, !decoder.base.diagnostics.hasErrors {
            decoder.base.report(
                "no-activities",
                "the plan has no activities",
                at: root,
                expected: "`objectives` with `activities` in them"
            )
        }
        for activity in plan.activities { check(activity) }
        for indicator in plan.indicators { check(indicator) }
        for amendment in plan.amendments { check(amendment) }
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
        at node: Node?,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        decoder.base.report(
            Diagnostic(
                identifier,
                message,
                severity: severity,
                at: node.map { $0.kind == .scalar ? $0.span : $0.openingSpan },
                expected: expected,
                hint: hint
            )
        )
    }

    /// Where an item is named.
    private func name(of item: ItemID) -> Node? { decoder.declared[.item]?[item.rawValue] }

    /// Where a value stands in a list of an item, such as one of the activities under `depends-on`.
    private func place(of value: String, under key: StaticString, in item: ItemID) -> Node? {
        let list = decoder.itemNodes[item]?.value(ofKey: key)
        return list?.elements.first { $0.text == value } ?? name(of: item)
    }

    private func check(_ activity: Activity) {
        for dependency in activity.dependsOn
        where index.activity(dependency) == nil && index.reference(dependency) != nil {
            report(
                "wrong-kind-of-item",
                "\(activity.id) depends on \(dependency), which is no activity",
                at: place(of: dependency.rawValue, under: "depends-on", in: activity.id),
                expected: "the identifier of an activity"
            )
        }
        if activity.reportsEachPeriod, activity.calendar != nil, activity.lead == nil {
            report(
                "no-lead-agency",
                "nobody is named to report on the activity \(activity.id)",
                severity: .warning,
                at: name(of: activity.id),
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
                at: name(of: indicator.id),
                hint: "add `lead` to it, its activity or its objective"
            )
        }
        if !indicator.contributors.isEmpty, !indicator.measure.isNumeric, indicator.contribution.combination == .sum {
            report(
                "contributors-need-numbers",
                "several agencies contribute to \(indicator.id), whose values are no numbers and cannot be added up",
                at: decoder.itemNodes[indicator.id]?.value(ofKey: "contributors") ?? name(of: indicator.id),
                expected: "contributors to a `unit` or `percentage` only"
            )
        }
        checkContribution(indicator)
        checkTargets(
            of: indicator,
            indicator.periodTargets,
            indicator.finalTarget,
            in: decoder.itemNodes[indicator.id]
        )
        if case .milestone(_, let after) = indicator.measure {
            for before in after
            where index.indicator(before)?.measure.keyword != "milestone" && index.reference(before) != nil {
                report(
                    "wrong-kind-of-item",
                    "\(indicator.id) comes after \(before), which is no milestone",
                    at: place(of: before.rawValue, under: "after", in: indicator.id),
                    expected: "the identifier of an indicator with `measure: milestone`"
                )
            }
        }
    }

    private func checkContribution(_ indicator: Indicator) {
        let node = decoder.itemNodes[indicator.id]
        switch indicator.contribution.combination {
        case .sum: break
        case .leadOnly where indicator.lead == nil:
            report(
                "lead-only-without-lead",
                "only the lead's figure counts for \(indicator.id), but it has no lead",
                at: node?.value(ofKey: "combine") ?? name(of: indicator.id),
                expected: "`lead` on it, its activity or its objective"
            )
        case .separate where !indicator.periodTargets.isEmpty || indicator.finalTarget != nil:
            report(
                "separate-with-target",
                "the figures for \(indicator.id) stand apart, so that nothing can be held against its target",
                at: node?.value(ofKey: "combine") ?? name(of: indicator.id),
                expected: "`combine: sum`, or no target"
            )
        case .leadOnly, .separate: break
        }
    }

    private func check(_ amendment: Amendment) {
        let nodes = decoder.amendmentNodes[amendment.id]?.value(ofKey: "changes")?.elements ?? []
        for change in amendment.changes {
            guard let indicator = index.indicator(change.item) else { continue }
            let node = nodes.first { $0.value(ofKey: "item")?.text == change.item.rawValue }
            checkTargets(of: indicator, change.periodTargets, change.finalTarget, in: node)
        }
    }

    /// Checks what is to be reached; `node` is the mapping that has `targets` and `target`.
    private func checkTargets(
        of indicator: Indicator,
        _ periodTargets: [PeriodID: TargetValue],
        _ finalTarget: FinalTarget?,
        in node: Node?
    ) {
        let elements = node?.value(ofKey: "targets")?.elements ?? []
        func place(_ period: PeriodID) -> Node? {
            elements.first { $0.value(ofKey: "period")?.text == period.rawValue } ?? node
        }
        let periods = index.periods(of: indicator.id).map(\.id)
        for (period, value) in periodTargets.sorted(by: { $0.key < $1.key }) {
            // Without periods the calendar itself is missing or mistaken; the latter has been said.
            if !periods.contains(period), !(periods.isEmpty && decoder.base.diagnostics.hasErrors) {
                let known = periods.map(\.rawValue)
                report(
                    "unknown-period",
                    "\(period) is no reporting period of \(indicator.id)",
                    at: place(period)?.value(ofKey: "period") ?? place(period),
                    expected: known.isEmpty
                        ? "no targets of periods: nothing is reported on it regularly"
                        : "one of: \(known.joined(separator: ", "))",
                    hint: hint(for: period, of: indicator, among: known)
                )
            }
            check(value, of: indicator, at: place(period))
        }
        if let finalTarget { check(finalTarget.value, of: indicator, at: node?.value(ofKey: "target") ?? node) }
    }

    private func hint(for period: PeriodID, of indicator: Indicator, among known: [String]) -> Message? {
        if indicator.calendar == nil { return "add `calendar` to the plan or to what is reported on" }
        return Suggestion.nearest(to: period.rawValue, among: known).map { "did you mean \($0)?" }
    }

    private func check(_ value: TargetValue, of indicator: Indicator, at node: @autoclosure () -> Node?) {
        switch indicator.measure {
        case .ordinal(let scale), .nominal(let scale):
            let levels = scale.map(\.id)
            guard case .level(let level) = value, !levels.contains(level) else { return }
            report(
                "unknown-level",
                "the target \(level) is none of the levels of \(indicator.id)",
                at: node()?.value(ofKey: "value") ?? node(),
                expected: "one of: \(levels.joined(separator: ", "))",
                hint: Suggestion.nearest(to: level, among: levels).map { "did you mean \($0)?" }
            )
        case .qualitative, .milestone:
            report(
                "target-not-possible",
                "\(indicator.id) has a target although its values are no numbers",
                at: node(),
                hint: "a milestone has `due`; for a text, describe the aim in `definition`"
            )
        case .unit, .percentage:
            guard indicator.direction == .contextual else { return }
            report(
                "target-of-contextual",
                "\(indicator.id) has a target, but a contextual indicator is never judged",
                severity: .warning,
                at: node(),
                hint: "remove the target, or choose another `direction`"
            )
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
                        at: name(of: successor),
                        hint: "remove one of these links"
                    )
                }
            }
        }
    }
}
