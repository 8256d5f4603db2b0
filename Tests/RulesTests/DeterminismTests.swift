import ActionPlan
import Diagnostics
import Foundation
import Rules
import Testing

@Suite("The same input gives the same bytes")
struct DeterminismTests {
    private static let objectives = """
        objectives:
          - id: o1
            title: More forest
            lead: forestry
            activities:
              - id: a1
                title: Plant trees
                indicators:
                  - id: trees
                    title: "Trees \\"planted\\"\\n"
                    measure: unit
                    unit: trees
                    direction: increase
                    accumulation: cumulative
                    baseline: {value: 0, year: 2019}
                    target: {value: 600}
                    contributors: [forestry, education, customs]
                    disaggregation: [sex]
                  - {id: law, title: Law, measure: milestone, due: 2020-06-30}
              - {id: a2, title: Talk about trees, timing: {kind: permanent}}
        """

    private var reports: [ReportRecord] {
        ["2020-H1", "2020-H2", "2021-H1"]
            .flatMap { period in
                ["forestry", "education", "customs"]
                    .map { report("trees", period, by: $0, .number(Double($0.utf8.count * 7)), claim: "on-track") }
            } + [report("law", "2020-H1", .milestone(false)), report("a2", "2020-H2", .implementation(.underWay))]
    }

    @Test("whatever the order of the reports")
    func reportOrder() throws {
        let plan = try TestPlan(Self.objectives)
        let bytes = AssessmentJSON.bytes(of: try plan.assess(reports, asOf: "2021-08-01"))
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5 {
            let shuffled = reports.shuffled(using: &generator)
            #expect(AssessmentJSON.bytes(of: try plan.assess(shuffled, asOf: "2021-08-01")) == bytes)
        }
    }

    @Test("wherever the packs are, and whatever else lies in their folder")
    func packPlace() throws {
        let plan = try TestPlan(Self.objectives)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(atPath: TestPlan.root + "rules", toPath: folder.path())
        try "notes".write(to: folder.appending(path: "pace/notes.txt"), atomically: true, encoding: .utf8)
        let other = try TestPlan.assessor(of: plan.plan, folders: [folder.path()])
        let day = try #require(Day("2021-08-01"))
        let snapshot = Snapshot(knownAt: Moment(startOf: day, at: .zero), records: reports)
        let here = AssessmentJSON.bytes(of: plan.assessor.assess(snapshot, asOf: day))
        #expect(AssessmentJSON.bytes(of: other.assess(snapshot, asOf: day)) == here)
    }

    @Test("the JSON is one that every reader takes, with absent figures left out")
    func validJSON() throws {
        let assessment = try TestPlan(Self.objectives).assess(reports, asOf: "2021-08-01")
        let bytes = AssessmentJSON.bytes(of: assessment)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["format"] as? String == "nap-assessment/1")
        #expect(object["as_of"] as? String == "2021-08-01")
        let indicators = try #require(object["indicators"] as? [[String: Any]])
        #expect((indicators[0]["title"] as? [String: String])?["en"] == "Trees \"planted\"\n")
        let periods = try #require(indicators[0]["periods"] as? [[String: Any]])
        #expect(periods[0]["actual"] as? Int == 168)
        #expect(periods[3]["state"] as? String == "not-due")
        #expect(periods[3]["actual"] == nil)
        let traceless = AssessmentJSON.bytes(of: assessment, traces: false)
        #expect(traceless.count < bytes.count)
        #expect(!String(decoding: traceless, as: UTF8.self).contains("passed_over"))
    }
}
