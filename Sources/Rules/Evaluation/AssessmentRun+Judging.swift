import ActionPlan
import CEL

/// What packs say of something.
extension AssessmentRun {
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
        naming: SentenceNaming,
        assumed: ((PreparedPack) -> Verdict.Bounds?)? = nil,
        origin: ([String]) -> Trace.Origin?
    ) -> Judgement {
        var all: [Verdict] = []
        var measures: [MeasuredValue] = []
        for use in assessor.uses where isJudged(item, by: use) {
            guard let evaluator = use[scope] else { continue }
            let variables = [context.today, use.parameters, nil, plan ?? context.planFacts] + subjects
            guard let outcome = evaluator.verdict(variables, naming: naming, origin: origin) else { continue }
            if let failure = outcome.failure, let verdict = outcome.verdict, let item {
                findings.append(
                    Finding(
                        kind: .ruleFailed(pack: use.id, rule: failure.rule),
                        severity: .error,
                        item: item,
                        period: period,
                        agency: nil,
                        sentence: verdict.because
                    )
                )
            }
            // Mostly a single pack measures: then verdict and period share the list.
            if measures.isEmpty { measures = outcome.measures } else { measures += outcome.measures }
            guard var verdict = outcome.verdict else { continue }
            if let assumed { verdict.bounds = assumed(use) }
            all.append(verdict)
        }
        let headline = index.plan.headline.first { pack in all.contains { $0.pack == pack } }
        return Judgement(verdicts: ItemVerdicts(all, headline: headline), measures: measures)
    }

    /// Names what sentences about an item speak of.
    func naming(_ item: ItemID?) -> SentenceNaming {
        SentenceNaming(context: context, statuses: assessor.statuses, item: item)
    }

    func isJudged(_ item: ItemID?, by use: PreparedPack) -> Bool {
        guard !use.items.isEmpty else { return true }
        guard let item else { return false }
        return use.items.contains(item) || index.ancestors(of: item).contains(where: use.items.contains)
    }

    /// What a roll-up would say if all that is not judged stood best, or worst.
    ///
    /// - Parameters:
    ///   - scope: the section that judges it.
    ///   - subject: what is judged.
    ///   - table: what rules see of it.
    /// - Returns: what gives the bounds by a pack; nil where it asks for none, or nothing is unknown.
    func bounds<Subject: RollUpSubject>(
        _ scope: RulePack.Scope,
        _ subject: Subject,
        _ table: FactTable<Subject>
    ) -> (PreparedPack) -> Verdict.Bounds? {
        let context = context
        return { use in
            guard let evaluator = use[scope], let bounds = evaluator.rules.bounds else { return nil }
            let assessor = context.assessor
            func status(_ assumed: StatusID) -> StatusID? {
                guard let standing = assessor.statuses.standing(of: assumed),
                    let subject = subject.assuming(standing, assessor.statuses)
                else { return nil }
                let naming = SentenceNaming(context: context, statuses: assessor.statuses, item: nil)
                let value = assessor.facts(scope, subject, table)
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
