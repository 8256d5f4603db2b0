import ActionPlan

/// How an agency reports: what it sent and what it owes.
struct AgencyDiscipline {
    private(set) var counts = ReportCounts()
    private(set) var owed: [OwedReport] = []

    init(
        of agency: AgencyID,
        indicators: [ItemID: IndicatorAssessment],
        activities: [ItemID: ActivityAssessment],
        _ index: PlanIndex,
        _ asOf: Day
    ) {
        for indicator in index.plan.indicators where index.expectedReporters(of: indicator.id).contains(agency) {
            add(indicators[indicator.id]?.periods ?? [], of: indicator.id, agency, asOf)
        }
        for activity in index.plan.activities where index.expectedReporters(of: activity.id).contains(agency) {
            add(activities[activity.id]?.periods ?? [], of: activity.id, agency, asOf)
        }
        owed.sort { ($0.due, $0.key) < ($1.due, $1.key) }
    }

    private mutating func add(_ periods: [PeriodAssessment], of item: ItemID, _ agency: AgencyID, _ asOf: Day) {
        for period in periods {
            guard let part = period.reports.first(where: { $0.agency == agency }) else { continue }
            // Such as after a milestone is achieved: nothing is owed.
            if part.state == .notDue, !part.isReturned { continue }
            counts += ReportCounts(part, isDueDayOver: asOf > period.period.due)
            let reason: OwedReport.Reason
            if part.isReturned {
                reason = .returned
            } else if part.state == .overdue {
                reason = .overdue
            } else if part.state == .due {
                reason = .due
            } else {
                continue
            }
            owed.append(
                OwedReport(
                    key: ReportKey(item: item, period: period.period.id, agency: agency),
                    reason: reason,
                    due: period.period.due,
                    daysLate: asOf - period.period.due
                )
            )
        }
    }
}
