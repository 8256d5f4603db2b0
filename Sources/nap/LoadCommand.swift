import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Rules
import Tracker

/// The command `nap load`.
struct LoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Replays the reports and reviews that lie in files beside a plan into a new ledger.",
        discussion: "Each must say when it was submitted or reviewed. All of them are taken, or none."
    )

    @Argument(help: "The folder of the plan, with `reports/` and `reviews/` in it.")
    var path: String

    @Option(name: .long, parsing: .singleValue, help: ArgumentHelp("A folder with rule packs.", valueName: "folder"))
    var rules: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Leave out what happened after this day: the ledger as it stood then.", valueName: "date"),
        transform: DayArgument.day
    )
    var until: Day?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let console = output.console
        let (workspace, diagnostics) = Workspace.open(plan: path, rules: RuleFolders.all(rules, plan: path))
        guard let workspace else {
            console.show(diagnostics)
            throw ExitStatus.input
        }
        let files = PastReports.files(besidePlan: path)
        guard !files.isEmpty else {
            console.show([
                Diagnostic(
                    "no-reports",
                    "\(path) has neither `reports/` nor `reviews/`",
                    hint: "`nap init` makes an empty ledger"
                )
            ])
            throw ExitStatus.input
        }
        let store = AttachmentStore(besideLedger: ledger.ledger)
        let now = clock.moment
        var (past, problems) = console.showing("Reading files") { progress in
            PastReports(workspace).events(in: files, keepingIn: store, now: now, progress)
        }
        let end = until.map { Moment(startOf: $0 + 1, at: workspace.plan.utcOffset) }
        if let end { past.leaveOut(from: end) }
        console.show(problems)
        try console.stopOnErrors(problems)
        let access = LedgerAccess(console: console)
        let tracker = try access.create(ledger, workspace)
        let refusals = try access.attempt { () throws(LedgerError) in
            defer { tracker.closeQuietly() }
            let moment = end.map { min(now, Moment(seconds: $0.seconds - 1)) } ?? now
            return try console.showing("Writing entries") { (progress) throws(LedgerError) in
                try tracker.replay(past, at: moment, progress)
            }
        }
        console.show(refusals)
        try console.stopOnErrors(refusals)
        let taken = console.counted(past.events.count, "event / events")
        console.note("\(ledger.ledger): \(taken), files read: \(files.count)")
    }
}
