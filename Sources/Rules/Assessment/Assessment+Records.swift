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

    /// All reports that there are.
    package var records: [ReportRecord] {
        let periods: [PeriodAssessment] = indicators.flatMap(\.periods) + activities.flatMap(\.periods)
        return periods.flatMap(\.reports).compactMap(\.record)
    }
}
