package import Markup

/// The shape of a status, so that it is told without colour: at 16 pixels, in black and white, no two look alike.
package enum StatusSymbol: String, Sendable, CaseIterable {
    case check
    case star
    case circle
    case triangle
    case cross
    case clock
    case question
    case dash
    case diamond
    case ring

    /// Writes it as a small drawing to stand within a line of text, hidden from screen readers: the status's word
    /// stands beside it.
    ///
    /// - Parameters:
    ///   - markup: where it is written.
    ///   - style: a class of the style sheet that gives its colour, as `color`.
    package func write(into markup: inout Markup, style: String? = nil) {
        if style == nil, let drawing = Self.drawings[self] {
            markup.append(drawing)
        } else {
            draw(into: &markup, style.map { "symbol \($0)" } ?? "symbol")
        }
    }

    /// All of them without a style, drawn once.
    private static let drawings = Dictionary(
        uniqueKeysWithValues: allCases.map { symbol in
            var markup = Markup(capacity: 256)
            symbol.draw(into: &markup, "symbol")
            return (symbol, markup)
        }
    )

    private func draw(into markup: inout Markup, _ style: String) {
        markup.element(
            .svg,
            .class(style),
            Attribute("viewBox", "0 0 16 16"),
            Attribute("width", "16"),
            Attribute("height", "16"),
            Attribute("aria-hidden", "true")
        ) { draw(into: &$0) }
    }

    /// Draws it into a chart, its middle at a point.
    func draw(into markup: inout Markup, style: String?, x: Double, y: Double, size: Double) {
        let left = Attribute.decimal(x - size / 2)
        let top = Attribute.decimal(y - size / 2)
        let scale = size == 16 ? "" : " scale(\(Attribute.decimal(size / 16)))"
        markup.element(.g, style.map { .class($0) }, Attribute("transform", "translate(\(left) \(top))\(scale)")) {
            draw(into: &$0)
        }
    }

    private func draw(into markup: inout Markup) {
        let outline = outline
        markup.empty(
            .path,
            Attribute("d", outline.path),
            Attribute("fill", outline.stroke == nil ? "currentColor" : "none"),
            outline.stroke == nil ? Attribute("fill-rule", "evenodd") : Attribute("stroke", "currentColor"),
            outline.stroke.map { .number("stroke-width", $0) },
            outline.stroke == nil ? nil : Attribute("stroke-linecap", "round"),
            outline.stroke == nil ? nil : Attribute("stroke-linejoin", "round")
        )
    }

    /// Its outline in a square of 16, and how thick it is stroked; filled where that is nil.
    private var outline: (path: String, stroke: Double?) {
        switch self {
        case .check: ("M2.5 8.8 6.2 12.5 13.5 4", 2.8)
        case .star: ("M8 .9 10.2 5.7 15.4 6.3 11.5 9.8 12.6 15 8 12.4 3.4 15 4.5 9.8 .6 6.3 5.8 5.7Z", nil)
        case .circle: ("M8 1.7A6.3 6.3 0 1 1 8 14.3 6.3 6.3 0 1 1 8 1.7Z", nil)
        case .triangle: ("M8 1 15.6 14.6H.4ZM7.1 5.6V10.4H8.9V5.6ZM7.1 11.6V13.3H8.9V11.6Z", nil)
        case .cross: ("M3.2 3.2 12.8 12.8M12.8 3.2 3.2 12.8", 3)
        case .clock: ("M8 1.6A6.4 6.4 0 1 1 8 14.4 6.4 6.4 0 1 1 8 1.6ZM8 4.4V8.3L10.7 10", 1.6)
        case .question: ("M4.7 5A3.4 3.4 0 1 1 9.6 8C8.5 8.6 8 9.2 8 10.2M8 13.6V13.7", 2.2)
        case .dash: ("M2.8 8H13.2", 3)
        case .diamond: ("M8 .7 15.3 8 8 15.3 .7 8Z", nil)
        case .ring: ("M8 2.6A5.4 5.4 0 1 1 8 13.4 5.4 5.4 0 1 1 8 2.6Z", 2.6)
        }
    }
}
