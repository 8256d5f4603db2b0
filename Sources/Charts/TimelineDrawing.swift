import Markup

/// A timeline with all its places worked out.
struct TimelineDrawing {
    private let chart: TimelineChart
    private let left = 8.0
    private let right: Double
    private let top: Double
    private let rows: [(row: TimelineChart.Row, lines: [String], top: Double, bar: Double)]
    private let bottom: Double
    private let legend: Legend

    private static let barHeight = 11.0

    init(_ chart: TimelineChart) {
        self.chart = chart
        right = chart.frame.width - 8
        top = chart.frame.markHeight + ChartFrame.lineHeight + 6
        var rows: [(row: TimelineChart.Row, lines: [String], top: Double, bar: Double)] = []
        var y = top + 4
        for row in chart.rows {
            let indent = row.symbol == nil ? 0.0 : 18
            let lines = TextMeasure.lines(row.label, width: chart.frame.width - indent, limit: 3)
            let bar = y + Double(lines.count) * ChartFrame.lineHeight + 3
            rows.append((row, lines, y, bar))
            y = bar + Self.barHeight + 10
        }
        self.rows = rows
        bottom = max(y, top + 12)
        legend = Legend(Self.entries(chart), width: chart.frame.width)
    }

    private func x(_ day: Double) -> Double {
        let length = chart.span.upperBound - chart.span.lowerBound
        let share = length > 0 ? (day - chart.span.lowerBound) / length : 0
        return left + min(max(share.isFinite ? share : 0, 0), 1) * (right - left)
    }

    func write(into markup: inout Markup) {
        chart.frame.write(into: &markup, kind: "chart-timeline", height: bottom + legend.height + 8) { markup in
            writeTicks(into: &markup)
            if let today = chart.today, chart.span.contains(today) {
                markup.line("chart-today", x(today), top - 2, x(today), bottom)
            }
            for (row, lines, top, bar) in rows { write(row, lines, top, bar, into: &markup) }
            legend.write(into: &markup, left: 0, top: bottom + 6)
            chart.frame.writeMark(into: &markup)
        }
    }

    private func writeTicks(into markup: inout Markup) {
        var field = LabelField(bounds: Box(left: 0, top: 0, right: chart.frame.width, bottom: bottom))
        for tick in chart.ticks where chart.span.contains(tick.day) {
            markup.line("chart-grid", x(tick.day), top - 4, x(tick.day), bottom)
        }
        for tick in thinned() {
            let label = Label(text: tick.label, x: x(tick.day), baseline: top - 9, anchor: .middle, style: "chart-tick")
            var first = label
            (first.x, first.anchor) = (max(0, x(tick.day) - 8), .start)
            var last = label
            (last.x, last.anchor) = (min(chart.frame.width, x(tick.day) + 8), .end)
            field.place(label, first, last)
        }
        for label in field.labels { label.write(into: &markup) }
    }

    /// Every one, every second, third and so on: the first step at which names do not touch.
    private func thinned() -> [TimelineChart.Tick] {
        let inside = chart.ticks.filter { chart.span.contains($0.day) }
        for step in 1...max(1, inside.count) {
            let kept = inside.indices.filter { $0 % step == 0 }.map { inside[$0] }
            let fits = zip(kept, kept.dropFirst())
                .allSatisfy { first, second in
                    let halves = (TextMeasure.width(of: first.label) + TextMeasure.width(of: second.label)) / 2
                    return x(second.day) - x(first.day) >= halves + 8
                }
            if fits { return kept }
        }
        return Array(inside.prefix(1))
    }

    private func write(
        _ row: TimelineChart.Row,
        _ lines: [String],
        _ top: Double,
        _ bar: Double,
        into markup: inout Markup
    ) {
        row.symbol?.draw(into: &markup, style: row.style, x: 7, y: top + 8.5, size: 13)
        for (index, line) in lines.enumerated() {
            Label(
                text: line,
                x: row.symbol == nil ? 0 : 18,
                baseline: top + 13 + Double(index) * ChartFrame.lineHeight,
                anchor: .start,
                style: nil
            )
            .write(into: &markup)
        }
        let middle = bar + Self.barHeight / 2
        markup.line("chart-grid", left, middle, right, middle)
        if let start = row.start, let end = row.end, end >= start {
            let box = Box(left: x(start), top: bar, right: max(x(end), x(start) + 2), bottom: bar + Self.barHeight)
            if row.isPermanent {
                Self.drawPermanent(into: &markup, box, style: row.style)
            } else {
                markup.box("\(row.style) chart-span", box, fill: "currentColor", corner: 2)
            }
        } else if row.start == nil, row.milestones.isEmpty {
            let text = TextMeasure.shortened(chart.texts.undated, to: right - left - 10)
            Label(text: text, x: left + 10, baseline: middle + 4, anchor: .start, style: "chart-tick")
                .write(into: &markup)
        }
        for milestone in row.milestones where chart.span.contains(milestone.day) {
            if let hint = milestone.hint {
                markup.element(.g) { markup in
                    markup.element(.svgTitle, text: hint)
                    Self.draw(milestone.state, into: &markup, x(milestone.day), middle)
                }
            } else {
                Self.draw(milestone.state, into: &markup, x(milestone.day), middle)
            }
        }
    }

    /// A bar without ends.
    private static func drawPermanent(into markup: inout Markup, _ box: Box, style: String) {
        let middle = (box.top + box.bottom) / 2
        markup.element(.g, .class(style)) { markup in
            markup.line("chart-permanent", box.left, middle, box.right, middle)
            var path = PathData()
            path.go(max(box.left, box.right - 6), middle - 4)
            path.go(box.right, middle)
            path.go(max(box.left, box.right - 6), middle + 4)
            markup.path(path, "chart-permanent-end")
        }
    }

    /// The shape of a milestone: full where achieved, half full where late, empty where ahead, a cross where overdue.
    private static func draw(
        _ state: TimelineChart.Milestone.State,
        into markup: inout Markup,
        _ x: Double,
        _ y: Double
    ) {
        let half = 6.5
        var outline = PathData()
        outline.go(x, y - half)
        outline.go(x + half, y)
        outline.go(x, y + half)
        outline.go(x - half, y)
        outline.close()
        switch state {
        case .achieved: markup.path(outline, "chart-milestone")
        case .achievedLate:
            markup.path(outline, "chart-milestone chart-hollow")
            var lower = PathData()
            lower.go(x + half, y)
            lower.go(x, y + half)
            lower.go(x - half, y)
            lower.close()
            markup.path(lower, "chart-milestone")
        case .ahead: markup.path(outline, "chart-milestone chart-hollow")
        case .overdue:
            var cross = PathData()
            cross.go(x - 5, y - 5)
            cross.go(x + 5, y + 5)
            cross.lift()
            cross.go(x + 5, y - 5)
            cross.go(x - 5, y + 5)
            markup.path(cross, "chart-milestone-halo")
            markup.path(cross, "chart-sign chart-missing")
        case .unknown:
            markup.empty(
                .circle,
                .class("chart-milestone chart-hollow"),
                .number("cx", x),
                .number("cy", y),
                .number("r", 7.5)
            )
            StatusSymbol.question.draw(into: &markup, style: "chart-ink", x: x, y: y, size: 10)
        }
    }

    private static func entries(_ chart: TimelineChart) -> [Legend.Entry] {
        let states = Set(chart.rows.flatMap(\.milestones).filter { chart.span.contains($0.day) }.map(\.state))
        var entries = TimelineChart.Milestone.State.allCases.filter(states.contains)
            .map { state in
                Legend.Entry(text: chart.texts.text(state)) { draw(state, into: &$0, $1, $2) }
            }
        if chart.rows.contains(where: { $0.isPermanent && $0.start != nil }) {
            entries.append(
                Legend.Entry(text: chart.texts.permanent) { markup, x, y in
                    drawPermanent(
                        into: &markup,
                        Box(left: x - 9, top: y - 5, right: x + 9, bottom: y + 5),
                        style: "chart-ink"
                    )
                }
            )
        }
        if let today = chart.today, chart.span.contains(today) {
            entries.append(Legend.Entry(text: chart.texts.today) { $0.line("chart-today", $1, $2 - 7, $1, $2 + 7) })
        }
        return entries
    }
}

extension TimelineChart.Texts {
    fileprivate func text(_ state: TimelineChart.Milestone.State) -> String {
        switch state {
        case .achieved: achieved
        case .achievedLate: achievedLate
        case .overdue: overdue
        case .ahead: ahead
        case .unknown: unknown
        }
    }
}
