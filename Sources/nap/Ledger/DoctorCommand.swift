import ArgumentParser
import Diagnostics
import Ledger

/// The command `nap doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks at this machine: is everything here that keeps reports safe?"
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let version = Ledger.sqliteVersion
        console.write("SQLite \(version)\n")
        guard !Ledger.sqliteIsSafeForSeveralConnections else { return }
        console.show([
            Diagnostic(
                "old-sqlite",
                "SQLite \(version) is older than 3.51.3, before which a write-ahead log that several connections write back can be damaged",
                severity: .warning,
                hint:
                    "nap writes through one connection, and so is not touched by it; let no other program write the file"
            )
        ])
    }
}
