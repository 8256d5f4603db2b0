import Markup

/// The key of a trajectory chart: an entry for everything that occurs in it, nothing for what does not.
struct TrajectoryKey {
    let chart: TrajectoryChart
    let isCut: Bool

    var entries: [Legend.Entry] {
        var entries: [Legend.Entry] = []
        let actuals = chart.periods.map(\.actual)
        let isLine = chart.form == .line
        func add(_ isThere: Bool, _ text: String, _ swatch: @escaping (inout Markup, Double, Double) -> Void) {
            if isThere { entries.append(Legend.Entry(text: text, swatch: swatch)) }
        }
        let verified = actuals.contains { $0.known?.isVerified == true }
        let unverified = actuals.contains { $0.known?.isVerified == false }
        add(verified, chart.texts.actual) { Self.drawValue(into: &$0, $1, $2, isLine: isLine, isVerified: true) }
        add(unverified, chart.texts.unverified) { Self.drawValue(into: &$0, $1, $2, isLine: isLine, isVerified: false) }
        add(chart.periods.contains { $0.target != nil }, chart.texts.target) { markup, x, y in
            markup.line("chart-target", x - 8, y, x + 8, y)
        }
        add(chart.finalTarget != nil, chart.texts.finalTarget) { Self.drawGoal(into: &$0, $1, $2) }
        add(chart.periods.contains { $0.expected != nil }, chart.texts.expected) { markup, x, y in
            markup.line("chart-expected", x - 9, y, x + 9, y)
        }
        let hasBand = chart.periods.contains { $0.band?.lower != nil || $0.band?.upper != nil }
        add(chart.kept != nil || hasBand, chart.texts.band) { markup, x, y in
            markup.box("chart-band", Box(left: x - 9, top: y - 5, right: x + 9, bottom: y + 5))
        }
        add(chart.baseline != nil, chart.texts.baseline) { Self.drawBaseline(into: &$0, $1, $2) }
        add(!chart.forecast.isEmpty, chart.texts.forecast) { markup, x, y in
            markup.line("chart-forecast", x - 9, y, x + 9, y)
            markup.empty(
                .circle,
                .class("chart-forecast-point"),
                .number("cx", x),
                .number("cy", y),
                .number("r", 3)
            )
        }
        let todayIsDrawn = chart.today.map { $0 >= 0 && $0 <= Double(chart.periods.count) } ?? false
        add(todayIsDrawn && !chart.periods.isEmpty, chart.texts.today) { markup, x, y in
            markup.line("chart-today", x, y - 7, x, y + 7)
        }
        entries += AbsenceSign.entries(for: actuals.map { AbsenceSign($0) }, chart.texts)
        add(isCut, chart.texts.cutAxis) { markup, x, y in
            var path = PathData()
            for step in 0...4 { path.go(x - 8 + Double(step) * 4, y + (step % 2 == 0 ? 2 : -2)) }
            markup.path(path, "chart-axis chart-cut")
        }
        return entries
    }

    static func drawValue(
        into markup: inout Markup,
        _ x: Double,
        _ y: Double,
        isLine: Bool,
        isVerified: Bool,
        isJoined: Bool = true
    ) {
        if isLine {
            if isVerified, isJoined { markup.line("chart-actual", x - 9, y, x + 9, y) }
            markup.point(x, y, radius: 4.2, isVerified: isVerified, hint: nil)
        } else {
            let style = isVerified ? "chart-column" : "chart-column chart-unverified"
            markup.box(style, Box(left: x - 5, top: y - 6, right: x + 5, bottom: y + 6))
        }
    }

    /// The mark of the final target: a ring with a dot.
    static func drawGoal(into markup: inout Markup, _ x: Double, _ y: Double) {
        markup.empty(.circle, .class("chart-goal"), .number("cx", x), .number("cy", y), .number("r", 5))
        markup.empty(.circle, .class("chart-goal-dot"), .number("cx", x), .number("cy", y), .number("r", 1.8))
    }

    /// The mark of the baseline: a small square standing on its corner.
    static func drawBaseline(into markup: inout Markup, _ x: Double, _ y: Double) {
        var path = PathData()
        path.go(x, y - 5)
        path.go(x + 5, y)
        path.go(x, y + 5)
        path.go(x - 5, y)
        path.close()
        markup.path(path, "chart-baseline-mark")
    }
}

extension Markup {
    /// Writes the point of a value, hollow where it is not verified.
    mutating func point(_ x: Double, _ y: Double, radius: Double, isVerified: Bool, hint: String?) {
        let style: Attribute = .class(isVerified ? "chart-point" : "chart-point chart-unverified")
        let place: (Attribute, Attribute) = (.number("cx", x), .number("cy", y))
        if let hint {
            element(.circle, style, place.0, place.1, .number("r", radius)) { $0.element(.svgTitle, text: hint) }
        } else {
            empty(.circle, style, place.0, place.1, .number("r", radius))
        }
    }
}
