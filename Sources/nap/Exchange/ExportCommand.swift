import ArgumentParser

/// The command `nap export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Writes where the plan stands as a file for other programs: the public edition, if nothing else is said.",
        subcommands: [
            ExportWorkbookCommand.self, ExportJSONCommand.self, ExportTablesCommand.self, ExportOpenSDGCommand.self,
            ExportIATICommand.self, ExportDHIS2Command.self, ExportCalendarCommand.self, ExportFeedCommand.self,
        ],
        defaultSubcommand: ExportWorkbookCommand.self
    )
}
