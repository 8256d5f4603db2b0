import YAML

/// The tree of objectives, activities and indicators.
extension PlanText {
    /// What an item has from those above it, and need not say itself.
    struct Inherited {
        var lead: AgencyID?
        var provenance: Provenance
        var calendar: String?

        init(_ text: PlanText) {
            provenance = text.plan.provenance
            calendar = text.calendarOfMost
        }
    }

    /// The objectives below one, or at the top.
    func items(below parent: ItemID?, _ inherited: Inherited) -> [YAMLText] {
        (parent.map(index.children) ?? index.roots).compactMap { index.objective($0.id) }
            .map { objective($0, inherited) }
    }

    private func objective(_ objective: Objective, _ inherited: Inherited) -> YAMLText {
        var inner = inherited
        inner.lead = objective.lead
        inner.provenance = objective.provenance
        return .map([
            ("id", .text(objective.id.rawValue)), ("code", objective.code.map { .text($0) }),
            ("kind", objective.kind.map(text)), ("title", text(objective.title)),
            ("description", objective.description.map(text)), ("lead", lead(objective.lead, inherited)),
            ("weight", weight(objective.weight)), ("provenance", provenance(objective.provenance, inherited)),
            ("objectives", nonEmpty(items(below: objective.id, inner))),
            ("activities", activities(below: objective.id, inner)),
            ("indicators", indicators(below: objective.id, inner)),
        ])
    }

    private func activities(below parent: ItemID, _ inherited: Inherited) -> YAMLText? {
        nonEmpty(index.children(of: parent).compactMap { index.activity($0.id) }.map { activity($0, inherited) })
    }

    private func indicators(below parent: ItemID, _ inherited: Inherited) -> YAMLText? {
        nonEmpty(index.children(of: parent).compactMap { index.indicator($0.id) }.map { indicator($0, inherited) })
    }

    private func nonEmpty(_ list: [YAMLText]) -> YAMLText? { list.isEmpty ? nil : .list(list) }

    private func activity(_ activity: Activity, _ inherited: Inherited) -> YAMLText {
        var inner = inherited
        inner.lead = activity.lead
        inner.provenance = activity.provenance
        inner.calendar = activity.calendar
        let isLeaf = index.children(of: activity.id).isEmpty
        let reporting: String? =
            activity.reportsEachPeriod == isLeaf ? nil : activity.reportsEachPeriod ? "each-period" : "none"
        return .map([
            ("id", .text(activity.id.rawValue)), ("code", activity.code.map { .text($0) }),
            ("title", text(activity.title)), ("description", activity.description.map(text)),
            ("expected-output", activity.expectedOutput.map(text)), ("lead", lead(activity.lead, inherited)),
            ("co-leads", agencies(activity.coLeads)), ("implementers", agencies(activity.implementers)),
            ("partners", agencies(activity.partners)), ("timing", activity.timing.map(timing)),
            ("depends-on", list(activity.dependsOn) { .text($0.rawValue) }),
            ("funding", list(activity.funding) { funding($0, activity.provenance) }),
            ("reporting", reporting.map { .text($0) }), ("calendar", calendar(activity.calendar, inherited)),
            ("weight", weight(activity.weight)), ("provenance", provenance(activity.provenance, inherited)),
            ("activities", activities(below: activity.id, inner)),
            ("indicators", indicators(below: activity.id, inner)),
        ])
    }

    private func timing(_ timing: Timing) -> YAMLText {
        var kind = "fixed"
        var every: String?
        switch timing.kind {
        case .fixed: break
        case .recurring(let interval): (kind, every) = ("recurring", interval.rawValue)
        case .permanent: kind = "permanent"
        }
        return .map([
            ("kind", .text(kind)), ("every", every.map { .text($0) }), ("start", date(timing.days.start)),
            ("end", date(timing.days.end)), ("stated", timing.stated.map { .text($0) }),
        ])
    }

    private func funding(_ funding: Activity.Funding, _ inherited: Provenance) -> YAMLText {
        .map([
            ("source", text(funding.source)), ("amount", funding.amount.map { .number($0) }),
            ("currency", funding.currency.map { .text($0) }),
            ("provenance", funding.provenance == inherited ? nil : provenance(funding.provenance)),
        ])
    }

    private func indicator(_ indicator: Indicator, _ inherited: Inherited) -> YAMLText {
        let start: [YAMLText.Entry] = [
            ("id", .text(indicator.id.rawValue)), ("code", indicator.code.map { .text($0) }),
            ("title", text(indicator.title)), ("measure", .text(indicator.measure.keyword)),
        ]
        let metadata = indicator.metadata
        let end: [YAMLText.Entry] = [
            ("level", indicator.level.map { .text($0.rawValue) }), ("baseline", baseline(indicator.baseline)),
            ("targets", targets(indicator)),
            (
                "target",
                indicator.finalTarget.map { .map([("value", target($0.value)), ("by", date($0.by))]) }
            ),
            ("range", indicator.plausible.map(bounds)),
            ("disaggregation", list(indicator.disaggregation) { .text($0) }), ("lead", lead(indicator.lead, inherited)),
            ("contributors", agencies(indicator.contributors)),
            (
                "combine",
                indicator.contribution.combination == .sum ? nil : .text(indicator.contribution.combination.rawValue)
            ),
            (
                "double-counting",
                indicator.contribution.guardedBy == .flag ? nil : .text(indicator.contribution.guardedBy.rawValue)
            ),
            ("calendar", calendar(indicator.calendar, inherited)), ("weight", weight(indicator.weight)),
            ("provenance", provenance(indicator.provenance, inherited)), ("definition", metadata.definition.map(text)),
            ("formula", metadata.formula.map(text)), ("data-source", metadata.dataSource.map(text)),
            ("means-of-verification", metadata.meansOfVerification.map(text)),
            ("responsible-role", metadata.responsibleRole.map(text)), ("limitations", metadata.limitations.map(text)),
            ("question", metadata.question.map(text)),
        ]
        return .map(start + measure(indicator.measure) + direction(indicator) + end)
    }

    private func measure(_ measure: Measure) -> [YAMLText.Entry] {
        switch measure {
        case .unit(let unit, let counts, let decimals):
            [
                ("unit", text(unit)), ("counts", counts == .persons ? nil : .text(counts.rawValue)),
                ("decimals", decimals == 0 ? nil : .number(Double(decimals))),
            ]
        case .percentage(let numerator, let denominator, let counts, let decimals):
            [
                ("numerator", text(numerator)), ("denominator", text(denominator)),
                ("counts", counts == .persons ? nil : .text(counts.rawValue)),
                ("decimals", decimals == 1 ? nil : .number(Double(decimals))),
            ]
        case .nominal(let categories): [("categories", .list(categories.map(category)))]
        case .ordinal(let scale): [("scale", .list(scale.map(category)))]
        case .qualitative: []
        case .milestone(let due, let after):
            [("due", date(due)), ("after", list(after) { .text($0.rawValue) })]
        }
    }

    private func direction(_ indicator: Indicator) -> [YAMLText.Entry] {
        var band: YAMLText?
        if case .maintain(let range) = indicator.direction { band = bounds(range) }
        return [
            ("direction", .text(indicator.direction.keyword)), ("band", band),
            ("accumulation", .text(indicator.accumulation.rawValue)),
        ]
    }

    private func bounds(_ range: ClosedRange<Double>) -> YAMLText {
        .map([("low", .number(range.lowerBound)), ("high", .number(range.upperBound))])
    }

    private func baseline(_ baseline: Baseline) -> YAMLText? {
        guard case .known(let value, let year, let source, let comment) = baseline else { return nil }
        return .map([
            ("value", .number(value)), ("year", .number(Double(year))), ("source", source.map { .text($0) }),
            ("comment", comment.map(text)),
        ])
    }

    private func targets(_ indicator: Indicator) -> YAMLText? {
        list(indicator.periodTargets.sorted { $0.key < $1.key }) { period, value in
            .map([("period", .text(period.rawValue)), ("value", target(value))])
        }
    }

    private func target(_ value: TargetValue) -> YAMLText {
        switch value {
        case .number(let number): .number(number)
        case .level(let id): .text(id)
        }
    }

    private func lead(_ lead: AgencyID?, _ inherited: Inherited) -> YAMLText? {
        lead == inherited.lead ? nil : lead.map { .text($0.rawValue) }
    }

    private func agencies(_ ids: [AgencyID]) -> YAMLText? { list(ids) { .text($0.rawValue) } }

    private func weight(_ weight: Double) -> YAMLText? { weight == 1 ? nil : .number(weight) }

    private func provenance(_ own: Provenance, _ inherited: Inherited) -> YAMLText? {
        own == inherited.provenance ? nil : provenance(own)
    }

    private func calendar(_ own: String?, _ inherited: Inherited) -> YAMLText? {
        own == inherited.calendar ? nil : .text(own ?? "none")
    }
}
