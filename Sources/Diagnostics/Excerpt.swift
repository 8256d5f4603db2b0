/// A source line, shortened around a span where it is long, and the carets that stand under the span.
struct Excerpt {
    let text: String
    let indent: String
    let carets: String

    init(source: SourceText, line: Range<Int>, span: Range<Int>) {
        let covered = span.clamped(to: line)
        var from = line.lowerBound
        var to = line.upperBound
        if line.count > 160 {
            from = Self.scalarBoundary(in: source.bytes, at: max(from, covered.lowerBound - 60))
            to = Self.scalarBoundary(in: source.bytes, at: min(to, max(covered.lowerBound + 100, from + 160)))
        }
        let before = printable(source.text(in: from..<max(from, covered.lowerBound)))
        let under = printable(source.text(in: covered.clamped(to: from..<to)))
        let after = printable(source.text(in: min(max(covered.upperBound, from), to)..<to))
        let opening = from > line.lowerBound ? "…" : ""
        text = opening + before + under + after + (to < line.upperBound ? "…" : "")
        indent = String(repeating: " ", count: Self.width(of: opening + before))
        carets = String(repeating: "^", count: max(1, Self.width(of: under)))
    }

    private static func scalarBoundary(in bytes: [UInt8], at offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// How many columns of a terminal a text takes: none for combining marks, two for wide East Asian letters.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return width
            default: break
            }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                return width + 2
            default: return width + 1
            }
        }
    }
}
