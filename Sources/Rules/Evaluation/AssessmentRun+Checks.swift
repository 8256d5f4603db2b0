import ActionPlan
import CEL

/// What the packs' checks find in reports.
extension AssessmentRun {
    mutating func check(_ item: ItemID, _ periods: [PeriodAssessment]) {
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
}
