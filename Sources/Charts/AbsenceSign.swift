import Markup

/// The sign beneath the axis where a period has no value to draw.
enum AbsenceSign: Hashable, Sendable, CaseIterable {
    case missing
    case nilReport
    case notApplicable
    case withheld
    case awaited

    /// The sign of what is known of a period, nil where none is needed.
    init?(_ reading: Reading<some Hashable & Sendable>) {
        switch reading {
        case .value, .notDue: return nil
        case .nilReport: self = .nilReport
        case .notApplicable: self = .notApplicable
        case .withheld: self = .withheld
        case .missing: self = .missing
        case .awaited: self = .awaited
        }
    }

    /// Draws it, its middle at a point.
    func draw(into markup: inout Markup, _ x: Double, _ y: Double, size: Double) {
        let half = size / 2
        var path = PathData()
        switch self {
        case .missing:
            path.go(x - half * 0.75, y - half * 0.75)
            path.go(x + half * 0.75, y + half * 0.75)
            path.lift()
            path.go(x + half * 0.75, y - half * 0.75)
            path.go(x - half * 0.75, y + half * 0.75)
            markup.path(path, "chart-sign chart-missing")
        case .nilReport:
            markup.empty(
                .circle,
                .class("chart-sign"),
                .number("cx", x),
                .number("cy", y),
                .number("r", half * 0.75)
            )
            path.go(x - half * 0.8, y + half)
            path.go(x + half * 0.8, y - half)
            markup.path(path, "chart-sign")
        case .notApplicable:
            path.go(x - half * 0.8, y)
            path.go(x + half * 0.8, y)
            markup.path(path, "chart-sign")
        case .withheld:
            markup.box(
                "chart-sign",
                Box(left: x - half * 0.85, top: y - half * 0.85, right: x + half * 0.85, bottom: y + half * 0.85)
            )
            path.go(x - half * 0.85, y)
            path.go(x, y - half * 0.85)
            path.lift()
            path.go(x - half * 0.85, y + half * 0.85)
            path.go(x + half * 0.85, y - half * 0.85)
            path.lift()
            path.go(x, y + half * 0.85)
            path.go(x + half * 0.85, y)
            markup.path(path, "chart-sign")
        case .awaited:
            markup.empty(
                .circle,
                .class("chart-sign"),
                .number("cx", x),
                .number("cy", y),
                .number("r", half * 0.9)
            )
            path.go(x, y - half * 0.6)
            path.go(x, y)
            path.go(x + half * 0.5, y + half * 0.2)
            markup.path(path, "chart-sign")
        }
    }
}

extension AbsenceSign {
    /// The key's entries for the signs that occur.
    static func entries(for signs: [AbsenceSign?], _ texts: TrajectoryChart.Texts) -> [Legend.Entry] {
        allCases.filter(signs.contains)
            .map { sign in
                Legend.Entry(text: sign.text(texts)) { sign.draw(into: &$0, $1, $2, size: 11) }
            }
    }

    private func text(_ texts: TrajectoryChart.Texts) -> String {
        switch self {
        case .nilReport: texts.nilReport
        case .notApplicable: texts.notApplicable
        case .withheld: texts.withheld
        case .missing: texts.missing
        case .awaited: texts.awaited
        }
    }
}
