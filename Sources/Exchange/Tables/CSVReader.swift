package import Diagnostics

/// Reads CSV as spreadsheet programs write it (RFC 4180, with the separators and line ends of the world).
package struct CSVReader {
    /// How much of a table is taken before it is refused.
    package struct Limits: Sendable {
        package var bytes = 64 << 20
        package var rows = 200_000
        package var columns = 512

        package init() {}
    }

    private let limits: Limits

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// The table in a text.
    ///
    /// The separator is the one of `;`, tab and `,` that stands most often in the first line, or the one that a first line
    /// `sep=;` names. Rows in which nothing is written are left out; so are columns without heading in which nothing is.
    ///
    /// - Parameter file: the bytes, in any encoding that `TextEncoding` knows.
    /// - Returns: the table, or nil where it cannot be read; and what is wrong or was assumed.
    package func read(_ file: SourceText) -> (table: Table?, diagnostics: [Diagnostic]) {
        guard file.bytes.count <= limits.bytes else {
            let problem = Diagnostic(
                "file-too-large",
                "\(file.name) has \(file.bytes.count) bytes",
                expected: "at most \(limits.bytes) bytes"
            )
            return (nil, [problem])
        }
        var (decoded, diagnostics) = TextEncoding.decode(file)
        guard let source = decoded else { return (nil, diagnostics) }
        var scanner = CSVScanner(source, limits)
        let rows = scanner.rows()
        diagnostics += scanner.diagnostics
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        guard let headings = rows.first else {
            diagnostics.append(
                Diagnostic(
                    "empty-file",
                    "\(file.name) holds nothing",
                    expected: "a line of headings, and rows below it"
                )
            )
            return (nil, diagnostics)
        }
        diagnostics.append(
            Diagnostic(
                "separator-assumed",
                "\(file.name) was read with \(scanner.separatorName) between the columns",
                severity: .information
            )
        )
        return (Table(headings: headings.cells, rows: Array(rows.dropFirst())), diagnostics)
    }
}

/// Cuts a text into rows and cells.
struct CSVScanner {
    private(set) var diagnostics: [Diagnostic] = []
    private let source: SourceText
    private let bytes: [UInt8]
    private let limits: CSVReader.Limits
    private var separator = UInt8(ascii: ",")
    private var place = 0
    private var number = 0

    init(_ source: SourceText, _ limits: CSVReader.Limits) {
        self.source = source
        self.limits = limits
        bytes = source.bytes
        chooseSeparator()
    }

    var separatorName: Message {
        switch separator {
        case UInt8(ascii: ";"): "a semicolon"
        case UInt8(ascii: "\t"): "a tab"
        default: "a comma"
        }
    }

    private mutating func chooseSeparator() {
        if bytes.starts(with: "sep=".utf8), bytes.count > 4 {
            separator = bytes[4]
            place = 5
            skipLineEnd()
            number = 1
            return
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A || byte == 0x0D { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        separator = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separator
        // Where none stands at all, a table of one column, any will do.
        if counts[separator, default: 0] == 0 { separator = UInt8(ascii: ",") }
    }

    mutating func rows() -> [Table.Row] {
        var rows: [Table.Row] = []
        while place < bytes.count {
            number += 1
            let row = Table.Row(number: number, cells: cells())
            if !row.isEmpty { rows.append(row) }
            guard rows.count <= limits.rows, row.cells.count <= limits.columns else {
                report(
                    "table-too-large",
                    "the table has more than \(limits.rows) rows or \(limits.columns) columns",
                    place..<place
                )
                return []
            }
            if diagnostics.hasErrors { return [] }
        }
        return rows
    }

    private mutating func cells() -> [Table.Cell] {
        var cells: [Table.Cell] = []
        while true {
            cells.append(cell())
            guard place < bytes.count else { return cells }
            if bytes[place] == separator {
                place += 1
                continue
            }
            skipLineEnd()
            return cells
        }
    }

    private mutating func cell() -> Table.Cell {
        let start = place
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return quotedCell() }
        while place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
        return cell(Array(bytes[start..<place]), start..<place)
    }

    private mutating func quotedCell() -> Table.Cell {
        let start = place
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                if place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A, bytes[place] != 0x0D {
                    report(
                        "text-after-quote",
                        "text goes on after a closing quotation mark",
                        place..<(place + 1),
                        hint: "inside quotation marks, write a quotation mark twice"
                    )
                }
                return cell(text, start..<place)
            }
            text.append(byte)
            place += 1
        }
        report(
            "unclosed-quote",
            "the quotation that begins here is never closed",
            start..<(start + 1),
            hint: "close it, or remove the quotation mark"
        )
        return cell(text, start..<place)
    }

    private func cell(_ text: [UInt8], _ range: Range<Int>) -> Table.Cell {
        let span = SourceSpan(source, range)
        return Table.Cell(text: Self.trimmed(String(decoding: text, as: UTF8.self)), span: span)
    }

    /// Without the spaces, no-break spaces and line ends around it.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace && $0.value != 0xFEFF }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace && $0.value != 0xFEFF })
        else { return "" }
        return String(scalars[first...last])
    }

    private mutating func skipLineEnd() {
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }

    private mutating func report(_ identifier: String, _ message: Message, _ range: Range<Int>, hint: Message? = nil) {
        diagnostics.append(Diagnostic(identifier, message, at: SourceSpan(source, range), hint: hint))
    }
}
