import ActionPlan
import Exchange
import Rules

/// The figures of an indicator.
extension OpenSDGExport {
    /// The names of columns that the platform gives a meaning.
    static let reserved: Set<String> = ["Year", "Value", "Units", "Series", "Period"]

    /// Years, parts of years where periods are shorter, categories, values: what is not known has no row.
    func data(_ indicator: Indicator, _ assessed: IndicatorAssessment) -> [UInt8] {
        let plan = assessment.plan
        let known = assessed.periods.filter { $0.state == .value || $0.state == .zero }
        let used = Set(known.flatMap { $0.cells.flatMap { $0.categories.map(\.dimension) } })
        let dimensions = indicator.disaggregation.filter(used.contains)
            .compactMap { id in plan.plan.dimensions.first { $0.id == id } }
        let calendar = indicator.calendar.flatMap { plan.calendar($0) }
        let years = (calendar?.periods ?? []).map(\.days.end.date.year)
        // Where several periods end in a year, a column tells them apart.
        let hasParts = Set(years).count < years.count
        var table = DataTable(
            name: "data",
            title: "",
            columns: [.init("Year", .integer, "", "")] + (hasParts ? [.init("Period", .text, "", "")] : [])
                + dimensions.map { .init(heading($0), .text, "", "") } + [.init("Value", .number, "", "")]
        )
        func add(_ year: Int, _ period: String?, _ categories: [DataTable.Cell]?, _ value: Double) {
            let parts = categories ?? Array(repeating: .empty, count: dimensions.count)
            table.rows.append([.integer(year)] + (hasParts ? [.init(period)] : []) + parts + [.number(value)])
        }
        if case .known(let value, let year, _, _) = indicator.baseline, baselineHasRow(of: indicator, year) {
            add(year, nil, nil, value)
        }
        var byYear: [(year: Int, periods: [PeriodAssessment])] = []
        for period in assessed.periods {
            let year = period.period.days.end.date.year
            if byYear.last?.year == year {
                byYear[byYear.count - 1].periods.append(period)
            } else {
                byYear.append((year, [period]))
            }
        }
        for (year, periods) in byYear {
            if hasParts, let value = Self.whole(periods, indicator) { add(year, nil, nil, value) }
            for period in periods where period.state == .value || period.state == .zero {
                let name = period.period.id.rawValue
                if let value = period.actual { add(year, name, nil, value) }
                for cell in period.cells { add(year, name, categories(cell, dimensions), cell.value) }
            }
        }
        return table.csv(.openData)
    }

    /// Whether the value of the base year has a row, as the platform wants it: where no period ends in that year.
    func baselineHasRow(of indicator: Indicator, _ year: Int) -> Bool {
        let periods = indicator.calendar.flatMap { assessment.plan.calendar($0) }?.periods ?? []
        return indicator.measure.isNumeric && !periods.contains { $0.days.end.date.year == year }
    }

    /// The value of a year of which the periods are known: of states the last one, of counts the sum of all; nil where
    /// that is not known of a part of the year, or cannot be told of shares.
    private static func whole(_ periods: [PeriodAssessment], _ indicator: Indicator) -> Double? {
        let values = periods.map { $0.state == .value || $0.state == .zero ? $0.actual : nil }
        switch (indicator.accumulation, indicator.measure) {
        case (.cumulative, _), (.pointInTime, _): return values.last ?? nil
        case (.perPeriod, .unit):
            let known = values.compactMap { $0 }
            return known.count == values.count ? known.reduce(0, +) : nil
        case (.perPeriod, _): return nil
        }
    }

    private func heading(_ dimension: Dimension) -> String {
        let title = dimension.title.best(for: language).text
        return Self.reserved.contains(title) ? dimension.id : title
    }

    private func categories(_ cell: ReportContent.Cell, _ dimensions: [Dimension]) -> [DataTable.Cell] {
        dimensions.map { dimension in
            guard let part = cell.categories.first(where: { $0.dimension == dimension.id }) else { return .empty }
            let category = dimension.categories.first { $0.id == part.category }
            return .text(category?.title.best(for: language).text ?? part.category)
        }
    }
}
