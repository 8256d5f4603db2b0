import ArgumentParser

/// The command `nap import`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Takes in what others wrote: an agency's filled template, a plan published as a table, or results published in IATI, Open SDG or DHIS2.",
        subcommands: [
            ImportReportsCommand.self, ImportPlanCommand.self, ImportIATICommand.self, ImportOpenSDGCommand.self,
            ImportDHIS2Command.self,
        ],
        defaultSubcommand: ImportReportsCommand.self
    )
}

/// The command `nap import reports`, which is what `nap submit` does.
struct ImportReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "Takes an agency's reports from a workbook, table or YAML file: all rows, or none."
    )

    @OptionGroup var submission: SubmitCommand

    func run() throws { try submission.run() }
}
