import ActionPlan
import CEL

/// What is known of an item for each period, before anything is judged.
struct PeriodFigures {
    private(set) var periods: [PeriodAssessment]
    /// The counts of each period.
    private(set) var counts: [ReportCounts]
    private let context: AssessmentContext
    private let isScheduled: Bool
    private let levels: [Dimension.Category]

    /// The figures of an indicator.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - reports: the reports on it; none, to know how it would stand without.
    ///   - context: the assessment.
    ///   - agency: the agency whose part alone is looked at; nil for all together.
    init(
        of indicator: Indicator,
        _ reports: ItemReports,
        in context: AssessmentContext,
        partOf agency: AgencyID? = nil
    ) {
        var levels: [Dimension.Category] = []
        if case .ordinal(let scale) = indicator.measure { levels = scale }
        let path = ExpectedPath(
            indicator,
            periods: context.index.periods(of: indicator.id),
            plan: context.index.plan.days
        )
        self.init(
            of: indicator.id,
            reporters: agency.map { [$0] } ?? indicator.reporters,
            addends: agency.map { [$0] } ?? indicator.addends,
            reports: agency.map { reports.sent(by: $0) } ?? reports,
            levels: levels,
            in: context
        ) { assessment in
            assessment.target =
                indicator.periodTargets[assessment.period.id] ?? path.target(of: assessment.period).map { .number($0) }
            assessment.expected = path.expected(at: assessment.period)
        }
    }

    /// The figures of an activity's implementation.
    init(of activity: Activity, _ reports: ItemReports, in context: AssessmentContext) {
        self.init(
            of: activity.id,
            reporters: activity.lead.map { [$0] } ?? [],
            addends: activity.lead.map { [$0] } ?? [],
            reports: reports,
            levels: [],
            in: context
        ) { _ in }
    }

    private init(
        of item: ItemID,
        reporters: [AgencyID],
        addends: [AgencyID],
        reports: ItemReports,
        levels: [Dimension.Category],
        in context: AssessmentContext,
        complete: (inout PeriodAssessment) -> Void
    ) {
        let allExpected = context.index.expectedReporters(of: item)
        let allPeriods = context.index.periods(of: item)
        // An achieved milestone owes nothing afterwards.
        var isAchieved = false
        var counts: [ReportCounts] = []
        var periods: [PeriodAssessment] = []
        counts.reserveCapacity(allPeriods.count)
        periods.reserveCapacity(allPeriods.count)
        for period in allPeriods {
            let expected = isAchieved ? [] : allExpected
            let receipt = ReportReceipt(period: period, asOf: context.asOf, offset: context.index.plan.utcOffset)
            var parts = receipt.parts(of: reporters, records: reports[period.id], expected: expected)
            let stoodIn = Self.standIn(&parts, for: reporters)
            let isOthers = addends.count < reporters.count
            let isCounted = { (part: ReportedPart) in
                addends.contains(part.agency)
                    || (isOthers ? addends.isEmpty : reporters.contains(part.agency) || part.isReceived)
            }
            var figure = PeriodFigure(
                of: parts.allSatisfy(isCounted) ? parts : parts.filter(isCounted),
                missing: receipt.missing(isExpected: !expected.isEmpty),
                levels: levels
            )
            if isOthers, addends.isEmpty { figure.standApart() }
            var sum = ReportCounts()
            for part in parts where allExpected.contains(part.agency) || stoodIn && !allExpected.isEmpty {
                if isAchieved, !part.isReceived, !part.isReturned { continue }
                sum += ReportCounts(part, isDueDayOver: context.asOf > period.due)
            }
            counts.append(sum)
            var assessment = PeriodAssessment(
                period: period,
                state: figure.state,
                actual: figure.actual,
                value: figure.value,
                target: nil,
                expected: nil,
                reports: parts,
                cells: figure.cells,
                verdicts: [],
                isIllustrative: parts.contains(where: \.isIllustrative)
            )
            if case .milestone(true, _)? = figure.value { isAchieved = true }
            complete(&assessment)
            periods.append(assessment)
        }
        self.periods = periods
        self.counts = counts
        self.context = context
        self.levels = levels
        isScheduled = !allExpected.isEmpty
    }

    /// The counts of all periods together.
    var totalCounts: ReportCounts { counts.reduce(into: ReportCounts()) { $0 += $1 } }

    /// How many periods have ended.
    var endedCount: Int { periods.prefix { $0.period.days.end < context.asOf }.count }

    /// Where one agency alone reports and another did so in its stead, such as the lead before an amendment, that report
    /// counts and nothing is missing.
    ///
    /// - Returns: whether it was so.
    private static func standIn(_ parts: inout [ReportedPart], for reporters: [AgencyID]) -> Bool {
        guard reporters.count == 1, parts.count > 1, !parts[0].isReceived, parts[0].record == nil,
            parts.contains(where: \.isReceived)
        else { return false }
        parts.removeFirst()
        return true
    }

    /// The first report that says that the milestone is achieved.
    var achievement: Achievement? {
        periods.lazy.compactMap(\.achievement).first
    }

    /// What the agency last said of the activity's implementation, and for which period.
    var implementation: (status: ImplementationStatus, period: PeriodID)? {
        for period in periods.reversed() {
            if case .implementation(let status)? = period.value { return (status, period.period.id) }
        }
        return nil
    }

    /// Takes up what packs say of a period.
    mutating func take(_ judgement: AssessmentRun.Judgement, at position: Int) {
        periods[position].verdicts = judgement.verdicts.all
        periods[position].measures = judgement.measures
    }

    /// What rules see of each period.
    var facts: [Value] { facts(upTo: periods.count) }

    /// What rules know of the periods before a position.
    func facts(upTo position: Int) -> [Value] {
        periods[..<position]
            .map { period in
                FactSchema.period(
                    PeriodSubject(
                        period,
                        levels: levels,
                        asOf: context.asOf,
                        partitionSum: context.partitionSum(period.cells, total: period.actual)
                    )
                )
            }
    }

    /// What rules see of the indicator, before any period is taken up.
    func subject(of indicator: Indicator, waitsFor: [String], facts: [Value]) -> IndicatorSubject {
        IndicatorSubject(
            indicator: indicator,
            periodFacts: facts,
            endedCount: endedCount,
            totals: RunningTotals(of: indicator.measure),
            reports: ReportCounts(),
            isScheduled: isScheduled,
            achievement: nil,
            waitsFor: waitsFor,
            isTargetEditedLate: context.editedLate.contains(indicator.id)
        )
    }
}

extension PeriodAssessment {
    /// That a milestone is achieved, if the period's reports say so.
    var achievement: Achievement? {
        if case .milestone(true, let day)? = value { Achievement(on: day) } else { nil }
    }

    /// How many pieces of evidence its reports name.
    var evidenceCount: Int { reports.reduce(0) { $0 + $1.evidenceCount } }
}

extension IndicatorSubject {
    /// Takes up the next period.
    mutating func add(_ period: PeriodAssessment, _ counts: ReportCounts, at position: Int) {
        if position < endedCount { totals.add(period, at: position) }
        reports += counts
        achievement = achievement ?? period.achievement
    }
}

extension ReportCounts {
    /// What one expected part adds to the counts.
    init(_ part: ReportedPart, isDueDayOver: Bool) {
        self.init()
        if isDueDayOver { expected = 1 }
        if part.isReturned { returned = 1 }
        guard part.isReceived else {
            if part.state == .overdue { overdue = 1 }
            if part.state == .due { due = 1 }
            return
        }
        if part.isVerified { verified = 1 } else { unverified = 1 }
        if part.state == .nilReport { nilReports = 1 }
        guard isDueDayOver else { return }
        received = 1
        if part.daysLate > 0 { late = 1 } else { onTime = 1 }
    }
}
