import Charts
import Markup

/// A chart drawn wide and narrow: the style sheet shows the one that can be read.
struct ChartPair: Sendable {
    private let wide: @Sendable (inout Markup) -> Void
    private let narrow: @Sendable (inout Markup) -> Void

    private static let widths = (wide: 780.0, narrow: 380.0)

    /// - Parameters:
    ///   - frame: of the wide one; the narrow one has another identifier.
    ///   - draw: writes the chart in a frame.
    init(_ frame: ChartFrame, draw: @escaping @Sendable (ChartFrame, inout Markup) -> Void) {
        var wideFrame = frame
        wideFrame.width = Self.widths.wide
        var narrowFrame = frame
        narrowFrame.id += "-narrow"
        narrowFrame.width = Self.widths.narrow
        wide = { [wideFrame] in draw(wideFrame, &$0) }
        narrow = { [narrowFrame] in draw(narrowFrame, &$0) }
    }

    func write(into page: inout Markup) {
        page.element(.figure, .class("trajectory")) { page in
            page.element(.div, .class("chart-wide")) { wide(&$0) }
            page.element(.div, .class("chart-narrow")) { narrow(&$0) }
        }
        page.lineBreak()
    }
}
