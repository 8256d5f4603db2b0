package import Markup

/// A very small line of values to stand in a table's cell: how they went, without axes.
///
/// Values that are missing leave a gap with a tick at the bottom. What it shows is in the table beside it, so it is
/// hidden from screen readers unless it has a title.
package struct Sparkline: Sendable {
    package var readings: [Reading<Double>]
    /// Drawn as a line across, where there is one.
    package var target: Double?
    package var title: String?

    package init(readings: [Reading<Double>], target: Double? = nil, title: String? = nil) {
        self.readings = readings
        self.target = target
        self.title = title
    }

    private static let width = 96.0
    private static let height = 24.0

    /// Writes the line.
    package func write(into markup: inout Markup) {
        markup.element(
            .svg,
            .class("chart-sparkline"),
            Attribute("viewBox", "0 0 96 24"),
            Attribute("width", "96"),
            Attribute("height", "24"),
            title == nil ? Attribute("aria-hidden", "true") : .role("img"),
            title.map { Attribute("aria-label", $0) }
        ) { draw(into: &$0) }
    }

    private func draw(into markup: inout Markup) {
        let values = (readings.compactMap(\.known?.value) + [target].compactMap(\.self)).filter(\.isFinite)
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        func y(_ value: Double) -> Double {
            let share = high > low ? (value - low) / (high - low) : 0.5
            return Self.height - 5 - min(max(share.isFinite ? share : 0.5, 0), 1) * (Self.height - 9)
        }
        let step = (Self.width - 8) / Double(max(readings.count - 1, 1))
        func x(_ position: Int) -> Double { readings.count == 1 ? Self.width / 2 : 4 + Double(position) * step }
        if let target { markup.line("chart-target chart-final", 0, y(target), Self.width, y(target)) }
        var line = PathData()
        var ticks = PathData()
        for (position, reading) in readings.enumerated() {
            if let known = reading.known {
                line.go(x(position), y(known.value))
            } else {
                line.lift()
                if reading != .notDue {
                    ticks.go(x(position), Self.height - 3)
                    ticks.go(x(position), Self.height)
                    ticks.lift()
                }
            }
        }
        markup.path(ticks, "chart-sign")
        markup.path(line, "chart-actual")
        let isAlone = { (position: Int) in
            (position == 0 || readings[position - 1].known == nil)
                && (position + 1 == readings.count || readings[position + 1].known == nil)
        }
        let last = readings.lastIndex { $0.known != nil }
        for (position, reading) in readings.enumerated() {
            guard let known = reading.known, position == last || isAlone(position) else { continue }
            markup.point(
                x(position),
                y(known.value),
                radius: position == last ? 2.6 : 1.6,
                isVerified: known.isVerified,
                hint: nil
            )
        }
    }
}
