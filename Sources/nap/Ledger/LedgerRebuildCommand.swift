import ArgumentParser
import Diagnostics
import Ledger

/// The command `nap ledger rebuild`.
struct LedgerRebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Makes the derived tables anew from the entries."
    )

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let count = try LedgerAccess(console: console)
            .withLedger(ledger, writing: true) { (opened) throws(LedgerError) in
                try console.showing("Reading entries") { (progress) throws(LedgerError) in
                    try opened.rebuild(progress)
                }
                return try opened.count()
            }
        console.note("\(ledger.ledger): derived tables made anew; \(console.counted(count, "entry / entries"))")
    }
}
