import ActionPlan

/// How an agency reports: what it sent and what it owes.
struct AgencyDiscipline {
    private(set) var counts = ReportCounts()
    private(set) var owed: [OwedReport] = []

    init(of agency: AgencyID, _ below: ItemDependencies.AgencyItems, _ assessment: Assessment) {
        let asOf = assessment.asOf
        for position in below.reportedIndicators {
            let indicator = assessment.indicators[position].id
            add(assessment.indicators[position].periods, of: indicator, agency, asOf)
        }
        for position in below.reportedActivities {
            let activity = assessment.activities[position].id
            add(assessment.activities[position].periods, of: activity, agency, asOf)
        }
        owed.sort { ($0.due, $0.key) < ($1.due, $1.key) }
    }

    private mutating func add(_ periods: [PeriodAssessment], of item: ItemID, _ agency: AgencyID, _ asOf: Day) {
        for place in periods.indices {
            guard let part = periods[place].reports.firstIndex(where: { $0.agency == agency }),
                let reason = count(periods[place].reports[part], dueOn: periods[place].period.due, asOf)
            else { continue }
            let due = periods[place].period.due
            owed.append(
                OwedReport(
                    key: ReportKey(item: item, period: periods[place].period.id, agency: agency),
                    reason: reason,
                    due: due,
                    daysLate: asOf - due
                )
            )
        }
    }

    /// Counts a part.
    ///
    /// - Returns: why it is owed; nil where it is not.
    private mutating func count(_ part: ReportedPart, dueOn due: Day, _ asOf: Day) -> OwedReport.Reason? {
        // Such as after a milestone is achieved: nothing is owed.
        if part.state == .notDue, !part.isReturned { return nil }
        counts += ReportCounts(part, isDueDayOver: asOf > due)
        if part.isReturned { return .returned }
        switch part.state {
        case .overdue: return .overdue
        case .due: return .due
        default: return nil
        }
    }
}
