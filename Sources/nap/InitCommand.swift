import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// The command `nap init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes an empty ledger for a plan."
    )

    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let workspace = try plan.workspace(console)
        try LedgerAccess(console: console).create(ledger, workspace).closeQuietly()
        console.note("\(ledger.ledger): an empty ledger for \(workspace.plan.id)")
    }
}
