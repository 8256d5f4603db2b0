import Markup

/// What every chart has: an identity on its page, the words that stand for it, and how wide it is drawn.
///
/// Charts are drawn in units of which `width` fit beside each other; the page scales them. All text is
/// `ChartFrame.fontSize` units high, so that a chart 400 units wide can be read on a telephone whose column is 340
/// pixels wide (11 pixels and more). Colours come from the classes of the page's style sheet, see `ChartStyleSheet`.
package struct ChartFrame: Hashable, Sendable {
    /// Unique on the page; an identifier of letters, digits and hyphens.
    package var id: String
    /// What the chart shows, as its accessible name.
    package var title: String
    /// What can be seen in it, in a sentence or two, for those who do not see it.
    package var description: String
    /// How many units fit beside each other, 280 or more.
    package var width: Double
    /// A mark in the corner, such as *illustrative*; nil for none.
    package var mark: String?

    /// A frame.
    package init(id: String, title: String, description: String, width: Double = 400, mark: String? = nil) {
        self.id = id
        self.title = title
        self.description = description
        self.width = max(width, 280)
        self.mark = mark
    }

    /// The height of all text in a chart, in units.
    package static let fontSize = 13.0
    /// From one line of text to the next, in units.
    static let lineHeight = 17.0

    /// Writes the outer element with title, description and mark.
    func write(
        into markup: inout Markup,
        kind: String,
        height: Double,
        content: (inout Markup) -> Void
    ) {
        markup.element(
            .svg,
            .class("chart \(kind)"),
            Attribute("viewBox", "0 0 \(Attribute.decimal(width)) \(Attribute.decimal(height))"),
            .role("img"),
            Attribute("aria-labelledby", "\(id)-title \(id)-desc"),
            Attribute("font-size", Attribute.decimal(Self.fontSize))
        ) { markup in
            markup.element(.svgTitle, .id("\(id)-title"), text: title)
            markup.element(.svgDescription, .id("\(id)-desc"), text: description)
            content(&markup)
        }
    }

    /// The room that the mark takes at the top.
    var markHeight: Double { mark == nil ? 0 : Self.lineHeight + 4 }

    /// Writes the mark into the upper right corner.
    func writeMark(into markup: inout Markup) {
        guard let mark else { return }
        let text = TextMeasure.shortened(mark, to: width - 16)
        let boxWidth = TextMeasure.width(of: text) + 12
        markup.empty(
            .rect,
            .class("chart-illustrative"),
            .number("x", width - boxWidth - 0.5),
            .number("y", 0.5),
            .number("width", boxWidth),
            .number("height", Self.lineHeight + 1),
            .number("rx", 3)
        )
        Label(
            text: text,
            x: width - 0.5 - boxWidth / 2,
            baseline: 14,
            anchor: .middle,
            style: "chart-illustrative-text"
        )
        .write(into: &markup)
    }
}
