import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// The command `nap review`.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Verifies reports or sends them back, as a file of reviews says: all of them, or none."
    )

    @Argument(help: "The file with the reviews (format: nap-reviews/1).")
    var file: String

    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let console = output.console
        let workspace = try plan.workspace(console)
        var (content, diagnostics) = PastReports(workspace).content(of: file, now: clock.moment)
        let reviews = content?.reviews ?? []
        if reviews.isEmpty, !diagnostics.hasErrors {
            diagnostics.append(Diagnostic("no-reviews", "\(file) holds no reviews", expected: "format: nap-reviews/1"))
        }
        if !diagnostics.hasErrors {
            let access = LedgerAccess(console: console)
            let tracker = try access.open(ledger, workspace, writing: true)
            diagnostics += try access.attempt { () throws(LedgerError) in
                defer { tracker.closeQuietly() }
                return try tracker.review(reviews, at: clock.moment)
            }
        }
        console.show(diagnostics.inReadingOrder())
        guard !diagnostics.hasErrors else {
            console.note("Nothing was stored.")
            throw ExitStatus.input
        }
        console.note("Taken and on disk: \(console.counted(reviews.count, "review / reviews")).")
    }
}
