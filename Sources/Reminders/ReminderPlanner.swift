package import Accounts
package import ActionPlan
package import Rules

/// Finds who is to be told what, and was not told it before.
package struct ReminderPlanner: Sendable {
    private let owed: [AgencyID: [Occasion]]
    private let digest: Digest

    /// - Parameter assessment: where the plan stands on the day.
    package init(_ assessment: Assessment) {
        let records = Dictionary(assessment.records.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        owed = Dictionary(
            assessment.agencies.map { agency in
                (agency.id, agency.owed.compactMap { Occasion($0, records[$0.key]) })
            },
            uniquingKeysWith: { first, _ in first }
        )
        digest = Digest(assessment)
    }

    /// What the holder of an account is to be told.
    ///
    /// - Parameters:
    ///   - person: the holder.
    ///   - record: her account: one that is not in use, and whoever wants no reminders, is told nothing.
    ///   - told: the names of what she was told before.
    /// - Returns: what is new to her; nil where that is nothing.
    package func reminder(to person: Person, _ record: AccountRecord, after told: Set<String>) -> Reminder? {
        guard record.state == .open, person.wantsReminders, person.problem == nil else { return nil }
        let agencies = record.grants.filter { $0.role == .agency }.map { AgencyID(rawValue: $0.body) }
        let occasions = agencies.flatMap { owed[$0] ?? [] }.filter { !told.contains($0.name) }
        let isChair = record.grants.contains { $0.role == .chair }
        let tellsDigest = isChair && !digest.isEmpty && !told.contains(Digest.name(on: digest.asOf))
        guard !occasions.isEmpty || tellsDigest else { return nil }
        return Reminder(
            account: record.account,
            person: person,
            occasions: occasions,
            digest: tellsDigest ? digest : nil
        )
    }
}
