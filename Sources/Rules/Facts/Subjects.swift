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

    let received: ReceivedParts

    init(_ assessment: PeriodAssessment, levels: [Dimension.Category], asOf: Day, partitionSum: Double?) {
        self.assessment = assessment
        self.levels = levels
        self.asOf = asOf
        self.partitionSum = partitionSum
        received = ReceivedParts(assessment.reports)
    }

    var ended: Bool { assessment.period.days.end < asOf }
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
    var periodFacts: [Value]
    let endedCount: Int
    /// What the ended periods give together.
    var totals: RunningTotals
    var reports: ReportCounts
    let isScheduled: Bool
    var achievement: Achievement?
    /// Milestones before it that are not achieved.
    let waitsFor: [String]
    /// Whether an amendment changed a target when the time for it was already over.
    let isTargetEditedLate: Bool

    /// What rules see of the ended periods.
    var endedFacts: [Value] {
        endedCount == periodFacts.count ? periodFacts : Array(periodFacts.prefix(endedCount))
    }
    var band: ClosedRange<Double>? { if case .maintain(let band) = indicator.direction { band } else { nil } }
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
struct ActivitySubject: RollUpSubject {
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
    var standing: Standing
    let weight: Double
    /// The pack that gave the status.
    let pack: String
    let verdicts: ItemVerdicts

    /// The measure `score` of each pack that has one.
    var scores: [(pack: String, score: Double)] {
        verdicts.all.compactMap { verdict in
            if case .number(let score)? = verdict.measure("score") { (verdict.pack, score) } else { nil }
        }
    }
}

/// A status as roll-ups reckon with it.
struct Standing: Sendable {
    let status: StatusID
    let rank: Int
    let group: Status.Group
}

/// Something that is judged by what is below it.
protocol RollUpSubject: Sendable {
    var children: [ChildSubject] { get set }
    var tally: Tally { get set }
}

extension RollUpSubject {
    /// The same with a status in place of those not judged for want of data; nil where there is none.
    func assuming(_ standing: Standing, _ statuses: StatusSet) -> Self? {
        guard children.contains(where: { $0.standing.group == .unknown }) else { return nil }
        var assumed = self
        for position in children.indices where children[position].standing.group == .unknown {
            assumed.children[position].standing = standing
        }
        assumed.tally = statuses.tally(assumed.children)
        return assumed
    }
}

/// An objective, an agency or the plan.
struct GroupSubject: RollUpSubject {
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
