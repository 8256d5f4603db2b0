import ActionPlan
import Charts
import Markup

/// The style sheet of all pages: one file, without anything from elsewhere.
enum StyleSheet {
    /// The style sheet, with a site's own colour where it has one.
    static func bytes(_ accent: Accent?) -> [UInt8] {
        var sheet = Markup(capacity: 2_000)
        sheet.code(tokens)
        return sheet.bytes + (accent.map { Array(colors($0).utf8) } ?? []) + rest
    }

    /// All that refers to the tokens.
    private static let rest: [UInt8] = {
        var sheet = Markup(capacity: 40_000)
        for part in parts { sheet.code(part) }
        return sheet.bytes + Array(cards.utf8) + printed
    }()

    private static let parts: [StaticString] = [
        base, frame, parts1, tables, pages, ChartStyleSheet.code, narrow,
    ]

    private static let printed: [UInt8] = {
        var sheet = Markup(capacity: 4_000)
        sheet.code(print)
        return sheet.bytes
    }()

    private static func colors(_ accent: Accent) -> String {
        func colors(_ color: Color, _ grounds: [Color], text: Color) -> String {
            let soft = grounds[1].mixed(with: color, 0.12)
            let link = color.nearest(withContrast: Accent.contrast, to: grounds + [soft])
            return "--accent:\(color.text);--accent-soft:\(soft.text);--on-accent:\(text.text);--link:\(link.text)"
        }
        let light = colors(accent.light, Accent.lightGrounds, text: Color(0xFFFFFF))
        let dark = colors(accent.dark, Accent.darkGrounds, text: Color(0x0D1719))
        return ":root{\(light)}\n@media (prefers-color-scheme:dark){:root{\(dark)}}\n"
    }
}
