import Testing

@testable import ActionPlan

@Suite("Amendments")
struct AmendmentTests {
    private let plan: Plan

    init() throws {
        plan = try #require(PlanLoader.load([try Fixtures.source("valid/plans/everything.yaml")]).plan)
    }

    private func amended(_ day: String) throws -> PlanIndex {
        PlanIndex(plan.amended(on: try ActionPlanTests.day(day)))
    }

    @Test("the day before it is in force the plan is as it was adopted")
    func before() throws {
        let index = try amended("2021-06-30")
        #expect(index.activity(ItemID(rawValue: "a1"))?.timing?.days.end.description == "2021-06-30")
        #expect(index.indicator(ItemID(rawValue: "i1"))?.finalTarget?.value == .number(1000))
        #expect(index.activity(ItemID(rawValue: "a1-4"))?.isCancelled == false)
    }

    @Test("from its day on it holds: end, due day, targets, lead, title, cancellation")
    func after() throws {
        let index = try amended("2021-07-01")
        let activity = try #require(index.activity(ItemID(rawValue: "a1")))
        #expect(activity.timing?.days.end.description == "2022-06-30")
        #expect(activity.title["en"] == "Courses")
        let indicator = try #require(index.indicator(ItemID(rawValue: "i1")))
        #expect(indicator.finalTarget == FinalTarget(value: .number(1200), by: plan.days.end))
        #expect(indicator.periodTargets[PeriodID(rawValue: "2021-H2")] == .number(700))
        #expect(indicator.periodTargets[PeriodID(rawValue: "2020-H1")] == .number(5))
        #expect(indicator.lead == AgencyID(rawValue: "court"))
        guard case .milestone(let due, let after)? = index.indicator(ItemID(rawValue: "m2"))?.measure else {
            Issue.record("m2 is no milestone any more")
            return
        }
        #expect(due.description == "2022-03-31")
        #expect(after == [ItemID(rawValue: "m1")])
        #expect(index.activity(ItemID(rawValue: "a1-4"))?.isCancelled == true)
    }

    @Test("a later amendment goes over an earlier one, in whatever order they are written")
    func order() throws {
        let amendments = """
            amendments:
              - {id: second, in-force: 2021-06-01, title: Second, changes: [{item: a1, end: 2022-02-28}]}
              - {id: first, in-force: 2021-01-01, title: First, changes: [{item: a1, end: 2021-12-31}]}
            """
        let plan = try SmallPlan.plan(top: amendments, activity: "        timing: {kind: fixed, end: 2020-12-31}")
        let ends = try ["2020-12-31", "2021-01-01", "2021-06-01"]
            .map { day in
                plan.amended(on: try ActionPlanTests.day(day)).activities[0].timing?.days.end.description
            }
        #expect(ends == ["2020-12-31", "2021-12-31", "2022-02-28"])
    }

    @Test("an end before the start is refused where it is written")
    func reversed() {
        let text = SmallPlan.text(
            top:
                "amendments: [{id: first, in-force: 2021-01-01, title: First, changes: [{item: a1, end: 2019-12-31}]}]",
            activity: "        timing: {kind: fixed, start: 2020-06-01, end: 2020-12-31}"
        )
        #expect(SmallPlan.load(text).diagnostics.map(\.identifier) == ["end-before-start"])
    }

    @Test("targets of an amendment are checked as those of the plan")
    func targets() {
        let text = SmallPlan.text(
            top:
                "amendments: [{id: first, in-force: 2021-01-01, title: First, changes: [{item: i1, targets: [{period: 2025-H1, value: 5}]}]}]",
            indicators: [
                "id: i1, title: Persons, measure: unit, unit: persons, direction: increase, accumulation: cumulative"
            ]
        )
        #expect(SmallPlan.load(text).diagnostics.map(\.identifier) == ["unknown-period"])
    }
}
