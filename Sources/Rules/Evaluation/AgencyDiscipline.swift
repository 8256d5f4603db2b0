import ActionPlan

/// How an agency reports: what it sent and what it owes.
struct AgencyDiscipline: Sendable {
    let agency: AgencyID
    private(set) var counts = ReportCounts()
    /// The oldest first.
    private(set) var owed: [OwedReport] = []

    /// On one item.
    init(of agency: AgencyID, on item: ItemID, _ periods: [PeriodAssessment], _ asOf: Day) {
        self.agency = agency
        for place in periods.indices {
            let due = periods[place].period.due
            guard let part = periods[place].reports.firstIndex(where: { $0.agency == agency }),
                let reason = count(periods[place].reports[part], dueOn: due, asOf)
            else { continue }
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

    /// On several items together.
    init(of agency: AgencyID, _ items: [AgencyDiscipline]) {
        self.agency = agency
        for item in items {
            counts += item.counts
            owed += item.owed
        }
        owed.sort { ($0.due, $0.key) < ($1.due, $1.key) }
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
