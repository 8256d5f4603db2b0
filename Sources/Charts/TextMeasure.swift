/// How wide a text will be, without knowing the reader's font.
///
/// Widths are those of a wide sans-serif, so that what does not overlap here does not overlap in narrower ones.
enum TextMeasure {
    /// The width of a text in units at the size of all text in charts.
    static func width(of text: String) -> Double {
        var sum = 0.0
        for scalar in text.unicodeScalars { sum += advance(scalar) }
        return sum * ChartFrame.fontSize
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    static func shortened(_ text: String, to width: Double) -> String {
        guard self.width(of: text) > width else { return text }
        var kept = ""
        var used = advance("…") * ChartFrame.fontSize
        for character in text {
            let next = self.width(of: String(character))
            guard used + next <= width else { break }
            kept.append(character)
            used += next
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines that fit, broken between words; at most so many, the last one shortened.
    static func lines(_ text: String, width: Double, limit: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            let candidate = current.isEmpty ? String(word) : current + " " + word
            if current.isEmpty || self.width(of: candidate) <= width {
                current = candidate
            } else {
                lines.append(current)
                current = String(word)
            }
        }
        if !current.isEmpty { lines.append(current) }
        if lines.count > limit {
            let rest = lines[(limit - 1)...].joined(separator: " ")
            lines = Array(lines[..<(limit - 1)]) + [rest]
        }
        return lines.map { shortened($0, to: width) }
    }

    /// The advance of a scalar in ems.
    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", "\u{A0}", "\u{202F}", "\u{2009}": 0.33
        case ".", ",", ":", ";", "'", "|", "!", "i", "j", "l", "I", "і": 0.37
        case "(", ")", "[", "]", "-", "f", "t", "r", "/": 0.43
        case "0"..."9": 0.64
        case "m", "w", "M", "W", "%", "@", "…", "—": 1
        case "ж", "м", "ш", "щ", "ы", "ю", "ф", "Ж", "М", "Ш", "Щ", "Ы", "Ю", "Ф", "Д": 1.02
        case "A"..."Z": 0.76
        case "А"..."Я": 0.8
        case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
        case "\u{1100}"...: 1.05
        default: 0.66
        }
    }
}
