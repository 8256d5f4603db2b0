import ActionPlan
import Rules
import Testing

@Suite("An assessment that keeps up with what happens")
struct LiveAssessmentTests {
    /// Every standard pack: some for the whole plan, one for a part of it alone.
    static let rules = """
        [{pack: pace, version: "1.0"}, {pack: data-quality, version: "1.0"}, {pack: core, version: "1.0"}, \
        {pack: growth-rate, version: "1.0"}, {pack: completion, version: "1.0"}, \
        {pack: attainment-rate, version: "1.0"}, {pack: percent-met, version: "1.0", items: [o0]}]
        """

    private static let amendments = """
        amendments:
          - id: am1
            in-force: 2021-02-15
            title: Less
            changes: [{item: i1, title: Renamed}, {item: o1-a0, lead: customs}]
        """

    @Test(
        "after every step of any history it is, byte for byte, what judging everything gives",
        arguments: 1...6 as ClosedRange<UInt64>
    )
    func sameAsFromScratch(seed: UInt64) throws {
        let plan = try TestPlan(RandomPlan(seed).text, amendments: Self.amendments, rules: Self.rules)
        var history = RandomHistory(plan.plan, seed: seed)
        for _ in 0..<30 { _ = try history.next() }
        var day = history.day()
        let start = Moment("2024-01-01T00:00:00Z") ?? Moment(seconds: 0)
        var live = LiveAssessment(plan.assessor, history.book.snapshot(knownAt: start), asOf: day)
        for step in 0..<24 {
            let before = live.assessment
            if step % 8 == 7 {
                day = history.day()
                live.move(to: day)
            } else {
                let event = try history.next()
                let rejudged = try live.apply(event)
                Self.expectNothingElseChanged(before, live.assessment, rejudged)
            }
            let whole = plan.assessor.assess(history.book.snapshot(knownAt: live.assessment.knownAt), asOf: day)
            let isSame = AssessmentJSON.bytes(of: live.assessment) == AssessmentJSON.bytes(of: whole)
            #expect(isSame, "seed \(seed), step \(step)")
            guard isSame else { return }
        }
    }

    @Test(
        "events that are noted first and judged together give what judging everything gives",
        arguments: 7...10 as ClosedRange<UInt64>
    )
    func judgedTogether(seed: UInt64) throws {
        let plan = try TestPlan(RandomPlan(seed).text, rules: Self.rules)
        var history = RandomHistory(plan.plan, seed: seed)
        for _ in 0..<10 { _ = try history.next() }
        let day = history.day()
        let start = Moment("2024-01-01T00:00:00Z") ?? Moment(seconds: 0)
        var live = LiveAssessment(plan.assessor, history.book.snapshot(knownAt: start), asOf: day, isJudged: false)
        for _ in 0..<4 {
            for _ in 0..<8 { try live.note(try history.next()) }
            live.judge()
            let whole = plan.assessor.assess(history.book.snapshot(knownAt: live.assessment.knownAt), asOf: day)
            #expect(AssessmentJSON.bytes(of: live.assessment) == AssessmentJSON.bytes(of: whole), "seed \(seed)")
            #expect(live.records == history.book.snapshot(knownAt: live.assessment.knownAt).records)
        }
    }

    private static func expectNothingElseChanged(_ before: Assessment, _ after: Assessment, _ rejudged: Rejudged) {
        let items = Set(rejudged.items.map(\.id))
        for (old, new) in zip(before.indicators, after.indicators) where old.reports != new.reports {
            #expect(items.contains(new.id))
        }
        for (old, new) in zip(before.activities, after.activities) where old.tally != new.tally {
            #expect(items.contains(new.id))
        }
        for (old, new) in zip(before.agencies, after.agencies) where old.reports != new.reports || old.owed != new.owed
        {
            #expect(rejudged.agencies.contains(new.id))
        }
    }

    private static let chain = """
        objectives:
          - id: o1
            title: More forest
            activities:
              - {id: survey, title: Survey, lead: forestry, reporting: each-period, timing: {kind: permanent}}
              - id: plant
                title: Plant
                lead: education
                reporting: each-period
                timing: {kind: fixed, start: 2020-01-01, end: 2022-12-31}
                depends-on: [survey]
                indicators:
                  - {id: law, title: Law, measure: milestone, due: 2020-06-30}
                  - {id: rules, title: Rules, measure: milestone, due: 2020-12-31, after: [law]}
          - id: o2
            title: More meadows
            lead: customs
            indicators:
              - {id: meadows, title: Meadows, measure: unit, unit: ha, direction: contextual, accumulation: per-period}
        """

    private func event(_ record: ReportRecord) throws -> LedgerEvent {
        let version = try #require(record.versions.last)
        return .report(
            ReportEvent(
                key: record.key,
                moment: version.submitted,
                party: .agency(record.key.agency),
                action: .submitted(version.content)
            )
        )
    }

    @Test("one report concerns its item, what waits for it, all above these, and their agencies")
    func concerned() throws {
        let plan = try TestPlan(Self.chain)
        let day = try #require(Day("2021-03-01"))
        let nothing = Snapshot(knownAt: Moment(startOf: day, at: .zero), records: [])
        var live = LiveAssessment(plan.assessor, nothing, asOf: day)
        let milestone = report("law", "2020-H1", by: "education", .milestone(true, on: "2020-05-01"))
        let rejudged = try live.apply(event(milestone))
        #expect(rejudged.items.map(\.id.rawValue) == ["o1", "plant", "law", "rules"])
        #expect(rejudged.agencies.map(\.rawValue) == ["education"])
        #expect(live[milestone.key]?.state == .submitted)

        let survey = report("survey", "2020-H1", .implementation(.completed))
        #expect(try live.apply(event(survey)).items.map(\.id.rawValue) == ["o1", "survey", "plant"])
    }

    @Test("an activity waits for one that stands before it in the plan only until that is completed")
    func waitsFor() throws {
        let plan = try TestPlan(Self.chain)
        let begun = report("plant", "2020-H1", by: "education", .implementation(.underWay))
        func rule(_ reports: [ReportRecord]) throws -> String? {
            try plan.assess(reports, asOf: "2020-09-01").activity("plant").verdicts.all.first { $0.pack == "core" }?
                .rule
        }
        let law = report("law", "2020-H1", by: "education", .milestone(false), on: "2020-07-10")
        #expect(try rule([begun, law]) != "must-wait")
        let achieved = report("law", "2020-H1", by: "education", .milestone(true, on: "2020-05-01"))
        #expect(try rule([begun, achieved]) == "must-wait")
        #expect(try rule([begun, achieved, report("survey", "2020-H1", .implementation(.completed))]) != "must-wait")
    }

    @Test("a copy on which a report is tried out leaves the original as it was")
    func trial() throws {
        let plan = try TestPlan(Self.chain)
        let day = try #require(Day("2021-03-01"))
        let nothing = Snapshot(knownAt: Moment(startOf: day, at: .zero), records: [])
        let live = LiveAssessment(plan.assessor, nothing, asOf: day)
        let bytes = AssessmentJSON.bytes(of: live.assessment)
        var trial = live
        try trial.apply(event(report("meadows", "2020-H1", by: "customs", .number(7))))
        #expect(AssessmentJSON.bytes(of: live.assessment) == bytes)
        #expect(AssessmentJSON.bytes(of: trial.assessment) != bytes)
    }

    @Test("a step that cannot follow changes nothing")
    func illegal() throws {
        let plan = try TestPlan(Self.chain)
        let day = try #require(Day("2021-03-01"))
        var live = LiveAssessment(
            plan.assessor,
            Snapshot(
                knownAt: Moment(startOf: day, at: .zero),
                records: [],
                locks: [PeriodLock(period: PeriodID(rawValue: "2020-H1"), isLocked: true, since: Moment(seconds: 0))]
            ),
            asOf: day
        )
        let bytes = AssessmentJSON.bytes(of: live.assessment)
        let late = try event(report("meadows", "2020-H1", by: "customs", .number(7)))
        #expect(throws: IllegalTransition.self) { try live.apply(late) }
        #expect(AssessmentJSON.bytes(of: live.assessment) == bytes)
    }
}
