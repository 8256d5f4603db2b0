package import Markup

/// How many items have which status: a stacked bar, each part with its own colour, pattern and shape, and a key that
/// says the numbers.
package struct DistributionBar: Sendable {
    package var frame: ChartFrame
    /// In the order in which they are stacked; those with a count of 0 are in the key only.
    package var parts: [Part]
    /// Whether statuses that nothing has are named in the key.
    package var showsEmptyParts: Bool

    /// Items that have the same status.
    package struct Part: Hashable, Sendable {
        package var label: String
        package var count: Int
        /// The count as the reader's language writes it.
        package var countText: String
        package var symbol: StatusSymbol
        /// The class that gives the colour, as `color` (areas are filled with `currentColor`).
        package var style: String

        package init(label: String, count: Int, countText: String, symbol: StatusSymbol, style: String) {
            self.label = label
            self.count = count
            self.countText = countText
            self.symbol = symbol
            self.style = style
        }
    }

    package init(frame: ChartFrame, parts: [Part], showsEmptyParts: Bool = false) {
        self.frame = frame
        self.parts = parts
        self.showsEmptyParts = showsEmptyParts
    }

    private static let barHeight = 22.0
    private static let gap = 2.0
    private static let least = 4.0

    /// Writes the chart.
    package func write(into markup: inout Markup) {
        let top = frame.markHeight
        let entries = parts.filter { $0.count > 0 || showsEmptyParts }
            .map { part in
                Legend.Entry(text: "\(part.label): \(part.countText)") { markup, x, y in
                    part.symbol.draw(into: &markup, style: part.style, x: x, y: y, size: 14)
                }
            }
        let legend = Legend(entries, width: frame.width)
        let symbolsTop = top + Self.barHeight + 3
        let legendTop = symbolsTop + 18
        frame.write(into: &markup, kind: "chart-distribution", height: legendTop + legend.height) { markup in
            frame.writeMark(into: &markup)
            writeBar(into: &markup, top: top)
            legend.write(into: &markup, left: 0, top: legendTop)
        }
    }

    private func writeBar(into markup: inout Markup, top: Double) {
        let filled = parts.filter { $0.count > 0 }
        guard !filled.isEmpty else {
            markup.box(
                "chart-empty",
                Box(left: 0.5, top: top + 0.5, right: frame.width - 0.5, bottom: top + Self.barHeight)
            )
            return
        }
        markup.element(.defs) { markup in
            for (index, part) in filled.enumerated() {
                part.symbol.hatching?.define(into: &markup, id: "\(frame.id)-fill-\(index)")
            }
        }
        var left = 0.0
        for (index, (part, width)) in zip(filled, widths(of: filled)).enumerated() {
            let box = Box(left: left, top: top, right: left + width, bottom: top + Self.barHeight)
            markup.box("\(part.style) chart-part", box, fill: "currentColor")
            if part.symbol.hatching != nil {
                markup.box("chart-part-hatch", box, fill: "url(#\(frame.id)-fill-\(index))")
            }
            if width >= 14 {
                part.symbol.draw(into: &markup, style: part.style, x: box.middle, y: box.bottom + 11, size: 12)
            }
            left += width + Self.gap
        }
    }

    /// In proportion to the counts, yet each wide enough to be seen.
    private func widths(of parts: [Part]) -> [Double] {
        let room = frame.width - Self.gap * Double(parts.count - 1)
        let least = min(Self.least, room / Double(parts.count))
        let total = Double(parts.reduce(0) { $0 + $1.count })
        var widths = parts.map { room * Double($0.count) / total }
        let narrow = widths.indices.filter { widths[$0] < least }
        let missing = narrow.reduce(0.0) { $0 + least - widths[$1] }
        let spare = widths.reduce(0.0) { $0 + max(0, $1 - least) }
        for index in widths.indices {
            widths[index] =
                widths[index] < least ? least : widths[index] - missing * (widths[index] - least) / max(spare, 0.001)
        }
        return widths
    }
}
