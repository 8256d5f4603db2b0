import ActionPlan
import Rules

/// That an item stands otherwise than in an earlier assessment.
struct StatusChange: Sendable {
    var item: ItemReference
    /// Nil where it was not judged, or not in the plan.
    var before: Status?
    var after: Status
    var cause: Cause

    enum Cause: Sendable {
        /// A report came in, or was corrected, returned or verified.
        case report(period: PeriodID, agency: AgencyID)
        /// An amendment came into force.
        case amendment(Int)
        /// What is below it changed.
        case below
        /// Nothing but time passed.
        case time
    }

    /// Whether it stands worse than before, better, or neither.
    var course: Course {
        guard let before, before.group != .neutral, before.group != .unknown, after.group != .neutral,
            after.group != .unknown
        else {
            if after.group == .bad || after.group == .attention { return .worse }
            return after.group == .good ? .better : .other
        }
        return after.rank > before.rank ? .worse : .better
    }

    enum Course: Sendable, CaseIterable {
        case worse
        case better
        case other
    }

    /// All items whose status shown first is another than before: objectives, activities, indicators, each in the order
    /// of the plan.
    static func between(_ earlier: Assessment, _ later: Assessment) -> [StatusChange] {
        var before: [ItemID: StatusID] = [:]
        for objective in earlier.objectives { before[objective.id] = objective.verdicts.headline?.status }
        for activity in earlier.activities { before[activity.id] = activity.verdicts.headline?.status }
        for indicator in earlier.indicators { before[indicator.id] = indicator.verdicts.headline?.status }
        var changes: [StatusChange] = []
        func compare(_ item: ItemReference, _ verdicts: ItemVerdicts, _ periods: [PeriodAssessment]) {
            guard let now = verdicts.headline?.status, let after = later.statuses[now], before[item.id] != now
            else { return }
            let former = before[item.id].flatMap { earlier.statuses[$0] }
            changes.append(
                StatusChange(
                    item: item,
                    before: former,
                    after: after,
                    cause: cause(item, periods, earlier, later)
                )
            )
        }
        for objective in later.objectives { compare(.objective(objective.id), objective.verdicts, []) }
        for activity in later.activities { compare(.activity(activity.id), activity.verdicts, activity.periods) }
        for indicator in later.indicators { compare(.indicator(indicator.id), indicator.verdicts, indicator.periods) }
        return changes
    }

    private static func cause(
        _ item: ItemReference,
        _ periods: [PeriodAssessment],
        _ earlier: Assessment,
        _ later: Assessment
    ) -> Cause {
        for period in periods.reversed() {
            for part in period.reports {
                guard let record = part.record else { continue }
                let moments = record.versions.filter { !$0.isDraft }.map(\.submitted) + record.reviews.map(\.reviewed)
                if moments.contains(where: { earlier.knownAt < $0 }) {
                    return .report(period: period.period.id, agency: part.agency)
                }
            }
        }
        let plan = later.plan.plan
        for (position, amendment) in plan.amendments.enumerated()
        where earlier.asOf < amendment.inForce && amendment.inForce <= later.asOf {
            let above = later.plan.ancestors(of: item.id)
            if amendment.changes.contains(where: { $0.item == item.id || above.contains($0.item) }) {
                return .amendment(position)
            }
        }
        return later.plan.children(of: item.id).isEmpty ? .time : .below
    }
}
