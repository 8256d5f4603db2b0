// Measures how fast a large plan is judged: `RulesBenchmark [RULES-FOLDER]`.
//
// 1,000 activities, 5,000 indicators and 12 periods (60,000 reports) under core, pace and data-quality, at 1/8, 1/4, 1/2
// and the whole of it; then the same again after one new report.
import ActionPlan
import Diagnostics
import Foundation
import Rules

let folder = CommandLine.arguments.dropFirst().first ?? "rules"
let library = RulePackLibrary(folders: [folder])
let clock = ContinuousClock()

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

/// Each line as soon as it is known.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }

for activities in [125, 250, 500, 1000] {
    let made = BenchmarkPlan(activities: activities)
    guard let plan = made.plan else {
        print(TextRenderer().render(made.diagnostics))
        exit(1)
    }
    let (assessor, problems) = Assessor.prepare(plan, find: { library.pack($0) }, digest: { _ in "" })
    guard let assessor, let day = Day("2023-02-01") else {
        print(TextRenderer().render(library.diagnostics + problems))
        exit(1)
    }
    let reports = made.reports()
    let snapshot = Snapshot(knownAt: Moment(startOf: day, at: .zero), records: reports)
    var assessment = assessor.assess(snapshot, asOf: day)
    var best = Duration.seconds(1000)
    for _ in 0..<3 { best = min(best, clock.measure { assessment = assessor.assess(snapshot, asOf: day) }) }
    let rules = assessment.ruleEvaluations
    let bytes = AssessmentJSON.bytes(of: assessment).count
    say(
        "\(activities) activities, \(plan.indicators.count) indicators, \(reports.count) reports: "
            + "\(rounded(milliseconds(best))) ms, \(rules) rules tried, "
            + "\(Int(Double(rules) / milliseconds(best))) thousand a second; "
            + "\(assessment.findings.count) findings, \(bytes / 1_000_000) MB of JSON"
    )
}
say("peak memory: \(peakMemory()) MB")
