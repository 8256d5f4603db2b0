import Markup

/// The key of a chart: swatches with their words, in as many rows as they need.
struct Legend {
    /// One of its entries.
    struct Entry {
        var text: String
        /// Draws what stands for it, its middle at a point; 18 units wide and 12 high at most.
        var swatch: (inout Markup, _ x: Double, _ y: Double) -> Void
    }

    private struct Placed {
        var entry: Entry
        var lines: [String]
        var x: Double
        var row: Int
    }

    private static let swatchWidth = 20.0
    private static let gap = 14.0
    private var placed: [Placed] = []
    private var rows = 0

    /// Its height in units.
    var height: Double { Double(rows) * ChartFrame.lineHeight }

    /// Places entries in a width, in their order.
    init(_ entries: [Entry], width: Double) {
        var x = 0.0
        for entry in entries {
            let room = width - Self.swatchWidth - 4
            let lines = TextMeasure.lines(entry.text, width: room, limit: 3)
            let needed = Self.swatchWidth + 4 + (lines.map { TextMeasure.width(of: $0) }.max() ?? 0)
            if x > 0, x + needed > width || lines.count > 1 { x = 0 }
            if x == 0 { rows += 1 }
            placed.append(Placed(entry: entry, lines: lines, x: x, row: rows - 1))
            rows += max(0, lines.count - 1)
            x = lines.count > 1 ? 0 : x + needed + Self.gap
        }
    }

    /// Writes it with its upper edge at a height.
    func write(into markup: inout Markup, left: Double, top: Double) {
        for item in placed {
            let y = top + Double(item.row) * ChartFrame.lineHeight
            item.entry.swatch(&markup, left + item.x + Self.swatchWidth / 2, y + ChartFrame.lineHeight / 2)
            for (index, line) in item.lines.enumerated() {
                Label(
                    text: line,
                    x: left + item.x + Self.swatchWidth + 4,
                    baseline: y + Double(index) * ChartFrame.lineHeight + 13,
                    anchor: .start,
                    style: nil
                )
                .write(into: &markup)
            }
        }
    }
}
