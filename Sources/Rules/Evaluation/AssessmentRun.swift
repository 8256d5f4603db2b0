import ActionPlan
import CEL

/// One assessment: from the reports upward to the plan.
struct AssessmentRun {
    /// What does not change on the way; shared, so that handing it on costs nothing.
    let context: AssessmentContext
    /// Indicators of which nothing may be said.
    var withholding: Set<ItemID> = []
    var findings: [Finding] = []
    var indicators: [ItemID: IndicatorAssessment] = [:]
    var activities: [ItemID: ActivityAssessment] = [:]
    var objectives: [ItemID: ObjectiveAssessment] = [:]
    var achievements: [ItemID: Achievement] = [:]

    var assessor: Assessor { context.assessor }
    var index: PlanIndex { context.index }
    var asOf: Day { context.asOf }

    init(_ assessor: Assessor, _ index: PlanIndex, _ snapshot: Snapshot, _ asOf: Day) {
        context = AssessmentContext(assessor, index, snapshot, asOf)
    }

    mutating func assessment(packs: [PackSummary]) -> Assessment {
        let figures = index.plan.indicators.map { PeriodFigures(of: $0, in: context) }
        for (indicator, figure) in zip(index.plan.indicators, figures) {
            if let achievement = figure.achievement { achievements[indicator.id] = achievement }
        }
        for (indicator, figure) in zip(index.plan.indicators, figures) {
            indicators[indicator.id] = assess(indicator, figure)
        }
        withholdVerdicts()
        for activity in index.plan.activities.reversed() { activities[activity.id] = assess(activity) }
        for objective in index.plan.objectives.reversed() { objectives[objective.id] = assess(objective) }
        let agencies = index.plan.agencies.map { assess($0) }
        let overall = assessPlan()
        return Assessment(
            plan: index,
            asOf: asOf,
            knownAt: context.snapshot.knownAt,
            packs: packs,
            statuses: assessor.statuses,
            indicators: index.plan.indicators.compactMap { indicators[$0.id] },
            activities: index.plan.activities.compactMap { activities[$0.id] },
            objectives: index.plan.objectives.compactMap { objectives[$0.id] },
            agencies: agencies,
            overall: overall,
            findings: ordered(findings),
            edition: .internal
        )
    }

    /// In the order of the plan, then of the periods; what matters more first.
    func ordered(_ findings: [Finding]) -> [Finding] {
        let items = index.plan.objectives.map(\.id) + index.plan.activities.map(\.id) + index.plan.indicators.map(\.id)
        let position = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let severities: [Finding.Severity] = Finding.Severity.allCases
        return findings.enumerated()
            .sorted { left, right in
                func key(_ entry: (offset: Int, element: Finding)) -> (Int, Int, String, Int) {
                    let finding = entry.element
                    return (
                        severities.firstIndex(of: finding.severity) ?? 0, position[finding.item] ?? 0,
                        finding.period?.rawValue ?? "", entry.offset
                    )
                }
                return key(left) < key(right)
            }
            .map(\.element)
    }

    /// What packs say of something, and what they compute for it.
    struct Judgement {
        var verdicts: ItemVerdicts
        var measures: [MeasuredValue]
    }

    /// What all packs say, and the verdict shown first.
    mutating func judge(
        _ scope: RulePack.Scope,
        _ item: ItemID?,
        period: PeriodID? = nil,
        _ subjects: [Value?],
        plan: Value? = nil,
        assumed: ((Assessor.PreparedPack) -> Verdict.Bounds?)? = nil,
        origin: ([String]) -> Trace.Origin?
    ) -> Judgement {
        var all: [Verdict] = []
        var measures: [MeasuredValue] = []
        for use in assessor.uses where isJudged(item, by: use) {
            guard let evaluator = use.evaluators[scope] else { continue }
            let naming = SentenceNaming(context: context, statuses: assessor.statuses, item: item)
            let variables = [context.today, use.parameters, nil, plan ?? context.planFacts] + subjects
            guard let outcome = evaluator.verdict(variables, naming: naming, origin: origin) else { continue }
            if let failure = outcome.failure, let verdict = outcome.verdict, let item {
                findings.append(
                    Finding(
                        kind: .ruleFailed(pack: use.pack.id, rule: failure.rule),
                        severity: .error,
                        item: item,
                        period: period,
                        agency: nil,
                        sentence: verdict.because
                    )
                )
            }
            measures += outcome.measures
            guard var verdict = outcome.verdict else { continue }
            verdict.bounds = assumed?(use)
            all.append(verdict)
        }
        let headline = index.plan.headline.lazy.compactMap { pack in all.first { $0.pack == pack } }.first
        return Judgement(verdicts: ItemVerdicts(headline: headline ?? all.first, all: all), measures: measures)
    }

    func isJudged(_ item: ItemID?, by use: Assessor.PreparedPack) -> Bool {
        guard !use.items.isEmpty else { return true }
        guard let item else { return false }
        return use.items.contains(item) || index.ancestors(of: item).contains(where: use.items.contains)
    }

    /// What a roll-up would say if all that is not judged stood best, or worst.
    func bounds<Subject>(
        _ scope: RulePack.Scope,
        _ subject: Subject,
        _ facts: @escaping (Subject) -> Value,
        _ assume: @escaping (Subject, Status) -> Subject?
    ) -> (Assessor.PreparedPack) -> Verdict.Bounds? {
        { use in
            guard let evaluator = use.evaluators[scope], let bounds = evaluator.rules.bounds else { return nil }
            func status(_ assumed: StatusID) -> StatusID? {
                guard let status = assessor.statuses[assumed], let subject = assume(subject, status) else { return nil }
                let naming = SentenceNaming(context: context, statuses: assessor.statuses, item: nil)
                let value = facts(subject)
                let variables: [Value?] =
                    scope == .plan
                    ? [context.today, use.parameters, nil, value]
                    : [context.today, use.parameters, nil, context.planFacts, value]
                return evaluator.verdict(variables, naming: naming) { _ in nil }?.verdict?.status
            }
            guard let best = status(bounds.best), let worst = status(bounds.worst) else { return nil }
            return Verdict.Bounds(best: best, worst: worst)
        }
    }
}
