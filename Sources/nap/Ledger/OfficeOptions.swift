import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Tracker

/// For what falls to the office of the coordinating body: where, and by whom it is done.
struct OfficeOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The agency or body that does it.", valueName: "id"))
    var by: String

    @Option(name: .long, help: ArgumentHelp("In which role.", valueName: "secretariat|chair"))
    var role: Party.Role = .secretariat

    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    var party: Party { Party(id: by, role: role) }

    /// A text as it was given, in the reader's language if that was chosen, else the plan's first.
    func text(_ words: String, _ workspace: Workspace) -> LocalizedText {
        LocalizedText(words, language: output.reader.chosen ?? workspace.plan.languages.first ?? "en")
    }

    /// Does the work and says so; ends the program where it may not be done.
    func record(
        _ remark: Message,
        _ work: (Tracker, Workspace) throws(LedgerError) -> [Diagnostic]
    ) throws {
        let console = output.console
        let workspace = try plan.workspace(console)
        let access = LedgerAccess(console: console)
        let tracker = try access.open(ledger, workspace, writing: true)
        let problems = try access.attempt { () throws(LedgerError) in
            defer { tracker.closeQuietly() }
            return try work(tracker, workspace)
        }
        console.show(problems)
        try console.stopOnErrors(problems)
        console.note(remark)
    }
}

extension Party.Role: ExpressibleByArgument {}
