import ArgumentParser
import Diagnostics
import Ledger

/// The command `nap backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies a ledger while it goes on being used, and checks the copy before it gets its name."
    )

    @Argument(help: "Where to; nothing may be there yet.")
    var path: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let count = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                try console.showing("Checking the copy") { (progress) throws(LedgerError) in
                    try Ledger.open(at: ledger.ledger, access: .readOnly).backup(to: path, progress).count
                }
            }
        console.note("\(path): \(console.counted(count, "entry / entries")), checked")
    }
}

/// The command `nap restore`.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes a ledger out of a backup, which stays as it is."
    )

    @Argument(help: "The backup.")
    var path: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let count = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                let restored = try console.showing("Checking the copy") { (progress) throws(LedgerError) in
                    try Ledger.restore(from: path, to: ledger.ledger, progress)
                }
                let count = try restored.count()
                try restored.close()
                return count
            }
        console.note("\(ledger.ledger): \(console.counted(count, "entry / entries")), checked")
    }
}
