import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// The command `nap explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells why an item or agency stands where it stands: the reason in words, then the trace."
    )

    @Argument(help: "The identifier of an objective, activity, indicator or agency.")
    var item: String

    @OptionGroup var assessment: AssessmentOptions

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let language = reader.language
        let value = try assessment.assess(console)
        let text =
            Explanation.text(of: ItemID(rawValue: item), in: value, language: language, width: Console.width)
            ?? Explanation.text(of: AgencyID(rawValue: item), in: value, language: language, width: Console.width)
        guard let text else {
            let plan = value.plan.plan
            let known =
                plan.objectives.map(\.id.rawValue) + plan.activities.map(\.id.rawValue)
                + plan.indicators.map(\.id.rawValue) + plan.agencies.map(\.id.rawValue)
            console.show([
                Diagnostic(
                    "unknown-item",
                    "\(item) is no item or agency of this plan",
                    hint: Suggestion.nearest(to: item, among: known).map { "did you mean \($0)?" }
                )
            ])
            throw ExitStatus.input
        }
        console.write(text)
    }
}
