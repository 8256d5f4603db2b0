import Markup

/// A trajectory chart with all its places worked out.
struct TrajectoryDrawing {
    let chart: TrajectoryChart
    let axis: ValueAxis
    let columns: ColumnAxis
    let plot: Box
    let legend: Legend
    let height: Double
    private let tickTexts: [String]
    /// Whether there is no value at all: an axis would then tell of nothing.
    private let isEmpty: Bool
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

    // MARK: Ground

    private func writeGrid(into markup: inout Markup) {
        for (tick, text) in zip(axis.ticks, tickTexts) {
            let height = y(tick)
            markup.line(tick == 0 ? "chart-axis" : "chart-grid", plot.left, height, plot.right, height)
            Label(text: text, x: plot.left - 6, baseline: height + 4.5, anchor: .end, style: "chart-tick")
                .write(into: &markup)
        }
        guard axis.isCut, !isEmpty else {
            return markup.line("chart-axis", plot.left, plot.bottom, plot.right, plot.bottom)
        }
        var cut = PathData()
        var x = plot.left
        var isUp = false
        while x < plot.right {
            cut.go(x, plot.bottom + (isUp ? -3 : 1))
            x += 5
            isUp.toggle()
        }
        markup.path(cut, "chart-axis chart-cut")
    }

    private func writeToday(into markup: inout Markup) {
        guard let today = chart.today, today >= 0, today <= Double(chart.periods.count), !chart.periods.isEmpty else {
            return
        }
        let x = columns.left(of: 0) + today * columns.width
        markup.line("chart-today", x, plot.top - 4, x, plot.bottom)
    }

    private func writeBands(into markup: inout Markup) {
        if let kept = chart.kept {
            markup.box(
                "chart-band",
                Box(left: plot.left, top: y(kept.upperBound), right: plot.right, bottom: y(kept.lowerBound))
            )
        }
        chart.form == .line ? writeBandAlongLine(into: &markup) : writeBandOfColumns(into: &markup)
    }

    private func edges(_ position: Int) -> (top: Double, bottom: Double)? {
        guard chart.periods.indices.contains(position), let band = chart.periods[position].band,
            band.lower != nil || band.upper != nil
        else { return nil }
        let edges = (top: band.upper.map(y) ?? plot.top, bottom: band.lower.map(y) ?? plot.bottom)
        return edges.top <= edges.bottom ? edges : nil
    }

    private func writeBandOfColumns(into markup: inout Markup) {
        for position in chart.periods.indices {
            guard let edges = edges(position) else { continue }
            let left = columns.left(of: position)
            markup.box("chart-band", Box(left: left, top: edges.top, right: left + columns.width, bottom: edges.bottom))
        }
    }

    /// The band from column to column, level at both ends of each stretch.
    private func writeBandAlongLine(into markup: inout Markup) {
        var path = PathData()
        var position = 0
        while position < chart.periods.count {
            var stretch: [(x: Double, top: Double, bottom: Double)] = []
            while let edges = edges(position) {
                stretch.append((x(position), edges.top, edges.bottom))
                position += 1
            }
            position += 1
            guard let first = stretch.first, let last = stretch.last else { continue }
            let half = columns.width / 2
            stretch.insert((first.x - half, first.top, first.bottom), at: 0)
            stretch.append((last.x + half, last.top, last.bottom))
            for point in stretch { path.go(point.x, point.top) }
            for point in stretch.reversed() { path.go(point.x, point.bottom) }
            path.close()
        }
        markup.path(path, "chart-band")
    }

    private func writeWithheld(into markup: inout Markup) {
        for (position, period) in chart.periods.enumerated() where period.actual == .withheld {
            let left = columns.left(of: position)
            markup.box(
                "chart-withheld",
                Box(left: left + 1, top: plot.top, right: left + columns.width - 1, bottom: plot.bottom),
                fill: "url(#\(chart.frame.id)-withheld)"
            )
        }
    }

    // MARK: What was planned

    private func writeExpected(into markup: inout Markup) {
        var path = PathData()
        var isAlone = true
        if let baseline = chart.baseline, chart.form == .line, chart.periods.first?.expected != nil {
            path.go(columns.middleBefore, y(baseline.value))
            isAlone = false
        }
        for (position, period) in chart.periods.enumerated() {
            guard let expected = period.expected else {
                path.lift()
                isAlone = true
                continue
            }
            let next = position + 1 < chart.periods.count ? chart.periods[position + 1].expected : nil
            if isAlone, next == nil { path.go(x(position) - columns.width / 3, y(expected)) }
            path.go(x(position), y(expected))
            if isAlone, next == nil { path.go(x(position) + columns.width / 3, y(expected)) }
            isAlone = false
        }
        markup.path(path, "chart-expected")
    }

    private func writeTargets(into markup: inout Markup) {
        let half = min(columns.width * 0.42, 16)
        for (position, period) in chart.periods.enumerated() {
            guard let target = period.target else { continue }
            if chart.form == .columns {
                markup.line("chart-halo", x(position) - half, y(target), x(position) + half, y(target))
            }
            markup.line("chart-target", x(position) - half, y(target), x(position) + half, y(target))
        }
        if let final = chart.finalTarget {
            let x = final.period.map(self.x) ?? columns.middleAfter
            markup.line("chart-target chart-final", plot.left, y(final.value), plot.right, y(final.value))
            TrajectoryKey.drawGoal(into: &markup, x, y(final.value))
        }
    }

    private func writeForecast(into markup: inout Markup) {
        let known = chart.periods.indices.last { chart.periods[$0].actual.known != nil }
        var path = PathData()
        if let known, case .value(let value, _) = chart.periods[known].actual, chart.form == .line,
            chart.forecast.first?.period == known + 1
        {
            path.go(x(known), y(value))
        }
        var last = known
        for forecast in chart.forecast where chart.periods.indices.contains(forecast.period) {
            if let lower = forecast.lower, let upper = forecast.upper {
                markup.line("chart-forecast-range", x(forecast.period), y(upper), x(forecast.period), y(lower))
            }
            if let last, forecast.period != last + 1 { path.lift() }
            path.go(x(forecast.period), y(forecast.value))
            last = forecast.period
        }
        markup.path(path, "chart-forecast")
        for forecast in chart.forecast where chart.periods.indices.contains(forecast.period) {
            markup.empty(
                .circle,
                .class("chart-forecast-point"),
                .number("cx", x(forecast.period)),
                .number("cy", y(forecast.value)),
                .number("r", 3)
            )
        }
    }

    private func writeBaseline(into markup: inout Markup) {
        guard let baseline = chart.baseline else { return }
        let height = y(baseline.value)
        markup.line("chart-baseline", plot.left, height, plot.right, height)
        TrajectoryKey.drawBaseline(into: &markup, columns.middleBefore, height)
    }

    // MARK: What was reported

    private func writeLine(into markup: inout Markup) {
        var path = PathData()
        for (position, period) in chart.periods.enumerated() {
            if let known = period.actual.known { path.go(x(position), y(known.value)) } else { path.lift() }
        }
        markup.path(path, "chart-actual")
        let radius = columns.width < 9 ? max(1.2, columns.width / 4) : 4.2
        for (position, period) in chart.periods.enumerated() {
            guard let known = period.actual.known else { continue }
            markup.point(x(position), y(known.value), radius: radius, isVerified: known.isVerified, hint: period.hint)
        }
    }

    private func writeColumns(into markup: inout Markup) {
        let half = min(columns.width * 0.32, 15)
        for (position, period) in chart.periods.enumerated() {
            guard case .value(let value, let isVerified) = period.actual else { continue }
            let ends = [y(0), y(value)].sorted()
            let box =
                ends[1] - ends[0] < 1.5
                ? Box(left: x(position) - half, top: y(0) - 1.5, right: x(position) + half, bottom: y(0))
                : Box(left: x(position) - half, top: ends[0], right: x(position) + half, bottom: ends[1])
            let style: Attribute = .class(isVerified ? "chart-column" : "chart-column chart-unverified")
            let place: [Attribute] = [
                .number("x", box.left), .number("y", box.top), .number("width", box.width),
                .number("height", box.height),
            ]
            if let hint = period.hint {
                markup.element(.rect, style, place[0], place[1], place[2], place[3]) {
                    $0.element(.svgTitle, text: hint)
                }
            } else {
                markup.empty(.rect, style, place[0], place[1], place[2], place[3])
            }
        }
    }

    // MARK: Words

    /// The values of the target, the latest figure and the baseline, where there is room.
    private func valueLabels() -> [Label] {
        var field = LabelField(
            bounds: Box(left: plot.left, top: plot.top - 8, right: plot.right + 10, bottom: plot.bottom)
        )
        for (position, period) in chart.periods.enumerated() {
            guard case .value(let value, _) = period.actual else { continue }
            let top = chart.form == .columns ? min(y(value), y(0)) : y(value) - 5
            let bottom = chart.form == .columns ? max(y(value), y(0)) : y(value) + 5
            let half = chart.form == .columns ? min(columns.width * 0.32, 15) : 5
            field.reserve(Box(left: x(position) - half, top: top, right: x(position) + half, bottom: bottom))
        }
        if chart.form == .line { reserveLine(in: &field) }
        if let final = chart.finalTarget {
            let at = final.period.map(x) ?? columns.middleAfter
            field.reserve(Box(left: at - 6, top: y(final.value) - 6, right: at + 6, bottom: y(final.value) + 6))
            place(final.value, at: at, style: "chart-label chart-label-target", in: &field)
        }
        if let latest = chart.periods.lastIndex(where: { $0.actual.known != nil }),
            case .value(let value, _) = chart.periods[latest].actual
        {
            place(value, at: x(latest), style: "chart-label chart-label-actual", in: &field)
        }
        if let baseline = chart.baseline {
            place(baseline.value, at: columns.middleBefore, style: "chart-label", in: &field)
        }
        return field.labels
    }

    private func reserveLine(in field: inout LabelField) {
        for position in chart.periods.indices.dropLast() {
            guard case .value(let first, _) = chart.periods[position].actual,
                case .value(let second, _) = chart.periods[position + 1].actual
            else { continue }
            for step in 0..<6 {
                let share = (Double(step) + 0.5) / 6
                let middle = y(first) + (y(second) - y(first)) * share
                let half = abs(y(second) - y(first)) / 12 + 1
                let left = x(position) + columns.width * Double(step) / 6
                field.reserve(
                    Box(left: left, top: middle - half, right: left + columns.width / 6, bottom: middle + half)
                )
            }
        }
    }

    private func place(_ value: Double, at x: Double, style: String, in field: inout LabelField) {
        let text = chart.format.written(value, chart.decimals(of: value, axis))
        let height = y(value)
        let above = height - 9
        let below = height + 18
        field.place(
            Label(text: text, x: x, baseline: above, anchor: .middle, style: style),
            Label(text: text, x: x, baseline: below, anchor: .middle, style: style),
            Label(text: text, x: x + 6, baseline: above, anchor: .end, style: style),
            Label(text: text, x: x - 6, baseline: above, anchor: .start, style: style),
            Label(text: text, x: x + 6, baseline: below, anchor: .end, style: style),
            Label(text: text, x: x - 6, baseline: below, anchor: .start, style: style),
            Label(text: text, x: x - 10, baseline: height + 4, anchor: .end, style: style),
            Label(text: text, x: x + 10, baseline: height + 4, anchor: .start, style: style)
        )
    }
}

extension TrajectoryChart {
    /// Digits after the decimal mark that a figure beside a mark needs: those of the axis and one more where the
    /// figure does not stand at a round number.
    fileprivate func decimals(of value: Double, _ axis: ValueAxis) -> Int {
        var scale = 1.0
        for digits in 0..<axis.decimals + 1 {
            if abs(value * scale - (value * scale).rounded()) < 1e-6 { return digits }
            scale *= 10
        }
        return axis.decimals + 1
    }
}

extension TrajectoryChart {
    /// The chart without what no drawing can show: numbers that are none, or are beyond all measure.
    ///
    /// They leave a gap and are never drawn at the edge, where they would look like a value.
    fileprivate var drawable: TrajectoryChart {
        func sane(_ value: Double?) -> Double? { value.flatMap { $0.isFinite && abs($0) < 1e15 ? $0 : nil } }
        var chart = self
        for position in chart.periods.indices {
            let period = chart.periods[position]
            if let known = period.actual.known, sane(known.value) == nil { chart.periods[position].actual = .notDue }
            chart.periods[position].target = sane(period.target)
            chart.periods[position].expected = sane(period.expected)
            chart.periods[position].band = period.band.map { Band(lower: sane($0.lower), upper: sane($0.upper)) }
        }
        chart.baseline = baseline.flatMap { sane($0.value) == nil ? nil : $0 }
        chart.finalTarget = finalTarget.flatMap { target in
            let isKnown = target.period.map(periods.indices.contains) ?? true
            return sane(target.value) == nil || !isKnown ? nil : target
        }
        chart.kept = kept.flatMap { sane($0.lowerBound) == nil || sane($0.upperBound) == nil ? nil : $0 }
        chart.forecast = forecast.filter { sane($0.value) != nil && periods.indices.contains($0.period) }
            .map { Forecast(period: $0.period, value: $0.value, lower: sane($0.lower), upper: sane($0.upper)) }
        return chart
    }
}
