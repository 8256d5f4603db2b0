import ActionPlan
import Diagnostics
import Foundation
import IATI
import Rules
import Testing

@Suite("A plan goes out as an activity file and comes back")
struct RoundTripTests {
    private static func load(_ text: String) throws -> Plan {
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
        return try #require(plan, "\(TextRenderer().render(diagnostics.filter { $0.severity == .error }))")
    }

    static func export(_ plan: Plan, _ snapshot: Snapshot) throws -> [UInt8] {
        let (assessor, _) = Assessor.prepare(plan, find: { _ in nil }, digest: { _ in "" })
        let assessment = try #require(assessor).assess(snapshot, asOf: RandomPlan.asOf)
        let options = IATIOptions(publisher: "XM-TEST", publisherName: LocalizedText("Publisher", language: "en"))
        return IATIExport(assessment, options).bytes
    }

    @Test("a plan that is written as text reads again as the same plan", arguments: 1...12)
    func texts(seed: UInt64) throws {
        var random = RandomPlan(seed: seed)
        let plan = random.plan()
        var again = try Self.load(PlanText(plan).text())
        again.places = [:]
        #expect(again == plan)
    }

    @Test("nothing is lost that IATI can hold", arguments: 1...12)
    func roundTrip(seed: UInt64) throws {
        var random = RandomPlan(seed: seed)
        let plan = random.plan()
        let snapshot = random.snapshot(of: plan)
        let bytes = try Self.export(plan, snapshot)
        let outcome = IATIImport(now: RandomPlan.known).read(SourceText(name: "x.xml", bytes: bytes))
        #expect(
            !outcome.diagnostics.contains { $0.severity != .information },
            "\(TextRenderer().render(outcome.diagnostics))"
        )
        let made = try Self.load(PlanText(try #require(outcome.plan)).text())
        let sent = snapshot.records.compactMap { record -> ReportEntry? in
            guard let content = record.effective?.content, case .value = content.body else { return nil }
            return ReportEntry(key: record.key, content: content)
        }
        let before = Holdable(plan, sent).lines
        let after = Holdable(made, outcome.reports).lines
        for (before, after) in zip(before, after) where before != after {
            Issue.record("\(before)\nbecame\n\(after)")
            break
        }
        #expect(before.count == after.count)
    }

    @Test("reports that are written as text read again as the same reports")
    func reportTexts() throws {
        var random = RandomPlan(seed: 5)
        let plan = random.plan()
        let entries = random.snapshot(of: plan).records
            .compactMap { record in
                record.effective.map {
                    ReportEntry(key: record.key, content: $0.content, submitted: $0.submitted)
                }
            }
        for agency in Set(entries.map(\.key.agency)) {
            let text = ReportText(plan, agency: agency, entries).text
            let source = SourceText(name: "r.yaml", text: text)
            let (content, diagnostics) = ReportLoader(PlanIndex(plan), statuses: nil)
                .load(source, today: RandomPlan.asOf)
            #expect(!diagnostics.hasErrors, "\(TextRenderer().render(diagnostics))")
            let sent = entries.filter { $0.key.agency == agency }
            #expect(content.reports.map(\.content) == sent.map(\.content))
            #expect(content.reports.map(\.submitted) == sent.map(\.submitted))
        }
    }

    @Test("the same assessment gives the same bytes")
    func determinism() throws {
        var random = RandomPlan(seed: 3)
        let plan = random.plan()
        let snapshot = random.snapshot(of: plan)
        #expect(try Self.export(plan, snapshot) == Self.export(plan, snapshot))
    }

    @Test("nil, absent and not applicable have no element, zero has one")
    func absence() throws {
        var random = RandomPlan(seed: 8)
        let plan = random.plan()
        var snapshot = random.snapshot(of: plan)
        for position in snapshot.records.indices {
            snapshot.records[position].versions[0].content.body =
                position % 2 == 0 ? .nilReport : .notApplicable(LocalizedText("x", language: "en"))
            snapshot.records[position].versions[0].content.cells = []
        }
        let text = String(decoding: try Self.export(plan, snapshot), as: UTF8.self)
        #expect(!text.contains("<actual"))
        snapshot.records.removeAll()
        #expect(!String(decoding: try Self.export(plan, snapshot), as: UTF8.self).contains("<actual"))
    }

    @Test("a mutated file never crashes the import, and a refusal has its place")
    func fuzz() throws {
        var random = RandomPlan(seed: 2)
        let plan = random.plan()
        let bytes = try Self.export(plan, random.snapshot(of: plan))
        let start = bytes.prefix(60_000)
        let rounds = ProcessInfo.processInfo.environment["NAP_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 150
        for _ in 0..<rounds {
            var mutated = Array(start)
            for _ in 0...random.number(below: 4) {
                let place = random.number(below: mutated.count)
                switch random.number(below: 5) {
                case 0: mutated[place] = UInt8(random.number(below: 256))
                case 1: mutated.remove(at: place)
                case 2: mutated.insert(contentsOf: "<![CDATA[".utf8, at: place)
                case 3:
                    let end = min(mutated.count, place + random.number(below: 400))
                    mutated.insert(contentsOf: mutated[place..<end], at: random.number(below: mutated.count))
                default:
                    let end = min(mutated.count, place + random.number(below: 400))
                    mutated.removeSubrange(place..<end)
                    if mutated.isEmpty { mutated = [60] }
                }
            }
            // Closed again, so that more than the first mistake is reached.
            if random.number(below: 2) == 0 { mutated += Array("</iati-activity></iati-activities>".utf8) }
            let outcome = IATIImport(now: RandomPlan.known).read(SourceText(name: "x.xml", bytes: mutated))
            if outcome.plan == nil { #expect(outcome.diagnostics.hasErrors) }
            if let made = outcome.plan {
                _ = PlanLoader.load([SourceText(name: "p.yaml", text: PlanText(made).text())])
            }
        }
    }
}
