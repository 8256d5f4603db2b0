import ActionPlan
import ArgumentParser
import Diagnostics
import Disclosure
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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only what was known at this instant, such as 2021-09-15T09:00+05:00; that of the day's end if left out.",
            valueName: "instant"
        )
    )
    var knownAt: Moment?

    @Option(name: .long, help: ArgumentHelp("`public` withholds small counts.", valueName: "internal|public"))
    var edition: Assessment.Edition?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What public editions have shown so far; beside the ledger if left out.",
            valueName: "file"
        )
    )
    var published: String?

    @OptionGroup var clock: ClockOptions

    /// The assessment; ends the program with a message where it cannot be made.
    func assess(_ console: Console) throws -> Assessment {
        let assessments = try opened(console)
        return try assessments.assess(asOf: asOf ?? assessments.today)
    }

    /// Opens plan and ledger once, for several days.
    ///
    /// - Parameters:
    ///   - console: where is told what is wrong.
    ///   - writing: whether the ledger is written to.
    ///   - standard: the edition where none was asked for.
    /// - Returns: what assesses the plan.
    /// - Throws: how the program ends where plan or ledger cannot be opened.
    func opened(
        _ console: Console,
        writing: Bool = false,
        standard: Assessment.Edition = .internal
    ) throws -> Assessments {
        let edition = edition ?? standard
        let workspace = try plan.workspace(console)
        let access = LedgerAccess(console: console)
        let tracker = try access.open(ledger, workspace, writing: writing)
        let file = PublishedFile(published ?? Tracker.publishedFile(besideLedger: ledger.ledger))
        return Assessments(
            tracker: tracker,
            access: access,
            edition: edition,
            knownAt: knownAt,
            published: edition == .public ? try Self.read(file, console) : PublishedFigures(),
            file: file,
            now: clock.moment
        )
    }

    private static func read(_ file: PublishedFile, _ console: Console) throws -> PublishedFigures {
        do throws(PublishedFile.Fault) {
            return try file.read()
        } catch {
            console.show([error.diagnostic])
            throw ExitStatus.input
        }
    }
}

/// Assessments of one plan as of several days.
struct Assessments {
    let tracker: Tracker
    let access: LedgerAccess
    let edition: Assessment.Edition
    /// Up to when reports are taken into account; the end of the day judged if nil.
    let knownAt: Moment?
    /// What public editions have shown so far.
    let published: PublishedFigures
    let file: PublishedFile
    let now: Moment

    var today: Day { tracker.workspace.day(of: now) }

    func assess(asOf day: Day) throws -> Assessment {
        try access.attempt { () throws(LedgerError) in
            try access.console.showing("Judging items") { (progress) throws(LedgerError) in
                try tracker.assess(asOf: day, edition: edition, knownAt: knownAt, after: published, progress)
            }
        }
    }

    /// Notes what a public edition shows, so that the next one does not give away by difference what this one withholds.
    func note(_ assessment: Assessment) throws {
        guard edition == .public else { return }
        try OutputFile(file.path, access.console).attempt { try file.note(assessment, after: published) }
    }
}

extension Assessment.Edition: ExpressibleByArgument {}
