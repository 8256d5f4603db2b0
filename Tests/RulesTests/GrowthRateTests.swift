import ActionPlan
import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

/// The pack `growth-rate` against the published formulas, written down here a second time, on thousands of series.
@Suite("Compound annual growth as published")
struct GrowthRateTests {
    /// One series with what is known of it.
    struct Series {
        var increases: Bool
        var baseline: (year: Int, value: Double)?
        var target: (year: Int, value: Double)?
        var limit: Double?
        /// Values by the point in time at which their period ends, such as 2020.5.
        var values: [(period: String, time: Double, value: Double)]
    }

    /// What the formulas give.
    struct Result: Equatable {
        var category: String
        var score: Double?
        var progress: Double?

        static let notAvailable = Result(category: "growth-not-available")
    }

    // MARK: - The formulas

    /// The growth g = (v1 / v0)^(1 / Δyears) − 1 a year.
    static func growth(from v0: Double, to v1: Double, over years: Double) -> Double { pow(v1 / v0, 1 / years) - 1 }

    static func factor(base: Double, limit: Double?) -> Double {
        guard let limit else { return 1 }
        if base >= 2 * limit { return 1 }
        if base <= limit { return 1 - pow(abs(base) / limit, 4.44) }
        return 1 - pow((2 * limit - base) / limit, 4.44)
    }

    static func expected(_ series: Series) -> Result {
        guard let last = series.values.last else { return .notAvailable }
        let first =
            series.baseline.map { (time: Double($0.year), value: $0.value) }
            ?? (time: series.values[0].time, value: series.values[0].value)
        guard last.time > first.time else { return .notAvailable }
        let base = first.value == 0 ? 0.001 : first.value
        // Opposite signs.
        if base < 0, last.value > 0 { return .notAvailable }
        if base > 0, last.value < 0 { return .notAvailable }
        let observed = growth(from: base, to: last.value, over: last.time - first.time)
        let direction: Double = series.increases ? 1 : -1
        let sign: Double = base < 0 ? -1 : 1
        guard let target = series.target else {
            let p = sign * direction * observed
            let c = factor(base: base, limit: series.limit)
            let category =
                p >= 0.015 * c
                ? "growth-substantial"
                : p >= 0.005 * c
                    ? "growth-moderate"
                    : p >= 0 ? "growth-limited" : "growth-away"
            let score: Double =
                if p < 0 {
                    max(125 * p - 2.5, -5)
                } else if c == 0 {
                    p > 0 ? 5 : 2.5
                } else if p >= 0.015 * c {
                    min(500 * p / c - 5, 5)
                } else if p >= 0.005 * c {
                    250 * p / c - 1.25
                } else {
                    500 * p / c - 2.5
                }
            return Result(category: category, score: score, progress: p)
        }
        if series.increases ? last.value >= target.value : last.value <= target.value {
            return Result(category: "growth-reached", score: 5)
        }
        let goal = target.value == 0 ? 0.001 : target.value
        let years = Double(target.year) - first.time
        if years <= 0 || base * goal < 0 { return .notAvailable }
        if goal == base { return Result(category: "growth-away", score: -5) }
        let p = sign * direction * observed / abs(growth(from: base, to: goal, over: years))
        let category =
            p >= 0.95
            ? "growth-substantial"
            : p >= 0.60
                ? "growth-moderate"
                : p >= 0 ? "growth-limited" : "growth-away"
        return Result(
            category: category,
            score: p >= 0.6 ? min(7.1429 * p - 4.2857, 5) : max(4.1667 * p - 2.5, -5),
            progress: p
        )
    }

    static func category(ofMean score: Double) -> String {
        score >= 2.5
            ? "growth-substantial"
            : score >= 0
                ? "growth-moderate"
                : score >= -2.5 ? "growth-limited" : "growth-away"
    }

    // MARK: - Random series

    enum Calendar: String, CaseIterable, CustomTestStringConvertible {
        case yearly
        case halfYearly = "half-yearly"
        case quarterly
        case monthly

        var parts: Int {
            switch self {
            case .yearly: 1
            case .halfYearly: 2
            case .quarterly: 4
            case .monthly: 12
            }
        }
        var testDescription: String { rawValue }

        /// The identifier of a part of a year, and when it ends.
        func period(_ year: Int, _ part: Int) -> (id: String, time: Double) {
            let id =
                switch self {
                case .yearly: "\(year)"
                case .halfYearly: "\(year)-H\(part)"
                case .quarterly: "\(year)-Q\(part)"
                case .monthly: "\(year)-\(part < 10 ? "0" : "")\(part)"
                }
            return (id, Double(year) - 1 + Double(part) / Double(parts))
        }
    }

    private static let years = 2015...2020

    private static func series(_ dice: inout SplitMix64, _ calendar: Calendar, limit: Double?) -> Series {
        // Around the limit on both sides where there is one; negative ones and zeros in between.
        var around = dice.thousandths(1...200_000)
        if let limit { around = limit * dice.thousandths(1...2500) }
        if dice.chance(10, in: 100) { around = -around }
        if dice.chance(6, in: 100) { around = 0 }
        if let limit, dice.chance(5, in: 100) { around = limit }
        func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
        func near(_ value: Double, _ dice: inout SplitMix64) -> Double {
            if dice.chance(4, in: 100) { return 0 }
            if dice.chance(3, in: 100) { return rounded(-value) }
            if dice.chance(8, in: 100) { return value }
            let step = dice.chance(50, in: 100) ? dice.thousandths(-40...60) : dice.thousandths(-700...900)
            return rounded(value * (1 + step))
        }
        let base = rounded(around)
        var values: [(String, Double, Double)] = []
        for year in years {
            for part in 1...calendar.parts where dice.chance(calendar == .yearly ? 70 : 20, in: 100) {
                let (id, time) = calendar.period(year, part)
                values.append((id, time, near(base, &dice)))
            }
        }
        let hasTarget = limit == nil && dice.chance(60, in: 100)
        let goal = dice.chance(15, in: 100) ? base : near(base, &dice)
        return Series(
            increases: dice.chance(50, in: 100),
            baseline: dice.chance(70, in: 100) ? (Int.random(in: 2010...2018, using: &dice), base) : nil,
            target: hasTarget ? (Int.random(in: 2021...2030, using: &dice), goal) : nil,
            limit: limit,
            values: values.map { (period: $0.0, time: $0.1, value: $0.2) }
        )
    }

    private static func assess(_ groups: [[Series]], _ calendar: Calendar) throws -> Assessment {
        var activities = ""
        var rules = ""
        var records: [ReportRecord] = []
        for (group, all) in groups.enumerated() {
            let limit = all.first?.limit.map { ", parameters: {limit: \($0)}" } ?? ""
            rules += "    - {pack: growth-rate, version: \"1.0\", items: [a\(group)]\(limit)}\n"
            activities += "      - id: a\(group)\n        title: Series\n        indicators:\n"
            for (number, series) in all.enumerated() {
                let id = "i\(group)-\(number)"
                activities +=
                    "          - {id: \(id), title: Series, measure: unit, unit: index, decimals: 3, "
                    + "direction: \(series.increases ? "increase" : "decrease"), accumulation: point-in-time"
                if let baseline = series.baseline {
                    activities += ", baseline: {value: \(baseline.value), year: \(baseline.year)}"
                }
                if let target = series.target {
                    activities += ", target: {value: \(target.value), by: \(target.year)-12-31}"
                }
                activities += "}\n"
                records += series.values.map { record(id, $0.period, $0.value) }
            }
        }
        let text = """
            format: nap-plan/1
            plan:
              id: series
              title: Series
              start: 2015-01-01
              end: 2021-12-31
              utc-offset: "+00:00"
              languages: [en]
              provenance: {kind: illustrative}
              calendar: all
              rules:
            \(rules)  headline: [growth-rate]
            agencies: [{id: office, title: Statistical office, kind: state-body}]
            calendars: [{id: all, frequency: \(calendar.rawValue), due-day: 15}]
            objectives:
              - id: o1
                title: All
                lead: office
                activities:
            \(activities)
            """
        let (plan, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
        let assessor = try TestPlan.assessor(of: try #require(plan, "\(TextRenderer().render(problems))"))
        let day = try #require(Day("2021-06-01"))
        return assessor.assess(Snapshot(knownAt: Moment(startOf: day, at: .zero), records: records), asOf: day)
    }

    private static func record(_ item: String, _ period: String, _ value: Double) -> ReportRecord {
        ReportRecord(
            key: ReportKey(
                item: ItemID(rawValue: item),
                period: PeriodID(rawValue: period),
                agency: AgencyID(rawValue: "office")
            ),
            state: .submitted,
            versions: [
                ReportVersion(
                    number: 1,
                    content: ReportContent(body: .value(.number(value)), provenance: .illustrative(note: nil)),
                    isDraft: false,
                    submitted: Moment(seconds: 1_600_000_000)
                )
            ],
            reviews: []
        )
    }

    private func number(_ value: FactValue?) -> Double? {
        if case .number(let number)? = value { return number }
        return nil
    }

    private func isNear(_ first: Double?, _ second: Double?) -> Bool {
        guard let first, let second else { return first == nil && second == nil }
        return abs(first - second) <= 1e-9 * max(1, abs(first))
    }

    @Test("every value is that of the formulas, whatever the series", arguments: Calendar.allCases)
    func values(calendar: Calendar) throws {
        var dice = SplitMix64(seed: 20_151_231)
        let limits: [Double?] = [nil, nil, nil, nil, nil, 100, 50, 1]
        let groups = limits.map { limit in
            (0..<(calendar == .yearly ? 150 : 25)).map { _ in Self.series(&dice, calendar, limit: limit) }
        }
        let assessment = try Self.assess(groups, calendar)
        var categories: [String: Int] = [:]
        for (group, all) in groups.enumerated() {
            var results: [Result] = []
            for (place, series) in all.enumerated() {
                let verdict = try #require(
                    try assessment.indicator("i\(group)-\(place)").verdicts.verdict(of: "growth-rate")
                )
                let expected = Self.expected(series)
                results.append(expected)
                categories[expected.category, default: 0] += 1
                let isSame =
                    verdict.status.rawValue == expected.category
                    && isNear(number(verdict.measure("score")), expected.score)
                    && (expected.progress == nil || isNear(number(verdict.measure("progress")), expected.progress))
                #expect(
                    isSame,
                    "\(series): \(expected), and the pack gives \(verdict.status) by \(verdict.rule), \(verdict.measures)"
                )
            }
            // Series are averaged by their scores; those without one are left out.
            let scores = results.compactMap(\.score)
            let mean = scores.reduce(0, +) / Double(scores.count)
            let verdict = try #require(try assessment.activity("a\(group)").verdicts.verdict(of: "growth-rate"))
            #expect(isNear(number(verdict.measure("score")), mean))
            #expect(verdict.status.rawValue == Self.category(ofMean: mean))
        }
        for category in ["reached", "substantial", "moderate", "limited", "away", "not-available"] {
            #expect(categories["growth-\(category)", default: 0] > 4, "too few of \(category): \(categories)")
        }
    }

    @Test("the formulas as they are written here give the numbers of a hand calculation")
    func byHand() {
        func series(_ value: Double, target: Double? = nil, limit: Double? = nil, base: Double = 100) -> Series {
            Series(
                increases: true,
                baseline: (2015, base),
                target: target.map { (2025, $0) },
                limit: limit,
                values: [("2020", 2020, value)]
            )
        }
        // 100 to 121 in five years are 3.886 % a year; to 160 in ten years 4.812 % are required: 80.8 %.
        let slow = Self.expected(series(121, target: 160))
        #expect(slow.category == "growth-moderate")
        #expect(abs((slow.progress ?? 0) - 0.80752) < 1e-4)
        #expect(abs((slow.score ?? 0) - 1.48233) < 1e-3)
        // From 95 with a limit of 100 the thresholds shrink to a fifth: 0.2096 % a year are moderate.
        let near = Self.expected(series(96, limit: 100, base: 95))
        #expect(near.category == "growth-moderate")
        #expect(abs((near.score ?? 0) - 1.32334) < 1e-4)
    }

    @Test("results can be had as a table: item, status, rule and every measure with all its digits")
    func table() throws {
        let series = Series(
            increases: true,
            baseline: (2015, 100),
            target: (2025, 160),
            limit: nil,
            values: [("2020", 2020, 121)]
        )
        let assessment = try Self.assess([[series]], .yearly)
        let table = try #require(MeasureTable(assessment, pack: "growth-rate", measures: ["growth", "score"]))
        let score = Self.expected(series).score ?? 0
        let growth = Self.growth(from: 100, to: 121, over: 5)
        // An activity has no growth of its own: its cell is empty.
        let expected = [
            "item,status,rule,growth,score", "a0,growth-moderate,moderate,,\(score)",
            "i0-0,growth-moderate,somewhat-slow,\(growth),\(score)",
        ]
        #expect(table.csv == expected.map { $0 + "\r\n" }.joined())
        #expect(MeasureTable(assessment, pack: "pace") == nil)
        let text = table.text(language: "en", width: 100)
        #expect(text.contains("i0-0  Series  ▲ Moderate progress"), "\(text)")
    }
}

extension SplitMix64 {
    fileprivate mutating func thousandths(_ range: ClosedRange<Int>) -> Double {
        Double(Int.random(in: range, using: &self)) / 1000
    }
}
