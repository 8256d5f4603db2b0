import ActionPlan
import CEL

/// What is below adds up: objectives, agencies, the plan.
extension AssessmentRun {
    func child(_ reference: ItemReference) -> ChildSubject? {
        switch reference {
        case .indicator(let id):
            guard let position = index.position(ofIndicator: id) else { return nil }
            let weight = index.plan.indicators[position].weight
            return subject(id, "indicator", assessment.indicators[position].verdicts, weight: weight)
        case .activity(let id):
            guard let position = index.position(ofActivity: id) else { return nil }
            let weight = index.plan.activities[position].weight
            return subject(id, "activity", assessment.activities[position].verdicts, weight: weight)
        case .objective(let id):
            guard let position = index.position(ofObjective: id) else { return nil }
            let weight = index.plan.objectives[position].weight
            return subject(id, "objective", assessment.objectives[position].verdicts, weight: weight)
        }
    }

    private func subject(_ id: ItemID, _ kind: String, _ verdicts: ItemVerdicts, weight: Double) -> ChildSubject? {
        guard let pack = verdicts.pack, let standing = verdicts.status.flatMap({ assessor.statuses.standing(of: $0) })
        else { return nil }
        return ChildSubject(id: id, kind: kind, standing: standing, weight: weight, pack: pack, verdicts: verdicts)
    }

    mutating func rollUp(
        _ scope: RulePack.Scope,
        _ item: ItemID?,
        _ subject: GroupSubject,
        _ table: FactTable<GroupSubject>
    ) -> ItemVerdicts {
        let facts = assessor.facts(scope, subject, table)
        let judgement = judge(
            scope,
            item,
            scope == .plan ? [] : [facts],
            plan: scope == .plan ? facts : nil,
            naming: naming(item),
            assumed: bounds(scope, subject, table)
        ) { path in
            Self.origin(path, of: item)
        }
        return published(judgement.verdicts, subject.children, subject.tally)
    }

    /// Where a fact of a roll-up came from: a parameter, a measure, or the item itself.
    static func origin(_ path: [String], of item: ItemID?) -> Trace.Origin? {
        switch path.first {
        case "params": .parameter
        case "measures": .measure
        default: item.map { .planItem($0) }
        }
    }

    mutating func assess(_ objective: Objective) -> ObjectiveAssessment {
        let below = index.children(of: objective.id)
        let children = below.compactMap { child($0) }
        var counts = ReportCounts()
        for reference in below { counts += reportCounts(reference) }
        let subject = GroupSubject(
            id: objective.id.rawValue,
            weight: objective.weight,
            children: children,
            tally: assessor.statuses.tally(children),
            reports: counts,
            plan: context.planSubject
        )
        let leaves = leaves(below: below)
        self.leaves[objective.id] = leaves
        return ObjectiveAssessment(
            id: objective.id,
            verdicts: rollUp(.objective, objective.id, subject, FactSchema.objective),
            tally: subject.tally,
            indicatorTally: leaves.indicators,
            activityTally: leaves.activities,
            reports: counts,
            isIllustrative: objective.provenance.isIllustrative || below.contains { isIllustrative($0) }
        )
    }

    func reportCounts(_ reference: ItemReference) -> ReportCounts {
        let counts: ReportCounts? =
            switch reference {
            case .indicator(let id): index.position(ofIndicator: id).map { assessment.indicators[$0].reports }
            case .activity(let id): index.position(ofActivity: id).map { assessment.activities[$0].reports }
            case .objective(let id): index.position(ofObjective: id).map { assessment.objectives[$0].reports }
            }
        return counts ?? ReportCounts()
    }

    func isIllustrative(_ reference: ItemReference) -> Bool {
        let isSo: Bool? =
            switch reference {
            case .indicator(let id): index.position(ofIndicator: id).map { assessment.indicators[$0].isIllustrative }
            case .activity(let id): index.position(ofActivity: id).map { assessment.activities[$0].isIllustrative }
            case .objective(let id): index.position(ofObjective: id).map { assessment.objectives[$0].isIllustrative }
            }
        return isSo ?? false
    }

    mutating func assess(_ agency: Agency) -> AgencyAssessment {
        let below = context.dependencies.agencies[agency.id] ?? .init()
        let children = below.items.compactMap { child($0) }
        let discipline = discipline(of: agency.id, below)
        let subject = GroupSubject(
            id: agency.id.rawValue,
            weight: 1,
            children: children,
            tally: assessor.statuses.tally(children),
            reports: discipline.counts,
            plan: context.planSubject
        )
        return AgencyAssessment(
            id: agency.id,
            verdicts: below.items.isEmpty
                ? ItemVerdicts([]) : rollUp(.agency, nil, subject, FactSchema.agency),
            items: below.items,
            tally: subject.tally,
            reports: discipline.counts,
            owed: discipline.owed
        )
    }

    /// How an agency reports on all that it is to report on.
    private func discipline(of agency: AgencyID, _ below: ItemDependencies.AgencyItems) -> AgencyDiscipline {
        let items =
            below.reportedIndicators.map { index.plan.indicators[$0].id }
            + below.reportedActivities.map { index.plan.activities[$0].id }
        return AgencyDiscipline(
            of: agency,
            items.compactMap { item in disciplines[item]?.first { $0.agency == agency } }
        )
    }

    mutating func noteDiscipline(on item: ItemID, _ periods: [PeriodAssessment]) {
        disciplines[item] = index.expectedReporters(of: item)
            .map { AgencyDiscipline(of: $0, on: item, periods, asOf) }
    }

    mutating func assessPlan() -> PlanAssessment {
        let children = index.roots.compactMap { child($0) }
        var counts = ReportCounts()
        for reference in index.roots { counts += reportCounts(reference) }
        let subject = GroupSubject(
            id: index.plan.id,
            weight: 1,
            children: children,
            tally: assessor.statuses.tally(children),
            reports: counts,
            plan: context.planSubject
        )
        let leaves = leaves(below: index.roots)
        return PlanAssessment(
            verdicts: rollUp(.plan, nil, subject, FactSchema.planGroup),
            tally: subject.tally,
            indicatorTally: leaves.indicators,
            activityTally: leaves.activities,
            reports: counts,
            isIllustrative: index.plan.provenance.isIllustrative || index.roots.contains { isIllustrative($0) }
        )
    }
}
