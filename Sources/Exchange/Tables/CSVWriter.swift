/// Writes CSV that spreadsheet programs open without running anything in it.
///
/// UTF-8, lines that end in CRLF.
package struct CSVWriter {
    private var text: String
    private let separator: String

    package init(_ dialect: CSVDialect = .spreadsheet) {
        text = dialect.hasByteOrderMark ? "\u{FEFF}" : ""
        separator = String(dialect.separator)
    }

    /// Adds a row.
    package mutating func row(_ cells: [String]) {
        text += cells.map(Self.cell).joined(separator: separator) + "\r\n"
    }

    /// What was written so far.
    package var bytes: [UInt8] { Array(text.utf8) }

    /// A cell, quoted where it must be; a text that a program could take for a formula begins with an apostrophe.
    static func cell(_ text: String) -> String {
        let harmless = isFormula(text) ? "'" + text : text
        let needsQuotes = harmless.utf8.contains { [0x22, 0x3B, 0x2C, 0x0A, 0x0D, 0x09].contains($0) }
        return needsQuotes ? "\"" + harmless.replacing("\"", with: "\"\"") + "\"" : harmless
    }

    /// Whether a program could run it: it begins with `=`, `+`, `-`, `@`, or a full-width form of these, after whatever is
    /// invisible, and is no plain number.
    static func isFormula(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.drop { scalar in
            scalar.properties.isWhitespace || scalar.value < 0x20
                || [.format, .nonspacingMark].contains(scalar.properties.generalCategory)
        }
        guard let first = scalars.first, ["=", "+", "-", "@", "＝", "＋", "－", "＠"].contains(first) else {
            return text.utf8.first == 0x09 || text.utf8.first == 0x0D
        }
        if case .number = NumberText.read(text) { return false }
        return true
    }
}
