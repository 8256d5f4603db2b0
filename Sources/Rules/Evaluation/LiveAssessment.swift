package import ActionPlan

/// An assessment that keeps up with what happens: after an event only what depends on it is judged again.
///
/// It is at every moment what judging everything would give. What did not change is shared with the assessments taken
/// from it before, and with copies of it: to see what a report would change, send it to a copy.
package struct LiveAssessment: Sendable {
    private var run: AssessmentRun
    private var locks: [PeriodID: PeriodLock]

    /// Judges a plan as of a day.
    ///
    /// - Parameters:
    ///   - assessor: the plan and the packs that judge it.
    ///   - snapshot: the reports so far.
    ///   - asOf: the day; the amendments in force on it apply.
    package init(_ assessor: Assessor, _ snapshot: Snapshot, asOf: Day) {
        run = AssessmentRun(AssessmentContext(assessor, asOf: asOf), snapshot)
        run.judgeAll()
        locks = Dictionary(snapshot.locks.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where the plan stands.
    package var assessment: Assessment { run.assessment }

    /// What is known of a report.
    package subscript(key: ReportKey) -> ReportRecord? { run.reports[key] }

    /// Takes up what happened, and judges again what that concerns.
    ///
    /// - Returns: what was judged again.
    /// - Throws: ``IllegalTransition`` where the event cannot follow those before it, and nothing is changed.
    @discardableResult
    package mutating func apply(_ event: LedgerEvent) throws(IllegalTransition) -> Rejudged {
        switch event {
        case .report(let event):
            let record = try ReportRecord(run.reports[event.key], after: event, lock: locks[event.key.period])
            return Rejudged(run.take(record, knownAt: event.moment), run.index)
        case .period(let event): locks[event.period] = try PeriodLock.after(locks[event.period], event)
        case .account, .amendment, .assessment, .decision: break
        }
        run.noteTime(event.moment)
        return Rejudged()
    }

    /// Judges everything again as of another day, from the same reports.
    package mutating func move(to asOf: Day) {
        guard asOf != run.asOf else { return }
        run = AssessmentRun(run, asOf: asOf)
        run.judgeAll()
    }
}

/// What was judged again after an event; wherever there is anything, the plan as a whole was too.
package struct Rejudged: Sendable {
    /// Objectives, activities and indicators, each kind in the order of the plan.
    package private(set) var items: [ItemReference] = []
    package private(set) var agencies: [AgencyID] = []

    init() {}

    init(_ concerned: Concerned, _ index: PlanIndex) {
        items = concerned.objectives.sorted().map { .objective(index.plan.objectives[$0].id) }
        items += concerned.activities.sorted().map { .activity(index.plan.activities[$0].id) }
        items += concerned.indicators.sorted().map { .indicator(index.plan.indicators[$0].id) }
        agencies = concerned.agencies.map { index.plan.agencies[$0].id }
    }
}
