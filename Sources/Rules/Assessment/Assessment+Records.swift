package import ActionPlan

extension Assessment {
    /// What packs say about an item; nil where the plan has none of this name.
    package func verdicts(of id: ItemID) -> ItemVerdicts? {
        // By position: to look up all that is known of the item would copy it.
        if let position = plan.position(ofIndicator: id) { return indicators[position].verdicts }
        if let position = plan.position(ofActivity: id) { return activities[position].verdicts }
        return plan.position(ofObjective: id).map { objectives[$0].verdicts }
    }

    /// The status shown first of an item; nil where it has none, or where the plan has none of this name.
    package func status(of id: ItemID) -> StatusID? {
        if let position = plan.position(ofIndicator: id) { return indicators[position].verdicts.status }
        if let position = plan.position(ofActivity: id) { return activities[position].verdicts.status }
        return plan.position(ofObjective: id).flatMap { objectives[$0].verdicts.status }
    }

    /// The periods for which an indicator or activity is reported, in their order; none of what is not reported.
    package func periods(of id: ItemID) -> [PeriodAssessment] {
        // By position: to look up all that is known of the item would copy it.
        if let position = plan.position(ofIndicator: id) { return indicators[position].periods }
        return plan.position(ofActivity: id).map { activities[$0].periods } ?? []
    }

    /// How a report stands; nil where none is expected or known.
    package func part(of key: ReportKey) -> ReportedPart? {
        periods(of: key.item).first { $0.period.id == key.period }?.reports.first { $0.agency == key.agency }
    }

    /// All reports that there are.
    package var records: [ReportRecord] {
        let periods: [PeriodAssessment] = indicators.flatMap(\.periods) + activities.flatMap(\.periods)
        return periods.flatMap(\.reports).compactMap(\.record)
    }
}
