import ActionPlan
import Rules
import Testing

@Suite("What changed between two meetings")
struct ChangesTests {
    private static let amendment = """
        amendments:
          - id: am1
            in-force: 2021-01-01
            title: Less
            changes: [{item: trees, target: {value: 300}}]
        """
    private let first = report("trees", "2020-H1", .number(70))

    private func change(_ changes: Changes, of item: String) throws -> StatusChange {
        try #require(changes.items.first { $0.item.id.rawValue == item }?.change)
    }

    @Test("nothing changed between a day and itself")
    func nothing() throws {
        let assessment = try TestPlan(TestPlan.trees).assess([first], asOf: "2020-08-01")
        #expect(Changes.between(assessment, assessment).isEmpty)
    }

    @Test("a report is the cause where one came")
    func reports() throws {
        let plan = try TestPlan(TestPlan.trees)
        let second = report("trees", "2020-H2", .number(210))
        let changes = Changes.between(
            try plan.assess([first], asOf: "2020-08-01"),
            try plan.assess([first, second], asOf: "2021-02-01")
        )
        let change = try change(changes, of: "trees")
        #expect(change.before?.id.rawValue == "off-track")
        #expect(change.after?.id.rawValue == "on-track")
        #expect(change.trend == .better)
        #expect(change.causes == [.reports([second.key])])
        #expect(changes.improved.map(\.item.id.rawValue) == ["o1", "a1", "trees"])
        #expect(changes.worsened.isEmpty)
        #expect(changes.reports.received == [second.key])
    }

    @Test("time is the cause where nothing else is")
    func time() throws {
        let plan = try TestPlan(TestPlan.trees)
        let changes = Changes.between(
            try plan.assess([first], asOf: "2020-08-01"),
            try plan.assess([first], asOf: "2021-08-01")
        )
        let change = try change(changes, of: "trees")
        #expect(change.after?.id.rawValue == "no-data")
        #expect(change.causes == [.time])
        #expect(change.trend == .other)
        #expect(changes.reports.becameOverdue.map(\.period.rawValue) == ["2020-H2", "2021-H1"])
    }

    @Test("the plan's text is the cause where an amendment came into force")
    func amendment() throws {
        let plan = try TestPlan(TestPlan.trees, amendments: Self.amendment)
        let changes = Changes.between(
            try plan.assess([first], asOf: "2020-12-31"),
            try plan.assess([first], asOf: "2021-01-01")
        )
        let causes = try change(changes, of: "trees").causes
        #expect(causes == [.plan([ItemID(rawValue: "trees")])])
        let parent = try change(changes, of: "a1").causes
        #expect(parent == [.plan([ItemID(rawValue: "trees")])])
    }

    @Test("the rules are the cause where a threshold was changed")
    func rules() throws {
        let strict = "[{pack: core, version: \"1.0\"}, {pack: pace, version: \"1.0\", parameters: {amber_from: 0.6}}]"
        let changes = Changes.between(
            try TestPlan(TestPlan.trees).assess([first], asOf: "2020-08-01"),
            try TestPlan(TestPlan.trees, rules: strict).assess([first], asOf: "2020-08-01")
        )
        #expect(try change(changes, of: "trees").causes == [.rules(["pace"])])
    }

    @Test("time alone is the cause where it would have been enough, even if reports came")
    func timeAlone() throws {
        let plan = try TestPlan(TestPlan.trees)
        let earlier = try plan.assess([first], asOf: "2020-08-01")
        let returned = report("trees", "2020-H2", .number(90), state: .returned)
        let later = try plan.assess([first, returned], asOf: "2021-08-01")
        let guess = Changes.between(earlier, later)
        #expect(try change(guess, of: "trees").causes == [.reports([returned.key])])
        let known = Changes.between(earlier, later, timeAlone: try plan.assess([first], asOf: "2021-08-01"))
        #expect(try change(known, of: "trees").causes == [.time])
    }

    @Test("a new item and one that is gone are changes of the plan")
    func items() throws {
        let more =
            TestPlan.trees + """

                          - {id: law, title: Law, measure: milestone, due: 2020-06-30}
                """
        let before = try TestPlan(TestPlan.trees).assess([first], asOf: "2020-08-01")
        let after = try TestPlan(more).assess([first], asOf: "2020-08-01")
        let added = try change(Changes.between(before, after), of: "law")
        #expect(added.before == nil)
        #expect(added.causes == [.plan([ItemID(rawValue: "law")])])
        let removed = try change(Changes.between(after, before), of: "law")
        #expect(removed.after == nil)
    }
}
