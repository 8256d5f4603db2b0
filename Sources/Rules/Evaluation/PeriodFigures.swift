import ActionPlan
import CEL

/// What is known of an item for each period, before anything is judged.
struct PeriodFigures {
    let periods: [PeriodAssessment]
    let counts: ReportCounts
    private let run: AssessmentRun
    private let isScheduled: Bool
    private let levels: [Dimension.Category]

    /// The figures of an indicator.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - run: the assessment.
    ///   - last: the period from which on nothing is taken into account; nil for all.
    init(of indicator: Indicator, in run: AssessmentRun, upTo last: PeriodID? = nil) {
        var levels: [Dimension.Category] = []
        if case .ordinal(let scale) = indicator.measure { levels = scale }
        let path = ExpectedPath(indicator, periods: run.index.periods(of: indicator.id), plan: run.index.plan.days)
        self.init(of: indicator.id, reporters: indicator.reporters, levels: levels, in: run, upTo: last) { assessment in
            assessment.target =
                indicator.periodTargets[assessment.period.id] ?? path.target(of: assessment.period).map { .number($0) }
            assessment.expected = path.expected(at: assessment.period)
        }
    }

    /// The figures of an activity's implementation.
    init(of activity: Activity, in run: AssessmentRun) {
        self.init(
            of: activity.id,
            reporters: activity.lead.map { [$0] } ?? [],
            levels: [],
            in: run,
            upTo: nil
        ) { _ in }
    }

    private init(
        of item: ItemID,
        reporters: [AgencyID],
        levels: [Dimension.Category],
        in run: AssessmentRun,
        upTo last: PeriodID?,
        complete: (inout PeriodAssessment) -> Void
    ) {
        let expected = run.index.expectedReporters(of: item)
        let records = run.reports.byPeriod(of: item)
        var counts = ReportCounts()
        var periods: [PeriodAssessment] = []
        var isHidden = false
        for period in run.index.periods(of: item) {
            if period.id == last { isHidden = true }
            let found = isHidden ? [] : records[period.id] ?? []
            let receipt = ReportReceipt(period: period, asOf: run.asOf, offset: run.index.plan.utcOffset)
            let others = found.map(\.key.agency).filter { !reporters.contains($0) }
            let parts = (reporters + others)
                .map { agency in
                    receipt.part(
                        of: agency,
                        record: found.first { $0.key.agency == agency },
                        isExpected: expected.contains(agency)
                    )
                }
            let missing = receipt.missing(isExpected: !expected.isEmpty)
            let figure = PeriodFigure(
                of: parts.filter { reporters.contains($0.agency) || $0.isReceived },
                missing: missing,
                levels: levels
            )
            for part in parts where expected.contains(part.agency) {
                counts += ReportCounts(part, isDueDayOver: run.asOf > period.due)
            }
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
            complete(&assessment)
            periods.append(assessment)
        }
        self.periods = periods
        self.counts = counts
        self.run = run
        self.levels = levels
        isScheduled = !expected.isEmpty
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

    func subject(of indicator: Indicator, waitsFor: [String]) -> IndicatorSubject {
        IndicatorSubject(
            indicator: indicator,
            periods: periods,
            periodFacts: periods.map { period in
                FactSchema.period(
                    PeriodSubject(
                        assessment: period,
                        levels: levels,
                        asOf: run.asOf,
                        partitionSum: run.partitionSum(period.cells, total: period.actual)
                    )
                )
            },
            reports: counts,
            asOf: run.asOf,
            isScheduled: isScheduled,
            achievement: achievement,
            waitsFor: waitsFor
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
