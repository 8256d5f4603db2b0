import ActionPlan
import Diagnostics
import Rules

/// A plan of a size, and reports on it that are the same every time.
struct BenchmarkPlan {
    let plan: Plan?
    let diagnostics: [Diagnostic]

    init(activities: Int) {
        var text = """
            format: nap-plan/1
            plan:
              id: benchmark
              title: Benchmark
              start: 2020-01-01
              end: 2022-12-31
              languages: [en]
              provenance: {kind: illustrative}
              calendar: quarterly
              rules: [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}, {pack: data-quality, version: "1.0"}]
              headline: [pace, core]
            agencies:

            """
        for agency in 0..<20 { text += "  - {id: agency\(agency), title: Agency \(agency), kind: ministry}\n" }
        text += "calendars:\n  - {id: quarterly, frequency: quarterly, due-day: 15, grace-days: 10}\nobjectives:\n"
        for objective in 0..<10 {
            text += "  - id: o\(objective)\n    title: Objective \(objective)\n    activities:\n"
            for activity in stride(from: objective, to: activities, by: 10) {
                text += """
                          - id: a\(activity)
                            title: Activity \(activity)
                            lead: agency\(activity % 20)
                            timing: {kind: permanent}
                            indicators:

                    """
                for number in 0..<5 {
                    let accumulation = ["cumulative", "per-period", "point-in-time"][number % 3]
                    let direction = number == 4 ? "contextual" : "increase"
                    let target = number == 4 ? "" : ", target: {value: \(number % 3 == 1 ? 50 : 600)}"
                    text +=
                        "          - {id: i\(activity)-\(number), title: Indicator \(number), measure: unit, unit: u, "
                        + "direction: \(direction), accumulation: \(accumulation), baseline: {value: 0, year: 2019}"
                        + "\(target)}\n"
                }
            }
        }
        (plan, diagnostics) = PlanLoader.load([SourceText(name: "benchmark.yaml", text: text)])
    }

    /// One report for each indicator and period.
    func reports() -> [ReportRecord] {
        guard let plan else { return [] }
        let index = PlanIndex(plan)
        var state: UInt64 = 1
        var records: [ReportRecord] = []
        for indicator in plan.indicators {
            for (number, period) in index.periods(of: indicator.id).enumerated() {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let share = Double(state >> 40) / Double(1 << 24)
                let value =
                    indicator.accumulation == .perPeriod ? 40 + 20 * share : Double(number + 1) * (40 + 20 * share)
                records.append(
                    ReportRecord(
                        key: ReportKey(item: indicator.id, period: period.id, agency: indicator.reporters[0]),
                        state: .submitted,
                        versions: [
                            ReportVersion(
                                number: 1,
                                content: ReportContent(
                                    body: .value(.number(value.rounded())),
                                    provenance: .illustrative(note: nil)
                                ),
                                isDraft: false,
                                submitted: Moment(startOf: period.due, at: .zero)
                            )
                        ],
                        reviews: []
                    )
                )
            }
        }
        return records
    }
}

extension Assessment {
    /// How many rules were tried: those passed over and the one that held, of every verdict.
    var ruleEvaluations: Int {
        let items = indicators.map(\.verdicts) + activities.map(\.verdicts) + objectives.map(\.verdicts)
        let all = items.flatMap(\.all) + indicators.flatMap(\.periods).flatMap(\.verdicts)
        return all.reduce(0) { $0 + $1.trace.passedOver.count + 1 }
    }
}
