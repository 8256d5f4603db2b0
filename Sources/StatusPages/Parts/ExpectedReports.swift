import ActionPlan
import Rules

/// The reports that the plan expects for a period of a calendar: what came, and what did not.
struct ExpectedReports: Sendable {
    var entries: [Entry] = []

    struct Entry: Sendable {
        var item: ItemReference
        var part: ReportedPart

        var isReceived: Bool { part.receivedOn != nil }
        var isLate: Bool { isReceived && part.daysLate > 0 }
        var isMissing: Bool { !isReceived && part.state == .overdue }
    }

    /// By calendar and period, in the order of the plan.
    static func all(_ site: Site) -> [String: [PeriodID: ExpectedReports]] {
        let plan = site.plan
        var all: [String: [PeriodID: ExpectedReports]] = [:]
        func add(_ item: ItemReference, _ calendar: String?) {
            let expected = plan.expectedReporters(of: item.id)
            guard let calendar, !expected.isEmpty else { return }
            for period in site.periods(of: item.id) where period.period.days.end < site.assessment.asOf {
                for part in period.reports where expected.contains(part.agency) {
                    all[calendar, default: [:]][period.period.id, default: ExpectedReports()].entries
                        .append(Entry(item: item, part: part))
                }
            }
        }
        for activity in plan.plan.activities { add(.activity(activity.id), activity.calendar) }
        for indicator in plan.plan.indicators { add(.indicator(indicator.id), indicator.calendar) }
        return all
    }
}
