import ActionPlan
import Diagnostics
import Testing

@Suite("Files with and without mistakes")
struct FixtureTests {
    /// What a fixture is read as.
    enum Kind: String, CaseIterable {
        case plans
        case reports
        case reviews
    }

    private static let mistaken = Kind.allCases.flatMap { kind in
        Fixtures.files(in: "invalid/\(kind)").map { (kind, $0) }
    }
    private static let good = Kind.allCases.flatMap { kind in Fixtures.files(in: "valid/\(kind)").map { (kind, $0) } }

    @Test("a file with a mistake is told exactly that mistake, at its place", arguments: mistaken)
    func invalid(kind: Kind, file: String) throws {
        let diagnostics = try diagnostics(kind, file)
        try Fixtures.record(diagnostics, of: file)
        let expected = try Fixtures.expectations(of: file)
        #expect(!expected.isEmpty, "\(file) does not say what is wrong with it")
        if !Fixtures.isRecording {
            #expect(diagnostics.map { $0.brief() } == expected, "\(TextRenderer().render(diagnostics))")
        }
    }

    @Test("a file without a mistake is read without a word", arguments: good)
    func valid(kind: Kind, file: String) throws {
        let diagnostics = try diagnostics(kind, file)
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
    }

    @Test("a plan is there unless anything is an error", arguments: good.filter { $0.0 == .plans })
    func plan(kind: Kind, file: String) throws {
        let (plan, diagnostics) = PlanLoader.load([try Fixtures.source(file)])
        #expect((plan == nil) == diagnostics.hasErrors)
    }

    @Test("there are fixtures of every kind")
    func present() {
        #expect(Self.mistaken.count > 180)
        #expect(Self.good.count >= 9)
    }

    /// All that is said of mistakes, to be read in one go: a change of wording shows in review.
    @Test("what is said of the mistakes reads as it did", arguments: Kind.allCases)
    func wording(kind: Kind) throws {
        let text = try Fixtures.files(in: "invalid/\(kind)")
            .map { file in
                "# \(file)\n\n" + TextRenderer().render(try diagnostics(kind, file))
            }
            .joined(separator: "\n")
        let isKept = try Fixtures.snapshot("invalid/\(kind).txt", recording: text) == text
        #expect(isKept, "read invalid/\(kind).txt after NAP_RECORD=1 swift test --filter FixtureTests")
    }

    @Test("every diagnostic has a name in kebab-case, a short sentence and no full stop")
    func style() throws {
        for (kind, file) in Self.mistaken {
            for diagnostic in try diagnostics(kind, file) {
                let name = diagnostic.identifier.utf8
                #expect(name.allSatisfy { (97...122).contains($0) || $0 == 45 || (48...57).contains($0) })
                for message in [diagnostic.message, diagnostic.expected, diagnostic.hint].compactMap(\.self) {
                    #expect(!message.pattern.hasSuffix("."), "\(message)")
                    #expect(message.pattern.utf8.count <= 120, "\(message)")
                }
                #expect(diagnostic.span != nil, "\(diagnostic.message) stands nowhere")
            }
        }
    }

    private func diagnostics(_ kind: Kind, _ file: String) throws -> [Diagnostic] {
        let source = try Fixtures.source(file)
        guard kind != .plans else { return PlanLoader.load([source]).diagnostics }
        let plan = try #require(PlanLoader.load([try Fixtures.source("valid/plans/everything.yaml")]).plan)
        let today = try #require(Day(file.hasPrefix("valid") ? "2022-12-31" : "2022-06-30"))
        return ReportLoader(PlanIndex(plan), statuses: nil).load(source, today: today).diagnostics
    }
}
