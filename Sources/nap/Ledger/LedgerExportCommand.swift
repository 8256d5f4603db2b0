import ArgumentParser
import Diagnostics
import Ledger

/// The command `nap ledger export`.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes every entry as JSON Lines, from which an equal ledger can be made."
    )

    @Argument(help: "Where to write; nothing may be there yet.")
    var path: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let count = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                let opened = try Ledger.open(at: ledger.ledger, access: .readOnly)
                try opened.export(to: path)
                return try opened.count()
            }
        console.note("\(path): \(console.counted(count, "entry / entries"))")
    }
}

/// The command `nap ledger import`.
struct LedgerImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a new ledger out of an export: the same entries, the same root."
    )

    @Argument(help: "The export.")
    var path: String

    @Option(name: .long, help: ArgumentHelp("The identifier of the plan whose ledger it is.", valueName: "id"))
    var planId: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let count = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                let imported = try Ledger.create(at: ledger.ledger, planID: planId, importing: path)
                let count = try imported.count()
                try imported.close()
                return count
            }
        console.note("\(ledger.ledger): \(console.counted(count, "entry / entries"))")
    }
}
