import Markup

/// A line of text in a chart.
struct Label: Hashable, Sendable {
    var text: String
    var x: Double
    /// The height of the line on which letters stand.
    var baseline: Double
    var anchor: Anchor
    /// Its class; nil for that of all text.
    var style: String?

    enum Anchor: String, Sendable {
        case start
        case middle
        case end
    }

    /// The room that it takes.
    var box: Box {
        let width = TextMeasure.width(of: text)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return Box(
            left: left,
            top: baseline - ChartFrame.fontSize * 0.8,
            right: left + width,
            bottom: baseline + ChartFrame.fontSize * 0.25
        )
    }

    func write(into markup: inout Markup) {
        markup.element(
            .svgText,
            style.map { .class($0) },
            .number("x", x),
            .number("y", baseline),
            anchor == .start ? nil : Attribute("text-anchor", anchor.rawValue),
            text: text
        )
    }
}

/// A rectangle, in units of the chart; downwards is more.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middle: Double { (left + right) / 2 }

    /// Whether the two have more than an edge in common.
    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: Box) -> Bool {
        left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom
    }
}

/// Labels that keep clear of each other: what finds no room is left out, since the table beside a chart has it all.
struct LabelField {
    private(set) var labels: [Label] = []
    private var taken: [Box] = []
    let bounds: Box

    /// An empty field.
    init(bounds: Box) { self.bounds = bounds }

    /// Keeps labels away from something else that is drawn.
    mutating func reserve(_ box: Box) { taken.append(box) }

    /// Places the first candidate that has room.
    @discardableResult mutating func place(_ candidates: Label...) -> Bool {
        for candidate in candidates {
            let box = candidate.box
            guard bounds.contains(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
            labels.append(candidate)
            taken.append(box)
            return true
        }
        return false
    }
}
