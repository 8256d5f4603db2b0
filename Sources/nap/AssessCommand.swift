import ActionPlan
import ArgumentParser
import Ledger
import Rules
import Tracker

/// The command `nap assess`.
struct AssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Tells where the plan stands: verdicts, what is late or missing, who has to act."
    )

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let value = try assessment.assess(console)
        switch output.format {
        case .json: console.write(AssessmentJSON.bytes(of: value))
        case .text: console.write(AssessmentText.overview(value, language: output.language, width: Console.width))
        }
    }
}
