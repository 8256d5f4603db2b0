import ActionPlan
import ArgumentParser
import Diagnostics
import OpenData
import Rules

/// The command `nap export open-sdg`.
struct ExportOpenSDGCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-sdg",
        abstract:
            "The folder of data that a platform of Open SDG is built from: metadata and figures of each indicator.",
        discussion: "A figure that is absent or withheld has no row."
    )

    @Argument(help: "The folder; what nap wrote into it before is replaced.")
    var folder: String

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let value = try assessment.exported(console)
        let plan = value.plan.plan
        let branding = try assessment.branding(of: plan, console)
        let language = reader.chosen ?? plan.languages.first ?? "en"
        let files = console.showing("Writing files") {
            OpenSDGExport(value, branding: branding, language: language).files
        }
        try ExportedFolder(path: folder, console: console).write(files)
    }
}
