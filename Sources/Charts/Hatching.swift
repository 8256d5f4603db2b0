import Markup

/// A pattern that tells areas apart without colour; it is laid over a fill.
enum Hatching: Sendable {
    case rising
    case falling
    case crossed
    case dots
    case level
    case upright

    /// Defines the pattern; it is drawn in the colour of the class `chart-hatch`.
    func define(into markup: inout Markup, id: String) {
        let size = Attribute.decimal(6)
        markup.element(
            .pattern,
            .id(id),
            Attribute("width", size),
            Attribute("height", size),
            Attribute("patternUnits", "userSpaceOnUse")
        ) { markup in
            switch self {
            case .dots:
                markup.empty(.circle, .class("chart-hatch-dot"), .number("cx", 3), .number("cy", 3), .number("r", 1.2))
            default: markup.empty(.path, .class("chart-hatch"), Attribute("d", outline))
            }
        }
    }

    private var outline: String {
        switch self {
        case .rising: "M-1 1 1-1M0 6 6 0M5 7 7 5"
        case .falling: "M-1 5 1 7M0 0 6 6M5-1 7 1"
        case .crossed: "M0 0 6 6M0 6 6 0"
        case .dots: ""
        case .level: "M0 3H6"
        case .upright: "M3 0V6"
        }
    }
}

extension StatusSymbol {
    /// The pattern of its areas in stacked bars: solid for what is reached, ever busier for what is worse.
    var hatching: Hatching? {
        switch self {
        case .check, .circle: nil
        case .star: .upright
        case .triangle: .rising
        case .cross: .crossed
        case .diamond: .falling
        case .clock: .level
        case .question: .dots
        case .dash, .ring: nil
        }
    }
}
