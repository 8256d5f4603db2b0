/// Writes text so that none of it can be taken for markup.
///
/// It looks at bytes and scalars, never at characters: `"` followed by a combining mark is one character, and must be
/// escaped all the same.
enum Escaper {
    /// Appends a text.
    ///
    /// `&`, `<`, `>` and, in attributes, `"` and `'` become references. Control characters that HTML forbids, and
    /// the controls by which a text could turn the writing direction of what follows it (Unicode Standard Annex 9), are
    /// replaced by U+FFFD.
    static func append(_ text: String, to bytes: inout [UInt8], quotes: Bool) {
        var text = text
        text.withUTF8 { append($0, to: &bytes, quotes: quotes) }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], quotes: Bool) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            var width = 1
            switch byte {
            case UInt8(ascii: "&"): append("&amp;", to: &bytes)
            case UInt8(ascii: "<"): append("&lt;", to: &bytes)
            case UInt8(ascii: ">"): append("&gt;", to: &bytes)
            case UInt8(ascii: "\"") where quotes: append("&quot;", to: &bytes)
            case UInt8(ascii: "'") where quotes: append("&#39;", to: &bytes)
            case 0x00...0x08, 0x0B...0x1F, 0x7F: append("\u{FFFD}", to: &bytes)
            case 0xC2 where index + 1 < text.count && (0x80...0x9F).contains(text[index + 1]):
                append("\u{FFFD}", to: &bytes)
                width = 2
            case 0xE2 where index + 2 < text.count && turnsDirection(text[index + 1], text[index + 2]):
                append("\u{FFFD}", to: &bytes)
                width = 3
            default: bytes.append(byte)
            }
            index += width
        }
    }

    /// U+202A to U+202E and U+2066 to U+2069, of which the first byte is E2.
    private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third)
    }

    private static func append(_ text: StaticString, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
