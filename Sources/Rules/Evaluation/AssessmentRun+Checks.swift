import ActionPlan
import CEL

/// What the packs' checks find in reports.
extension AssessmentRun {
    /// What is known where a report is checked.
    private struct Known {
        var indicator: Value?
        var activity: Value?
        /// The period as it stood before the report: its figure must not stand against itself.
        var period: Value?
        /// What other agencies reported for the period.
        var others: [ReportSubject.Other]
    }

    private var hasChecks: Bool { assessor.uses.contains { !$0.pack.checks.isEmpty } }

    /// Checks all reports on an indicator, each against what was known before its period.
    ///
    /// Where several agencies report parts of a figure, each part is held against the same agency's earlier ones.
    mutating func check(_ indicator: Indicator, _ figures: PeriodFigures, facts: [Value]) {
        guard hasChecks else { return }
        let agencies = Set(figures.periods.flatMap(\.reports).filter { $0.version != nil }.map(\.agency))
        guard !agencies.isEmpty else { return }
        let blank = PeriodFigures(of: indicator, in: context, isBlank: true)
        let blankFacts = blank.facts
        guard indicator.contributors.count > 1 else {
            check(indicator, figures, facts, blank, blankFacts) { _ in true }
            return
        }
        for agency in agencies.sorted() {
            let own = PeriodFigures(of: indicator, in: context, partOf: agency)
            check(indicator, own, own.facts, blank, blankFacts) { $0 == agency }
        }
    }

    private mutating func check(
        _ indicator: Indicator,
        _ figures: PeriodFigures,
        _ facts: [Value],
        _ blank: PeriodFigures,
        _ blankFacts: [Value],
        of isChecked: (AgencyID) -> Bool
    ) {
        for position in figures.periods.indices {
            let period = figures.periods[position]
            guard period.reports.contains(where: { $0.version != nil }) else { continue }
            let before = figures.known(before: position, blank)
            let subject = before.subject(
                of: indicator,
                waitsFor: [],
                facts: Array(facts[..<position] + blankFacts[position...])
            )
            let about = Known(
                indicator: FactSchema.indicator(subject),
                activity: nil,
                period: blankFacts[position],
                others: []
            )
            check(indicator.id, period, about, of: isChecked)
        }
    }

    /// Checks all reports on how an activity is implemented.
    mutating func check(_ activity: Activity, _ periods: [PeriodAssessment]) {
        guard hasChecks else { return }
        let facts = self.facts(of: activity)
        for period in periods {
            check(activity.id, period, Known(indicator: nil, activity: facts, period: nil, others: [])) { _ in true }
        }
    }

    private mutating func check(
        _ item: ItemID,
        _ period: PeriodAssessment,
        _ about: Known,
        of isChecked: (AgencyID) -> Bool
    ) {
        for part in period.reports where isChecked(part.agency) {
            guard let content = part.version?.content else { continue }
            let key = ReportKey(item: item, period: period.period.id, agency: part.agency)
            var about = about
            about.others = Self.others(period.reports, than: part.agency)
            for outcome in checks(content, key, isCorrection: part.isCorrected, about) {
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

    /// What checks find in a report that is about to be sent.
    func checks(_ content: ReportContent, _ key: ReportKey, isCorrection: Bool) -> [CheckOutcome] {
        guard hasChecks else { return [] }
        var about = Known(indicator: nil, activity: nil, period: nil, others: [])
        if let indicator = index.indicator(key.item) {
            let isPart = indicator.contributors.count > 1
            let figures = PeriodFigures(of: indicator, in: context, partOf: isPart ? key.agency : nil)
            let blank = PeriodFigures(of: indicator, in: context, isBlank: true)
            guard let position = figures.periods.firstIndex(where: { $0.period.id == key.period }) else { return [] }
            let before = figures.known(before: position, blank)
            let facts = before.facts
            about.indicator = FactSchema.indicator(before.subject(of: indicator, waitsFor: [], facts: facts))
            about.period = facts[position]
            let together = isPart ? PeriodFigures(of: indicator, in: context) : figures
            about.others = Self.others(together.periods[position].reports, than: key.agency)
        } else if let activity = index.activity(key.item) {
            about.activity = facts(of: activity)
            let periods = PeriodFigures(of: activity, in: context).periods
            about.others = Self.others(
                periods.first { $0.period.id == key.period }?.reports ?? [],
                than: key.agency
            )
        }
        return checks(content, key, isCorrection: isCorrection, about)
    }

    private func checks(
        _ content: ReportContent,
        _ key: ReportKey,
        isCorrection: Bool,
        _ about: Known
    ) -> [CheckOutcome] {
        let value: ReportedValue? = if case .value(let value) = content.body { value } else { nil }
        let subject = ReportSubject(
            content: content,
            isActivity: about.activity != nil,
            isCorrection: isCorrection,
            isPart: (index.indicator(key.item)?.contributors.count ?? 0) > 1,
            partitionSum: context.partitionSum(content.cells, total: value?.number),
            others: about.others
        )
        let facts = FactSchema.report(subject)
        var outcomes: [CheckOutcome] = []
        for use in assessor.uses where isJudged(key.item, by: use) && !use.pack.checks.isEmpty {
            let naming = SentenceNaming(context: context, statuses: assessor.statuses, item: key.item)
            var variables = [
                context.today, use.parameters, nil, context.planFacts, facts, about.indicator, about.activity,
                about.period,
            ]
            variables[2] = use.pack.reportMeasures.values(variables)
            for check in use.pack.checks {
                guard let message = check.outcome(variables, naming) else { continue }
                outcomes.append(
                    CheckOutcome(
                        pack: use.pack.id,
                        check: check.id,
                        severity: check.severity,
                        field: check.field,
                        message: message
                    )
                )
            }
        }
        return outcomes
    }

    private static func others(_ parts: [ReportedPart], than agency: AgencyID) -> [ReportSubject.Other] {
        parts.filter { $0.agency != agency && $0.isReceived }
            .map { part in
                let value: ReportedValue? =
                    if case .value(let value)? = part.version?.content.body { value } else { nil }
                return ReportSubject.Other(agency: part.agency, value: value)
            }
    }

    /// An activity by itself, without what is below it.
    private func facts(of activity: Activity) -> Value {
        FactSchema.activity(
            ActivitySubject(
                activity: activity,
                asOf: asOf,
                isScheduled: !index.expectedReporters(of: activity.id).isEmpty,
                implementation: nil,
                completedFrom: nil,
                isAwaited: false,
                milestones: MilestoneCounts(),
                evidenceCount: 0,
                waitsFor: [],
                children: [],
                tally: Tally(),
                reports: ReportCounts()
            )
        )
    }
}

extension Check {
    /// What it says of a report; nil where it finds nothing, or cannot be evaluated on it, such as on one without a number.
    func outcome(_ variables: [Value?], _ naming: SentenceNaming) -> Sentence? {
        do throws(EvaluationError) {
            guard try when.evaluate(variables) == .bool(true) else { return nil }
            return try naming.sentence(message, variables)
        } catch {
            return nil
        }
    }
}
