import Diagnostics

/// Numbers as people type them: `1 280,6`, `1280.6`, `−5`, `12 000`.
enum NumberText {
    enum Reading: Equatable {
        case number(Double)
        /// `1,280` or `1.280`: thousands for one reader, a fraction for another.
        case ambiguous(whole: String, fraction: String)
        case none
    }

    /// What a text means as a number.
    ///
    /// Spaces of every kind and apostrophes between digits are signs of thousands. Where comma and point both stand, the
    /// last of them is the decimal mark.
    static func read(_ text: String) -> Reading {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2212}", "\u{2013}": digits.unicodeScalars.append("-")
            case "'", "\u{2019}": continue
            default: if !scalar.properties.isWhitespace { digits.unicodeScalars.append(scalar) }
            }
        }
        // A comma with a combining mark is one character, and no comma for whoever divides a text at commas.
        guard digits.utf8.allSatisfy({ $0 < 0x80 }) else { return .none }
        let commas = digits.utf8.count { $0 == UInt8(ascii: ",") }
        let points = digits.utf8.count { $0 == UInt8(ascii: ".") }
        switch (commas, points) {
        case (0, 0): break
        case (1, 0), (0, 1):
            let parts = digits.split(separator: commas == 1 ? "," : ".", omittingEmptySubsequences: false)
            let whole = parts[0].drop { $0 == "-" }
            let isGroup = parts[1].utf8.count == 3 && (1...3).contains(whole.utf8.count) && whole != "0"
            if isGroup, isPlain(digits.replacing(",", with: ".")) {
                return .ambiguous(whole: parts.joined(), fraction: parts.joined(separator: "."))
            }
            digits = parts.joined(separator: ".")
        case (_, 0) where commas > 1, (0, _) where points > 1: digits.removeAll { $0 == "," || $0 == "." }
        default:
            let last = digits.lastIndex { $0 == "," || $0 == "." } ?? digits.startIndex
            let before = digits[..<last].filter { $0 != "," && $0 != "." }
            digits = before + "." + digits[digits.index(after: last)...]
        }
        guard isPlain(digits), let value = Double(digits) else { return .none }
        return .number(value)
    }

    /// Whether it has the form `-?[0-9]+(\.[0-9]+)?`.
    private static func isPlain(_ text: String) -> Bool {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0].utf8.first == UInt8(ascii: "-") ? parts[0].dropFirst() : parts[0]
        let digits = [whole] + parts.dropFirst()
        return digits.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) } }
            && text.utf8.count <= 32
    }
}
