import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger

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

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var reader: LanguageOptions

    private var language: String { reader.language }

    func run() throws {
        let console = Console(language: language)
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
        for entry in chosen { console.write(HistoryText.line(entry, language: language) + "\n") }
    }
}
