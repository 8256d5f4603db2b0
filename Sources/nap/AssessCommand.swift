import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// The command `nap assess`.
struct AssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Tells where the plan stands: verdicts, what is late or missing, who has to act."
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Freeze it for this meeting: note in the ledger what it says and by which rules.",
            valueName: "text"
        )
    )
    var frozenFor: String?

    @Option(name: .long, help: ArgumentHelp("The body that freezes it.", valueName: "id"))
    var by: String?

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if (frozenFor == nil) != (by == nil) {
            throw ValidationError("--frozen-for and --by go together: which meeting, and who freezes it")
        }
    }

    func run() throws {
        let console = output.console
        let assessments = try assessment.opened(console, writing: frozenFor != nil)
        let value = try assessments.assess(asOf: assessment.asOf ?? assessments.today)
        if let frozenFor, let by { try freeze(value, for: frozenFor, by: by, assessments, console) }
        switch output.format {
        case .json: console.write(AssessmentJSON.bytes(of: value))
        case .text: console.write(AssessmentText.overview(value, language: output.language, width: Console.width))
        }
    }

    private func freeze(
        _ value: Assessment,
        for meeting: String,
        by body: String,
        _ assessments: Assessments,
        _ console: Console
    ) throws {
        let tracker = assessments.tracker
        let party = Party(id: body, role: .secretariat)
        let problems = try assessments.access.attempt { () throws(LedgerError) in
            defer { tracker.closeQuietly() }
            return try tracker.record(value, .frozen, meeting: meeting, by: party, at: assessments.now)
        }
        console.show(problems)
        try console.stopOnErrors(problems)
    }
}
