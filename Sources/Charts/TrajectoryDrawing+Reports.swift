import Markup

/// What was reported: a line with its points, or columns.
extension TrajectoryDrawing {
    func writeLine(into markup: inout Markup) {
        var path = PathData()
        for (position, period) in chart.periods.enumerated() {
            if let known = period.actual.known { path.go(x(position), y(known.value)) } else { path.lift() }
        }
        markup.path(path, "chart-actual")
        let radius = columns.width < 9 ? max(1.2, columns.width / 4) : 4.2
        for (position, period) in chart.periods.enumerated() {
            guard let known = period.actual.known else { continue }
            markup.point(x(position), y(known.value), radius: radius, isVerified: known.isVerified, hint: period.hint)
        }
    }

    func writeColumns(into markup: inout Markup) {
        let half = min(columns.width * 0.32, 15)
        for (position, period) in chart.periods.enumerated() {
            guard case .value(let value, let isVerified) = period.actual else { continue }
            let ends = [y(0), y(value)].sorted()
            let box =
                ends[1] - ends[0] < 1.5
                ? Box(left: x(position) - half, top: y(0) - 1.5, right: x(position) + half, bottom: y(0))
                : Box(left: x(position) - half, top: ends[0], right: x(position) + half, bottom: ends[1])
            let style: Attribute = .class(isVerified ? "chart-column" : "chart-column chart-unverified")
            let place: [Attribute] = [
                .number("x", box.left), .number("y", box.top), .number("width", box.width),
                .number("height", box.height),
            ]
            if let hint = period.hint {
                markup.element(.rect, style, place[0], place[1], place[2], place[3]) {
                    $0.element(.svgTitle, text: hint)
                }
            } else {
                markup.empty(.rect, style, place[0], place[1], place[2], place[3])
            }
        }
    }
}
