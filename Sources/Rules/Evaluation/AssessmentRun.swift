import ActionPlan
import CEL
import Diagnostics

/// Judges from the reports upward to the plan: everything, or again what is concerned by something new.
struct AssessmentRun: Sendable {
    let context: AssessmentContext
    private(set) var reports: ReportIndex
    /// What is judged so far; items that are not have no verdicts yet.
    private(set) var assessment: Assessment
    /// Milestones that are achieved, and how far activities are: what others look at.
    private(set) var achievements: [ItemID: Achievement] = [:]
    private var implementations: [ItemID: ImplementationStatus] = [:]
    /// How the indicators and activities below each activity and objective stand.
    var leaves: [ItemID: LeafTally] = [:]
    /// How agencies report on each indicator and activity.
    var disciplines: [ItemID: [AgencyDiscipline]] = [:]
    /// What was found in the item that is being judged.
    var findings: [Finding] = []

    var assessor: Assessor { context.assessor }
    var index: PlanIndex { context.index }
    var asOf: Day { context.asOf }

    init(_ context: AssessmentContext, _ snapshot: Snapshot) {
        self.init(context, ReportIndex(snapshot), knownAt: snapshot.knownAt)
    }

    /// What is judged already, to be judged anew in part.
    init(_ context: AssessmentContext, _ snapshot: Snapshot, judged: Assessment) {
        self.context = context
        reports = ReportIndex(snapshot)
        assessment = judged
        noteStandings()
        for indicator in assessment.indicators { noteDiscipline(on: indicator.id, indicator.periods) }
        for activity in assessment.activities { noteDiscipline(on: activity.id, activity.periods) }
        for activity in index.plan.activities.reversed() {
            leaves[activity.id] = leaves(below: index.children(of: activity.id))
        }
        for objective in index.plan.objectives.reversed() {
            leaves[objective.id] = leaves(below: index.children(of: objective.id))
        }
    }

    private init(_ context: AssessmentContext, _ reports: ReportIndex, knownAt: Moment) {
        self.context = context
        self.reports = reports
        assessment = Assessment(
            unjudged: context.index,
            asOf: context.asOf,
            knownAt: knownAt,
            packs: context.assessor.summaries,
            statuses: context.assessor.statuses
        )
    }

    /// The same reports as of another day, not judged yet.
    init(_ other: AssessmentRun, asOf: Day) {
        let context = AssessmentContext(other.assessor, asOf: asOf)
        self.init(context, other.reports, knownAt: other.assessment.knownAt)
    }

    /// Judges everything.
    mutating func judgeAll(_ progress: WorkProgress = .unseen) {
        noteStandings()
        judge(Concerned(allOf: index.plan), progress)
    }

    /// Says nothing of some indicators, and judges again what is judged by their verdicts.
    mutating func withhold(_ indicators: Set<ItemID>) {
        let positions = indicators.compactMap { index.position(ofIndicator: $0) }.sorted()
        for position in positions { assessment.indicators[position] = withheld(assessment.indicators[position]) }
        assessment.findings.replace(Dictionary(uniqueKeysWithValues: indicators.map { ($0, []) }))
        judge(context.dependencies.concerned(byVerdictsOn: positions.map { index.plan.indicators[$0].id }, in: index))
    }

    /// Takes up what is now known of a report.
    ///
    /// - Returns: what has to be judged again.
    mutating func take(_ record: ReportRecord, knownAt: Moment) -> Concerned {
        reports[record.key] = record
        assessment.knownAt = max(assessment.knownAt, knownAt)
        noteStanding(of: record.key.item)
        return context.dependencies.concerned(by: record.key.item, in: index)
    }

    /// Takes up that something happened that no judgement rests on.
    mutating func noteTime(_ moment: Moment) { assessment.knownAt = max(assessment.knownAt, moment) }

    /// Takes up what others look at: milestones that are achieved, and how far activities are.
    mutating func noteStandings() {
        for indicator in index.plan.indicators { noteStanding(of: indicator.id) }
        for activity in index.plan.activities { noteStanding(of: activity.id) }
    }

    private mutating func noteStanding(of item: ItemID) {
        if let position = index.position(ofIndicator: item) {
            guard case .milestone = index.plan.indicators[position].measure else { return }
            achievements[item] =
                PeriodFigures(of: index.plan.indicators[position], reports[item], in: context).achievement
        } else if let position = index.position(ofActivity: item) {
            let figures = PeriodFigures(of: index.plan.activities[position], reports[item], in: context)
            implementations[item] = figures.implementation?.status
        }
    }

    /// Judges some items and agencies and the plan, each after those that it is judged by.
    mutating func judge(_ concerned: Concerned, _ progress: WorkProgress = .unseen) {
        var found: [ItemID: [Finding]] = [:]
        let total = concerned.indicators.count + concerned.activities.count + concerned.objectives.count
        for position in concerned.indicators.sorted() {
            let indicator = index.plan.indicators[position]
            assessment.indicators[position] = assess(indicator)
            noteDiscipline(on: indicator.id, assessment.indicators[position].periods)
            found[indicator.id] = findings
            progress(found.count, of: total)
            findings = []
        }
        for position in concerned.activities.sorted(by: >) {
            let activity = index.plan.activities[position]
            assessment.activities[position] = assess(activity)
            noteDiscipline(on: activity.id, assessment.activities[position].periods)
            found[activity.id] = findings
            progress(found.count, of: total)
            findings = []
        }
        for position in concerned.objectives.sorted(by: >) {
            let objective = index.plan.objectives[position]
            assessment.objectives[position] = assess(objective)
            found[objective.id] = findings
            progress(found.count, of: total)
            findings = []
        }
        for position in concerned.agencies { assessment.agencies[position] = assess(index.plan.agencies[position]) }
        assessment.overall = assessPlan()
        assessment.findings.replace(found)
    }

    /// How all indicators and activities below some items stand, those among the items too.
    func leaves(below items: [ItemReference]) -> LeafTally {
        var indicators: [ChildSubject] = []
        var activities: [ChildSubject] = []
        for reference in items {
            switch reference {
            case .indicator: if let child = child(reference) { indicators.append(child) }
            case .activity: if let child = child(reference) { activities.append(child) }
            case .objective: break
            }
        }
        let statuses = assessor.statuses
        let below = items.compactMap { leaves[$0.id] }
        return LeafTally(
            indicators: statuses.sum([statuses.tally(indicators)] + below.map(\.indicators)),
            activities: statuses.sum([statuses.tally(activities)] + below.map(\.activities))
        )
    }

    /// Whether an activity is done: so reported, or all of its milestones achieved.
    func isCompleted(_ id: ItemID) -> Bool {
        if implementations[id] == .completed { return true }
        let milestones = index.children(of: id)
            .filter { child in
                guard let position = index.position(ofIndicator: child.id) else { return false }
                return index.plan.indicators[position].measure.keyword == "milestone"
            }
        return !milestones.isEmpty && milestones.allSatisfy { achievements[$0.id] != nil }
    }
}

/// How all indicators and all activities below an item stand.
struct LeafTally: Sendable {
    var indicators: Tally
    var activities: Tally
}

extension Assessment {
    /// An assessment in which nothing is judged yet.
    fileprivate init(unjudged index: PlanIndex, asOf: Day, knownAt: Moment, packs: [PackSummary], statuses: StatusSet) {
        let none = ItemVerdicts([])
        let plan = index.plan
        self.init(
            plan: index,
            asOf: asOf,
            knownAt: knownAt,
            packs: packs,
            statuses: statuses,
            indicators: plan.indicators.map { indicator in
                IndicatorAssessment(
                    id: indicator.id,
                    verdicts: none,
                    periods: [],
                    latest: nil,
                    reports: ReportCounts(),
                    isIllustrative: false
                )
            },
            activities: plan.activities.map { activity in
                ActivityAssessment(
                    id: activity.id,
                    verdicts: none,
                    implementation: nil,
                    periods: [],
                    tally: Tally(),
                    reports: ReportCounts(),
                    isIllustrative: false
                )
            },
            objectives: plan.objectives.map { objective in
                ObjectiveAssessment(
                    id: objective.id,
                    verdicts: none,
                    tally: Tally(),
                    indicatorTally: Tally(),
                    activityTally: Tally(),
                    reports: ReportCounts(),
                    isIllustrative: false
                )
            },
            agencies: plan.agencies.map { agency in
                AgencyAssessment(
                    id: agency.id,
                    verdicts: none,
                    items: [],
                    tally: Tally(),
                    reports: ReportCounts(),
                    owed: []
                )
            },
            overall: PlanAssessment(
                verdicts: none,
                tally: Tally(),
                indicatorTally: Tally(),
                activityTally: Tally(),
                reports: ReportCounts(),
                isIllustrative: false
            ),
            findings: FindingList(plan),
            edition: .internal
        )
    }
}
