import ActionPlan
import CEL

/// What is known of an item for each period, before anything is judged.
struct PeriodFigures {
    private(set) var periods: [PeriodAssessment]
    /// The counts of each period.
    private var periodCounts: [ReportCounts]
    private let run: AssessmentContext
    private let isScheduled: Bool
    private let levels: [Dimension.Category]

    /// The figures of an indicator.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - run: the assessment.
    ///   - isBlank: whether to leave all reports out.
    ///   - agency: the agency whose part alone is looked at; nil for all together.
    init(of indicator: Indicator, in run: AssessmentContext, isBlank: Bool = false, partOf agency: AgencyID? = nil) {
        var levels: [Dimension.Category] = []
        if case .ordinal(let scale) = indicator.measure { levels = scale }
        let path = ExpectedPath(indicator, periods: run.index.periods(of: indicator.id), plan: run.index.plan.days)
        let records = isBlank ? [:] : run.reports.byPeriod(of: indicator.id)
        self.init(
            of: indicator.id,
            reporters: agency.map { [$0] } ?? indicator.reporters,
            addends: agency.map { [$0] } ?? indicator.addends,
            records: agency.map { agency in records.mapValues { $0.filter { $0.key.agency == agency } } } ?? records,
            levels: levels,
            in: run
        ) { assessment in
            assessment.target =
                indicator.periodTargets[assessment.period.id] ?? path.target(of: assessment.period).map { .number($0) }
            assessment.expected = path.expected(at: assessment.period)
        }
    }

    /// The figures of an activity's implementation.
    init(of activity: Activity, in run: AssessmentContext) {
        self.init(
            of: activity.id,
            reporters: activity.lead.map { [$0] } ?? [],
            addends: activity.lead.map { [$0] } ?? [],
            records: run.reports.byPeriod(of: activity.id),
            levels: [],
            in: run
        ) { _ in }
    }

    private init(
        of item: ItemID,
        reporters: [AgencyID],
        addends: [AgencyID],
        records: [PeriodID: [ReportRecord]],
        levels: [Dimension.Category],
        in run: AssessmentContext,
        complete: (inout PeriodAssessment) -> Void
    ) {
        let allExpected = run.index.expectedReporters(of: item)
        // An achieved milestone owes nothing afterwards.
        var isAchieved = false
        var periodCounts: [ReportCounts] = []
        var periods: [PeriodAssessment] = []
        for period in run.index.periods(of: item) {
            let found = records[period.id] ?? []
            let expected = isAchieved ? [] : allExpected
            let receipt = ReportReceipt(period: period, asOf: run.asOf, offset: run.index.plan.utcOffset)
            let others = found.map(\.key.agency).filter { !reporters.contains($0) }
            var parts = (reporters + others)
                .map { agency in
                    receipt.part(
                        of: agency,
                        record: found.first { $0.key.agency == agency },
                        isExpected: expected.contains(agency)
                    )
                }
            let stoodIn = Self.standIn(&parts, for: reporters)
            let missing = receipt.missing(isExpected: !expected.isEmpty)
            let isOthers = addends.count < reporters.count
            let counted = parts.filter { part in
                addends.contains(part.agency)
                    || (isOthers ? addends.isEmpty : reporters.contains(part.agency) || part.isReceived)
            }
            var figure = PeriodFigure(of: counted, missing: missing, levels: levels)
            if isOthers, addends.isEmpty { figure.standApart() }
            var counts = ReportCounts()
            for part in parts where allExpected.contains(part.agency) || stoodIn && !allExpected.isEmpty {
                if isAchieved, !part.isReceived, !part.isReturned { continue }
                counts += ReportCounts(part, isDueDayOver: run.asOf > period.due)
            }
            periodCounts.append(counts)
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
                isIllustrative: parts.contains { $0.version?.content.provenance.isIllustrative ?? false }
            )
            if case .milestone(true, _)? = figure.value { isAchieved = true }
            complete(&assessment)
            periods.append(assessment)
        }
        self.periods = periods
        self.periodCounts = periodCounts
        self.run = run
        self.levels = levels
        isScheduled = !allExpected.isEmpty
    }

    var counts: ReportCounts { periodCounts.reduce(into: ReportCounts()) { $0 += $1 } }

    /// Where one agency alone reports and another did so in its stead, such as the lead before an amendment, that report
    /// counts and nothing is missing.
    ///
    /// - Returns: whether it was so.
    private static func standIn(_ parts: inout [ReportedPart], for reporters: [AgencyID]) -> Bool {
        guard reporters.count == 1, let own = parts.first, !own.isReceived, own.record == nil,
            parts.contains(where: \.isReceived)
        else { return false }
        parts.removeFirst()
        return true
    }

    /// What was known before a period: of it and those after it nothing.
    func known(before position: Int, _ blank: PeriodFigures) -> PeriodFigures {
        var figures = self
        figures.periods.replaceSubrange(position..., with: blank.periods[position...])
        figures.periodCounts.replaceSubrange(position..., with: blank.periodCounts[position...])
        return figures
    }

    /// The first report that says that the milestone is achieved.
    var achievement: Achievement? {
        for period in periods {
            if case .milestone(true, let day)? = period.value { return Achievement(on: day) }
        }
        return nil
    }

    var evidenceCount: Int {
        periods.flatMap(\.reports).reduce(0) { $0 + ($1.version?.content.evidence.count ?? 0) }
    }

    /// What rules see of each period.
    var facts: [Value] {
        periods.map { period in
            FactSchema.period(
                PeriodSubject(
                    assessment: period,
                    levels: levels,
                    asOf: run.asOf,
                    partitionSum: run.partitionSum(period.cells, total: period.actual)
                )
            )
        }
    }

    func subject(of indicator: Indicator, waitsFor: [String], facts: [Value]) -> IndicatorSubject {
        IndicatorSubject(
            indicator: indicator,
            periods: periods,
            periodFacts: facts,
            reports: counts,
            asOf: run.asOf,
            isScheduled: isScheduled,
            achievement: achievement,
            waitsFor: waitsFor,
            isTargetEditedLate: run.editedLate.contains(indicator.id)
        )
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
