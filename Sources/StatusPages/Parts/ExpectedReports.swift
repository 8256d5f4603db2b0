import ActionPlan
import Rules

/// The reports that the plan expects for a period of a calendar: what came, and what did not.
struct ExpectedReports: Equatable, Sendable {
    var entries: [Entry] = []

    struct Entry: Equatable, Sendable {
        var item: ItemReference
        var part: ReportedPart

        var isReceived: Bool { part.receivedOn != nil }
        var isLate: Bool { isReceived && part.daysLate > 0 }
        var isMissing: Bool { !isReceived && part.state == .overdue }
    }

    /// By calendar and period, in the order of the plan.
    static func all(_ assessment: Assessment) -> [String: [PeriodID: ExpectedReports]] {
        let plan = assessment.plan
        var all: [String: [PeriodID: ExpectedReports]] = [:]
        func add(_ item: ItemReference, _ calendar: String?, _ periods: [PeriodAssessment]) {
            let expected = plan.expectedReporters(of: item.id)
            guard let calendar, !expected.isEmpty else { return }
            for period in periods where period.period.days.end < assessment.asOf {
                for part in period.reports where expected.contains(part.agency) {
                    all[calendar, default: [:]][period.period.id, default: ExpectedReports()].entries
                        .append(Entry(item: item, part: part))
                }
            }
        }
        for activity in assessment.activities {
            add(.activity(activity.id), plan.activity(activity.id)?.calendar, activity.periods)
        }
        for indicator in assessment.indicators {
            add(.indicator(indicator.id), plan.indicator(indicator.id)?.calendar, indicator.periods)
        }
        return all
    }
}
