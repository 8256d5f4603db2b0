import Markup

/// A chart of dependencies with all its places worked out.
struct DependencyDrawing {
    private let chart: DependencyChart
    private let rows: [Placed]
    private let bottom: Double
    private let legend: Legend

    private struct Placed {
        var row: DependencyChart.Row
        var lines: [String]
        var details: [String]
        var box: Box
    }

    /// From the edge of a box to its text, where its symbol stands.
    private static let inset = 26.0

    init(_ chart: DependencyChart) {
        self.chart = chart
        let width = chart.frame.width
        let deepest = Double(chart.rows.map(\.depth).max() ?? 0)
        let step = min(width >= 600 ? 44 : 22, deepest > 0 ? width * 0.4 / deepest : 44)
        var placed: [Placed] = []
        var y = chart.frame.markHeight + 2
        for row in chart.rows {
            let left = Double(max(0, row.depth)) * step + 1
            let right = min(width - 1, left + 470)
            let room = right - left - Self.inset - 8
            let lines = TextMeasure.lines(row.label, width: room, limit: 4)
            let details = TextMeasure.lines(row.detail, width: room, limit: 2)
            let height = Double(lines.count + details.count) * ChartFrame.lineHeight + 10
            placed.append(
                Placed(
                    row: row,
                    lines: lines,
                    details: details,
                    box: Box(left: left, top: y, right: right, bottom: y + height)
                )
            )
            y += height + 10
        }
        rows = placed
        bottom = y
        legend = Legend(Self.entries(chart), width: width)
    }

    func write(into markup: inout Markup) {
        chart.frame.write(into: &markup, kind: "chart-dependencies", height: bottom + legend.height + 6) { markup in
            for (number, placed) in rows.enumerated() { writeLines(to: placed, number, into: &markup) }
            for placed in rows { write(placed, into: &markup) }
            legend.write(into: &markup, left: 0, top: bottom + 4)
            chart.frame.writeMark(into: &markup)
        }
    }

    /// The lines from what a row waits for: down, then to the right with an arrow.
    private func writeLines(to placed: Placed, _ number: Int, into markup: inout Markup) {
        for (position, source) in placed.row.waitsFor.enumerated() where source >= 0 && source < number {
            let from = rows[source]
            let x = min(from.box.left + 9, placed.box.left - 6)
            let share = Double(position + 1) / Double(placed.row.waitsFor.count + 1)
            let y = placed.box.top + placed.box.height * share
            var path = PathData()
            path.go(x, from.box.bottom)
            path.go(x, y)
            path.go(placed.box.left - 1, y)
            markup.path(path, from.row.isLate ? "chart-wait chart-held" : "chart-wait")
            var head = PathData()
            head.go(placed.box.left - 6, y - 4)
            head.go(placed.box.left - 1, y)
            head.go(placed.box.left - 6, y + 4)
            markup.path(head, from.row.isLate ? "chart-wait chart-held chart-head" : "chart-wait chart-head")
        }
    }

    private func write(_ placed: Placed, into markup: inout Markup) {
        let box = placed.box
        markup.box(placed.row.isLate ? "chart-box chart-box-late" : "chart-box", box, corner: 3)
        placed.row.symbol?.draw(into: &markup, style: placed.row.style, x: box.left + 14, y: box.top + 14, size: 13)
        for (index, line) in placed.lines.enumerated() {
            Label(
                text: line,
                x: box.left + Self.inset,
                baseline: box.top + 18 + Double(index) * ChartFrame.lineHeight,
                anchor: .start,
                style: nil
            )
            .write(into: &markup)
        }
        for (index, detail) in placed.details.enumerated() {
            Label(
                text: detail,
                x: box.left + Self.inset,
                baseline: box.top + 18 + Double(placed.lines.count + index) * ChartFrame.lineHeight,
                anchor: .start,
                style: "chart-tick"
            )
            .write(into: &markup)
        }
    }

    private static func entries(_ chart: DependencyChart) -> [Legend.Entry] {
        func entry(_ text: String, _ style: String) -> Legend.Entry {
            Legend.Entry(text: text) { markup, x, y in
                var path = PathData()
                path.go(x - 9, y)
                path.go(x + 8, y)
                path.lift()
                path.go(x + 3, y - 4)
                path.go(x + 8, y)
                path.go(x + 3, y + 4)
                markup.path(path, style)
            }
        }
        let isHeld = chart.rows.contains { row in
            row.waitsFor.contains { chart.rows.indices.contains($0) && chart.rows[$0].isLate }
        }
        return [entry(chart.texts.waits, "chart-wait chart-head")]
            + (isHeld ? [entry(chart.texts.heldUp, "chart-wait chart-held chart-head")] : [])
    }
}
