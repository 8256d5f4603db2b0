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
    }

    init(_ assessment: Assessment) {
        for activity in assessment.activities {
            add(activity.id, assessment.plan.activity(activity.id)?.calendar, activity.periods, assessment)
        }
        for indicator in assessment.indicators {
            add(indicator.id, assessment.plan.indicator(indicator.id)?.calendar, indicator.periods, assessment)
        }
    }

    private mutating func add(
        _ item: ItemID,
        _ calendar: String?,
        _ periods: [PeriodAssessment],
        _ assessment: Assessment
    ) {
        guard let calendar else { return }
        let expected = assessment.plan.expectedReporters(of: item)
        for period in periods where period.period.due < assessment.asOf {
            for part in period.reports where expected.contains(part.agency) {
                let isReceived = part.receivedOn != nil
                guard isReceived || part.state == .overdue else { continue }
                let kind: WritableKeyPath<Count, Int> = isReceived ? part.daysLate > 0 ? \.late : \.onTime : \.missing
                byCalendar[calendar, default: [:]][part.agency, default: [:]][period.period.id, default: Count()][
                    keyPath: kind
                ] += 1
            }
        }
    }
}
