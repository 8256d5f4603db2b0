package import ActionPlan
package import Rules

/// How reporting stands, for the chair: numbers of reports, never what is in them.
package struct Digest: Hashable, Sendable {
    package var asOf: Day
    /// How many reports wait for a review.
    package var waiting: Int
    /// How many are due within two weeks.
    package var dueSoon: Int
    /// The agencies whose reports are overdue or were sent back, those with the most overdue first.
    package var agencies: [Part]

    /// What one agency owes.
    package struct Part: Hashable, Sendable {
        package var agency: AgencyID
        package var overdue: Int
        package var returned: Int
        /// The due day of the oldest that is overdue.
        package var oldest: Day?
    }

    /// - Parameter assessment: where the plan stands.
    package init(_ assessment: Assessment) {
        asOf = assessment.asOf
        waiting = assessment.records.count { [.submitted, .corrected].contains($0.state) }
        let soon = Occasion.days.max() ?? 0
        dueSoon = assessment.agencies.map { $0.owed.count { $0.reason == .due && -$0.daysLate <= soon } }.reduce(0, +)
        agencies = assessment.agencies
            .compactMap { agency in
                let overdue = agency.owed.filter { $0.reason == .overdue }
                let returned = agency.owed.count { $0.reason == .returned }
                guard !overdue.isEmpty || returned > 0 else { return nil }
                return Part(
                    agency: agency.id,
                    overdue: overdue.count,
                    returned: returned,
                    oldest: overdue.map(\.due).min()
                )
            }
            .sorted { ($1.overdue, $1.returned, $0.agency) < ($0.overdue, $0.returned, $1.agency) }
    }

    /// Whether there is nothing to tell.
    package var isEmpty: Bool { waiting == 0 && dueSoon == 0 && agencies.isEmpty }

    /// The name under which is remembered that it was sent: one a week, which begins on a Monday.
    package static func name(on day: Day) -> String {
        // 1970-01-01 was a Thursday.
        let sinceMonday = ((day.number + 3) % 7 + 7) % 7
        return "digest \(day + -sinceMonday)"
    }
}
