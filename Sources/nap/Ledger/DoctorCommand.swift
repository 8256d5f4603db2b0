import ArgumentParser
import Diagnostics
import Ledger

/// The command `nap doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks at this machine, and at a ledger on it: is everything in order that keeps reports safe?"
    )

    @Option(name: .long, help: ArgumentHelp("A ledger to look at too.", valueName: "file"))
    var ledger: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let access = LedgerAccess(console: console)
        let engine = try access.attempt { () throws(LedgerError) in try SQLiteEngine() }
        console.write("SQLite \(engine.version)\n")
        var diagnostics = engine.isFreeOfLogResetFault ? [] : [Self.oldEngine(engine)]
        if let ledger { diagnostics += try look(at: ledger, access) }
        console.show(diagnostics)
        try console.stopOnErrors(diagnostics)
    }

    /// What is not in order with a ledger and the documents beside it.
    private func look(at path: String, _ access: LedgerAccess) throws -> [Diagnostic] {
        let (verification, problems) = try access.attempt { () throws(LedgerError) in
            let verification = try Ledger.verify(at: path)
            let opened = try Ledger.open(at: path, access: .readOnly)
            let problems = try opened.attachmentProblems()
            try opened.close()
            return (verification, problems)
        }
        let console = access.console
        let count = console.counted(verification.count, "entry / entries")
        console.write(console.text(of: "\(path): \(count), checked") + "\n")
        return verification.faults.map(\.diagnostic) + problems.filter { !$0.isLoss }.map(\.diagnostic)
    }

    private static func oldEngine(_ engine: SQLiteEngine) -> Diagnostic {
        Diagnostic(
            "old-sqlite",
            "SQLite \(engine.version) is older than 3.51.3, before which a write-ahead log that several connections write back can be damaged",
            severity: .warning,
            hint: "nap writes through one connection, and so is not touched by it; let no other program write the file"
        )
    }
}
