package import Markup

/// Which level of a scale, or which of several categories, was reported period by period: a row for each level, the
/// lowest at the bottom, and a column for each period.
package struct LevelChart: Sendable {
    package var frame: ChartFrame
    /// From the lowest to the highest; categories without order from the last to the first.
    package var levels: [String]
    /// Whether one level is higher than another: only then are points joined.
    package var isOrdered: Bool
    /// In the order of time.
    package var periods: [Period]
    /// The position of the level to be reached in the end.
    package var finalTarget: Int?
    /// The period in which it is to be reached; nil after the last.
    package var finalPeriod: Int?
    /// Where the day of assessment lies, counted in periods.
    package var today: Double?
    package var texts: TrajectoryChart.Texts

    /// What is drawn for a period.
    package struct Period: Hashable, Sendable {
        package var label: String
        package var shortLabel: String?
        /// The position of the level that was reported.
        package var actual: Reading<Int>
        /// The position of the level to be reached in the period.
        package var target: Int?
        /// What a pointer on the point is told.
        package var hint: String?

        package init(
            label: String,
            shortLabel: String? = nil,
            actual: Reading<Int>,
            target: Int? = nil,
            hint: String? = nil
        ) {
            self.label = label
            self.shortLabel = shortLabel
            self.actual = actual
            self.target = target
            self.hint = hint
        }
    }

    package init(
        frame: ChartFrame,
        levels: [String],
        isOrdered: Bool,
        periods: [Period],
        finalTarget: Int? = nil,
        finalPeriod: Int? = nil,
        today: Double? = nil,
        texts: TrajectoryChart.Texts
    ) {
        self.frame = frame
        self.levels = levels
        self.isOrdered = isOrdered
        self.periods = periods
        self.finalTarget = finalTarget
        self.finalPeriod = finalPeriod
        self.today = today
        self.texts = texts
    }

    /// Writes the chart.
    package func write(into markup: inout Markup) { LevelDrawing(self).write(into: &markup) }
}

/// A level chart with all its places worked out.
private struct LevelDrawing {
    let chart: LevelChart
    let columns: ColumnAxis
    let plot: Box
    let legend: Legend
    /// The lines of each level's name, and the top and height of its row.
    let rows: [(lines: [String], top: Double, height: Double)]

    init(_ chart: LevelChart) {
        self.chart = chart
        let room = chart.frame.width * 0.36
        let names = chart.levels.map { TextMeasure.lines($0, width: room, limit: 3) }
        let widest = names.flatMap(\.self).map { TextMeasure.width(of: $0) }.max() ?? 0
        let top = chart.frame.markHeight + 6
        var rows: [(lines: [String], top: Double, height: Double)] = []
        var y = top
        for lines in names.reversed() {
            let height = max(28, Double(lines.count) * ChartFrame.lineHeight + 8)
            rows.append((lines, y, height))
            y += height
        }
        self.rows = rows.reversed()
        plot = Box(left: widest + 10, top: top, right: chart.frame.width - 10, bottom: max(y, top + 28))
        columns = ColumnAxis(
            before: nil,
            labels: chart.periods.map { ($0.label, $0.shortLabel) },
            after: nil,
            left: plot.left,
            right: plot.right
        )
        legend = Legend(LevelDrawing.entries(chart), width: chart.frame.width)
    }

    func middle(_ level: Int) -> Double? {
        rows.indices.contains(level) ? rows[level].top + rows[level].height / 2 : nil
    }

    func write(into markup: inout Markup) {
        let signs = chart.periods.map { AbsenceSign($0.actual) }
        let namesTop = plot.bottom + SignRow.height(for: signs)
        let legendTop = namesTop + ChartFrame.lineHeight + 8
        chart.frame.write(into: &markup, kind: "chart-levels", height: legendTop + legend.height + 2) { markup in
            if chart.periods.contains(where: { $0.actual == .withheld }) {
                markup.element(.defs) { Hatching.rising.define(into: &$0, id: "\(chart.frame.id)-withheld") }
            }
            writeRows(into: &markup)
            writeTargets(into: &markup)
            markup.line("chart-axis", plot.left, plot.bottom, plot.right, plot.bottom)
            if let today = chart.today, today >= 0, today <= Double(chart.periods.count), !chart.periods.isEmpty {
                let x = columns.left(of: 0) + today * columns.width
                markup.line("chart-today", x, plot.top - 4, x, plot.bottom)
            }
            writePoints(into: &markup)
            SignRow(signs, columns, top: plot.bottom).write(into: &markup)
            for label in columns.labels(baseline: namesTop + 14) { label.write(into: &markup) }
            legend.write(into: &markup, left: 0, top: legendTop)
            chart.frame.writeMark(into: &markup)
        }
    }

    private func writeRows(into markup: inout Markup) {
        for row in rows {
            markup.line("chart-grid", plot.left, row.top + row.height / 2, plot.right, row.top + row.height / 2)
            let first = row.top + row.height / 2 - Double(row.lines.count - 1) * ChartFrame.lineHeight / 2 + 4.5
            for (index, line) in row.lines.enumerated() {
                Label(
                    text: line,
                    x: plot.left - 6,
                    baseline: first + Double(index) * ChartFrame.lineHeight,
                    anchor: .end,
                    style: "chart-tick"
                )
                .write(into: &markup)
            }
        }
        for (position, period) in chart.periods.enumerated() where period.actual == .withheld {
            let left = columns.left(of: position)
            markup.box(
                "chart-withheld",
                Box(left: left + 1, top: plot.top, right: left + columns.width - 1, bottom: plot.bottom),
                fill: "url(#\(chart.frame.id)-withheld)"
            )
        }
    }

    private func writeTargets(into markup: inout Markup) {
        let half = min(columns.width * 0.42, 16)
        for (position, period) in chart.periods.enumerated() {
            guard let target = period.target, let y = middle(target) else { continue }
            markup.line("chart-target", columns.middle(position) - half, y, columns.middle(position) + half, y)
        }
        guard let final = chart.finalTarget, let y = middle(final) else { return }
        markup.line("chart-target chart-final", plot.left, y, plot.right, y)
        let period = chart.finalPeriod.flatMap { chart.periods.indices.contains($0) ? $0 : nil }
        TrajectoryKey.drawGoal(into: &markup, period.map { columns.middle($0) } ?? plot.right, y)
    }

    private func writePoints(into markup: inout Markup) {
        if chart.isOrdered {
            var path = PathData()
            for (position, period) in chart.periods.enumerated() {
                if let known = period.actual.known, let y = middle(known.value) {
                    path.go(columns.middle(position), y)
                } else {
                    path.lift()
                }
            }
            markup.path(path, "chart-actual")
        }
        let radius = min(5, max(1.2, columns.width / 3))
        for (position, period) in chart.periods.enumerated() {
            guard let known = period.actual.known, let y = middle(known.value) else { continue }
            markup.point(columns.middle(position), y, radius: radius, isVerified: known.isVerified, hint: period.hint)
        }
    }

    private static func entries(_ chart: LevelChart) -> [Legend.Entry] {
        var entries: [Legend.Entry] = []
        let actuals = chart.periods.map(\.actual)
        for (isVerified, text) in [(true, chart.texts.actual), (false, chart.texts.unverified)]
        where actuals.contains(where: { $0.known?.isVerified == isVerified }) {
            entries.append(
                Legend.Entry(text: text) { markup, x, y in
                    TrajectoryKey.drawValue(
                        into: &markup,
                        x,
                        y,
                        isLine: true,
                        isVerified: isVerified,
                        isJoined: chart.isOrdered
                    )
                }
            )
        }
        if chart.periods.contains(where: { $0.target != nil }) {
            entries.append(Legend.Entry(text: chart.texts.target) { $0.line("chart-target", $1 - 8, $2, $1 + 8, $2) })
        }
        if chart.finalTarget != nil {
            entries.append(Legend.Entry(text: chart.texts.finalTarget) { TrajectoryKey.drawGoal(into: &$0, $1, $2) })
        }
        if let today = chart.today, today >= 0, today <= Double(chart.periods.count), !chart.periods.isEmpty {
            entries.append(Legend.Entry(text: chart.texts.today) { $0.line("chart-today", $1, $2 - 7, $1, $2 + 7) })
        }
        return entries + AbsenceSign.entries(for: actuals.map { AbsenceSign($0) }, chart.texts)
    }
}
