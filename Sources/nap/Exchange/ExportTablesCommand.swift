import ActionPlan
import ArgumentParser
import Diagnostics
import OpenData
import Rules

/// The command `nap export csv`.
struct ExportTablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv",
        abstract: "Tables as CSV in a folder, with a datapackage.json that describes every column (Frictionless).",
        discussion: "A figure that is absent or withheld is an empty cell with its state beside it, never 0."
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The folder; what nap wrote into it before is replaced.", valueName: "folder")
    )
    var out: String

    @Flag(name: .long, help: "Put a row of tags of the Humanitarian Exchange Language below the headings.")
    var hxl = false

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let value = try assessment.exported(console)
        let branding = try assessment.branding(of: value.plan.plan, console)
        let files = console.showing("Writing files") { DataPackage(value, branding: branding, isTagged: hxl).files }
        try ExportedFolder(path: out, console: console).write(files)
    }
}
