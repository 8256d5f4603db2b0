import ActionPlan
import Diagnostics
import Rules
import Testing

/// What the data of the first case showed.
@Suite("Judging what a real plan's reports show")
struct FirstCaseTests {
    private static let manual = """
        objectives:
          - id: o1
            title: More forest
            activities:
              - id: a1
                title: Publish a manual
                lead: forestry
                timing: {kind: fixed, start: 2020-01-01, end: 2020-12-31}
                indicators:
                  - {id: manual, title: Manual, measure: milestone, due: 2020-12-31}
              - id: a2
                title: Answer letters
                lead: forestry
                timing: {kind: permanent}
                indicators:
                  - id: answered
                    title: Letters answered in time
                    measure: percentage
                    numerator: Letters answered in time
                    denominator: Letters received
                    direction: increase
                    accumulation: per-period
                    target: {value: 80}
        """

    private func core(_ activity: String, in assessment: Assessment) throws -> String? {
        try assessment.activity(activity).verdicts.all.first { $0.pack == "core" }?.rule
    }

    @Test("an achieved milestone owes nothing afterwards")
    func owesNothing() throws {
        let plan = try TestPlan(Self.manual)
        let reports = [report("manual", "2020-H1", .milestone(true, on: "2020-05-01"), state: .verified)]
        let assessment = try plan.assess(reports, asOf: "2022-03-01")
        let manual = try assessment.indicator("manual")
        #expect(manual.periods.map(\.state) == [.value, .notDue, .notDue, .notDue, .notDue, .notDue])
        #expect(manual.reports.expected == 1)
        #expect(manual.reports.overdue == 0)
        #expect(manual.periods[1].verdicts.first { $0.pack == "core" }?.rule == "done-before")
        #expect(try assessment.agency("forestry").owed.allSatisfy { $0.key.item.rawValue != "manual" })
    }

    @Test("a milestone that is not achieved stays owed")
    func staysOwed() throws {
        let plan = try TestPlan(Self.manual)
        let reports = [report("manual", "2020-H1", .milestone(false), state: .verified)]
        let manual = try plan.assess(reports, asOf: "2022-03-01").indicator("manual")
        #expect(manual.periods.map(\.state) == [.value, .overdue, .overdue, .overdue, .notDue, .notDue])
        #expect(manual.reports.overdue == 3)
    }

    @Test("an ended activity awaits a report only while one can still come in time")
    func endedAwaits() throws {
        let plan = try TestPlan(Self.manual)
        #expect(try core("a1", in: plan.assess([], asOf: "2021-01-10")) == "ended-awaited")
        #expect(try core("a1", in: plan.assess([], asOf: "2021-03-01")) == "ended-unknown")
    }

    @Test("an activity whose indicators are reported is not without reports before the first period has ended")
    func notYetReported() throws {
        let assessment = try TestPlan(Self.manual).assess([], asOf: "2020-03-01")
        #expect(try core("a2", in: assessment) == "in-its-time")
        #expect(assessment.overall.verdicts.summary == "pace/nothing-judged: not-due")
    }

    @Test("percentages of several periods are not added up: their parts are")
    func sharesTogether() throws {
        let reports = [
            report("answered", "2020-H1", .value(.ratio(numerator: 10, denominator: 10))),
            report("answered", "2020-H2", .value(.ratio(numerator: 45, denominator: 90))),
        ]
        let answered = try TestPlan(Self.manual).assess(reports, asOf: "2021-02-01").indicator("answered")
        let verdict = try #require(answered.verdicts.headline)
        #expect(verdict.rule == "share-behind")
        #expect(
            verdict.because.text("en")
                == "55% over 2 ended periods together; planned 80%. That is 69% of the plan, below 75%."
        )
    }

    @Test("a share of more than the whole is shown with its finding, and is not judged")
    func impossibleShare() throws {
        let reports = [report("answered", "2020-H1", .value(.ratio(numerator: 11, denominator: 9)))]
        let assessment = try TestPlan(Self.manual).assess(reports, asOf: "2020-08-01")
        let answered = try assessment.indicator("answered")
        #expect(answered.verdicts.summary == "pace/impossible-share: no-data")
        #expect(answered.periods[0].actual.map { $0 > 122 } == true)
        #expect(
            assessment.findings.contains { $0.kind == .check(pack: "core", id: "part-greater-than-whole") }
        )
    }

    @Test("a pack is written in the languages of its title", arguments: [("fr", 0), ("de", 1)])
    func languagesOfPack(status: String, mistakes: Int) {
        let text = """
            format: nap-rules/1
            id: part
            version: 1.0.0
            title: {fr: Part de la cible}
            statuses:
              - {id: fine, title: {\(status): Bien}, rank: 10, group: good, color: green, symbol: check}
            indicator:
              verdicts:
                - {id: always, status: fine, because: {fr: Toujours}}
            """
        let (pack, problems) = RulePackLoader.load([SourceText(name: "pack.yaml", text: text)], name: "part") { _ in nil
        }
        #expect((pack != nil) == (mistakes == 0))
        #expect(problems.filter { $0.identifier == "unknown-language" }.count == mistakes)
        #expect(mistakes > 0 || problems.isEmpty)
    }
}
