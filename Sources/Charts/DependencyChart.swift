package import Markup

/// What waits for what: a row for each thing, below and to the right of what it waits for, with a line from there.
package struct DependencyChart: Sendable {
    package var frame: ChartFrame
    /// Each after all that it waits for.
    package var rows: [Row]
    package var texts: Texts

    /// Something that waits, or is waited for.
    package struct Row: Hashable, Sendable {
        package var label: String
        /// When it is to be finished, or how late it is.
        package var detail: String
        package var symbol: StatusSymbol?
        /// The class that gives its symbol its colour, as `color`.
        package var style: String
        /// How many stand one after another before it.
        package var depth: Int
        /// The rows that it waits for, from 0, all of them above.
        package var waitsFor: [Int]
        /// Whether it should be finished and is not, so that what waits for it is held up.
        package var isLate: Bool

        package init(
            label: String,
            detail: String,
            symbol: StatusSymbol?,
            style: String,
            depth: Int,
            waitsFor: [Int],
            isLate: Bool
        ) {
            self.label = label
            self.detail = detail
            self.symbol = symbol
            self.style = style
            self.depth = depth
            self.waitsFor = waitsFor
            self.isLate = isLate
        }
    }

    /// The words of the key.
    package struct Texts: Hashable, Sendable {
        package var waits: String
        package var heldUp: String

        package init(waits: String, heldUp: String) {
            self.waits = waits
            self.heldUp = heldUp
        }
    }

    package init(frame: ChartFrame, rows: [Row], texts: Texts) {
        self.frame = frame
        self.rows = rows
        self.texts = texts
    }

    /// Writes the chart.
    package func write(into markup: inout Markup) { DependencyDrawing(self).write(into: &markup) }
}
