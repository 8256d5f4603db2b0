import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Tracker

/// The command `nap history`.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Tells the life of a figure: what was reported, by whom, when, and what was decided."
    )

    @Argument(help: "The item.")
    var item: String

    @Option(name: .long, help: ArgumentHelp("Of this period only.", valueName: "id"))
    var period: String?

    @Option(name: .long, help: ArgumentHelp("Of this agency only.", valueName: "id"))
    var agency: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The plan, to call items, bodies and periods by their names.", valueName: "path")
    )
    var plan: String?

    @Option(name: .long, parsing: .singleValue, help: ArgumentHelp("A folder with rule packs.", valueName: "folder"))
    var rules: [String] = []

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let entries = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                try Ledger.open(at: ledger.ledger, access: .readOnly).history(item: ItemID(rawValue: item))
            }
        let chosen = entries.filter { entry in
            guard case .report(let report) = entry.event else { return true }
            return (period.map { $0 == report.key.period.rawValue } ?? true)
                && (agency.map { $0 == report.key.agency.rawValue } ?? true)
        }
        guard !chosen.isEmpty else {
            console.show([Diagnostic("no-such-report", "nothing is known about \(item)", hint: "check its identifier")])
            throw ExitStatus.input
        }
        let names = HistoryNames(
            try workspace(console),
            on: chosen[chosen.count - 1].event.moment,
            language: reader.language
        )
        console.write(HistoryText(names).life(of: ItemID(rawValue: item), chosen))
    }

    /// The plan that was named; ends the program where anything is wrong with it.
    private func workspace(_ console: Console) throws -> Workspace? {
        guard let plan else { return nil }
        let (workspace, diagnostics) = Workspace.open(plan: plan, rules: RuleFolders.all(rules, plan: plan))
        if workspace == nil { console.show(diagnostics) }
        guard let workspace else { throw ExitStatus.input }
        return workspace
    }
}
