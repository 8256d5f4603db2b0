import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import StatusPages

/// The command `nap publish`.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Writes the status pages: static HTML in every language of the plan."
    )

    @Option(name: .long, help: ArgumentHelp("The folder of the pages; what else is in it is removed.", valueName: "folder"))
    var out: String

    @Option(
        name: .long,
        help: ArgumentHelp("Tell what changed since this day; the plan's last meeting if left out.", valueName: "date")
    )
    var since: Day?

    @OptionGroup var assessment: AssessmentOptions

    func run() throws {
        let console = Console()
        let assessments = try assessment.opened(console)
        let asOf = assessment.asOf ?? assessments.today
        let meetings = assessments.tracker.workspace.plan.meetings.map(\.date)
        let earlier = since ?? meetings.last { $0 < asOf }
        if let since, since >= asOf {
            console.show([
                Diagnostic("end-before-start", "\(since) is not before \(asOf)", expected: "an earlier day as --since")
            ])
            throw ExitStatus.input
        }
        let previous = try earlier.map { try assessments.assess(asOf: $0) }
        let renderer = SiteRenderer(try assessments.assess(asOf: asOf), since: previous)
        do {
            let result = try SiteWriter(folder: out).write(renderer)
            console.note("\(out): \(result.total) files, \(result.written) written, \(result.removed) removed")
        } catch {
            console.show([error.diagnostic])
            throw ExitStatus.machine
        }
    }
}
