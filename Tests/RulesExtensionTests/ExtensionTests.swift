import CEL
import Diagnostics
import Foundation
import Rules
import Testing

/// What a program of somebody else does with the library: it sees only what is public.
@Suite("Functions added to the language of rules by another program")
struct ExtensionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Packs").path()
    private let engine = RuleEngine(packs: [folder], functions: .standard.adding(TrendFunctions()))

    @Test("the line of least squares rises by as much as the series does")
    func slope() throws {
        #expect(TrendFunctions.slope(of: [2, 4, 6]) == 2)
        #expect(TrendFunctions.slope(of: [5, 5, 5, 5]) == 0)
        let uneven = try #require(TrendFunctions.slope(of: [1, 3, 2, 5]))
        #expect(abs(uneven - 1.1) < 1e-12)
        #expect(TrendFunctions.slope(of: [3]) == nil)
    }

    @Test("the function is called in expressions, and is an error where it has no value")
    func calls() throws {
        let environment = Environment(variables: [], functions: TrendFunctions().functions)
        let (program, problems) = environment.compile("slope([1.0, 3.0, 5.0])")
        #expect(problems.isEmpty)
        #expect(try program?.evaluate([]) == .double(2))
        let (short, _) = environment.compile("slope([1.0])")
        #expect(throws: EvaluationError.self) { try short?.evaluate([]) }
        #expect(environment.compile("slope(['a'])").program == nil)
    }

    @Test("a pack that uses it passes its own cases; without the function its name is unknown")
    func pack() {
        #expect(engine.packs == ["steady"])
        #expect(engine.check("steady").isEmpty)
        let report = engine.test("steady")
        #expect(report.hasPassed, "\(report.text)")
        #expect(report.unreached.isEmpty)
        #expect(
            report.text == "✓ steady: cases passed: 4 of 4; rules reached: 3 of 3; conditions seen both ways: 5 of 5\n"
        )
        let without = RuleEngine(packs: [Self.folder])
        #expect(without.check("steady").map(\.identifier) == ["no-such-function"])
        #expect(!without.test("steady").hasPassed)
        #expect(without.test("steady", language: "ru").text.contains("ошибка:"))
        #expect(engine.check("staedy").first?.hint?.description == "did you mean steady?")
    }

    @Test("a plan and its reports are judged by it")
    func assessment() throws {
        let plan = """
            format: nap-plan/1
            plan:
              {id: small, title: Small, start: 2020-01-01, end: 2021-12-31, utc-offset: "+00:00", languages: [en],
               provenance: {kind: illustrative}, calendar: half, rules: [{pack: steady, version: "1.0"}]}
            agencies: [{id: office, title: Office, kind: state-body}]
            calendars: [{id: half, frequency: half-yearly, due-day: 15}]
            objectives:
              - {id: o1, title: First, lead: office, activities: [{id: a1, title: Plant, indicators: [
                  {id: trees, title: Trees, measure: unit, unit: trees, direction: increase, accumulation: per-period}]}]}
            """
        let reports = """
            format: nap-reports/1
            plan: small
            agency: office
            provenance: {kind: illustrative}
            reports: [{item: trees, period: 2020-H1, value: 40}, {item: trees, period: 2020-H2, value: 50}]
            """
        let (json, problems) = engine.assess(
            plan: [SourceText(name: "plan.yaml", text: plan)],
            reports: [SourceText(name: "reports.yaml", text: reports)],
            asOf: "2021-03-01"
        )
        let text = String(decoding: try #require(json, "\(TextRenderer().render(problems))"), as: UTF8.self)
        #expect(text.contains("\"status\": \"rising\"") || text.contains("\"status\":\"rising\""), "\(text)")
        #expect(engine.assess(plan: [], reports: [], asOf: "yesterday").json == nil)
    }
}
