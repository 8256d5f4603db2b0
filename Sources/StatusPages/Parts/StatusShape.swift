import Markup
import Rules

extension Markup {
    /// Writes the shape of a status; the word beside it says the same, so that it is hidden from screen readers.
    mutating func symbol(_ symbol: Status.Symbol) {
        element(
            .svg,
            .class("symbol"),
            Attribute("viewBox", "0 0 16 16"),
            Attribute("aria-hidden", "true"),
            Attribute("focusable", "false")
        ) { svg in
            svg.empty(.path, Attribute("d", symbol.path))
        }
    }
}

extension Status.Symbol {
    /// The outline of the shape in a square of 16, to be filled by the even-odd rule.
    var path: String {
        switch self {
        case .check: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM6.8 12 2.9 8.1l1.7-1.7 2.2 2.2 4.7-4.7 1.7 1.7Z"
        case .star: "m8 .4 2.4 5 5.4.7-4 3.8 1 5.5L8 12.8l-4.8 2.6 1-5.5-4-3.8 5.4-.7Z"
        case .circle: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z"
        case .triangle: "M8 .8 16 15H0ZM7 5.6v4.8h2V5.6Zm0 6v1.9h2v-1.9Z"
        case .cross:
            "M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7Zm-.4 5.6L6.7 8l-2.4 2.4 1.3 1.3L8 9.3l2.4 2.4 1.3-1.3L9.3 8l2.4-2.4-1.3-1.3L8 6.7 5.6 4.3Z"
        case .clock: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM7 3h2v4.6l3 3-1.4 1.4L7 8.4Z"
        case .question:
            "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM4.9 6C5 4.2 6.2 3 8 3c1.9 0 3.2 1.2 3.2 2.8 0 2-2.2 2.2-2.2 3.8H7c0-2.4 2.2-2.7 2.2-3.8 0-.6-.5-1-1.2-1-.8 0-1.2.5-1.3 1.2ZM7 10.9h2V13H7Z"
        case .dash: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM3.5 6.9h9v2.2h-9Z"
        case .diamond: "m8 0 8 8-8 8-8-8Z"
        case .ring: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2.600a5.4 5.4 0 1 1 0 10.800A5.4 5.4 0 0 1 8 2.600Z"
        }
    }
}
