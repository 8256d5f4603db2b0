import ActionPlan
import Rules
import Testing

@Suite("An assessment")
struct AssessmentTests {
    private static let trees = """
        objectives:
          - id: o1
            title: More forest
            lead: forestry
            activities:
              - id: a1
                title: Plant trees
                timing: {kind: fixed, end: 2022-12-31}
                indicators:
                  - id: trees
                    title: Trees planted
                    measure: unit
                    unit: trees
                    direction: increase
                    accumulation: cumulative
                    baseline: {value: 0, year: 2019}
                    target: {value: 600}
                  - id: seedlings
                    title: Seedlings raised
                    measure: unit
                    unit: seedlings
                    direction: increase
                    accumulation: per-period
                    target: {value: 100}
              - id: a2
                title: Issue a decree
                timing: {kind: fixed, end: 2021-06-30}
                indicators:
                  - {id: draft, title: Draft, measure: milestone, due: 2020-06-30}
                  - {id: decree-out, title: Decree, measure: milestone, due: 2021-03-31, after: [draft]}
        """

    @Test("an absent figure is never zero, and never carried forward")
    func absence() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(0))],
                asOf: "2021-07-01"
            )
        let states = try assessment.indicator("trees").periods.map(\.state)
        #expect(states == [.zero, .overdue, .due, .notDue, .notDue, .notDue])
        let actuals = try assessment.indicator("trees").periods.map(\.actual)
        #expect(actuals == [0, nil, nil, nil, nil, nil])
        #expect(try assessment.indicator("seedlings").verdicts.summary == "pace/never-reported: no-data")
    }

    @Test("nil and not applicable are states of their own")
    func nilReports() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [
                    report("trees", "2020-H1", .nilReport),
                    report("trees", "2020-H2", .notApplicable(LocalizedText("no trees", language: "en"))),
                ],
                asOf: "2021-02-01"
            )
        let trees = try assessment.indicator("trees")
        #expect(trees.periods.prefix(2).map(\.state) == [.nilReport, .notApplicable])
        #expect(trees.reports.received == 2)
        #expect(trees.reports.nilReports == 1)
        #expect(trees.latest == nil)
    }

    @Test("a period is due until the days of grace are over")
    func grace() throws {
        let plan = try TestPlan(Self.trees)
        func state(_ day: String) throws -> ValueState? {
            try plan.assess([], asOf: day).indicator("trees").periods.first?.state
        }
        #expect(try state("2020-06-30") == .notDue)
        #expect(try state("2020-07-01") == .due)
        #expect(try state("2020-07-25") == .due)
        #expect(try state("2020-07-26") == .overdue)
    }

    @Test("lateness is counted in the plan's own time zone")
    func lateness() throws {
        // 20:00 UTC on the due day is 01:00 of the next day at +05:00.
        var late = report("trees", "2020-H1", .number(5))
        late.versions[0].submitted = try #require(Moment("2020-07-15T20:00:00Z"))
        let part = try TestPlan(Self.trees).assess([late], asOf: "2020-08-01").indicator("trees").periods[0].reports[0]
        #expect(part.receivedOn == Day("2020-07-16"))
        #expect(part.daysLate == 1)
    }

    @Test("expected is the line from the baseline in days with both ends")
    func expectedValue() throws {
        let trees = try TestPlan(Self.trees).assess([], asOf: "2021-01-01").indicator("trees")
        let shares = trees.periods.compactMap(\.expected).map { ($0 / 600 * 10_000).rounded() / 10_000 }
        #expect(shares == [0.1661, 0.3339, 0.4991, 0.667, 0.8321, 1])
        #expect(
            try TestPlan(Self.trees).assess([], asOf: "2021-01-01").indicator("seedlings").periods[0].expected == 100
        )
    }

    @Test("a flow is judged by the sum of its ended periods that have a value")
    func flow() throws {
        let reports = [
            report("seedlings", "2020-H1", .number(95)), report("seedlings", "2020-H2", .number(70)),
            report("seedlings", "2021-H1", .number(100)),
        ]
        let assessment = try TestPlan(Self.trees).assess(reports, asOf: "2021-08-01")
        let verdict = try #require(try assessment.indicator("seedlings").verdicts.headline)
        #expect(verdict.rule == "flow-slow")
        #expect(verdict.because.text("en") == "265 of 300 planned over 3 ended periods: 88%, below 90%.")
    }

    @Test("a milestone is overdue only when a report says so, and the next waits for it")
    func milestones() throws {
        let plan = try TestPlan(Self.trees)
        #expect(
            try plan.assess([], asOf: "2020-07-10").indicator("draft").verdicts.summary == "core/milestone-awaited: due"
        )
        #expect(
            try plan.assess([], asOf: "2020-08-10").indicator("draft").verdicts.summary
                == "core/milestone-unknown: no-data"
        )
        let failed = try plan.assess([report("draft", "2020-H1", .milestone(false))], asOf: "2020-08-10")
        #expect(try failed.indicator("draft").verdicts.summary == "core/milestone-overdue: overdue")
        #expect(try failed.activity("a2").verdicts.summary == "core/milestones-overdue: overdue")
        let done = try plan.assess(
            [report("draft", "2020-H2", .milestone(true, on: "2020-09-01"))],
            asOf: "2021-02-10"
        )
        #expect(try done.indicator("draft").verdicts.summary == "core/reached-late: achieved-late")
        #expect(try done.indicator("decree-out").verdicts.summary == "core/milestone-ahead: not-due")
        let blocked = try plan.assess([report("draft", "2020-H1", .milestone(false))], asOf: "2021-02-10")
        #expect(
            try blocked.indicator("decree-out").verdicts.headline?.because.text("en")
                == "Due on 31\u{A0}Mar\u{A0}2021 and waits for: Draft."
        )
    }

    @Test("a returned report counts as missing and is owed")
    func returned() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(90), state: .returned)],
                asOf: "2020-08-10"
            )
        #expect(try assessment.indicator("trees").periods[0].state == .overdue)
        let owed = try assessment.agency("forestry").owed.first { $0.key.item.rawValue == "trees" }
        #expect(owed?.reason == .returned)
    }

    // MARK: - Roll-ups

    @Test("coverage travels upward, with the best and the worst case it allows")
    func bounds() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(110))],
                asOf: "2020-08-10"
            )
        let activity = try assessment.activity("a1")
        #expect(activity.tally.coverage == 0.5)
        #expect(activity.verdicts.summary == "pace/all-good: on-track")
        let bounds = try #require(activity.verdicts.headline?.bounds)
        #expect(bounds.best.rawValue == "on-track")
        #expect(bounds.worst.rawValue == "off-track")
        #expect(try assessment.objective("o1").indicatorTally.total == 4)
    }

    @Test("where everything is known there are no bounds")
    func noBounds() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(110)), report("seedlings", "2020-H1", .number(100))],
                asOf: "2020-08-10"
            )
        #expect(try assessment.activity("a1").verdicts.headline?.bounds == nil)
        #expect(try assessment.activity("a1").tally.coverage == 1)
    }

    @Test("a status is counted under its own name")
    func distribution() throws {
        let tally = try TestPlan(Self.trees).assess([], asOf: "2020-08-10").objective("o1").indicatorTally
        #expect(tally.byStatus.map { "\($0.status): \($0.count)" } == ["not-due: 1", "no-data: 3"])
    }

    // MARK: - Three verdicts

    @Test("claim, rules and review stand side by side, and disagreement is a finding")
    func threeVerdicts() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(10), claim: "on-track", state: .verified, verdict: "at-risk")],
                asOf: "2020-08-10"
            )
        let trees = try assessment.indicator("trees")
        #expect(trees.verdicts.summary == "pace/behind-forecast: off-track")
        #expect(trees.verdicts.verdict(of: "core")?.status.rawValue == "reported")
        #expect(trees.periods[0].reports[0].version?.content.claim?.rawValue == "on-track")
        let kinds = assessment.findings.filter { $0.item.rawValue == "trees" }.map(\.kind)
        #expect(kinds.contains(.claimDiffers))
        #expect(kinds.contains(.reviewDiffers))
        let sentences = assessment.findings.filter { $0.kind == .claimDiffers }.map { $0.sentence.text("en") }
        #expect(sentences == ["The agency says “On track”; the rules give “Off track”."])
    }

    @Test("a claim that agrees is no finding")
    func agreement() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(10), claim: "off-track")],
                asOf: "2020-08-10"
            )
        #expect(!assessment.findings.map(\.kind).contains(.claimDiffers))
    }

    // MARK: - Traces

    @Test("a verdict says which rule, line and report it rests on")
    func trace() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(90))],
                asOf: "2020-08-10"
            )
        let trace = try #require(try assessment.indicator("trees").verdicts.headline?.trace)
        #expect(trace.file == "pace/pack.yaml")
        #expect(trace.line > 1)
        #expect(!trace.passedOver.isEmpty)
        let score = try #require(trace.inputs.first { $0.path == "measures.score" })
        #expect(score.origin == .measure)
        guard case .number(let value) = score.value else {
            Issue.record("no number")
            return
        }
        #expect((value * 1000).rounded() == 903)
        let end = try #require(trace.inputs.first { $0.path == "indicator.latest.end" })
        #expect(end.value == .day(try #require(Day("2020-06-30"))))
    }

    @Test("a trace leads to the version of the report that a figure came from")
    func reportOrigin() throws {
        let assessment = try TestPlan(Self.trees)
            .assess(
                [report("trees", "2020-H1", .number(700))],
                asOf: "2020-08-10"
            )
        let trace = try #require(try assessment.indicator("trees").verdicts.headline?.trace)
        let actual = try #require(trace.inputs.first { $0.path == "indicator.latest.actual" })
        let key = ReportKey(
            item: ItemID(rawValue: "trees"),
            period: PeriodID(rawValue: "2020-H1"),
            agency: AgencyID(rawValue: "forestry")
        )
        #expect(actual.origin == .report(key, version: 1))
    }
}
