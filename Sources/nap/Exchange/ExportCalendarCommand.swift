import ActionPlan
import ArgumentParser
import Diagnostics
import Feeds
import Rules
import Tracker

/// The command `nap export calendar`.
struct ExportCalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Deadlines and meetings as a calendar (iCalendar), of all or of an agency.",
        discussion: "It holds what the plan asks for, and nothing that was reported."
    )

    @OptionGroup var feed: FeedOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var reader: LanguageOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let console = reader.console
        let workspace = try plan.workspace(console)
        let today = workspace.day(of: clock.moment)
        let (branding, problems) = BrandingLoader.load(besidePlan: plan.plan, languages: workspace.plan.languages)
        console.show(problems.filter { $0.severity == .error })
        guard let branding else { throw ExitStatus.input }
        let index = workspace.index(on: today)
        let source = try feed.source(index.plan, branding, reader, console)
        try feed.write(DeadlineCalendar(Deadlines(index, asOf: today), source).bytes, console)
    }
}

/// The command `nap export atom`.
struct ExportFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "atom",
        abstract:
            "What changed as a feed (Atom), of all or of an agency: reports, statuses since the last meeting, amendments."
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Tell which statuses changed since this day; the plan's last meeting if left out.",
            valueName: "date"
        ),
        transform: DayArgument.day
    )
    var since: Day?

    @OptionGroup var feed: FeedOptions
    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let assessments = try assessment.opened(console, standard: .public)
        let asOf = assessment.asOf ?? assessments.today
        let meetings = assessments.tracker.workspace.plan.meetings.map(\.date)
        let compared = try console.showing("Judging items") { progress in
            try assessments.compared(asOf: asOf, since: since ?? meetings.last { $0 < asOf }, progress)
        }
        let branding = try assessment.branding(of: compared.now.plan.plan, console)
        let source = try feed.source(compared.now.plan.plan, branding, reader, console)
        try assessments.note(compared.now)
        let bytes = console.showing("Writing files") {
            let changes = compared.previous.map { Changes.between($0, compared.now, timeAlone: compared.timeAlone) }
            return NewsFeed(News(compared.now, changes: changes), source).bytes
        }
        try feed.write(bytes, console)
    }
}

/// Of whom a feed is, and where it goes.
struct FeedOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Only what an agency has to do with.", valueName: "id"))
    var agency: String?

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    /// What the feed is about; ends the program where the plan has no such agency.
    func source(
        _ plan: Plan,
        _ branding: Branding,
        _ reader: LanguageOptions,
        _ console: Console
    ) throws -> FeedSource {
        let id = try agency.map { try AgencyArgument($0).id(in: plan, console) }
        let language = id.map { reader.language(of: $0, in: plan) } ?? reader.chosen ?? plan.languages.first ?? "en"
        return FeedSource(
            language: language,
            agency: id,
            address: branding.address,
            publisher: branding.publisher,
            name: branding.name
        )
    }

    func write(_ bytes: [UInt8], _ console: Console) throws {
        guard let out else { return console.write(bytes) }
        try OutputFile(out, console).write(bytes)
    }
}
