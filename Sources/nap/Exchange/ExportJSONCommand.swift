import ArgumentParser
import Diagnostics
import Rules

/// The command `nap export json`.
struct ExportJSONCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "json",
        abstract: "The whole assessment as JSON, as `nap schema assessment` describes it.",
        discussion: "The same bytes as data/assessment.json of published pages."
    )

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let value = try assessment.exported(console)
        let bytes = console.showing("Writing files") { AssessmentJSON.bytes(of: value, traces: false) }
        guard let out else { return console.write(bytes) }
        try OutputFile(out, console).write(bytes)
    }
}
