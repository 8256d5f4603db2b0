import Markup

/// The outline of a path, as its `d` attribute says it.
struct PathData {
    private(set) var text = ""
    private var isDown = false

    var isEmpty: Bool { text.isEmpty }

    /// Goes on to a point with a line, or begins there after `lift`.
    mutating func go(_ x: Double, _ y: Double) {
        text += isDown ? "L" : "M"
        text += Attribute.decimal(x) + " " + Attribute.decimal(y)
        isDown = true
    }

    /// Draws a level line by itself.
    mutating func level(from left: Double, to right: Double, _ y: Double) {
        lift()
        go(left, y)
        text += "H" + Attribute.decimal(right)
        lift()
    }

    /// Draws a rectangle by itself.
    mutating func box(_ box: Box) {
        lift()
        go(box.left, box.top)
        text += "H" + Attribute.decimal(box.right) + "V" + Attribute.decimal(box.bottom)
        text += "H" + Attribute.decimal(box.left)
        close()
    }

    /// Ends the line: the next point begins another.
    mutating func lift() { isDown = false }

    /// Goes back to where the line began.
    mutating func close() {
        if isDown { text += "Z" }
        isDown = false
    }
}

extension Markup {
    /// Writes a path of a class, if there is anything in it.
    mutating func path(_ data: PathData, _ style: String) {
        guard !data.isEmpty else { return }
        empty(.path, .class(style), Attribute("d", data.text))
    }

    /// Writes a straight line of a class.
    mutating func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        empty(.line, .class(style), .number("x1", x1), .number("y1", y1), .number("x2", x2), .number("y2", y2))
    }

    /// Writes a rectangle of a class.
    mutating func box(_ style: String, _ box: Box, fill: String? = nil, corner: Double? = nil) {
        empty(
            .rect,
            .class(style),
            .number("x", box.left),
            .number("y", box.top),
            .number("width", max(0, box.width)),
            .number("height", max(0, box.height)),
            corner.map { .number("rx", $0) },
            fill.map { Attribute("fill", $0) }
        )
    }
}
