import ActionPlan
import Rules
import TestSupport

/// Objectives in YAML as ``TestPlan`` takes them: of random depth, with every kind of measure, timing and dependency.
struct RandomPlan {
    private var dice: SplitMix64
    private(set) var text = "objectives:\n"
    private var activities: [String] = []
    private var milestones: [String] = []
    private var indicatorCount = 0

    static let agencies = ["forestry", "education", "customs"]

    init(_ seed: UInt64) {
        dice = SplitMix64(seed: seed)
        for number in 0..<2 { addObjective("o\(number)", depth: 0) }
    }

    private mutating func add(_ depth: Int, _ line: String) {
        text += String(repeating: "    ", count: depth) + line + "\n"
    }

    private mutating func addObjective(_ id: String, depth: Int) {
        add(depth, "  - id: \(id)")
        add(depth, "    title: Objective \(id)")
        add(depth, "    weight: \(dice.pick([1, 0.1, 0.3, 2]))")
        if dice.chance(3, in: 4) { add(depth, "    lead: \(dice.pick(Self.agencies))") }
        if depth == 0, dice.chance(1, in: 3) {
            add(depth, "    objectives:")
            addObjective(id + "-0", depth: depth + 1)
        }
        add(depth, "    activities:")
        for number in 0..<Int.random(in: 1...2, using: &dice) { addActivity("\(id)-a\(number)", depth: depth + 1) }
    }

    private mutating func addActivity(_ id: String, depth: Int) {
        let timing = dice.pick([
            "{kind: permanent}", "{kind: fixed, start: 2020-01-01, end: 2020-12-31}",
            "{kind: fixed, start: 2021-01-01, end: 2022-06-30}", "{kind: recurring, every: year}",
        ])
        add(depth, "  - id: \(id)")
        add(depth, "    title: Activity \(id)")
        if dice.chance(3, in: 4) { add(depth, "    timing: \(timing)") }
        if dice.chance(1, in: 2) { add(depth, "    lead: \(dice.pick(Self.agencies))") }
        if dice.chance(1, in: 3) { add(depth, "    co-leads: [\(dice.pick(Self.agencies))]") }
        if dice.chance(1, in: 2) { add(depth, "    reporting: each-period") }
        if !activities.isEmpty, dice.chance(2, in: 3) { add(depth, "    depends-on: [\(dice.pick(activities))]") }
        activities.append(id)
        add(depth, "    indicators:")
        for _ in 0..<Int.random(in: 1...3, using: &dice) { addIndicator(depth: depth + 1) }
        if depth == 1, dice.chance(1, in: 3) {
            add(depth, "    activities:")
            addActivity(id + "-0", depth: depth + 1)
        }
    }

    private mutating func addIndicator(depth: Int) {
        indicatorCount += 1
        let id = "i\(indicatorCount)"
        let direction = dice.pick([
            "direction: increase", "direction: decrease", "direction: contextual", "direction: zero-tolerance",
            "direction: maintain, band: {low: 10, high: 60}",
        ])
        let flow = dice.pick(["per-period", "cumulative", "point-in-time"])
        let baseline = dice.chance(1, in: 2) ? ", baseline: {value: 10, year: 2019}" : ""
        let target = dice.chance(3, in: 4) ? ", target: {value: \(dice.pick([10, 50, 90]))}" : ""
        let measure = dice.pick([
            "measure: unit, unit: u, accumulation: \(flow), \(direction)\(baseline)\(target)",
            "measure: unit, unit: u, accumulation: \(flow), \(direction)\(baseline)\(target)",
            "measure: percentage, numerator: part, denominator: whole, accumulation: \(flow), \(direction)\(target)",
            "measure: ordinal, scale: [{id: low, title: L}, {id: high, title: H}], direction: increase, "
                + "target: {value: high}",
            "measure: qualitative", milestone(),
        ])
        if measure.hasPrefix("measure: milestone") { milestones.append(id) }
        let isNumber = measure.hasPrefix("measure: unit") || measure.hasPrefix("measure: percentage")
        let contributors = isNumber && dice.chance(1, in: 3) ? ", contributors: [forestry, education]" : ""
        let cells = measure.hasPrefix("measure: unit") && dice.chance(1, in: 2) ? ", disaggregation: [sex]" : ""
        let weight = dice.pick(["", ", weight: 0.1", ", weight: 0.7"])
        add(
            depth,
            "  - {id: \(id), title: Indicator \(id), lead: \(dice.pick(Self.agencies)), \(measure)"
                + "\(contributors)\(cells)\(weight)}"
        )
    }

    private mutating func milestone() -> String {
        let after = milestones.isEmpty || dice.chance(1, in: 3) ? "" : ", after: [\(dice.pick(milestones))]"
        return "measure: milestone, due: \(dice.pick(["2020-06-30", "2021-03-31", "2022-06-30"]))\(after)"
    }
}

/// What happens to the reports of a plan: reports, drafts, reviews, corrections, withdrawals, locks, all of them legal.
struct RandomHistory {
    private var dice: SplitMix64
    private let plan: PlanIndex
    private var moment = Moment("2020-06-01T08:00:00Z") ?? Moment(seconds: 0)
    private(set) var book = ReportBook()

    init(_ plan: Plan, seed: UInt64) {
        self.plan = PlanIndex(plan)
        dice = SplitMix64(seed: seed)
    }

    /// The next event, after which the book stands as it does.
    mutating func next() throws -> LedgerEvent {
        moment = Moment(seconds: moment.seconds + Int64.random(in: 0...3_000_000, using: &dice))
        while true {
            let event = dice.chance(1, in: 12) ? periodEvent() : reportEvent()
            do throws(IllegalTransition) {
                try book.apply(event)
                return event
            } catch { continue }
        }
    }

    mutating func day() -> Day {
        Day(number: (Day("2020-03-01")?.number ?? 0) + Int.random(in: 0...1200, using: &dice))
    }

    private mutating func periodEvent() -> LedgerEvent {
        if dice.chance(1, in: 4) {
            return .decision(
                DecisionEvent(
                    moment: moment,
                    party: Party(id: "secretariat", role: .secretariat),
                    meeting: "2021-1",
                    text: LocalizedText("Go on", language: "en")
                )
            )
        }
        let period = PeriodID(rawValue: dice.pick(["2020-H1", "2020-H2", "2021-H1"]))
        return .period(
            PeriodEvent(
                period: period,
                moment: moment,
                party: Party(id: "secretariat", role: .secretariat),
                change: book[period]?.isLocked == true ? .unlock : .lock,
                reason: LocalizedText("why", language: "en")
            )
        )
    }

    private mutating func reportEvent() -> LedgerEvent {
        let items = plan.plan.indicators.map(\.id) + plan.plan.activities.map(\.id)
        let item = dice.pick(items)
        let period = dice.pick(plan.periods(of: item).map(\.id))
        let reporters = plan.entitledReporters(of: item)
        let agency =
            reporters.isEmpty || dice.chance(1, in: 8)
            ? AgencyID(rawValue: dice.pick(RandomPlan.agencies)) : dice.pick(reporters)
        let key = ReportKey(item: item, period: period, agency: agency)
        let step = dice.pick(ReportRecord.legalSteps(after: book[key]))
        let party = step.isReview ? Party.reviewer("secretariat") : .agency(agency)
        return .report(ReportEvent(key: key, moment: moment, party: party, action: action(step, on: item)))
    }

    private mutating func action(_ step: ReportEvent.Kind, on item: ItemID) -> ReportEvent.Action {
        switch step {
        case .draft: .draftSaved(content(of: item))
        case .submit: .submitted(content(of: item))
        case .correct: .corrected(content(of: item), Correction(reason: "late-data"))
        case .withdraw: .withdrawn(reason: nil)
        case .return: .returned(judgement())
        case .verify: .verified(judgement())
        }
    }

    private mutating func judgement() -> ReportEvent.Judgement {
        ReportEvent.Judgement(
            reason: LocalizedText("why", language: "en"),
            verdict: dice.chance(1, in: 2) ? StatusID(rawValue: dice.pick(["on-track", "off-track"])) : nil,
            provenance: .illustrative(note: nil)
        )
    }

    private mutating func content(of item: ItemID) -> ReportContent {
        let claims = ["achieved", "on-track", "at-risk"]
        return ReportContent(
            body: body(of: item),
            cells: dice.chance(1, in: 3)
                ? [.init(categories: [.init(dimension: "sex", category: "f")], value: Double(dice.pick([3, 20])))] : [],
            comment: dice.chance(1, in: 3) ? LocalizedText("comment", language: "en") : nil,
            claim: dice.chance(1, in: 3) ? StatusID(rawValue: dice.pick(claims)) : nil,
            evidence: dice.chance(1, in: 2)
                ? [Evidence(title: LocalizedText("Sheet", language: "en"), date: Day("2020-01-10"))] : [],
            provenance: dice.chance(1, in: 2) ? .documented(source: "decree", note: nil) : .illustrative(note: nil)
        )
    }

    private mutating func body(of item: ItemID) -> ReportContent.Body {
        if dice.chance(1, in: 10) { return .nilReport }
        if dice.chance(1, in: 12) { return .notApplicable(LocalizedText("no", language: "en")) }
        let number = Double(dice.pick([0, 5, 12, 12, 12, 40, 55, 80, 500]))
        switch plan.indicator(item)?.measure {
        case nil: return .value(.implementation(dice.pick(Array(ImplementationStatus.allCases))))
        case .unit: return .value(.number(number))
        case .percentage: return .value(.ratio(numerator: number, denominator: Double(dice.pick([0, 40, 90]))))
        case .ordinal: return .value(.level(dice.pick(["low", "high"])))
        case .nominal, .qualitative: return .value(.text(LocalizedText("text", language: "en")))
        case .milestone:
            let achieved = dice.chance(1, in: 2)
            return .value(.milestone(achieved: achieved, on: achieved ? Day("2020-07-0\(dice.pick([1, 5, 9]))") : nil))
        }
    }
}
