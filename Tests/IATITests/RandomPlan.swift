import ActionPlan

/// Plans and reports made at random, the same for the same seed.
struct RandomPlan {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % limit
    }

    private mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

    private mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

    private static let words = [
        "trained", "Adam söwdasy", "торговля людьми", "<b>", "a & b", "\"quoted\"", "it's", "50%", "ž ň ö ş ü ý",
        "- item", "true",
        "x: y", "#1", "1.10", "[a, b]", "e\u{301}", "no", "line\nbreak", "👩‍👧", "null", "{a}",
    ]

    private mutating func words() -> String {
        (0...number(below: 4)).map { _ in one(of: Self.words) }.joined(separator: " ")
    }

    private mutating func text() -> LocalizedText {
        LocalizedText(["en", "ru", "tk"].map { .init(language: $0, text: words()) })
    }

    private mutating func maybeText() -> LocalizedText? { chance(50) ? text() : nil }

    private mutating func provenance() -> Provenance {
        chance(70) ? .documented(source: "law", note: nil) : .illustrative(note: nil)
    }

    private mutating func value(_ decimals: Int) -> Double {
        decimals == 0 ? Double(number(below: 5000)) : Double(number(below: 500_000)) / 100
    }

    private mutating func agencies(_ limit: Int) -> [AgencyID] {
        var ids: [AgencyID] = []
        for _ in 0..<number(below: limit + 1) {
            let id = AgencyID(rawValue: "agency-\(number(below: 4))")
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    private static let start = Day(year: 2020, month: 1, day: 1) ?? Day(number: 0)
    private static let days = DayRange(start, start + 1095) ?? .day(start)

    mutating func plan() -> Plan {
        let frequencies: [ReportingCalendar.Frequency] = [.monthly, .quarterly, .halfYearly, .yearly]
        var calendars = frequencies.prefix(1 + number(below: 4))
            .map { frequency in
                ReportingCalendar(
                    id: frequency.rawValue,
                    title: nil,
                    frequency: frequency,
                    graceDays: 3,
                    periods: ReportingCalendar.regularPeriods(
                        frequency,
                        within: Self.days,
                        dueDay: 15,
                        dueMonth: 1,
                        graceDays: 3
                    ),
                    provenance: .documented(source: "law", note: nil)
                )
            }
        calendars.append(customCalendar())
        let dimensions = [
            dimension("sex", ["female", "male", "unknown"], partitions: true),
            dimension("age", ["child", "adult"], partitions: false),
        ]
        let objectives = objectives()
        let order = ReadingOrder(objectives, activities(objectives, calendars))
        let activities = order.activities
        let indicators = indicators(objectives, activities, calendars).sorted { order.comesFirst($0.parent, $1.parent) }
        return Plan(
            id: "plan-\(number(below: 1000))",
            title: text(),
            shortTitle: nil,
            description: maybeText(),
            country: chance(70) ? "TM" : nil,
            languages: ["en", "ru", "tk"],
            version: "1",
            adopted: maybeText(),
            days: Self.days,
            utcOffset: .zero,
            provenance: .documented(source: "law", note: nil),
            awaitingReview: [],
            disclosure: .standard,
            rules: [],
            headline: [],
            variationReasons: [],
            correctionReasons: [],
            meetings: [],
            sources: [
                Source(
                    id: "law",
                    title: text(),
                    publisher: nil,
                    date: Self.start,
                    url: "https://example.org/law?a=1&b=2"
                )
            ],
            bodies: [],
            agencies: (0..<4).map { agency($0) },
            calendars: calendars,
            dimensions: dimensions,
            objectives: objectives,
            activities: activities,
            indicators: indicators,
            amendments: [],
            places: [:]
        )
    }

    private mutating func customCalendar() -> ReportingCalendar {
        var periods: [ReportingPeriod] = []
        var start = Self.start
        for number in 0...number(below: 4) {
            let end = start + 20 + self.number(below: 200)
            let period = DayRange(start, end) ?? .day(start)
            periods.append(
                ReportingPeriod(
                    id: PeriodID(rawValue: "round-\(number)"),
                    title: nil,
                    days: period,
                    due: end + 10,
                    graceEnd: end + 10
                )
            )
            start = end + 1 + self.number(below: 30)
        }
        return ReportingCalendar(
            id: "rounds",
            title: nil,
            frequency: .custom,
            graceDays: 0,
            periods: periods,
            provenance: .documented(source: "law", note: nil)
        )
    }

    private mutating func dimension(_ id: String, _ categories: [String], partitions: Bool) -> Dimension {
        Dimension(
            id: id,
            title: text(),
            partitions: partitions,
            categories: categories.map { Dimension.Category(id: $0, title: text()) }
        )
    }

    private mutating func agency(_ number: Int) -> Agency {
        Agency(
            id: AgencyID(rawValue: "agency-\(number)"),
            title: text(),
            shortTitle: nil,
            kind: one(of: Agency.Kind.allCases),
            language: chance(50) ? "ru" : nil,
            memberships: [],
            provenance: .documented(source: "law", note: nil)
        )
    }

    /// A depth-first tree, as plan files have it.
    private mutating func objectives() -> [Objective] {
        var objectives: [Objective] = []
        for number in 0...number(below: 2) {
            let id = ItemID(rawValue: "o\(number)")
            objectives.append(objective(id, below: nil, AgencyID(rawValue: "agency-0")))
            if chance(40) {
                objectives.append(
                    objective(ItemID(rawValue: "o\(number).a"), below: id, AgencyID(rawValue: "agency-0"))
                )
            }
        }
        return objectives
    }

    private mutating func objective(_ id: ItemID, below parent: ItemID?, _ lead: AgencyID) -> Objective {
        Objective(
            id: id,
            parent: parent,
            code: chance(50) ? "1.\(number(below: 9))" : nil,
            kind: maybeText(),
            title: text(),
            description: maybeText(),
            lead: lead,
            weight: 1,
            provenance: provenance()
        )
    }

    private mutating func activities(_ objectives: [Objective], _ calendars: [ReportingCalendar]) -> [Activity] {
        var activities: [Activity] = []
        for objective in objectives {
            for number in 0...number(below: 2) {
                let id = ItemID(rawValue: "\(objective.id)-a\(number)")
                activities.append(activity(id, below: objective.id))
                if chance(30) { activities.append(activity(ItemID(rawValue: "\(id).s"), below: id)) }
            }
        }
        return activities
    }

    private mutating func activity(_ id: ItemID, below parent: ItemID) -> Activity {
        Activity(
            id: id,
            parent: parent,
            code: chance(50) ? "\(number(below: 9)).\(number(below: 9))" : nil,
            title: text(),
            description: maybeText(),
            expectedOutput: maybeText(),
            lead: AgencyID(rawValue: "agency-\(number(below: 4))"),
            coLeads: agencies(2),
            implementers: agencies(3),
            partners: agencies(3),
            timing: timing(),
            dependsOn: [],
            funding: [],
            reportsEachPeriod: false,
            calendar: nil,
            weight: 1,
            isCancelled: false,
            provenance: provenance()
        )
    }

    private mutating func timing() -> Timing? {
        guard chance(70) else { return nil }
        let start = Self.start + number(below: 300)
        let kind: Timing.Kind
        switch number(below: 3) {
        case 0: kind = .fixed
        case 1: kind = .recurring(every: one(of: Timing.Interval.allCases))
        default: kind = .permanent
        }
        return Timing(
            kind: kind,
            days: DayRange(start, start + number(below: 600)) ?? .day(start),
            stated: chance(50) ? words() : nil
        )
    }

    private mutating func indicators(
        _ objectives: [Objective],
        _ activities: [Activity],
        _ calendars: [ReportingCalendar]
    ) -> [Indicator] {
        var indicators: [Indicator] = []
        for (parent, lead) in objectives.map({ ($0.id, $0.lead) }) + activities.map({ ($0.id, $0.lead) }) {
            for number in 0..<number(below: 4) {
                indicators.append(
                    indicator(ItemID(rawValue: "\(parent)-i\(number)"), below: parent, lead, one(of: calendars))
                )
            }
        }
        if indicators.isEmpty, let first = objectives.first {
            indicators.append(indicator(ItemID(rawValue: "i"), below: first.id, first.lead, calendars[0]))
        }
        return indicators
    }

    private mutating func measure() -> Measure {
        let counts: Measure.Counted = chance(50) ? .persons : .things
        switch number(below: 7) {
        case 0: return .percentage(numerator: text(), denominator: text(), counts: counts, decimals: 1)
        case 1: return .nominal([category("red"), category("green"), category("blue")])
        case 2: return .ordinal([category("low"), category("middle"), category("high")])
        case 3: return .qualitative
        case 4: return .milestone(due: Self.start + number(below: 900), after: [])
        default: return .unit(text(), counts: counts, decimals: chance(50) ? 0 : 2)
        }
    }

    private mutating func category(_ id: String) -> Dimension.Category { .init(id: id, title: text()) }

    private mutating func direction(_ measure: Measure) -> Direction {
        guard measure.isNumeric else { return .increase }
        switch number(below: 4) {
        case 0: return .decrease
        case 1: return .maintain(1...2.5)
        case 2: return .zeroTolerance
        default: return .increase
        }
    }

    private mutating func target(_ measure: Measure) -> TargetValue? {
        switch measure {
        case .unit, .percentage: .number(value(measure.decimals))
        case .nominal(let categories), .ordinal(let categories): .level(one(of: categories).id)
        case .qualitative, .milestone: nil
        }
    }

    private mutating func indicator(
        _ id: ItemID,
        below parent: ItemID,
        _ lead: AgencyID?,
        _ calendar: ReportingCalendar
    ) -> Indicator {
        let measure = measure()
        let isShared = measure.isNumeric && chance(25)
        var targets: [PeriodID: TargetValue] = [:]
        for period in calendar.periods where chance(40) { targets[period.id] = target(measure) }
        let final =
            chance(50) ? target(measure).map { FinalTarget(value: $0, by: Self.start + number(below: 1000)) } : nil
        let baseline: Baseline =
            measure.isNumeric && chance(60)
            ? .known(value: value(2), year: 2010 + number(below: 9), source: nil, comment: maybeText()) : .unknown
        return Indicator(
            id: id,
            parent: parent,
            code: chance(50) ? "i.\(number(below: 99))" : nil,
            title: text(),
            measure: measure,
            direction: direction(measure),
            accumulation: measure.isNumeric ? one(of: Accumulation.allCases) : .pointInTime,
            level: chance(70) ? one(of: Indicator.Level.allCases) : nil,
            baseline: baseline,
            periodTargets: targets,
            finalTarget: final,
            plausible: nil,
            disaggregation: measure.isNumeric ? ["sex", "age"] : [],
            lead: lead,
            contributors: isShared ? [AgencyID(rawValue: "agency-1"), AgencyID(rawValue: "agency-2")] : [],
            contribution: Contribution(),
            calendar: calendar.id,
            weight: 1,
            isCancelled: false,
            metadata: Indicator.Metadata(definition: maybeText(), formula: maybeText(), question: maybeText()),
            provenance: provenance()
        )
    }

    // MARK: - Reports

    mutating func snapshot(of plan: Plan) -> Snapshot {
        let index = PlanIndex(plan)
        var records: [ReportRecord] = []
        for indicator in plan.indicators {
            for period in index.periods(of: indicator.id) {
                for agency in indicator.reporters where chance(60) {
                    let key = ReportKey(item: indicator.id, period: period.id, agency: agency)
                    let version = ReportVersion(
                        number: 1,
                        content: content(of: indicator),
                        isDraft: false,
                        submitted: Moment(startOf: period.due, at: .zero)
                    )
                    records.append(ReportRecord(key: key, state: .submitted, versions: [version], reviews: []))
                }
            }
        }
        return Snapshot(knownAt: Self.known, records: records)
    }

    static let known = Moment(startOf: start + 2000, at: .zero)
    static let asOf = start + 1999

    private mutating func content(of indicator: Indicator) -> ReportContent {
        var cells: [ReportContent.Cell] = []
        if indicator.measure.isNumeric, chance(50) {
            for sex in ["female", "male"] {
                cells.append(
                    .init(
                        categories: [.init(dimension: "sex", category: sex)],
                        value: value(indicator.measure.decimals)
                    )
                )
            }
        }
        let body = body(of: indicator)
        if body == .nilReport { cells = [] }
        return ReportContent(
            body: body,
            cells: cells,
            comment: maybeText(),
            evidence: chance(30)
                ? [Evidence(title: text(), url: "https://example.org/\(number(below: 99)).pdf", date: Self.start)] : [],
            provenance: chance(80) ? .stated : .illustrative(note: nil)
        )
    }

    private mutating func body(of indicator: Indicator) -> ReportContent.Body {
        if chance(15) { return .nilReport }
        switch indicator.measure {
        case .unit(_, _, let decimals): return .value(.number(chance(10) ? 0 : value(decimals)))
        case .percentage: return .value(.ratio(numerator: value(0), denominator: 1 + value(0)))
        case .nominal(let categories): return .value(.category(one(of: categories).id))
        case .ordinal(let scale): return .value(.level(one(of: scale).id))
        case .qualitative: return .value(.text(text()))
        case .milestone:
            let isAchieved = chance(50)
            return .value(.milestone(achieved: isAchieved, on: isAchieved ? Self.start + number(below: 900) : nil))
        }
    }
}

/// The order in which a plan's file is read: what stands below an item comes before its indicators.
private struct ReadingOrder {
    private(set) var activities: [Activity] = []
    private var owners: [ItemID: Int] = [:]

    init(_ objectives: [Objective], _ activities: [Activity]) {
        for objective in objectives where objective.parent == nil { visit(objective, objectives, activities) }
    }

    func comesFirst(_ owner: ItemID, _ other: ItemID) -> Bool { owners[owner, default: 0] < owners[other, default: 0] }

    private mutating func visit(_ objective: Objective, _ objectives: [Objective], _ activities: [Activity]) {
        for inner in objectives where inner.parent == objective.id { visit(inner, objectives, activities) }
        for activity in activities where activity.parent == objective.id { visit(activity, activities) }
        owners[objective.id] = owners.count
    }

    private mutating func visit(_ activity: Activity, _ all: [Activity]) {
        activities.append(activity)
        for inner in all where inner.parent == activity.id { visit(inner, all) }
        owners[activity.id] = owners.count
    }
}
