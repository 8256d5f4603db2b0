import ActionPlan
import CEL

/// From figures to what packs say of an indicator.
extension AssessmentRun {
    mutating func assess(_ indicator: Indicator, _ figures: PeriodFigures) -> IndicatorAssessment {
        let subject = figures.subject(of: indicator, waitsFor: waiting(indicator), facts: figures.facts)
        let facts = FactSchema.indicator(subject)
        var periods = figures.periods
        for position in periods.indices {
            let judgement = judge(
                .period,
                indicator.id,
                period: periods[position].period.id,
                [subject.periodFacts[position], facts]
            ) { _ in nil }
            periods[position].verdicts = judgement.verdicts.all
            periods[position].measures = judgement.measures
        }
        let latest = subject.latest
        let verdicts =
            judge(.indicator, indicator.id, [facts]) { path in
                Self.origin(path, indicator.id, latest.map { periods[$0] }, subject.previous.map { periods[$0] })
            }
            .verdicts
        let isIllustrative = indicator.provenance.isIllustrative || periods.contains(where: \.isIllustrative)
        compare(indicator.id, periods, verdicts)
        check(indicator, figures, facts: subject.periodFacts)
        findDoubleCounting(indicator, periods)
        return IndicatorAssessment(
            id: indicator.id,
            verdicts: verdicts,
            periods: periods,
            latest: latest,
            reports: figures.counts,
            isIllustrative: isIllustrative
        )
    }

    func waiting(_ indicator: Indicator) -> [String] {
        guard case .milestone(_, let after) = indicator.measure else { return [] }
        return after.filter { achievements[$0] == nil }.map(\.rawValue)
    }

    static func origin(
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
