import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// Which plan, ledger, day and edition an assessment is made of.
struct AssessmentOptions: ParsableArguments {
    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions

    @Option(
        name: .long,
        help: ArgumentHelp("The day as of which; today if left out.", valueName: "date"),
        transform: DayArgument.day
    )
    var asOf: Day?

    @Option(name: .long, help: ArgumentHelp("`public` withholds small counts.", valueName: "internal|public"))
    var edition: Assessment.Edition = .internal

    @OptionGroup var clock: ClockOptions

    /// The assessment; ends the program with a message where it cannot be made.
    func assess(_ console: Console) throws -> Assessment {
        let assessments = try opened(console)
        return try assessments.assess(asOf: asOf ?? assessments.today)
    }

    /// Opens plan and ledger once, for several days.
    func opened(_ console: Console, writing: Bool = false) throws -> Assessments {
        let workspace = try plan.workspace(console)
        let access = LedgerAccess(console: console)
        let tracker = try access.open(ledger, workspace, writing: writing)
        return Assessments(tracker: tracker, access: access, edition: edition, now: clock.moment)
    }
}

/// Assessments of one plan as of several days.
struct Assessments {
    let tracker: Tracker
    let access: LedgerAccess
    let edition: Assessment.Edition
    let now: Moment

    var today: Day { tracker.workspace.day(of: now) }

    /// Where in the ledger reports stand.
    func standing(asOf day: Day) throws -> LedgerStanding {
        try access.attempt { () throws(LedgerError) in try tracker.standing(asOf: day) }
    }

    /// Where the plan would stand as of a day if nothing had been reported after an earlier one; nil where its text
    /// changed in between, since that would count as time.
    func assessTimeAlone(since earlier: Day, asOf day: Day) throws -> Assessment? {
        let workspace = tracker.workspace
        guard !workspace.plan.amendments.contains(where: { earlier < $0.inForce && $0.inForce <= day }) else {
            return nil
        }
        let known = Moment(seconds: Moment(startOf: earlier + 1, at: workspace.plan.utcOffset).seconds - 1)
        return try access.attempt { () throws(LedgerError) in
            try tracker.assess(asOf: day, edition: edition, knownAt: known)
        }
    }

    func assess(asOf day: Day) throws -> Assessment {
        try access.attempt { () throws(LedgerError) in try tracker.assess(asOf: day, edition: edition) }
    }
}

extension Assessment.Edition: ExpressibleByArgument {}
