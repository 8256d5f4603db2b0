import ActionPlan
import CEL

/// From figures to what packs say of an indicator.
extension AssessmentRun {
    mutating func assess(_ indicator: Indicator) -> IndicatorAssessment {
        var figures = PeriodFigures(of: indicator, reports[indicator.id], in: context)
        let naming = naming(indicator.id)
        let periodFacts = figures.facts
        var subject = figures.subject(of: indicator, waitsFor: waiting(indicator), facts: periodFacts)
        for position in figures.periods.indices {
            subject.add(figures.periods[position], figures.counts[position], at: position)
        }
        let facts = FactSchema.indicator(subject)
        for position in figures.periods.indices {
            let judgement = judge(
                .period,
                indicator.id,
                period: figures.periods[position].period.id,
                [periodFacts[position], facts],
                naming: naming
            ) { _ in nil }
            figures.take(judgement, at: position)
        }
        let periods = figures.periods
        let latest = subject.totals.latest.map { periods[$0] }
        let previous = subject.totals.previous.map { periods[$0] }
        let verdicts =
            judge(.indicator, indicator.id, [facts], naming: naming) { path in
                Self.origin(path, indicator.id, latest, previous)
            }
            .verdicts
        compare(indicator.id, periods, verdicts)
        check(indicator, figures, facts: periodFacts, naming)
        findDoubleCounting(indicator, periods)
        return IndicatorAssessment(
            id: indicator.id,
            verdicts: verdicts,
            periods: periods,
            latest: subject.totals.latest,
            reports: figures.totalCounts,
            isIllustrative: indicator.provenance.isIllustrative || periods.contains(where: \.isIllustrative)
        )
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
        let received = period?.reports.filter(\.isReceived) ?? []
        // A sum of several parts comes from no single report.
        if let part = received.first, received.count == 1, let record = part.record, let version = part.version,
            ["actual", "level", "achieved", "category", "numerator", "denominator", "claim"].contains(path.last ?? "")
        {
            return .report(record.key, version: version.number)
        }
        return .planItem(item)
    }
}
