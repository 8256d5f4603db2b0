import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Rules
import StatusPages
import Tracker

/// The command `nap publish`.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Writes the status pages: static HTML in every language of the plan."
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The folder of the pages; what else is in it is removed.", valueName: "folder")
    )
    var out: String

    @Option(
        name: .long,
        help: ArgumentHelp("Tell what changed since this day; the plan's last meeting if left out.", valueName: "date"),
        transform: DayArgument.day
    )
    var since: Day?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Note in the ledger, for this body, what was published and by which rules.",
            valueName: "body"
        )
    )
    var recordFor: String?

    @Flag(name: .long, help: "Say nothing but what is wrong.")
    var quiet = false

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        var console = reader.console
        console.isQuiet = quiet
        let assessments = try assessment.opened(console, writing: recordFor != nil)
        let asOf = assessment.asOf ?? assessments.today
        let meetings = assessments.tracker.workspace.plan.meetings.map(\.date)
        let earlier = since ?? meetings.last { $0 < asOf }
        if let since, since >= asOf {
            console.show([
                Diagnostic("end-before-start", "\(since) is not before \(asOf)", expected: "an earlier day as --since")
            ])
            throw ExitStatus.input
        }
        let branding = try branding(of: assessments.tracker.workspace.plan, console)
        let compared = try console.showing("Judging items") { progress in
            try assessments.compared(asOf: asOf, since: earlier, progress)
        }
        // Noted before the pages are there: what was shown and not noted would be forgotten.
        try assessments.note(compared.now)
        let options = SiteOptions(
            branding: branding,
            ledger: compared.standing,
            downloads: Self.downloads(compared.files)
        )
        let renderer = SiteRenderer(
            compared.now,
            since: compared.previous,
            timeAlone: compared.timeAlone,
            options: options
        )
        do {
            let result = try console.showing("Pages") { progress in
                try SiteWriter(folder: out).write(renderer) { progress($0, of: renderer.count) }
            }
            let files = console.counted(result.written + result.unchanged, "file / files")
            if !quiet { console.note("\(out): \(files), \(result.written) written, \(result.removed) removed") }
            try note(compared.now, assessments, console)
        } catch let error as SiteWriter.Failure {
            console.show([error.diagnostic])
            throw error.exitCode
        }
    }

    /// The assessment as files that readers can take along.
    private static func downloads(_ files: [AssessmentFile]) -> [SiteOptions.Download] {
        files
            .compactMap { file in
                let name = String(file.name.prefix { $0 != "." })
                guard let content = SiteOptions.Download.Content(rawValue: name) else { return nil }
                let file = (site: SiteFile(path: "data/\(file.name)", bytes: file.bytes), digest: file.sha256)
                return SiteOptions.Download(content, file: file.site, digest: file.digest)
            }
    }

    /// What `site.yaml` beside the plan says; ends the program where anything is wrong with it.
    private func branding(of plan: Plan, _ console: Console) throws -> Branding {
        let (branding, diagnostics) = BrandingLoader.load(besidePlan: assessment.plan.plan, languages: plan.languages)
        console.show(diagnostics)
        guard let branding else { throw ExitStatus.input }
        return branding
    }

    /// Notes in the ledger what was published.
    private func note(_ value: Assessment, _ assessments: Assessments, _ console: Console) throws {
        guard let recordFor else { return }
        let tracker = assessments.tracker
        let problems = try assessments.access.attempt { () throws(LedgerError) in
            defer { tracker.closeQuietly() }
            return try tracker.record(
                value,
                .published,
                by: Party(id: recordFor, role: .secretariat),
                at: assessments.now
            )
        }
        console.show(problems)
        try console.stopOnErrors(problems)
    }
}
