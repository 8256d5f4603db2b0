import Accounts
import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Mail
import Reminders
import Tracker

/// The command `nap remind`.
struct RemindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract:
            "Reminds people by mail: of what is due, overdue or sent back; and tells the chair how reporting stands.",
        discussion: """
            Who has an account of the web service is told 14, 7 and 1 days before a report is due, when it is overdue, and \
            when it was sent back; the chair once a week. What was told is remembered beside the ledger and never told \
            twice. `nap serve --mail-from` does the same once a day; while it runs, this command can only rehearse.
            """
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The day as of which; today if left out.", valueName: "date"),
        transform: DayArgument.day
    )
    var asOf: Day?

    @Flag(name: .long, help: "Only tell what would be sent.")
    var dryRun = false

    @Option(
        name: .long,
        help: ArgumentHelp("Under which address browsers know the service.", valueName: "https://host")
    )
    var origin = "http://127.0.0.1:8080"

    @OptionGroup var mail: MailOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions
    @OptionGroup var clock: ClockOptions

    func validate() throws {
        if !dryRun, mail.mailFrom == nil {
            throw ValidationError("--mail-from is missing: from which address are the mails? Or add --dry-run")
        }
    }

    func run() throws {
        let console = reader.console
        let workspace = try plan.workspace(console)
        let sender = try mail.sender(console)
        let access = LedgerAccess(console: console)
        let opened = try access.attempt { () throws(LedgerError) in
            try Ledger.open(at: ledger.ledger, planID: workspace.plan.id, access: dryRun ? .readOnly : .readWrite)
        }
        let tracker = Tracker(workspace, ledger: opened)
        let reminders = Reminders(tracker, accounts: Accounts(tracker, ledger: opened), origin: origin)
        let now = clock.moment
        let day = asOf ?? workspace.day(of: now)
        let outcomes = try access.attempt { () throws(LedgerError) in
            defer { tracker.closeQuietly() }
            guard !dryRun, let sender else { return try reminders.rehearse(asOf: day, at: now) }
            return try reminders.send(asOf: day, at: now, from: sender, by: mail.delivery)
        }
        show(outcomes, console)
        let faults = outcomes.compactMap(\.fault)
        console.show(faults.map(\.diagnostic))
        guard faults.isEmpty else { throw ExitStatus.machine }
    }

    private func show(_ outcomes: [Reminders.Outcome], _ console: Console) {
        for outcome in outcomes where outcome.fault == nil {
            console.write("\(outcome.reminder.person.email)  \(outcome.subject)\n")
            guard dryRun else { continue }
            for name in outcome.reminder.names { console.write("    \(name)\n") }
        }
    }
}
