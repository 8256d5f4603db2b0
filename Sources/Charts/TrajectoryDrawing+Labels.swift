/// The figures written beside their marks, where there is room.
extension TrajectoryDrawing {
    /// The values of the target, the latest figure and the baseline, where there is room.
    func valueLabels() -> [Label] {
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
            field.reserve(Box(left: at - 5, top: y(final.value) - 5, right: at + 5, bottom: y(final.value) + 5))
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
