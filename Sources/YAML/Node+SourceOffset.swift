import Diagnostics

extension Node {
    /// Where in the source the letter stands that begins at an offset of the scalar's text.
    ///
    /// Text inside a scalar, such as an expression of a rule, is reported at its own place in the file, whatever
    /// quotes, escapes, folded lines or indentation the scalar is written with.
    package func sourceOffset(ofTextOffset offset: Int) -> Int {
        guard kind == .scalar else { return range.lowerBound }
        let source = document.source.bytes
        return withUTF8 { text in
            var place = contentStart(source)
            var index = 0
            while index < min(offset, text.count), place < range.upperBound {
                if style == .doubleQuoted, source[place] == UInt8(ascii: "\\") {
                    let (width, yields) = Self.escape(source, at: place)
                    if yields == 0 {
                        place += width
                    } else {
                        if index + yields > offset { return place }
                        place += width
                        index += yields
                    }
                } else if style == .singleQuoted, source[place] == UInt8(ascii: "'") {
                    place += 2
                    index += 1
                } else if Self.isSpace(source[place]) || Self.isSpace(text[index]) {
                    let run = index
                    while index < text.count, Self.isSpace(text[index]) { index += 1 }
                    let start = place
                    while place < range.upperBound, Self.isSpace(source[place]) { place += 1 }
                    if index > offset { return min(start + offset - run, place) }
                } else {
                    place += 1
                    index += 1
                }
            }
            return min(place, range.upperBound)
        }
    }

    private func contentStart(_ source: [UInt8]) -> Int {
        switch style {
        case .singleQuoted, .doubleQuoted: return range.lowerBound + 1
        case .literal, .folded:
            var place = range.lowerBound
            while place < range.upperBound, source[place] != 0x0A, source[place] != 0x0D { place += 1 }
            while place < range.upperBound, Self.isSpace(source[place]) { place += 1 }
            return place
        case .plain, .block, .flow: return range.lowerBound
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// How many bytes an escape takes in the source and how many it gives in the text.
    private static func escape(_ source: [UInt8], at place: Int) -> (width: Int, yields: Int) {
        guard place + 1 < source.count else { return (1, 1) }
        let digits =
            switch source[place + 1] {
            case UInt8(ascii: "x"): 2
            case UInt8(ascii: "u"): 4
            case UInt8(ascii: "U"): 8
            default: 0
            }
        guard digits > 0 else {
            switch source[place + 1] {
            case 0x0A, 0x0D: return (2, 0)
            case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
            case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
            default: return (2, 1)
            }
        }
        let end = min(place + 2 + digits, source.count)
        let code = UInt32(String(decoding: source[(place + 2)..<end], as: UTF8.self), radix: 16) ?? 0
        return (2 + digits, code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
    }
}
