import Markup

/// What was planned: expected values, targets, the baseline, and the forecast.
extension TrajectoryDrawing {
    func writeExpected(into markup: inout Markup) {
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

    func writeTargets(into markup: inout Markup) {
        let half = min(columns.width * 0.42, 16)
        var path = PathData()
        for (position, period) in chart.periods.enumerated() {
            guard let target = period.target else { continue }
            path.level(from: x(position) - half, to: x(position) + half, y(target))
        }
        if chart.form == .columns { markup.path(path, "chart-halo") }
        markup.path(path, "chart-target")
        if let final = chart.finalTarget {
            let x = final.period.map(self.x) ?? columns.middleAfter
            markup.line("chart-target chart-final", plot.left, y(final.value), plot.right, y(final.value))
            TrajectoryKey.drawGoal(into: &markup, x, y(final.value))
        }
    }

    func writeForecast(into markup: inout Markup) {
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

    func writeBaseline(into markup: inout Markup) {
        guard let baseline = chart.baseline else { return }
        let height = y(baseline.value)
        markup.line("chart-baseline", plot.left, height, plot.right, height)
        TrajectoryKey.drawBaseline(into: &markup, columns.middleBefore, height)
    }
}
