import ActionPlan
import CEL

/// One assessment: from the reports upward to the plan.
struct AssessmentRun {
    let assessor: Assessor
    let index: PlanIndex
    let asOf: Day
    let snapshot: Snapshot
    let reports: ReportIndex
    let partitionSum: PartitionSum
    let planSubject: PlanSubject
    private let planFacts: Value
    private let today: Value?
    private var findings: [Finding] = []
    private var indicators: [ItemID: IndicatorAssessment] = [:]
    private var activities: [ItemID: ActivityAssessment] = [:]
    private var objectives: [ItemID: ObjectiveAssessment] = [:]
    private var achievements: [ItemID: Achievement] = [:]

    init(_ assessor: Assessor, _ index: PlanIndex, _ snapshot: Snapshot, _ asOf: Day) {
        self.assessor = assessor
        self.index = index
        self.asOf = asOf
        self.snapshot = snapshot
        reports = ReportIndex(snapshot)
        partitionSum = PartitionSum(dimensions: index.plan.dimensions)
        planSubject = PlanSubject(plan: index.plan, asOf: asOf)
        planFacts = FactSchema.plan(planSubject)
        today = Value(asOf)
    }

    mutating func assessment(packs: [PackSummary]) -> Assessment {
        let figures = index.plan.indicators.map { PeriodFigures(of: $0, in: self) }
        for (indicator, figure) in zip(index.plan.indicators, figures) {
            if let achievement = figure.achievement { achievements[indicator.id] = achievement }
        }
        for (indicator, figure) in zip(index.plan.indicators, figures) {
            indicators[indicator.id] = assess(indicator, figure)
        }
        for activity in index.plan.activities.reversed() { activities[activity.id] = assess(activity) }
        for objective in index.plan.objectives.reversed() { objectives[objective.id] = assess(objective) }
        let agencies = index.plan.agencies.map { assess($0) }
        let overall = assessPlan()
        return Assessment(
            plan: index,
            asOf: asOf,
            knownAt: snapshot.knownAt,
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
    private func ordered(_ findings: [Finding]) -> [Finding] {
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

    // MARK: - Evaluation

    /// What all packs say, and the verdict shown first.
    private mutating func verdicts(
        _ scope: RulePack.Scope,
        _ item: ItemID?,
        _ subjects: [Value?],
        plan: Value? = nil,
        assumed: ((Assessor.PreparedPack, Verdict) -> Verdict.Bounds?)? = nil,
        origin: ([String]) -> Trace.Origin?
    ) -> ItemVerdicts {
        var all: [Verdict] = []
        for use in assessor.uses where isJudged(item, by: use) {
            guard let evaluator = use.evaluators[scope] else { continue }
            let naming = SentenceNaming(plan: index, statuses: assessor.statuses, item: item)
            let variables = [today, use.parameters, nil, plan ?? planFacts] + subjects
            guard let outcome = evaluator.verdict(variables, naming: naming, origin: origin) else { continue }
            if let failure = outcome.failure, let verdict = outcome.verdict, let item {
                findings.append(
                    Finding(
                        kind: .ruleFailed(pack: use.pack.id, rule: failure.rule),
                        severity: .error,
                        item: item,
                        period: nil,
                        agency: nil,
                        sentence: verdict.because
                    )
                )
            }
            guard var verdict = outcome.verdict else { continue }
            verdict.bounds = assumed?(use, verdict)
            all.append(verdict)
        }
        let headline = index.plan.headline.lazy.compactMap { pack in all.first { $0.pack == pack } }.first
        return ItemVerdicts(headline: headline ?? all.first, all: all)
    }

    private func isJudged(_ item: ItemID?, by use: Assessor.PreparedPack) -> Bool {
        guard !use.items.isEmpty else { return true }
        guard let item else { return false }
        return use.items.contains(item) || index.ancestors(of: item).contains(where: use.items.contains)
    }

    /// What a roll-up would say if all that is not judged stood best, or worst.
    private func bounds<Subject>(
        _ scope: RulePack.Scope,
        _ subject: Subject,
        _ facts: @escaping (Subject) -> Value,
        _ assume: @escaping (Subject, Status) -> Subject?
    ) -> (Assessor.PreparedPack, Verdict) -> Verdict.Bounds? {
        { use, _ in
            guard let evaluator = use.evaluators[scope], let bounds = evaluator.rules.bounds else { return nil }
            func status(_ assumed: StatusID) -> StatusID? {
                guard let status = assessor.statuses[assumed], let subject = assume(subject, status) else { return nil }
                let naming = SentenceNaming(plan: index, statuses: assessor.statuses, item: nil)
                let value = facts(subject)
                let variables: [Value?] =
                    scope == .plan
                    ? [today, use.parameters, nil, value] : [today, use.parameters, nil, planFacts, value]
                return evaluator.verdict(variables, naming: naming) { _ in nil }?.verdict?.status
            }
            guard let best = status(bounds.best), let worst = status(bounds.worst) else { return nil }
            return Verdict.Bounds(best: best, worst: worst)
        }
    }

    // MARK: - Indicators

    private mutating func assess(_ indicator: Indicator, _ figures: PeriodFigures) -> IndicatorAssessment {
        let subject = figures.subject(of: indicator, waitsFor: waiting(indicator))
        let facts = FactSchema.indicator(subject)
        var periods = figures.periods
        for position in periods.indices {
            let verdicts = verdicts(.period, indicator.id, [subject.periodFacts[position], facts]) { _ in nil }
            periods[position].verdicts = verdicts.all
            periods[position].measures = measures(of: subject.periodFacts[position], facts)
        }
        let latest = subject.latest
        let verdicts = verdicts(.indicator, indicator.id, [facts]) { path in
            Self.origin(path, indicator.id, latest.map { periods[$0] }, subject.previous.map { periods[$0] })
        }
        let isIllustrative = indicator.provenance.isIllustrative || periods.contains(where: \.isIllustrative)
        compare(indicator.id, periods, verdicts)
        check(indicator.id, periods)
        return IndicatorAssessment(
            id: indicator.id,
            verdicts: verdicts,
            periods: periods,
            latest: latest,
            reports: figures.counts,
            isIllustrative: isIllustrative
        )
    }

    /// The measures that packs compute for a period, such as the lines of a chart's tolerance band.
    private func measures(of period: Value, _ indicator: Value) -> [MeasuredValue] {
        assessor.uses.flatMap { use -> [MeasuredValue] in
            guard let evaluator = use.evaluators[.period], !evaluator.rules.measures.isEmpty else { return [] }
            let naming = SentenceNaming(plan: index, statuses: assessor.statuses, item: nil)
            let variables = [today, use.parameters, nil, planFacts, period, indicator]
            return evaluator.verdict(variables, naming: naming) { _ in nil }?.measures ?? []
        }
    }

    private func waiting(_ indicator: Indicator) -> [String] {
        guard case .milestone(_, let after) = indicator.measure else { return [] }
        return after.filter { achievements[$0] == nil }.map(\.rawValue)
    }

    private static func origin(
        _ path: [String],
        _ item: ItemID,
        _ latest: PeriodAssessment?,
        _ previous: PeriodAssessment?
    ) -> Trace.Origin? {
        switch path.first {
        case "params": return .parameter
        case "measures": return .measure
        default: break
        }
        let period = path.dropFirst().first == "latest" ? latest : path.dropFirst().first == "previous" ? previous : nil
        if let part = period?.reports.first(where: \.isReceived), let record = part.record, let version = part.version,
            ["actual", "level", "achieved", "category", "numerator", "denominator", "claim"].contains(path.last ?? "")
        {
            return .report(record.key, version: version.number)
        }
        return .planItem(item)
    }

    /// Notes where the agency's claim or the reviewer's verdict on the latest period is another than the rules'.
    private mutating func compare(_ item: ItemID, _ periods: [PeriodAssessment], _ verdicts: ItemVerdicts) {
        guard let headline = verdicts.headline, let status = assessor.statuses[headline.status],
            status.group != .unknown, status.group != .neutral,
            let latest = periods.last(where: { period in period.reports.contains(where: \.isReceived) })
        else { return }
        for part in latest.reports {
            if let claim = part.version?.content.claim, claim != headline.status, let claimed = assessor.statuses[claim]
            {
                findings.append(
                    disagreement(.claimDiffers, item, latest, part.agency, claimed, status, Self.claimDiffers)
                )
            }
            if let verdict = part.record?.effectiveReview?.verdict, verdict != headline.status,
                let judged = assessor.statuses[verdict]
            {
                findings.append(
                    disagreement(.reviewDiffers, item, latest, part.agency, judged, status, Self.reviewDiffers)
                )
            }
        }
    }

    private func disagreement(
        _ kind: Finding.Kind,
        _ item: ItemID,
        _ period: PeriodAssessment,
        _ agency: AgencyID,
        _ said: Status,
        _ computed: Status,
        _ template: SentenceTemplate
    ) -> Finding {
        Finding(
            kind: kind,
            severity: said.rank < computed.rank ? .warning : .information,
            item: item,
            period: period.period.id,
            agency: agency,
            sentence: Sentence(template, [.names([said.title]), .names([computed.title])])
        )
    }

    private static let claimDiffers = SentenceTemplate.ofTwo(
        en: ("The agency says “", "”; the rules give “", "”."),
        ru: ("Ведомство считает: «", "»; по правилам: «", "»."),
        tk: ("Edaranyň bahasy: «", "»; düzgünler boýunça: «", "».")
    )
    private static let reviewDiffers = SentenceTemplate.ofTwo(
        en: ("The reviewer says “", "”; the rules give “", "”."),
        ru: ("Проверяющий считает: «", "»; по правилам: «", "»."),
        tk: ("Barlagçynyň bahasy: «", "»; düzgünler boýunça: «", "».")
    )

    // MARK: - Checks

    private mutating func check(_ item: ItemID, _ periods: [PeriodAssessment]) {
        for period in periods {
            for part in period.reports {
                guard let content = part.version?.content else { continue }
                let key = ReportKey(item: item, period: period.period.id, agency: part.agency)
                for outcome in checks(content, key, isCorrection: part.isCorrected) {
                    findings.append(
                        Finding(
                            kind: .check(pack: outcome.pack, id: outcome.check),
                            severity: outcome.severity,
                            item: item,
                            period: period.period.id,
                            agency: part.agency,
                            sentence: outcome.message
                        )
                    )
                }
            }
        }
    }

    func checks(_ content: ReportContent, _ key: ReportKey, isCorrection: Bool) -> [CheckOutcome] {
        guard assessor.uses.contains(where: { !$0.pack.checks.isEmpty }) else { return [] }
        let value: ReportedValue? = if case .value(let value) = content.body { value } else { nil }
        let subject = ReportSubject(
            content: content,
            isActivity: index.activity(key.item) != nil,
            isCorrection: isCorrection,
            partitionSum: partitionSum(content.cells, total: value?.number)
        )
        var indicatorFacts: Value?
        var periodFacts: Value?
        if let indicator = index.indicator(key.item) {
            // What was known of the periods before: the figure of the period itself must not stand against itself.
            let figures = PeriodFigures(of: indicator, in: self, upTo: key.period)
            let subject = figures.subject(of: indicator, waitsFor: [])
            indicatorFacts = FactSchema.indicator(subject)
            periodFacts = figures.periods.firstIndex { $0.period.id == key.period }.map { subject.periodFacts[$0] }
        }
        var outcomes: [CheckOutcome] = []
        for use in assessor.uses where isJudged(key.item, by: use) {
            let naming = SentenceNaming(plan: index, statuses: assessor.statuses, item: key.item)
            let variables = [
                today, use.parameters, nil, planFacts, FactSchema.report(subject), indicatorFacts, nil, periodFacts,
            ]
            for check in use.pack.checks {
                do throws(EvaluationError) {
                    guard try check.when.evaluate(variables) == .bool(true) else { continue }
                    outcomes.append(
                        CheckOutcome(
                            pack: use.pack.id,
                            check: check.id,
                            severity: check.severity,
                            field: check.field,
                            message: try naming.sentence(check.message, variables)
                        )
                    )
                } catch {
                    // A check that cannot be evaluated on a report, such as one without a number, finds nothing in it.
                    continue
                }
            }
        }
        return outcomes
    }

    // MARK: - Activities

    private mutating func assess(_ activity: Activity) -> ActivityAssessment {
        let below = index.children(of: activity.id)
        let figures = PeriodFigures(of: activity, in: self)
        let reported = figures.periods.last { period in
            if case .implementation? = period.value { true } else { false }
        }
        var implementation: (ImplementationStatus, PeriodID)?
        if let reported, case .implementation(let status)? = reported.value {
            implementation = (status, reported.period.id)
        }
        var counts = figures.counts
        var milestones = MilestoneCounts()
        var evidence = figures.evidenceCount
        for child in below {
            if let assessment = indicators[child.id], let indicator = index.indicator(child.id) {
                counts += assessment.reports
                evidence += assessment.periods.flatMap(\.reports)
                    .reduce(0) { $0 + ($1.version?.content.evidence.count ?? 0) }
                count(indicator, into: &milestones)
            }
            if let assessment = activities[child.id] { counts += assessment.reports }
        }
        let children = below.compactMap { child($0) }
        let subject = ActivitySubject(
            activity: activity,
            asOf: asOf,
            isScheduled: !index.expectedReporters(of: activity.id).isEmpty,
            implementation: implementation.map { (status: $0.0, period: $0.1) },
            milestones: milestones,
            evidenceCount: evidence,
            waitsFor: activity.dependsOn.filter { !isCompleted($0) }.map(\.rawValue),
            children: children,
            tally: tally(children),
            reports: counts
        )
        let verdicts = verdicts(
            .activity,
            activity.id,
            [FactSchema.activity(subject)],
            assumed: bounds(.activity, subject, { FactSchema.activity($0) }) { [run = self] subject, status in
                var assumed = subject
                guard run.assume(status, &assumed.children) else { return nil }
                assumed.tally = run.tally(assumed.children)
                return assumed
            }
        ) { path in path.first == "params" ? .parameter : path.first == "measures" ? .measure : .planItem(activity.id) }
        return ActivityAssessment(
            id: activity.id,
            verdicts: verdicts,
            implementation: implementation?.0,
            periods: figures.periods,
            tally: subject.tally,
            reports: counts,
            isIllustrative: activity.provenance.isIllustrative || figures.periods.contains(where: \.isIllustrative)
                || below.contains { indicators[$0.id]?.isIllustrative ?? activities[$0.id]?.isIllustrative ?? false }
        )
    }

    private func count(_ indicator: Indicator, into milestones: inout MilestoneCounts) {
        guard case .milestone(let due, _) = indicator.measure, !indicator.isCancelled else { return }
        milestones.total += 1
        if let achievement = achievements[indicator.id] {
            milestones.achieved += 1
            milestones.lastAchieved = [milestones.lastAchieved, achievement.on].compactMap(\.self).max()
        } else if due < asOf {
            milestones.overdue += 1
        }
    }

    /// Whether an activity is done: so reported, or all of its milestones achieved.
    private func isCompleted(_ id: ItemID) -> Bool {
        if activities[id]?.implementation == .completed { return true }
        let milestones = index.children(of: id).filter { index.indicator($0.id)?.measure.keyword == "milestone" }
        return !milestones.isEmpty && milestones.allSatisfy { achievements[$0.id] != nil }
    }

    // MARK: - Roll-ups

    private func child(_ reference: ItemReference) -> ChildSubject? {
        switch reference {
        case .indicator(let id):
            return subject(id, "indicator", indicators[id]?.verdicts, weight: index.indicator(id)?.weight)
        case .activity(let id):
            return subject(id, "activity", activities[id]?.verdicts, weight: index.activity(id)?.weight)
        case .objective(let id):
            return subject(id, "objective", objectives[id]?.verdicts, weight: index.objective(id)?.weight)
        }
    }

    private func subject(_ id: ItemID, _ kind: String, _ verdicts: ItemVerdicts?, weight: Double?) -> ChildSubject? {
        guard let headline = verdicts?.headline, let status = assessor.statuses[headline.status] else { return nil }
        return ChildSubject(id: id, kind: kind, status: status, weight: weight ?? 1, pack: headline.pack)
    }

    private func tally(_ children: [ChildSubject]) -> Tally {
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
    private func assume(_ status: Status, _ children: inout [ChildSubject]) -> Bool {
        var found = false
        for position in children.indices where children[position].status.group == .unknown {
            children[position].status = status
            found = true
        }
        return found
    }

    private mutating func rollUp(
        _ scope: RulePack.Scope,
        _ item: ItemID?,
        _ subject: GroupSubject,
        _ table: FactTable<GroupSubject>
    ) -> ItemVerdicts {
        let facts = table(subject)
        let assumed = bounds(scope, subject, { table($0) }) { [run = self] subject, status in
            var assumed = subject
            guard run.assume(status, &assumed.children) else { return nil }
            assumed.tally = run.tally(assumed.children)
            return assumed
        }
        return verdicts(
            scope,
            item,
            scope == .plan ? [] : [facts],
            plan: scope == .plan ? facts : nil,
            assumed: assumed
        ) { path in
            path.first == "params" ? .parameter : path.first == "measures" ? .measure : item.map { .planItem($0) }
        }
    }

    private mutating func assess(_ objective: Objective) -> ObjectiveAssessment {
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
            plan: planSubject
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

    private func reportCounts(_ reference: ItemReference) -> ReportCounts {
        indicators[reference.id]?.reports ?? activities[reference.id]?.reports ?? objectives[reference.id]?.reports
            ?? ReportCounts()
    }

    private func isIllustrative(_ reference: ItemReference) -> Bool {
        indicators[reference.id]?.isIllustrative ?? activities[reference.id]?.isIllustrative
            ?? objectives[reference.id]?.isIllustrative ?? false
    }

    /// All indicators and all activities below some items.
    private func leaves(_ references: [ItemReference]) -> (indicators: [ChildSubject], activities: [ChildSubject]) {
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

    private mutating func assess(_ agency: Agency) -> AgencyAssessment {
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
            plan: planSubject
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

    private mutating func assessPlan() -> PlanAssessment {
        let children = index.roots.compactMap { child($0) }
        var counts = ReportCounts()
        for reference in index.roots { counts += reportCounts(reference) }
        let subject = GroupSubject(
            id: index.plan.id,
            weight: 1,
            children: children,
            tally: tally(children),
            reports: counts,
            plan: planSubject
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

extension SentenceTemplate {
    /// A sentence with two values between three stretches of words.
    fileprivate static func ofTwo(
        en: (String, String, String),
        ru: (String, String, String),
        tk: (String, String, String)
    ) -> SentenceTemplate {
        SentenceTemplate(
            expressions: [],
            languages: [("en", en), ("ru", ru), ("tk", tk)]
                .map { language, words in
                    Entry(
                        language: language,
                        parts: [.text(words.0), .value(0, .status), .text(words.1), .value(1, .status), .text(words.2)]
                    )
                }
        )
    }
}
