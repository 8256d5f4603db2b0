import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// The command `nap changes`.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Tells what changed between two days, and whether reports, time, rules or the plan's text changed it."
    )

    @Option(name: .long, help: ArgumentHelp("The earlier day.", valueName: "date"), transform: DayArgument.day)
    var from: Day

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The later day; today if left out.", valueName: "date"),
        transform: DayArgument.day
    )
    var until: Day?

    @OptionGroup var assessment: AssessmentOptions

    @Option(name: .long, help: ArgumentHelp("The language of the output: en, ru or tk.", valueName: "tag"))
    var language: String = "en"

    func run() throws {
        let console = Console(language: language)
        let assessments = try assessment.opened(console)
        let later = until ?? assessment.asOf ?? assessments.today
        guard from < later else {
            console.show([
                Diagnostic("end-before-start", "\(from) is not before \(later)", expected: "an earlier day as --from")
            ])
            throw ExitStatus.input
        }
        let before = try assessments.assess(asOf: from)
        let after = try assessments.assess(asOf: later)
        console.write(
            ChangesText.text(of: Changes.between(before, after), in: after, language: language, width: Console.width)
        )
    }
}
