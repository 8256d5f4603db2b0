import ActionPlan
import Rules
import Testing

@Suite("Findings in their order")
struct FindingListTests {
    private static let two = """
        objectives:
          - id: o1
            title: More forest
            lead: forestry
            activities:
              - id: a1
                title: Plant trees
                indicators:
                  - {id: felled, title: Felled, measure: unit, unit: u, direction: increase, accumulation: per-period}
                  - {id: grown, title: Grown, measure: unit, unit: u, direction: increase, accumulation: per-period}
        """

    private func findings() throws -> FindingList {
        try TestPlan(Self.two)
            .assess(
                [
                    report("felled", "2020-H1", .number(5), evidence: 0),
                    report("felled", "2020-H2", .number(-5)),
                    report("grown", "2020-H1", .number(2.5)),
                    report("grown", "2020-H2", .number(7), evidence: 0),
                ],
                asOf: "2021-02-01"
            )
            .findings
    }

    @Test("errors come first, then the order of the plan and of the periods")
    func order() throws {
        let places = try findings().map { "\($0.severity) \($0.item) \($0.period?.rawValue ?? "")" }
        #expect(
            places == [
                "error felled 2020-H2", "error grown 2020-H1", "information felled 2020-H1",
                "information grown 2020-H2",
            ]
        )
    }

    @Test("each stands at its number, and with its item")
    func access() throws {
        let findings = try findings()
        #expect(findings.count == 4)
        #expect(findings.indices.map { findings[$0].item.rawValue } == findings.map(\.item.rawValue))
        let grown = findings.of(ItemID(rawValue: "grown"))
        #expect(grown.map(\.severity) == [.error, .information])
        #expect(findings.of(ItemID(rawValue: "nothing")).isEmpty)
    }

    @Test("those that are removed leave the others as they were")
    func removal() throws {
        var findings = try findings()
        findings.removeAll { $0.item.rawValue == "felled" }
        #expect(findings.map(\.item.rawValue) == ["grown", "grown"])
        #expect(findings[1].severity == .information)
        findings.removeAll { _ in true }
        #expect(findings.isEmpty)
    }
}
