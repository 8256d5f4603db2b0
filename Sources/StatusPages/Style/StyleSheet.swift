import Charts
import Markup

/// The style sheet of all pages: one file, without anything from elsewhere.
enum StyleSheet {
    static let bytes: [UInt8] = {
        var sheet = Markup(capacity: 40_000)
        for part in parts { sheet.code(part) }
        return sheet.bytes
    }()

    private static let parts: [StaticString] = [
        tokens, base, frame, parts1, tables, pages, ChartStyleSheet.code, narrow, print,
    ]
}
