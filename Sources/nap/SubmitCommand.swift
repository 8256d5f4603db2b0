import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// The command `nap submit`.
struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Sends an agency's reports: all rows of a file, or none.",
        discussion: """
            The file is YAML (format: nap-reports/1) or CSV, such as a filled template of `nap template`. Every row is \
            checked against the plan, the calendar, the agency's rights and the rule packs.
            """
    )

    @Argument(help: "The file with the reports.")
    var file: String

    @Option(name: .long, help: ArgumentHelp("The agency that sends it.", valueName: "id"))
    var agency: String

    @Flag(name: .long, help: "Tell what would happen, and store nothing.")
    var dryRun = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Names this sending: sent once more under the same name, the same file changes nothing.",
            valueName: "text"
        )
    )
    var idempotencyKey: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Where to write receipts, which prove years later what was taken up.", valueName: "file")
    )
    var receipt: String?

    @Option(name: .long, help: ArgumentHelp("The file with the secret key that signs receipts.", valueName: "file"))
    var key: String?

    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    func validate() throws {
        if receipt != nil, key == nil { throw ValidationError("--receipt needs --key, the ledger's secret key") }
    }

    func run() throws {
        try run { agency, workspace, now, language in
            ReportFile(path: file, language: language).entries(of: agency, workspace, now: now)
        }
    }

    /// Sends what is read in some way of the agency's reports.
    ///
    /// - Parameter read: gives the reports in the file, and what is wrong with them; it is told the agency, the plan, the
    ///   instant, and the language of whoever reads the diagnostics.
    /// - Throws: how the program ends where anything is wrong.
    func run(
        reading read: (AgencyID, Workspace, Moment, String) throws -> (
            entries: [ReportEntry], diagnostics: [Diagnostic]
        )
    ) throws {
        var console = output.console
        let workspace = try plan.workspace(console)
        let agency = try AgencyArgument(agency).id(in: workspace.plan, console)
        console.language = output.reader.language(of: agency, in: workspace.plan)
        let now = clock.moment
        var (entries, diagnostics) = try read(agency, workspace, now, console.language)
        let access = LedgerAccess(console: console)
        let signer = try key.map { try KeyFile.signer($0, console) }
        var outcome = SubmissionOutcome(diagnostics: [])
        var receipts: [Receipt] = []
        if !diagnostics.hasErrors {
            let tracker = try access.open(ledger, workspace, writing: !dryRun)
            let submission = try submission(of: agency, console)
            (outcome, receipts) = try access.attempt { () throws(LedgerError) in
                defer { tracker.closeQuietly() }
                let outcome = try console.showing("Checking reports") { (progress) throws(LedgerError) in
                    try tracker.submit(
                        entries,
                        by: .agency(agency),
                        at: now,
                        language: console.language,
                        submission: submission,
                        isRehearsal: dryRun,
                        progress
                    )
                }
                let receipts = try signer.map { (signer) throws(LedgerError) in
                    try tracker.receipts(for: outcome.reports, signedBy: signer)
                }
                return (outcome, receipts ?? [])
            }
            diagnostics += outcome.diagnostics
        }
        console.show(diagnostics.inReadingOrder())
        guard !diagnostics.hasErrors else {
            console.note("Nothing was stored.")
            throw ExitStatus.input
        }
        if let receipt, !receipts.isEmpty {
            try OutputFile(receipt, console).write(Array(receipts.map(\.description).joined().utf8))
        }
        if outcome.appended?.isRepetition == true {
            console.note("This was taken before; nothing is stored twice.")
            return
        }
        let drafts = entries.count { $0.isDraft }
        let counts =
            console.counted(entries.count - drafts, "report / reports")
            + (drafts == 0 ? "" : ", " + console.counted(drafts, "draft / drafts"))
        console.note(dryRun ? "Nothing was stored. Would be taken: \(counts)." : "Taken and on disk: \(counts).")
    }
}

extension SubmitCommand {
    /// What names this sending, with the digest of the file.
    private func submission(of agency: AgencyID, _ console: Console) throws -> Submission? {
        guard let idempotencyKey else { return nil }
        return Submission(
            sender: agency.rawValue,
            key: idempotencyKey,
            body: try KeyFile.bytes(file, console)
        )
    }
}

/// An agency named on the command line.
struct AgencyArgument {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The agency; ends the program where the plan has none of that name.
    func id(in plan: Plan, _ console: Console) throws -> AgencyID {
        let id = AgencyID(rawValue: text)
        let known = plan.agencies.map(\.id)
        if known.contains(id) { return id }
        console.show([
            Diagnostic(
                "unknown-agency",
                "\(text) is no agency of this plan",
                expected: "one of: \(known.map(\.rawValue).joined(separator: ", "))",
                hint: Suggestion.nearest(to: text, among: known.map(\.rawValue)).map { "did you mean \($0)?" }
            )
        ])
        throw ExitStatus.input
    }
}
