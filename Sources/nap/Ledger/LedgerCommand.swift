import ArgumentParser

/// The command `nap ledger`.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Checks, proves and carries what a ledger keeps.",
        subcommands: [
            LedgerVerifyCommand.self, LedgerRebuildCommand.self, LedgerExportCommand.self, LedgerImportCommand.self,
            LedgerCheckpointCommand.self, LedgerConsistencyCommand.self, LedgerKeyCommand.self,
        ]
    )
}
