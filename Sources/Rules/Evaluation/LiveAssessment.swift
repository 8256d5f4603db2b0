package import ActionPlan

/// An assessment that keeps up with what happens: after an event only what depends on it is judged again.
///
/// It is at every moment what judging everything would give. What did not change is shared with the assessments taken
/// from it before, and with copies of it: to see what a report would change, send it to a copy.
///
/// Where much happens at once, events can be noted first and judged together: what several of them concern is then
/// judged once.
package struct LiveAssessment: Sendable {
    private var run: AssessmentRun
    private var locks: [PeriodID: PeriodLock]
    /// What the events that were noted concern.
    private var unjudged: Concerned

    /// Judges a plan as of a day.
    ///
    /// - Parameters:
    ///   - assessor: the plan and the packs that judge it.
    ///   - snapshot: the reports so far.
    ///   - asOf: the day; the amendments in force on it apply.
    ///   - isJudged: whether to judge at once, and not only when ``judge()`` is called.
    package init(_ assessor: Assessor, _ snapshot: Snapshot, asOf: Day, isJudged: Bool = true) {
        run = AssessmentRun(AssessmentContext(assessor, asOf: asOf), snapshot)
        run.noteStandings()
        unjudged = Concerned(allOf: run.index.plan)
        locks = Dictionary(snapshot.locks.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        if isJudged { judge() }
    }

    /// Where the plan stands, as it was judged last.
    package var assessment: Assessment { run.assessment }

    /// The day as of which is judged.
    package var asOf: Day { run.asOf }

    /// The plan as it is on that day.
    package var index: PlanIndex { run.index }

    /// What is known of a report, those noted included.
    package subscript(key: ReportKey) -> ReportRecord? { run.reports[key] }

    /// What is known of the reports of all agencies on an item in a period, in the order of agencies.
    package func records(on item: ItemID, in period: PeriodID) -> ArraySlice<ReportRecord> {
        run.reports[item][period]
    }

    /// What is known of all reports, in the order of their keys.
    package var records: [ReportRecord] { run.reports.records }

    /// The periods that are or were locked, in the order of their names.
    package var periodLocks: [PeriodLock] { locks.values.sorted { $0.period < $1.period } }

    /// What the packs' checks say of a report that an agency is about to send.
    ///
    /// - Parameters:
    ///   - content: the report.
    ///   - key: what it is about.
    ///   - isCorrection: whether it corrects a verified one.
    /// - Returns: every check that finds something, in the order of the packs.
    package func checks(_ content: ReportContent, _ key: ReportKey, isCorrection: Bool) -> [CheckOutcome] {
        run.checks(content, key, isCorrection: isCorrection)
    }

    /// Takes up what happened, and judges again what that concerns.
    ///
    /// - Returns: what was judged again.
    /// - Throws: ``IllegalTransition`` where the event cannot follow those before it, and nothing is changed.
    @discardableResult
    package mutating func apply(_ event: LedgerEvent) throws(IllegalTransition) -> Rejudged {
        try note(event)
        return judge()
    }

    /// Takes up what happened; the assessment stays as it is until ``judge()`` is called.
    ///
    /// - Throws: ``IllegalTransition`` where the event cannot follow those before it, and nothing is changed.
    package mutating func note(_ event: LedgerEvent) throws(IllegalTransition) {
        switch event {
        case .report(let event):
            let record = try ReportRecord(run.reports[event.key], after: event, lock: locks[event.key.period])
            unjudged.formUnion(run.take(record, knownAt: event.moment))
        case .period(let event):
            locks[event.period] = try PeriodLock.after(locks[event.period], event)
            run.noteTime(event.moment)
        case .account, .amendment, .assessment, .decision: run.noteTime(event.moment)
        }
    }

    /// Judges again what the events concern that were noted.
    ///
    /// - Returns: what was judged again.
    @discardableResult
    package mutating func judge() -> Rejudged {
        guard !unjudged.isEmpty else { return Rejudged() }
        let concerned = unjudged
        unjudged = Concerned()
        run.judge(concerned)
        return Rejudged(concerned, run.index)
    }

    /// Judges everything again as of another day, from the same reports; or lets that wait for ``judge()``.
    package mutating func move(to asOf: Day, isJudged: Bool = true) {
        guard asOf != run.asOf else { return }
        run = AssessmentRun(run, asOf: asOf)
        run.noteStandings()
        unjudged = Concerned(allOf: run.index.plan)
        if isJudged { judge() }
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
