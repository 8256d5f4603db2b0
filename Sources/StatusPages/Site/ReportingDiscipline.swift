import ActionPlan
import Rules

/// How agencies reported: numbers of reports whose due day is over.
struct ReportingDiscipline: Sendable {
    /// By calendar, agency and period.
    private(set) var byCalendar: [String: [AgencyID: [PeriodID: Count]]] = [:]

    struct Count: Sendable {
        var onTime = 0
        var late = 0
        var missing = 0

        fileprivate var isZero: Bool { onTime == 0 && late == 0 && missing == 0 }
    }

    init(_ assessment: Assessment) {
        for activity in assessment.activities { add(activity.id, activity.periods, assessment, 1) }
        for indicator in assessment.indicators { add(indicator.id, indicator.periods, assessment, 1) }
    }

    /// The same of an assessment in which some items stand otherwise.
    func updated(_ old: Assessment, _ new: Assessment, items: Set<ItemID>) -> ReportingDiscipline {
        var discipline = self
        for (assessment, sign) in [(old, -1), (new, 1)] {
            for id in items { discipline.add(id, assessment.periods(of: id), assessment, sign) }
        }
        discipline.byCalendar = discipline.byCalendar
            .mapValues { agencies in
                agencies.mapValues { $0.filter { !$0.value.isZero } }.filter { !$0.value.isEmpty }
            }
            .filter { !$0.value.isEmpty }
        return discipline
    }

    private mutating func add(_ item: ItemID, _ periods: [PeriodAssessment], _ assessment: Assessment, _ sign: Int) {
        let plan = assessment.plan
        guard let calendar = plan.activity(item)?.calendar ?? plan.indicator(item)?.calendar else { return }
        let expected = plan.expectedReporters(of: item)
        for period in periods where period.period.due < assessment.asOf {
            for part in period.reports where expected.contains(part.agency) {
                let isReceived = part.receivedOn != nil
                guard isReceived || part.state == .overdue else { continue }
                var count = Count()
                if !isReceived {
                    count.missing = sign
                } else if part.daysLate > 0 {
                    count.late = sign
                } else {
                    count.onTime = sign
                }
                byCalendar[calendar, default: [:]][part.agency, default: [:]][period.period.id, default: Count()] +=
                    count
            }
        }
    }
}

extension ReportingDiscipline.Count {
    fileprivate static func += (left: inout Self, right: Self) {
        left.onTime += right.onTime
        left.late += right.late
        left.missing += right.missing
    }
}
