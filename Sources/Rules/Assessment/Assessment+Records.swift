package import ActionPlan

extension Assessment {
    /// All reports that there are.
    package var records: [ReportRecord] {
        let periods: [PeriodAssessment] = indicators.flatMap(\.periods) + activities.flatMap(\.periods)
        return periods.flatMap(\.reports).compactMap(\.record)
    }
}
