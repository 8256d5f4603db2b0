// Measures how fast a large plan is judged: `RulesBenchmark [RULES-FOLDER]`.
//
// 1,000 activities, 5,000 indicators and 12 periods (60,000 reports) under core, pace and data-quality, traces on, at 1/8,
// 1/4, 1/2 and the whole of it; then the whole again after single reports, against judging everything. It ends with status
// 1 where judging grows faster than the plan, or where what keeps up is not, byte for byte, what judging everything gives.
import ActionPlan
import Diagnostics
import Disclosure
import Foundation
import Rules

let folder = CommandLine.arguments.dropFirst().first ?? "rules"
let library = RulePackLibrary(folders: [folder])

func fail(_ text: String) -> Never {
    say(text)
    exit(1)
}

guard let day = Day("2023-02-01") else { fail("no such day") }

var smallest: Double?
var growth = 1.0
var largest: (benchmark: BenchmarkPlan, assessor: Assessor, snapshot: Snapshot, milliseconds: Double)?
say("activities  indicators  reports       time  to linear  rules a second  findings  peak memory")
for activities in [125, 250, 500, 1000] {
    let benchmark = BenchmarkPlan(activities: activities)
    guard let plan = benchmark.plan else { fail(TextRenderer().render(benchmark.diagnostics)) }
    let (prepared, problems) = Assessor.prepare(plan, find: { library.pack($0) }, digest: { _ in "" })
    guard let assessor = prepared else { fail(TextRenderer().render(library.diagnostics + problems)) }
    let snapshot = Snapshot(knownAt: Moment(startOf: day, at: .zero), records: benchmark.reports())
    let (assessment, milliseconds) = fastest(of: 5) { assessor.assess(snapshot, asOf: day) }
    let single = smallest ?? milliseconds
    smallest = single
    growth = milliseconds / (single * Double(activities) / 125)
    let cells = [
        padded(String(activities), 10), padded(String(plan.indicators.count), 10),
        padded(String(snapshot.records.count), 7), padded("\(rounded(milliseconds)) ms", 9),
        padded(rounded(growth), 9), padded(String(Int(1000 * Double(assessment.ruleEvaluations) / milliseconds)), 14),
        padded(String(assessment.findings.count), 8), padded("\(peakMemory()) MB", 11),
    ]
    say(cells.joined(separator: "  "))
    largest = (benchmark, assessor, snapshot, milliseconds)
}
guard let largest else { fail("nothing was measured") }
let keepingUp = KeepingUp(largest.benchmark, largest.assessor, largest.snapshot, day)
say("")
say("judging everything                            \(rounded(largest.milliseconds)) ms  1")
for line in keepingUp.lines(against: largest.milliseconds) { say(line) }
let (edition, disclosing) = fastest(of: 3) {
    Disclosure(largest.assessor).assess(largest.snapshot, asOf: day)
}
let withheld = edition.indicators.flatMap(\.periods).count { $0.state == .withheld }
say(
    "judging everything for the public             \(rounded(disclosing)) ms  "
        + "\(rounded(disclosing / largest.milliseconds)), \(withheld) figures withheld"
)
say("peak memory: \(peakMemory()) MB")
if !keepingUp.isExact { fail("keeping up gives something else than judging everything") }
if growth > 1.3 { fail("judging grows faster than the plan") }
