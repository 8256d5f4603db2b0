import ActionPlan
import Diagnostics
import Rules
import Testing

@Suite("A rule that cannot be evaluated")
struct FailedRuleTests {
    private static let objectives = """
        objectives:
          - id: o1
            title: More forest
            lead: forestry
            activities:
              - id: a1
                title: Plant trees
                indicators:
                  - {id: trees, title: Trees, measure: unit, unit: u, direction: increase, accumulation: per-period}
        """

    private static let rules = """
        [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}, {pack: broken, version: "1.0"}]
        """

    private static let pack = """
        format: nap-rules/1
        id: broken
        version: 1.0.0
        title: {en: Broken}
        statuses:
          - {id: fine, title: {en: Fine}, rank: 10, group: good, color: green, symbol: check}
        indicator:
          verdicts:
            - {id: quotient, when: indicator.reports.expected / indicator.reports.nil > 1, status: fine, because: {en: Fine}}
            - {id: otherwise, status: fine, because: {en: Fine}}
        """

    @Test("is never passed over, and says why in the reader's language")
    func sentence() throws {
        let plan = try TestPlan(
            Self.objectives,
            rules: Self.rules,
            packs: ["broken": Self.pack]
        )
        let assessment = try plan.assess([], asOf: "2020-08-01")
        let verdict = try #require(try assessment.indicator("trees").verdicts.verdict(of: "broken"))
        #expect(verdict.status == Status.cannotBeJudged.id)
        #expect(verdict.trace.line == 9)
        #expect(verdict.because.text("en") == "The rule “quotient” could not be evaluated: a division by zero.")
        #expect(verdict.because.text("ru") == "Правило «quotient» не удалось вычислить: деление на ноль.")
        #expect(verdict.because.text("tk") == "«quotient» düzgüni hasaplap bolmady: nola bölmek.")
        let finding = try #require(assessment.findings.first)
        #expect(finding.kind == .ruleFailed(pack: "broken", rule: "quotient"))
        #expect(finding.severity == .error)
    }
}
