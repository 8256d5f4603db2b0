import ArgumentParser
import Diagnostics
import Exchange
import Rules
import Spreadsheet

/// The command `nap export xlsx`, which is also what `nap export --format xlsx` does.
struct ExportWorkbookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xlsx",
        abstract: "A workbook for the meeting.",
        discussion: """
            A workbook (xlsx) holds a brief for the meeting, the matrix of the plan, how every item is judged and why, the \
            figures period by period and the findings. Small counts are withheld, as in every public edition, unless \
            `--edition internal` is given.
            """
    )

    /// As what an assessment can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xlsx
    }

    @Option(name: .long, help: ArgumentHelp("As what it is written.", valueName: "xlsx"))
    var format = Format.xlsx

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let assessments = try assessment.opened(console, standard: .public)
        let value = try assessments.assess(asOf: assessment.asOf ?? assessments.today)
        // Noted before the file is there: what was shown and not noted would be forgotten.
        try assessments.note(value)
        let workbook = AssessmentWorkbook(value, language: reader.language)
        let bytes = try console.showing("Writing files") {
            try console.attempt { () throws(WorkbookError) in try workbook.bytes() }
        }
        guard let out else { return console.write(bytes) }
        try OutputFile(out, console).write(bytes)
    }
}
