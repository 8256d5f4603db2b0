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

    /// The same where some items stand otherwise; nil where other reports are expected than before.
    static func updated(
        _ known: [String: [PeriodID: ExpectedReports]],
        _ assessment: Assessment,
        _ items: Set<ItemID>
    ) -> [String: [PeriodID: ExpectedReports]]? {
        var all = known
        let plan = assessment.plan
        for id in items {
            let expected = plan.expectedReporters(of: id)
            guard let calendar = plan.calendar(of: id), !expected.isEmpty else { continue }
            for period in assessment.periods(of: id) where period.period.days.end < assessment.asOf {
                let parts = period.reports.filter { expected.contains($0.agency) }
                let former = all[calendar]?[period.period.id]?.entries ?? []
                guard let first = former.firstIndex(where: { $0.item.id == id }) else {
                    guard parts.isEmpty else { return nil }
                    continue
                }
                let places = first..<(first + parts.count)
                guard places.upperBound <= former.count, former[places].map(\.part.agency) == parts.map(\.agency),
                    former[places].allSatisfy({ $0.item.id == id })
                else { return nil }
                for (place, part) in zip(places, parts) where former[place].part != part {
                    all[calendar]?[period.period.id]?.entries[place].part = part
                }
            }
        }
        return all
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
