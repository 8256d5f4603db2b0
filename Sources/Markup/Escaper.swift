/// Writes text so that none of it can be taken for markup.
///
/// It looks at bytes and scalars, never at characters: `"` followed by a combining mark is one character, and must be
/// escaped all the same.
enum Escaper {
    /// Writes a text.
    ///
    /// `&`, `<`, `>` and, in attributes, `"` and `'` become references. Control characters that HTML forbids, and
    /// the controls by which a text could turn the writing direction of what follows it (Unicode Standard Annex 9), are
    /// replaced by U+FFFD.
    static func write(_ text: UnsafeBufferPointer<UInt8>, to markup: inout Markup, quotes: Bool) {
        var index = 0
        // Where what was not yet written begins: stretches without anything to escape are written at once.
        var start = 0
        while index < text.count {
            guard mayNeedEscaping(text[index]), let (replacement, width) = replacement(text, at: index, quotes: quotes)
            else {
                index += 1
                continue
            }
            markup.write(UnsafeBufferPointer(rebasing: text[start..<index]))
            markup.write(replacement)
            index += width
            start = index
        }
        markup.write(UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// A quick look at one byte, which says yes to all that is escaped and to a little more.
    private static func mayNeedEscaping(_ byte: UInt8) -> Bool {
        byte < 0x40 ? suspects & (1 << UInt64(byte)) != 0 : byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    /// Of the first 64 bytes the controls but tab and line feed, and `&`, `<`, `>`, `"`, `'`.
    private static let suspects: UInt64 =
        0xFFFF_F9FF | (1 << 0x26) | (1 << 0x3C) | (1 << 0x3E) | (1 << 0x22) | (1 << 0x27)

    /// What is written instead of the bytes at a place, and how many they are; nil where they are harmless.
    private static func replacement(
        _ text: UnsafeBufferPointer<UInt8>,
        at index: Int,
        quotes: Bool
    ) -> (replacement: StaticString, width: Int)? {
        switch text[index] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\"") where quotes: ("&quot;", 1)
        case UInt8(ascii: "'") where quotes: ("&#39;", 1)
        case 0x00...0x08, 0x0B...0x1F, 0x7F: ("\u{FFFD}", 1)
        case 0xC2 where index + 1 < text.count && (0x80...0x9F).contains(text[index + 1]): ("\u{FFFD}", 2)
        case 0xE2 where index + 2 < text.count && turnsDirection(text[index + 1], text[index + 2]): ("\u{FFFD}", 3)
        default: nil
        }
    }

    /// U+202A to U+202E and U+2066 to U+2069, of which the first byte is E2.
    private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third)
    }
}
