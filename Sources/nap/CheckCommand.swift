import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Rules
import Tracker
import YAML

/// The command `nap check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks plans, rule packs, reports and reviews, and tells every mistake with its place.",
        discussion: """
            A path is a plan (a file, or a folder of YAML files with `reports/` and `reviews/` beside them), a rule pack \
            (a folder with `pack.yaml`), or with --plan a file of reports or reviews.
            """
    )

    @Argument(help: "Plans, rule packs, or files of reports and reviews.")
    var paths: [String]

    @Option(name: .long, help: ArgumentHelp("The plan that reports and reviews belong to.", valueName: "path"))
    var plan: String?

    @Option(name: .long, parsing: .singleValue, help: ArgumentHelp("A folder with rule packs.", valueName: "folder"))
    var rules: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let console = output.console
        var checker = PathChecker(
            rules: rules,
            plan: plan,
            now: clock.moment,
            console: console
        )
        for path in paths { checker.check(path) }
        switch output.format {
        case .json: console.write(JSONRenderer().render(checker.diagnostics))
        case .text:
            console.write(console.text(of: checker.diagnostics, color: Console.outputIsTerminal))
            console.write(summary(checker, console))
        }
        try console.stopOnErrors(checker.diagnostics)
    }

    private func summary(_ checker: PathChecker, _ console: Console) -> String {
        let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let count = checker.diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : console.counted(count, Self.noun(severity))
        }
        let lines = checker.passed.map { text(of: $0, console) + "\n" }.joined()
        return (checker.diagnostics.isEmpty ? "" : "\n") + lines
            + (counts.isEmpty ? console.text(of: "Nothing is wrong.") : counts.joined(separator: ", ")) + "\n"
    }

    private static func noun(_ severity: Diagnostic.Severity) -> Message {
        switch severity {
        case .error: "error / errors"
        case .warning: "warning / warnings"
        case .information: "note / notes"
        }
    }

    private func text(of passed: PathChecker.Passed, _ console: Console) -> String {
        let counts = passed.counts.map { console.counted($0.number, $0.forms) }
        return console.text(of: passed.what) + (counts.isEmpty ? "" : ": ") + counts.joined(separator: ", ")
    }
}

/// Checks whatever a path stands for.
private struct PathChecker {
    let rules: [String]
    let plan: String?
    let now: Moment
    let console: Console
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var passed: [Passed] = []

    /// What was found to be in order, and how much there is in it.
    struct Passed {
        var what: Message
        var counts: [Count] = []
    }

    /// How many of something.
    struct Count {
        var number: Int
        var forms: Message

        init(_ number: Int, _ forms: Message) {
            self.number = number
            self.forms = forms
        }
    }

    init(rules: [String], plan: String?, now: Moment, console: Console) {
        self.rules = rules
        self.plan = plan
        self.now = now
        self.console = console
    }

    mutating func check(_ path: String) {
        if FileManager.default.fileExists(atPath: "\(path)/pack.yaml") {
            let beside = "\(path)/.."
            let library = RulePackLibrary(folders: [beside] + RuleFolders.all(rules, plan: nil))
            let (pack, problems) = RulePackLoader.load(path) { library.pack($0)?.statuses }
            diagnostics += problems
            if let pack { passed.append(Passed(what: "\(path): the rule pack \(pack.id) \(pack.version)")) }
        } else if let plan {
            checkReports(path, plan: plan)
        } else if Self.holdsReports(path) {
            diagnostics.append(
                Diagnostic(
                    "plan-not-named",
                    "\(path) holds reports or reviews, and it is not said of which plan",
                    hint: "add --plan and the path of the plan"
                )
            )
        } else {
            checkPlan(path)
        }
    }

    /// Whether a file says that it holds reports or reviews.
    private static func holdsReports(_ path: String) -> Bool {
        guard let source = SourceFile.read(path).source, let document = Document.parse(source).document else {
            return false
        }
        return [.reports, .reviews].contains(FileFormat.of(document, Decoder()))
    }

    private mutating func checkPlan(_ path: String) {
        let (workspace, problems) = Workspace.open(plan: path, rules: RuleFolders.all(rules, plan: path))
        diagnostics += problems
        guard let workspace else { return }
        let plan = workspace.plan
        diagnostics += BrandingLoader.load(besidePlan: path, languages: plan.languages).diagnostics
        passed.append(
            Passed(
                what: "\(path): the plan \(plan.id)",
                counts: [
                    Count(plan.objectives.count, "objective / objectives"),
                    Count(plan.activities.count, "activity / activities"),
                    Count(plan.indicators.count, "indicator / indicators"),
                    Count(plan.agencies.count, "agency / agencies"),
                ]
            )
        )
        let files = PastReports.files(besidePlan: path)
        if !files.isEmpty { checkReports(files, workspace) }
    }

    /// A file that is about to be sent: nothing in it need be dated yet.
    private mutating func checkReports(_ path: String, plan: String) {
        let (workspace, problems) = Workspace.open(plan: plan, rules: RuleFolders.all(rules, plan: plan))
        diagnostics += problems
        guard let workspace else { return }
        let (content, found) = PastReports(workspace).content(of: path, now: now)
        diagnostics += found
        if let content, !found.hasErrors {
            passed.append(
                Passed(
                    what: Message(verbatim: path),
                    counts: [
                        Count(content.reports.count, "report / reports"),
                        Count(content.reviews.count, "review / reviews"),
                    ]
                )
            )
        }
    }

    private mutating func checkReports(_ files: [String], _ workspace: Workspace) {
        let store = AttachmentStore(besideLedger: files.first ?? "")
        let (past, problems) = console.showing("Reading files") { progress in
            PastReports(workspace).events(in: files, keepingIn: store, now: now, progress)
        }
        diagnostics += problems
        if !problems.hasErrors {
            let counts = [Count(files.count, "file / files"), Count(past.events.count, "event / events")]
            passed.append(Passed(what: "reports and reviews", counts: counts))
        }
    }
}
