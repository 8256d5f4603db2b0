import ActionPlan
import Diagnostics
import Ledger
import Rules
import Tracker

extension Assessments {
    /// Where a plan stands, and what it is compared with.
    struct Compared {
        var now: Assessment
        /// `now` as files that readers can take along.
        var files: [AssessmentFile]
        /// Where in the ledger reports stand.
        var standing: LedgerStanding
        /// Where the plan stood on the earlier day.
        var previous: Assessment?
        /// Where it would stand if nothing had been reported since.
        var timeAlone: Assessment?
    }

    /// Where the plan stands as of a day, and stood as of an earlier one; on two processors.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - earlier: the earlier one.
    ///   - progress: is told how many items are judged as of the day.
    /// - Returns: both.
    /// - Throws: how the program ends where the ledger fails.
    func compared(asOf day: Day, since earlier: Day?, _ progress: WorkProgress = .unseen) throws -> Compared {
        let (tracker, edition, published) = (tracker, edition, published)
        let alone = earlier.flatMap { isTimeAlone(since: $0, asOf: day) ? Self.end(of: $0, tracker) : nil }
        let (present, past) = try access.attempt { () throws(LedgerError) in
            try Concurrently.both(
                { () throws(LedgerError) in
                    let now = try tracker.assess(asOf: day, edition: edition, after: published, progress)
                    return (now, AssessmentFile.all(of: now), try tracker.standing(asOf: day))
                },
                { () throws(LedgerError) -> (Assessment?, Assessment?) in
                    guard let earlier else { return (nil, nil) }
                    let previous = try tracker.assess(asOf: earlier, edition: edition, after: published)
                    guard let alone else { return (previous, nil) }
                    return (
                        previous, try tracker.assess(asOf: day, edition: edition, knownAt: alone, after: published)
                    )
                }
            )
        }
        return Compared(
            now: present.0,
            files: present.1,
            standing: present.2,
            previous: past.0,
            timeAlone: past.1
        )
    }

    /// Whether only time and reports can have changed the plan between two days, not its text.
    private func isTimeAlone(since earlier: Day, asOf day: Day) -> Bool {
        !tracker.workspace.plan.amendments.contains { earlier < $0.inForce && $0.inForce <= day }
    }

    private static func end(of day: Day, _ tracker: Tracker) -> Moment {
        Moment(seconds: Moment(startOf: day + 1, at: tracker.workspace.plan.utcOffset).seconds - 1)
    }
}
