import ActionPlan
import CEL

/// What is below adds up: objectives, agencies, the plan.
extension AssessmentRun {
    func child(_ reference: ItemReference) -> ChildSubject? {
        switch reference {
        case .indicator(let id):
            return subject(id, "indicator", indicators[id]?.verdicts, weight: index.indicator(id)?.weight)
        case .activity(let id):
            return subject(id, "activity", activities[id]?.verdicts, weight: index.activity(id)?.weight)
        case .objective(let id):
            return subject(id, "objective", objectives[id]?.verdicts, weight: index.objective(id)?.weight)
        }
    }

    func subject(_ id: ItemID, _ kind: String, _ verdicts: ItemVerdicts?, weight: Double?) -> ChildSubject? {
        guard let headline = verdicts?.headline, let status = assessor.statuses[headline.status] else { return nil }
        return ChildSubject(
            id: id,
            kind: kind,
            status: status,
            weight: weight ?? 1,
            pack: headline.pack,
            statuses: verdicts?.all.map { ($0.pack, $0.status) } ?? [],
            scores: verdicts?.all
                .compactMap { verdict in
                    if case .number(let score)? = verdict.measure("score") { (verdict.pack, score) } else { nil }
                } ?? []
        )
    }

    func tally(_ children: [ChildSubject]) -> Tally {
        var tally = Tally()
        var counts: [StatusID: Int] = [:]
        for child in children {
            counts[child.status.id, default: 0] += 1
            tally.total += 1
            switch child.status.group {
            case .good: (tally.good, tally.goodWeight) = (tally.good + 1, tally.goodWeight + child.weight)
            case .attention:
                (tally.attention, tally.attentionWeight) = (tally.attention + 1, tally.attentionWeight + child.weight)
            case .bad: (tally.bad, tally.badWeight) = (tally.bad + 1, tally.badWeight + child.weight)
            case .unknown:
                (tally.unknown, tally.unknownWeight) = (tally.unknown + 1, tally.unknownWeight + child.weight)
            case .neutral:
                (tally.neutral, tally.neutralWeight) = (tally.neutral + 1, tally.neutralWeight + child.weight)
            }
        }
        tally.byStatus = assessor.statuses.all.compactMap { status in
            counts[status.id].map { Tally.StatusCount(status: status.id, count: $0) }
        }
        return tally
    }

    /// Puts a status in where none was judged for want of data.
    ///
    /// - Returns: whether there was such a child.
    func assume(_ status: Status, _ children: inout [ChildSubject]) -> Bool {
        var found = false
        for position in children.indices where children[position].status.group == .unknown {
            children[position].status = status
            found = true
        }
        return found
    }

    mutating func rollUp(
        _ scope: RulePack.Scope,
        _ item: ItemID?,
        _ subject: GroupSubject,
        _ table: FactTable<GroupSubject>
    ) -> ItemVerdicts {
        let facts = table(subject)
        let assumed = bounds(scope, subject, table.callAsFunction) { [run = self] subject, status in
            var assumed = subject
            guard run.assume(status, &assumed.children) else { return nil }
            assumed.tally = run.tally(assumed.children)
            return assumed
        }
        let judgement = judge(
            scope,
            item,
            scope == .plan ? [] : [facts],
            plan: scope == .plan ? facts : nil,
            assumed: assumed
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
            tally: tally(children),
            reports: counts,
            plan: context.planSubject
        )
        let (indicatorChildren, activityChildren) = leaves(below)
        return ObjectiveAssessment(
            id: objective.id,
            verdicts: rollUp(.objective, objective.id, subject, FactSchema.objective),
            tally: subject.tally,
            indicatorTally: tally(indicatorChildren),
            activityTally: tally(activityChildren),
            reports: counts,
            isIllustrative: objective.provenance.isIllustrative || below.contains { isIllustrative($0) }
        )
    }

    func reportCounts(_ reference: ItemReference) -> ReportCounts {
        indicators[reference.id]?.reports ?? activities[reference.id]?.reports ?? objectives[reference.id]?.reports
            ?? ReportCounts()
    }

    func isIllustrative(_ reference: ItemReference) -> Bool {
        indicators[reference.id]?.isIllustrative ?? activities[reference.id]?.isIllustrative
            ?? objectives[reference.id]?.isIllustrative ?? false
    }

    /// All indicators and all activities below some items.
    func leaves(_ references: [ItemReference]) -> (indicators: [ChildSubject], activities: [ChildSubject]) {
        var indicators: [ChildSubject] = []
        var activities: [ChildSubject] = []
        for reference in references {
            switch reference {
            case .indicator: if let child = child(reference) { indicators.append(child) }
            case .activity: if let child = child(reference) { activities.append(child) }
            case .objective: break
            }
            let below = leaves(index.children(of: reference.id))
            indicators += below.indicators
            activities += below.activities
        }
        return (indicators, activities)
    }

    mutating func assess(_ agency: Agency) -> AgencyAssessment {
        var items: [ItemReference] = []
        items += index.plan.activities.filter { $0.lead == agency.id }.map { .activity($0.id) }
        items += index.plan.indicators.filter { $0.lead == agency.id || $0.contributors.contains(agency.id) }
            .map { .indicator($0.id) }
        let children = items.compactMap { child($0) }
        let discipline = AgencyDiscipline(of: agency.id, indicators: indicators, activities: activities, index, asOf)
        let subject = GroupSubject(
            id: agency.id.rawValue,
            weight: 1,
            children: children,
            tally: tally(children),
            reports: discipline.counts,
            plan: context.planSubject
        )
        return AgencyAssessment(
            id: agency.id,
            verdicts: items.isEmpty
                ? ItemVerdicts(headline: nil, all: []) : rollUp(.agency, nil, subject, FactSchema.agency),
            items: items,
            tally: subject.tally,
            reports: discipline.counts,
            owed: discipline.owed
        )
    }

    mutating func assessPlan() -> PlanAssessment {
        let children = index.roots.compactMap { child($0) }
        var counts = ReportCounts()
        for reference in index.roots { counts += reportCounts(reference) }
        let subject = GroupSubject(
            id: index.plan.id,
            weight: 1,
            children: children,
            tally: tally(children),
            reports: counts,
            plan: context.planSubject
        )
        let (indicatorChildren, activityChildren) = leaves(index.roots)
        return PlanAssessment(
            verdicts: rollUp(.plan, nil, subject, FactSchema.planGroup),
            tally: subject.tally,
            indicatorTally: tally(indicatorChildren),
            activityTally: tally(activityChildren),
            reports: counts,
            isIllustrative: index.plan.provenance.isIllustrative || index.roots.contains { isIllustrative($0) }
        )
    }
}
