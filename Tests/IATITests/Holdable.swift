import ActionPlan

/// What of a plan and its reports an activity file can hold, as lines that can be compared.
struct Holdable {
    private(set) var lines: [String] = []

    init(_ plan: Plan, _ reports: [ReportEntry]) {
        let index = PlanIndex(plan)
        lines.append(
            "plan \(plan.id) \(text(plan.title)) \(text(plan.description)) \(text(plan.adopted)) \(plan.country ?? "") \(plan.days)"
        )
        lines += plan.agencies.map { "agency \($0.id) \(text($0.title)) \($0.kind) \($0.language ?? "")" }
        lines += plan.dimensions.map { dimension in
            "dimension \(dimension.id) \(text(dimension.title)) \(dimension.partitions) \(categories(dimension.categories))"
        }
        lines += plan.objectives.map { item in
            "objective \(item.id) in \(item.parent?.rawValue ?? "") \(item.code ?? "") \(text(item.kind)) \(text(item.title)) \(text(item.description)) \(item.lead?.rawValue ?? "") \(item.provenance.isIllustrative)"
        }
        lines += plan.activities.map { item in
            "activity \(item.id) in \(item.parent) \(item.code ?? "") \(text(item.title)) \(text(item.description)) \(text(item.expectedOutput)) \(item.lead?.rawValue ?? "") \(item.coLeads) \(item.implementers) \(item.partners) \(item.timing.map { "\($0)" } ?? "") \(item.provenance.isIllustrative)"
        }
        lines += plan.indicators.map { line($0, index) }
        lines += reports.map(line).sorted()
    }

    private func text(_ text: LocalizedText?) -> String {
        let entries = (text?.entries ?? []).sorted { $0.language < $1.language }
        return "[" + entries.map { "\($0.language): \($0.text)" }.joined(separator: " | ") + "]"
    }

    private func categories(_ categories: [Dimension.Category]) -> String {
        categories.map { "\($0.id)=\(text($0.title))" }.joined(separator: ";")
    }

    private func measure(_ measure: Measure) -> String {
        switch measure {
        case .unit(let unit, let counts, let decimals): "unit \(text(unit)) \(counts) \(decimals)"
        case .percentage(let numerator, let denominator, let counts, let decimals):
            "percentage \(text(numerator)) \(text(denominator)) \(counts) \(decimals)"
        case .nominal(let list): "nominal \(categories(list))"
        case .ordinal(let list): "ordinal \(categories(list))"
        case .qualitative: "qualitative"
        case .milestone(let due, _): "milestone \(due)"
        }
    }

    private func line(_ indicator: Indicator, _ index: PlanIndex) -> String {
        let periods = index.periods(of: indicator.id).map { "\($0.id) \($0.days)" }
        let targets = indicator.periodTargets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        var baseline = ""
        if case .known(let value, let year, _, let comment) = indicator.baseline {
            baseline = "\(value) \(year) \(text(comment))"
        }
        let metadata = indicator.metadata
        return [
            "indicator \(indicator.id) in \(indicator.parent)", indicator.code ?? "", text(indicator.title),
            measure(indicator.measure), "\(indicator.direction)", indicator.accumulation.rawValue,
            indicator.level?.rawValue ?? "", baseline, "\(periods)", "\(targets)",
            indicator.finalTarget.map { "\($0)" } ?? "", "\(indicator.disaggregation)", indicator.lead?.rawValue ?? "",
            "\(indicator.contributors)", indicator.contribution.combination.rawValue, text(metadata.definition),
            text(metadata.formula), text(metadata.question), "\(indicator.provenance.isIllustrative)",
        ]
        .joined(separator: " / ")
    }

    private func line(_ report: ReportEntry) -> String {
        let cells = report.content.cells.map { "\($0.categories.map(\.category)) \($0.value)" }.sorted()
        let evidence = report.content.evidence.map { "\(text($0.title)) \($0.url ?? "") \($0.date?.description ?? "")" }
        var body = "\(report.content.body)"
        if case .value(.text(let value)) = report.content.body { body = text(value) }
        return
            "report \(report.key.item) \(report.key.period) \(report.key.agency) \(body) \(cells) \(text(report.content.comment)) \(evidence) \(report.content.provenance.isIllustrative)"
    }
}
