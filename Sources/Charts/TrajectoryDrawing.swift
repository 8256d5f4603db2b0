import Markup

/// A trajectory chart with all its places worked out.
struct TrajectoryDrawing {
    let chart: TrajectoryChart
    let axis: ValueAxis
    let columns: ColumnAxis
    let plot: Box
    let legend: Legend
    let height: Double
    let tickTexts: [String]
    /// Whether there is no value at all: an axis would then tell of nothing.
    let isEmpty: Bool
    private let signHeight: Double

    init(_ given: TrajectoryChart) {
        let chart = given.drawable
        self.chart = chart
        let values = Self.values(of: chart)
        isEmpty = values.isEmpty
        axis = ValueAxis(
            values: values,
            fromZero: chart.form == .columns,
            isPercentage: chart.isPercentage
        )
        let decimals = axis.decimals
        tickTexts =
            isEmpty
            ? []
            : axis.ticks.map {
                TextMeasure.shortened(chart.format.written($0, decimals), to: chart.frame.width / 3)
            }
        let left = (tickTexts.map { TextMeasure.width(of: $0) }.max() ?? 0) + 8
        let top = chart.frame.markHeight + 8
        plot = Box(left: left, top: top, right: chart.frame.width - 10, bottom: top + (isEmpty ? 60 : 190))
        let hasLateTarget = chart.finalTarget.map { $0.period == nil } ?? false
        columns = ColumnAxis(
            before: chart.baseline == nil ? nil : chart.baseline?.label,
            labels: chart.periods.map { ($0.label, $0.shortLabel) },
            after: hasLateTarget ? chart.finalTarget?.label : nil,
            left: plot.left,
            right: plot.right
        )
        legend = Legend(TrajectoryKey(chart: chart, isCut: axis.isCut && !isEmpty).entries, width: chart.frame.width)
        signHeight = SignRow.height(for: chart.periods.map { AbsenceSign($0.actual) })
        height = plot.bottom + signHeight + ChartFrame.lineHeight + 8 + legend.height + 2
    }

    /// All values that are drawn; a withheld one is not among them.
    private static func values(of chart: TrajectoryChart) -> [Double] {
        var values: [Double] = []
        for period in chart.periods {
            if case .value(let value, _) = period.actual { values.append(value) }
            values += [period.target, period.expected, period.band?.lower, period.band?.upper].compactMap(\.self)
        }
        values += [chart.baseline?.value, chart.finalTarget?.value].compactMap(\.self)
        values += chart.kept.map { [$0.lowerBound, $0.upperBound] } ?? []
        values += chart.forecast.flatMap { [$0.value, $0.lower, $0.upper].compactMap(\.self) }
        return values
    }

    /// The height of a value, kept inside the plot.
    func y(_ value: Double) -> Double {
        let share = (value - axis.lowest) / (axis.highest - axis.lowest)
        return plot.bottom - min(max(share.isFinite ? share : 0, 0), 1) * plot.height
    }

    /// The middle of a period's column.
    func x(_ position: Int) -> Double { columns.middle(position) }

    func write(into markup: inout Markup) {
        chart.frame.write(into: &markup, kind: "chart-trajectory", height: height) { markup in
            if chart.periods.contains(where: { $0.actual == .withheld }) {
                markup.element(.defs) { Hatching.rising.define(into: &$0, id: "\(chart.frame.id)-withheld") }
            }
            writeBands(into: &markup)
            writeWithheld(into: &markup)
            writeGrid(into: &markup)
            writeToday(into: &markup)
            writeExpected(into: &markup)
            if chart.form == .columns { writeColumns(into: &markup) }
            writeTargets(into: &markup)
            writeForecast(into: &markup)
            if chart.form == .line { writeLine(into: &markup) }
            writeBaseline(into: &markup)
            SignRow(chart.periods.map { AbsenceSign($0.actual) }, columns, top: plot.bottom).write(into: &markup)
            for label in columns.labels(baseline: plot.bottom + signHeight + 14) { label.write(into: &markup) }
            for label in valueLabels() { label.write(into: &markup) }
            legend.write(into: &markup, left: 0, top: height - legend.height - 2)
            chart.frame.writeMark(into: &markup)
        }
    }
}
