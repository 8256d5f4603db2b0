import ActionPlan
public import Diagnostics
import Language

/// Rule packs in a program of one's own: checked, tested, and put to a plan and its reports.
///
/// Everything it needs is handed over, and nothing is kept: the same input gives the same bytes.
public struct RuleEngine: Sendable {
    private let folders: [String]
    private let functions: RuleFunctions

    /// An engine over the packs in some folders.
    ///
    /// - Parameters:
    ///   - folders: each holds packs, every one in a folder of its own; where two hold one of the same name, the first counts.
    ///   - functions: what expressions can use besides the functions of the language itself.
    public init(packs folders: [String], functions: RuleFunctions = .standard) {
        self.folders = folders
        self.functions = functions
    }

    private var library: RulePackLibrary { RulePackLibrary(folders: folders, functions: functions) }

    /// The identifiers of the packs that there are, in alphabetical order.
    public var packs: [String] { library.identifiers }

    /// What is wrong or doubtful with a pack; nothing where all is well.
    public func check(_ pack: String) -> [Diagnostic] { find(pack).diagnostics }

    /// What became of the cases that a pack states about itself.
    public struct TestReport: Sendable {
        /// Whether there is such a pack without mistakes, and every case of it passed.
        public let hasPassed: Bool
        /// The rules and checks that no case has reached, as `indicator/otherwise`.
        public let unreached: [String]
        /// The same for a terminal, failures first; where the pack has mistakes, those.
        public let text: String
    }

    /// Runs the cases of a pack.
    ///
    /// - Parameters:
    ///   - pack: its identifier.
    ///   - language: the language of the report's text: en, ru or tk.
    /// - Returns: what passed, what was not reached, and the same in words.
    public func test(_ pack: String, language: String = "en") -> TestReport {
        let library = library
        let (found, diagnostics) = find(pack, in: library)
        guard let found else {
            let words = DiagnosticCatalogue.translation(into: WrittenLanguage(tag: language))
            let text = TextRenderer(translation: words).render(diagnostics)
            return TestReport(hasPassed: false, unreached: [], text: text)
        }
        let report = RuleTestRunner(found, statuses: library.statuses(of: found)).run()
        return TestReport(
            hasPassed: report.passed,
            unreached: report.unreached,
            text: RuleTestText.text(of: report, verbose: true, language: language)
        )
    }

    private func find(_ pack: String) -> (pack: RulePack?, diagnostics: [Diagnostic]) { find(pack, in: library) }

    private func find(_ pack: String, in library: RulePackLibrary) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
        let found = library.pack(pack)
        guard found == nil, library.diagnostics.isEmpty else { return (found, library.diagnostics) }
        let known = library.identifiers
        return (
            nil,
            [
                Diagnostic(
                    "unknown-pack",
                    "there is no rule pack \(pack)",
                    hint: Suggestion.nearest(to: pack, among: known).map { "did you mean \($0)?" }
                )
            ]
        )
    }

    /// Where a plan stands as of a day, by the packs that it names.
    ///
    /// Reports count as sent and not verified, each when it says that it was submitted, else on the day itself.
    ///
    /// - Parameters:
    ///   - plan: the plan, as `nap-plan/1` YAML; of a plan in several files, all of them.
    ///   - reports: files of reports, as `nap-reports/1` YAML.
    ///   - day: a date such as 2021-04-29.
    /// - Returns: the assessment as JSON in UTF-8, by the schema that `nap schema assessment` prints, or nil where anything
    ///   is an error; and all that is wrong or doubtful.
    public func assess(
        plan: [SourceText],
        reports: [SourceText],
        asOf day: String
    ) -> (json: [UInt8]?, diagnostics: [Diagnostic]) {
        guard let day = Day(day) else {
            return (nil, [Diagnostic("malformed-value", "\(day) is no date", expected: "a date, as 2021-04-29")])
        }
        var (loaded, diagnostics) = PlanLoader.load(plan)
        guard let loaded else { return (nil, diagnostics) }
        let library = library
        // No digest of the packs is made: it takes cryptography, which this library does without.
        let (assessor, problems) = Assessor.prepare(loaded, find: library.pack, library: library) { _ in "" }
        diagnostics += library.diagnostics + problems
        guard let assessor else { return (nil, diagnostics) }
        let loader = ReportLoader(PlanIndex(loaded), statuses: assessor.claimableStatuses.map(\.id))
        let sent = Moment(startOf: day, at: loaded.utcOffset)
        var records: [ReportKey: ReportRecord] = [:]
        for source in reports {
            let (content, problems) = loader.load(source, today: day)
            diagnostics += problems
            for entry in content.reports where !entry.isDraft && (entry.submitted ?? sent) <= sent {
                records[entry.key] = entry.record(sent)
            }
        }
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        let snapshot = Snapshot(knownAt: sent, records: records.values.sorted { $0.key < $1.key })
        return (AssessmentJSON.bytes(of: assessor.assess(snapshot, asOf: day)), diagnostics)
    }
}

extension ReportEntry {
    /// The report as it is known when it was sent and nothing more has happened.
    fileprivate func record(_ moment: Moment) -> ReportRecord {
        ReportRecord(
            key: key,
            state: .submitted,
            versions: [
                ReportVersion(number: 1, content: content, isDraft: false, submitted: submitted ?? moment)
            ],
            reviews: []
        )
    }
}

extension RulePackLibrary {
    /// The statuses that a pack can give: its own, and those of the packs that it uses.
    package func statuses(of pack: RulePack) -> StatusSet {
        var seen: Set<String> = []
        func collect(_ pack: RulePack) -> [Status] {
            guard seen.insert(pack.id).inserted else { return [] }
            return pack.statuses + pack.uses.compactMap { self.pack($0) }.flatMap(collect)
        }
        return StatusSet(collect(pack))
    }
}
