import ActionPlan
import Rules
import TestSupport
import Testing

@Suite("An assessment without some of its indicators")
struct WithholdingTests {
    /// A random plan as it stands after a random history, and some of its indicators.
    private struct Case {
        let assessor: Assessor
        let snapshot: Snapshot
        let known: Assessment
        let silenced: [ItemID]

        init(seed: UInt64) throws {
            let plan = try TestPlan(RandomPlan(seed).text, rules: LiveAssessmentTests.rules)
            var history = RandomHistory(plan.plan, seed: seed)
            for _ in 0..<60 { _ = try history.next() }
            assessor = plan.assessor
            snapshot = history.book.snapshot(knownAt: Moment("2024-01-01T00:00:00Z") ?? Moment(seconds: 0))
            known = assessor.assess(snapshot, asOf: history.day())
            var random = SplitMix64(seed: seed)
            silenced = known.indicators.map(\.id).filter { _ in random.chance(1, in: 3) }.shuffled(using: &random)
        }

        func assess(_ withheld: [ItemID]) -> Assessment {
            assessor.assess(known, from: snapshot, withholding: Set(withheld))
        }
    }

    @Test(
        "it is the same whether they are withheld together or one after the other",
        arguments: 1...8 as ClosedRange<UInt64>
    )
    func oneByOne(seed: UInt64) throws {
        let some = try Case(seed: seed)
        var stepwise = some.known
        for id in some.silenced {
            stepwise = some.assessor.assess(stepwise, from: some.snapshot, withholding: [id])
        }
        #expect(AssessmentJSON.bytes(of: some.assess(some.silenced)) == AssessmentJSON.bytes(of: stepwise))
    }

    @Test(
        "nothing is said of them, and whatever does not stand above them is as it was",
        arguments: 1...8 as ClosedRange<UInt64>
    )
    func others(seed: UInt64) throws {
        let some = try Case(seed: seed)
        let known = some.known
        let result = some.assess(some.silenced)
        let above = Set(some.silenced.flatMap { known.plan.ancestors(of: $0) })
        for (old, new) in zip(known.indicators, result.indicators) {
            guard some.silenced.contains(old.id) else {
                #expect(old == new)
                #expect(known.findings.of(old.id) == result.findings.of(old.id))
                continue
            }
            #expect(new.verdicts.all.map(\.status) == [Status.withheld.id])
            #expect(new.periods.allSatisfy { $0.verdicts.isEmpty && $0.measures.isEmpty })
            #expect(result.findings.of(new.id).isEmpty)
        }
        for (old, new) in zip(known.activities, result.activities) where !above.contains(old.id) { #expect(old == new) }
        for (old, new) in zip(known.objectives, result.objectives) where !above.contains(old.id) { #expect(old == new) }
    }

    @Test("what stands above counts them as withheld", arguments: 1...8 as ClosedRange<UInt64>)
    func tallies(seed: UInt64) throws {
        let some = try Case(seed: seed)
        let result = some.assess(some.silenced)
        var statuses: [ItemID: StatusID] = [:]
        for item in result.indicators { statuses[item.id] = item.verdicts.status }
        for item in result.activities { statuses[item.id] = item.verdicts.status }
        for item in result.objectives { statuses[item.id] = item.verdicts.status }
        func counts(_ items: [ItemReference]) -> [StatusID: Int] {
            items.reduce(into: [:]) { counts, item in
                if let status = statuses[item.id] { counts[status, default: 0] += 1 }
            }
        }
        func counts(_ tally: Tally) -> [StatusID: Int] {
            Dictionary(uniqueKeysWithValues: tally.byStatus.map { ($0.status, $0.count) })
        }
        for item in result.activities { #expect(counts(item.tally) == counts(result.plan.children(of: item.id))) }
        for item in result.objectives { #expect(counts(item.tally) == counts(result.plan.children(of: item.id))) }
        for agency in result.agencies { #expect(counts(agency.tally) == counts(agency.items)) }
        let all = counts(result.indicators.map { .indicator($0.id) })
        #expect(counts(result.overall.indicatorTally) == all)
    }

    @Test("an activity of which all is withheld is withheld itself, and so is what stands above it")
    func upward() throws {
        let plan = try TestPlan(
            """
            objectives:
              - id: o1
                title: More forest
                activities:
                  - id: a1
                    title: Plant
                    timing: {kind: permanent}
                    indicators:
                      - {id: trees, title: Trees, measure: unit, unit: u, direction: increase, accumulation: cumulative, target: {value: 60}, lead: forestry}
            """
        )
        let day = try #require(Day("2021-08-01"))
        let snapshot = Snapshot(
            knownAt: Moment(startOf: day, at: .zero),
            records: [report("trees", "2020-H1", .number(30)), report("trees", "2021-H1", .number(31))]
        )
        let known = plan.assessor.assess(snapshot, asOf: day)
        #expect(try known.activity("a1").verdicts.status != Status.withheld.id)
        let result = plan.assessor.assess(known, from: snapshot, withholding: [ItemID(rawValue: "trees")])
        #expect(try result.activity("a1").verdicts.status == Status.withheld.id)
        #expect(try result.objective("o1").verdicts.status == Status.withheld.id)
        #expect(result.overall.verdicts.status == Status.withheld.id)
        #expect(try result.agency("forestry").reports == known.agency("forestry").reports)
    }
}
