import ActionPlan
import Rules
import Testing

@Suite("Several agencies, and changes of the plan")
struct ContributorTests {
    private static let shared = """
        objectives:
          - id: o1
            title: Training
            lead: forestry
            activities:
              - id: a1
                title: Train officials
                timing: {kind: fixed, end: 2020-12-31}
                reporting: each-period
                indicators:
                  - id: trained
                    title: Officials trained
                    measure: unit
                    unit: officials
                    direction: increase
                    accumulation: per-period
                    target: {value: 100}
                    contributors: [forestry, education]
                    disaggregation: [sex, topic]
        """

    @Test("a sum exists only when every agency has sent its part")
    func sum() throws {
        let plan = try TestPlan(Self.shared)
        let half = report("trained", "2020-H1", by: "forestry", .number(40))
        let other = report("trained", "2020-H1", by: "education", .number(55))
        let partial = try plan.assess([half], asOf: "2020-08-01").indicator("trained")
        #expect(partial.periods[0].actual == nil)
        #expect(partial.periods[0].state == .overdue)
        #expect(partial.periods[0].verdicts.first?.rule == "partly-missing")
        #expect(partial.reports.received == 1)
        #expect(partial.reports.overdue == 1)
        let whole = try plan.assess([half, other], asOf: "2020-08-01").indicator("trained")
        #expect(whole.periods[0].actual == 95)
    }

    @Test("an agency that has nothing to report adds nothing to the sum")
    func nilPart() throws {
        let whole = try TestPlan(Self.shared)
            .assess(
                [
                    report("trained", "2020-H1", by: "forestry", .number(40)),
                    report("trained", "2020-H1", by: "education", .nilReport),
                ],
                asOf: "2020-08-01"
            )
        #expect(try whole.indicator("trained").periods[0].actual == 40)
    }

    @Test("cells of several agencies are added up by category, and checked over partitioning dimensions only")
    func cells() throws {
        func cell(_ dimension: String, _ category: String, _ value: Double) -> ReportContent.Cell {
            ReportContent.Cell(categories: [.init(dimension: dimension, category: category)], value: value)
        }
        let assessment = try TestPlan(Self.shared)
            .assess(
                [
                    report(
                        "trained",
                        "2020-H1",
                        by: "forestry",
                        .number(40),
                        cells: [
                            cell("sex", "f", 30), cell("sex", "m", 10), cell("topic", "a", 40), cell("topic", "b", 40),
                        ]
                    ),
                    report(
                        "trained",
                        "2020-H1",
                        by: "education",
                        .number(20),
                        cells: [cell("sex", "f", 9), cell("sex", "m", 10)]
                    ),
                ],
                asOf: "2020-08-01"
            )
        let period = try assessment.indicator("trained").periods[0]
        #expect(period.cells.first?.value == 39)
        let checks = assessment.findings.filter { $0.kind == .check(pack: "core", id: "cells-do-not-add-up") }
        #expect(checks.map(\.agency?.rawValue) == ["education"])
        #expect(
            checks.first?.sentence.text("en")
                == "The breakdown adds up to 19, the total is 20. Put the rest under “not known”."
        )
    }

    @Test("a part of a running total is held against the same agency's earlier part")
    func runningParts() throws {
        let plan = try TestPlan(Self.shared.replacing("accumulation: per-period", with: "accumulation: cumulative"))
        let assessment = try plan.assess(
            [
                report("trained", "2020-H1", by: "forestry", .number(40)),
                report("trained", "2020-H1", by: "education", .number(20)),
                report("trained", "2020-H2", by: "forestry", .number(50)),
                report("trained", "2020-H2", by: "education", .number(15)),
            ],
            asOf: "2021-02-01"
        )
        let falls = assessment.findings.filter { $0.kind == .check(pack: "core", id: "cumulative-decreased") }
        #expect(falls.map(\.agency?.rawValue) == ["education"])
        #expect(falls.first?.sentence.text("en") == "A running total fell from 20 to 15.")
    }

    @Test("lead and co-lead that report different progress are a finding")
    func contradiction() throws {
        let text = Self.shared.replacing(
            "reporting: each-period",
            with: "reporting: each-period\n        co-leads: [customs]"
        )
        let assessment = try TestPlan(text)
            .assess(
                [
                    report("a1", "2020-H1", by: "forestry", .implementation(.completed)),
                    report("a1", "2020-H1", by: "customs", .implementation(.underWay)),
                ],
                asOf: "2020-08-01"
            )
        let findings = assessment.findings.filter { $0.kind == .check(pack: "core", id: "contradicts-others") }
        #expect(Set(findings.compactMap(\.agency?.rawValue)) == ["forestry", "customs"])
    }

    @Test("an activity completed after its last day is achieved late")
    func lateFinish() throws {
        let plan = try TestPlan(Self.shared)
        func status(_ reports: [ReportRecord], _ day: String) throws -> String? {
            try plan.assess(reports, asOf: day).activity("a1").verdicts.verdict(of: "core")?.rule
        }
        let early = report("a1", "2020-H1", .implementation(.underWay))
        #expect(try status([early], "2021-01-05") == "ended-awaited")
        #expect(
            try status([early, report("a1", "2020-H2", .implementation(.underWay))], "2021-02-05") == "ended-unfinished"
        )
        #expect(try status([report("a1", "2020-H2", .implementation(.completed))], "2021-02-05") == "finished")
        #expect(
            try status([early, report("a1", "2021-H1", .implementation(.completed))], "2021-08-05") == "finished-late"
        )
    }

    // MARK: - Amendments

    @Test("an amended target counts from the day on which it is in force")
    func amendedTarget() throws {
        let plan = try TestPlan(
            TestPlan.trees,
            amendments: """
                amendments:
                  - id: am1
                    in-force: 2021-01-01
                    title: Less
                    changes: [{item: trees, target: {value: 300}}]
                """
        )
        let reports = [report("trees", "2020-H1", .number(50))]
        #expect(
            try plan.assess(reports, asOf: "2020-08-01").indicator("trees").verdicts.summary
                == "pace/behind-forecast: off-track"
        )
        #expect(
            try plan.assess(reports, asOf: "2021-01-05").indicator("trees").verdicts.summary == "pace/in-time: on-track"
        )
    }

    @Test("what the lead before an amendment reported still counts, and the new lead owes nothing for it")
    func newLead() throws {
        let plan = try TestPlan(
            TestPlan.trees,
            amendments: """
                amendments:
                  - id: am1
                    in-force: 2021-01-01
                    title: New lead
                    changes: [{item: a1, lead: customs}]
                """
        )
        let assessment = try plan.assess(
            [report("trees", "2020-H1", by: "forestry", .number(110))],
            asOf: "2021-02-01"
        )
        let trees = try assessment.indicator("trees")
        #expect(trees.periods.prefix(2).map(\.state) == [.value, .overdue])
        #expect(trees.reports.received == 1)
        let owed = try assessment.agency("customs").owed.map(\.key.period.rawValue)
        #expect(owed == ["2020-H2"])
    }

    @Test("a cancelled item is not judged, and nothing of it is owed")
    func cancelled() throws {
        let plan = try TestPlan(
            TestPlan.trees,
            amendments: """
                amendments:
                  - id: am1
                    in-force: 2020-08-01
                    title: Off
                    changes: [{item: a1, cancelled: true}]
                """
        )
        let before = try plan.assess([], asOf: "2020-07-31")
        #expect(try before.agency("forestry").owed.count == 1)
        let after = try plan.assess([], asOf: "2020-08-01")
        #expect(try after.indicator("trees").verdicts.summary == "core/was-cancelled: cancelled")
        #expect(try after.activity("a1").verdicts.summary == "core/was-cancelled: cancelled")
        #expect(try after.agency("forestry").owed.isEmpty)
        #expect(after.overall.tally.coverage == nil)
    }

    @Test("one illustrative report marks everything above it")
    func illustrative() throws {
        let plan = try TestPlan(TestPlan.trees)
        let real = try plan.assess([report("trees", "2020-H1", .number(50))], asOf: "2020-08-01")
        #expect(!real.overall.isIllustrative)
        let made = try plan.assess(
            [report("trees", "2020-H1", .number(50), illustrative: true)],
            asOf: "2020-08-01"
        )
        #expect(try made.indicator("trees").periods[0].isIllustrative)
        #expect(try made.indicator("trees").isIllustrative)
        #expect(try made.activity("a1").isIllustrative)
        #expect(try made.objective("o1").isIllustrative)
        #expect(made.overall.isIllustrative)
    }
}
