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

    private var hasChecks: Bool { assessor.uses.contains { !$0.checks.isEmpty } }

    /// Checks all reports on an indicator, each against what was known before its period.
    ///
    /// Where several agencies report parts of a figure, each part is held against the same agency's earlier ones.
    mutating func check(_ indicator: Indicator, _ figures: PeriodFigures, facts: [Value], _ naming: SentenceNaming) {
        guard hasChecks, figures.periods.contains(where: { $0.reports.contains(where: \.isReceived) }) else { return }
        let history = context.blankHistory(of: indicator)
        guard indicator.contributors.count > 1 else {
            check(indicator, figures, facts, history, naming) { _ in true }
            return
        }
        let agencies = Set(figures.periods.flatMap(\.reports).filter(\.isReceived).map(\.agency))
        for agency in agencies.sorted() {
            let own = PeriodFigures(of: indicator, reports[indicator.id], in: context, partOf: agency)
            check(indicator, own, own.facts, history, naming) { $0 == agency }
        }
    }

    private mutating func check(
        _ indicator: Indicator,
        _ figures: PeriodFigures,
        _ facts: [Value],
        _ history: BlankHistory,
        _ naming: SentenceNaming,
        of isChecked: (AgencyID) -> Bool
    ) {
        var subject = figures.subject(of: indicator, waitsFor: [], facts: history.facts)
        for position in figures.periods.indices {
            if figures.periods[position].reports.contains(where: \.isReceived) {
                let before = subject.reports
                subject.reports += history.countsFrom[position]
                let about = Known(
                    indicator: FactSchema.indicator(subject),
                    activity: nil,
                    period: history.facts[position],
                    others: []
                )
                subject.reports = before
                check(indicator.id, figures.periods[position], about, naming, of: isChecked)
            }
            subject.periodFacts[position] = facts[position]
            subject.add(figures.periods[position], figures.counts[position], at: position)
        }
    }

    /// Checks all reports on how an activity is implemented.
    mutating func check(_ activity: Activity, _ periods: [PeriodAssessment], _ naming: SentenceNaming) {
        guard hasChecks, periods.contains(where: { $0.reports.contains(where: \.isReceived) }) else { return }
        let facts = self.facts(of: activity)
        for period in periods {
            let about = Known(indicator: nil, activity: facts, period: nil, others: [])
            check(activity.id, period, about, naming) { _ in true }
        }
    }

    private mutating func check(
        _ item: ItemID,
        _ period: PeriodAssessment,
        _ about: Known,
        _ naming: SentenceNaming,
        of isChecked: (AgencyID) -> Bool
    ) {
        for part in period.reports where isChecked(part.agency) {
            guard let version = part.version else { continue }
            let key = ReportKey(item: item, period: period.period.id, agency: part.agency)
            var about = about
            about.others = Self.others(period.reports, than: part.agency)
            let isCorrection = version.correction != nil
            for outcome in checks(version.content, key, isCorrection: isCorrection, about, naming) {
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
            guard let known = known(of: indicator, key) else { return [] }
            about = known
        } else if let activity = index.activity(key.item) {
            about.activity = facts(of: activity)
            let periods = PeriodFigures(of: activity, reports[key.item], in: context).periods
            about.others = Self.others(
                periods.first { $0.period.id == key.period }?.reports ?? [],
                than: key.agency
            )
        }
        return checks(content, key, isCorrection: isCorrection, about, naming(key.item))
    }

    /// What is known of an indicator before a report; nil where it has no such period.
    private func known(of indicator: Indicator, _ key: ReportKey) -> Known? {
        let isPart = indicator.contributors.count > 1
        let records = reports[key.item]
        let figures = PeriodFigures(of: indicator, records, in: context, partOf: isPart ? key.agency : nil)
        guard let position = figures.periods.firstIndex(where: { $0.period.id == key.period }) else { return nil }
        let history = context.blankHistory(of: indicator)
        var subject = figures.subject(
            of: indicator,
            waitsFor: [],
            facts: figures.facts(upTo: position) + history.facts[position...]
        )
        for earlier in 0..<position {
            subject.add(figures.periods[earlier], figures.counts[earlier], at: earlier)
        }
        subject.reports += history.countsFrom[position]
        let period = figures.periods[position].period
        let receipt = ReportReceipt(period: period, asOf: asOf, offset: index.plan.utcOffset)
        let parts = receipt.parts(of: indicator.reporters, records: records[key.period], expected: [])
        return Known(
            indicator: FactSchema.indicator(subject),
            activity: nil,
            period: history.facts[position],
            others: Self.others(parts, than: key.agency)
        )
    }

    private func checks(
        _ content: ReportContent,
        _ key: ReportKey,
        isCorrection: Bool,
        _ about: Known,
        _ naming: SentenceNaming
    ) -> [CheckOutcome] {
        let value: ReportedValue? = if case .value(let value) = content.body { value } else { nil }
        let position = index.position(ofIndicator: key.item)
        let subject = ReportSubject(
            content: content,
            isActivity: about.activity != nil,
            isCorrection: isCorrection,
            isPart: (position.map { index.plan.indicators[$0].contributors.count } ?? 0) > 1,
            partitionSum: context.partitionSum(content.cells, total: value?.number),
            others: about.others
        )
        var variables = [
            context.today, nil, nil, context.planFacts, FactSchema.report(subject), about.indicator, about.activity,
            about.period,
        ]
        var outcomes: [CheckOutcome] = []
        for use in assessor.uses where !use.checks.isEmpty && isJudged(key.item, by: use) {
            variables[1] = use.parameters
            variables[2] = use.reportMeasures(variables)
            for check in use.checks {
                guard let message = check.outcome(variables, naming) else { continue }
                outcomes.append(
                    CheckOutcome(
                        pack: use.id,
                        check: check.check.id,
                        severity: check.check.severity,
                        field: check.check.field,
                        message: message
                    )
                )
            }
        }
        return outcomes
    }

    private static func others(_ parts: [ReportedPart], than agency: AgencyID) -> [ReportSubject.Other] {
        guard parts.count > 1 else { return [] }
        return parts.filter { $0.agency != agency && $0.isReceived }
            .map { part in
                let value: ReportedValue? = if case .value(let value)? = part.body { value } else { nil }
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
        PreparedCheck(self, []).outcome(variables, naming)
    }
}
