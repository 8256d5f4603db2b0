import Markup

/// Behind everything: the band that counts as on track, the grid, the day, and hatching over what is withheld.
extension TrajectoryDrawing {
    func writeGrid(into markup: inout Markup) {
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

    func writeToday(into markup: inout Markup) {
        guard let today = chart.today, today >= 0, today <= Double(chart.periods.count), !chart.periods.isEmpty else {
            return
        }
        let x = columns.left(of: 0) + today * columns.width
        markup.line("chart-today", x, plot.top - 4, x, plot.bottom)
    }

    func writeBands(into markup: inout Markup) {
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
        var path = PathData()
        for position in chart.periods.indices {
            guard let edges = edges(position) else { continue }
            let left = columns.left(of: position)
            path.box(Box(left: left, top: edges.top, right: left + columns.width, bottom: edges.bottom))
        }
        markup.path(path, "chart-band")
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

    func writeWithheld(into markup: inout Markup) {
        for (position, period) in chart.periods.enumerated() where period.actual == .withheld {
            let left = columns.left(of: position)
            markup.box(
                "chart-withheld",
                Box(left: left + 1, top: plot.top, right: left + columns.width - 1, bottom: plot.bottom),
                fill: "url(#\(chart.frame.id)-withheld)"
            )
        }
    }
}
