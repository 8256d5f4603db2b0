import ActionPlan
import CEL

/// The plan on a day.
struct PlanSubject: Sendable {
    let plan: Plan
    let asOf: Day
}

/// A period of an indicator.
struct PeriodSubject: Sendable {
    let assessment: PeriodAssessment
    let levels: [Dimension.Category]
    let asOf: Day
    let partitionSum: Double?

    var ended: Bool { assessment.period.days.end < asOf }
    var received: [ReportedPart] { assessment.reports.filter(\.isReceived) }
    var level: String? { if case .level(let id)? = assessment.value { id } else { nil } }
    var ratio: (numerator: Double, denominator: Double)? {
        if case .ratio(let numerator, let denominator)? = assessment.value { (numerator, denominator) } else { nil }
    }
    var targetNumber: Double? { if case .number(let value)? = assessment.target { value } else { nil } }
    var targetRank: Int? { if case .level(let id)? = assessment.target { rank(of: id) } else { nil } }
    func rank(of level: String?) -> Int? { levels.firstIndex { $0.id == level } }
}

/// An indicator with its periods.
struct IndicatorSubject: Sendable {
    let indicator: Indicator
    let periods: [PeriodAssessment]
    let periodFacts: [Value]
    let reports: ReportCounts
    let asOf: Day
    let isScheduled: Bool
    let achievement: Achievement?
    /// Milestones before it that are not achieved.
    let waitsFor: [String]
    /// Whether an amendment changed a target when the time for it was already over.
    let isTargetEditedLate: Bool

    var endedCount: Int { periods.prefix { $0.period.days.end < asOf }.count }
    /// The last ended period with a value.
    var latest: Int? { periods.prefix(endedCount).lastIndex(where: \.hasValue) }
    var previous: Int? { latest.flatMap { periods.prefix($0).lastIndex(where: \.hasValue) } }
    /// How many ended periods with a value there are in a row, up to the last, that have the very same value.
    var sameFor: Int {
        let values = periods.prefix(endedCount).compactMap(\.actual)
        guard let last = values.last else { return 0 }
        return values.reversed().prefix { $0 == last }.count
    }
    /// The share of all ended periods together.
    ///
    /// Numerators and denominators are added up, and each period's target counts by its denominator. Where a period has
    /// only its percentage, all count alike. A percentage that cannot be is left out.
    private var shares: (actual: Double, target: Double, count: Int)? {
        var periods: [(actual: Double, target: Double, parts: (numerator: Double, denominator: Double)?)] = []
        for period in self.periods.prefix(endedCount) {
            guard let actual = period.actual, (0...100).contains(actual), case .number(let target)? = period.target
            else { continue }
            var parts: (numerator: Double, denominator: Double)?
            if case .ratio(let numerator, let denominator)? = period.value { parts = (numerator, denominator) }
            periods.append((actual, target, parts))
        }
        guard !periods.isEmpty else { return nil }
        let whole = periods.compactMap(\.parts?.denominator).reduce(0, +)
        guard periods.allSatisfy({ $0.parts != nil }), whole > 0 else {
            let count = Double(periods.count)
            let actual = periods.map(\.actual).reduce(0, +) / count
            return (actual, periods.map(\.target).reduce(0, +) / count, periods.count)
        }
        let part = periods.compactMap(\.parts?.numerator).reduce(0, +)
        let target = periods.reduce(0) { $0 + $1.target * ($1.parts?.denominator ?? 0) } / whole
        return (100 * part / whole, target, periods.count)
    }
    var band: ClosedRange<Double>? { if case .maintain(let band) = indicator.direction { band } else { nil } }

    /// Actual values and targets of the ended periods that have both, added up; of a percentage taken together.
    var sums: (actual: Double, target: Double, count: Int)? {
        if case .percentage = indicator.measure { return shares }
        var sums = (actual: 0.0, target: 0.0, count: 0)
        for period in periods.prefix(endedCount) {
            guard let actual = period.actual, case .number(let target)? = period.target else { continue }
            sums = (sums.actual + actual, sums.target + target, sums.count + 1)
        }
        return sums.count > 0 ? sums : nil
    }
}

/// That a milestone is achieved, and on which day if that is known.
struct Achievement: Sendable {
    let on: Day?
}

extension PeriodAssessment {
    /// Whether a value was reported, be it zero.
    package var hasValue: Bool { state == .value || state == .zero }
}

/// An activity with what is below it.
struct ActivitySubject: Sendable {
    let activity: Activity
    let asOf: Day
    let isScheduled: Bool
    let implementation: (status: ImplementationStatus, period: PeriodID)?
    /// The first day of the first period for which it was reported as completed.
    let completedFrom: Day?
    /// Whether its own report on its last days, or on what came after them, can still come in time.
    let isAwaited: Bool
    let milestones: MilestoneCounts
    let evidenceCount: Int
    let waitsFor: [String]
    var children: [ChildSubject]
    var tally: Tally
    let reports: ReportCounts

    var timingKeyword: String {
        switch activity.timing?.kind {
        case .fixed: "fixed"
        case .recurring: "recurring"
        case .permanent: "permanent"
        case nil: "not-stated"
        }
    }
}

/// How the milestones below an activity stand.
struct MilestoneCounts: Sendable {
    var total = 0
    var achieved = 0
    var overdue = 0
    var lastAchieved: Day?
}

/// Something judged, as the roll-up above it sees it.
struct ChildSubject: Sendable {
    let id: ItemID
    let kind: String
    var status: Status
    let weight: Double
    let pack: String
    /// What each pack said: its status, and its measure `score` if it has one.
    let statuses: [(pack: String, status: StatusID)]
    let scores: [(pack: String, score: Double)]
}

/// An objective, an agency or the plan.
struct GroupSubject: Sendable {
    let id: String
    let weight: Double
    var children: [ChildSubject]
    var tally: Tally
    let reports: ReportCounts
    let plan: PlanSubject
}

/// A report that is being checked.
struct ReportSubject: Sendable {
    let content: ReportContent
    let isActivity: Bool
    let isCorrection: Bool
    /// Whether it is one of several agencies' parts of a figure.
    let isPart: Bool
    let partitionSum: Double?
    let others: [Other]

    var value: ReportedValue? { if case .value(let value) = content.body { value } else { nil } }

    /// What another agency reported on the same item for the same period.
    struct Other: Sendable {
        let agency: AgencyID
        let value: ReportedValue?
    }
}
