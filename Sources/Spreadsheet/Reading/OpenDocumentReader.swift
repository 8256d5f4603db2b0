/// Reads a workbook as LibreOffice writes it: OpenDocument, ISO/IEC 26300.
struct OpenDocumentReader {
    private let package: ZipPackage
    private let limits: SpreadsheetLimits

    init(_ package: ZipPackage, limits: SpreadsheetLimits) {
        self.package = package
        self.limits = limits
    }

    func workbook() throws(SpreadsheetFault) -> Workbook {
        var part = ContentPart(try PartReader(package, "content.xml", limits: limits), limits: limits)
        return Workbook(sheets: try part.sheets())
    }
}

/// The part of an OpenDocument file that holds all its sheets.
private struct ContentPart {
    private let reader: PartReader
    private let limits: SpreadsheetLimits
    private var builder: SheetBuilder
    /// Styles by which a sheet is hidden.
    private var hidden: Set<String> = []

    init(_ reader: PartReader, limits: SpreadsheetLimits) {
        self.reader = reader
        self.limits = limits
        builder = SheetBuilder(limits: limits)
    }

    mutating func sheets() throws(SpreadsheetFault) -> [Sheet] {
        var style = ""
        while try reader.nextChild(below: 1) {
            switch reader.name {
            case "style": style = reader.attribute("name") ?? ""
            case "table-properties": if reader.attribute("display") == "false" { hidden.insert(style) }
            case "table": try readTable()
            // What was once there.
            case "tracked-changes": try reader.skipElement()
            default: break
            }
        }
        return builder.sheets
    }

    private mutating func readTable() throws(SpreadsheetFault) {
        let depth = reader.depth
        let name = reader.attribute("name") ?? ""
        let isHidden = hidden.contains(reader.attribute("style-name") ?? "")
        var row = 1
        while try reader.nextChild(below: depth) {
            switch reader.name {
            case "table-row":
                let count = max(1, reader.number("number-rows-repeated") ?? 1)
                let cells = try readRow(row)
                // The empty rest of a sheet is one row that is repeated a million times.
                if !cells.isEmpty {
                    for number in row..<(row + min(count, limits.rows + 1)) {
                        for (column, content) in cells {
                            try builder.add(content, at: CellAddress(row: number, column: column))
                        }
                    }
                }
                row += min(count, limits.rows + 1)
            case "table-row-group", "table-header-rows", "table-rows": break
            default: try reader.skipElement()
            }
        }
        try builder.endSheet(name, isHidden: isHidden)
    }

    private mutating func readRow(_ row: Int) throws(SpreadsheetFault) -> [(Int, CellContent)] {
        let depth = reader.depth
        var cells: [(Int, CellContent)] = []
        var column = 1
        while try reader.nextChild(below: depth) {
            guard reader.name == "table-cell" || reader.name == "covered-table-cell" else {
                try reader.skipElement()
                continue
            }
            let repeated = min(max(1, reader.number("number-columns-repeated") ?? 1), 20_000)
            let spannedRows = min(reader.number("number-rows-spanned") ?? 1, limits.rows)
            let spannedColumns = min(reader.number("number-columns-spanned") ?? 1, 20_000)
            if spannedRows > 1 || spannedColumns > 1 {
                try builder.merge(
                    CellRange(
                        rows: row...(row + max(1, spannedRows) - 1),
                        columns: column...(column + max(1, spannedColumns) - 1)
                    )
                )
            }
            if let content = try readCell() {
                for offset in 0..<repeated {
                    guard column + offset <= limits.columns else { throw .tooLarge(.columns, limit: limits.columns) }
                    cells.append((column + offset, content))
                }
            }
            column += repeated
        }
        return cells
    }

    private func readCell() throws(SpreadsheetFault) -> CellContent? {
        let depth = reader.depth
        let kind = reader.attribute("value-type")
        let number = reader.attribute("value").flatMap { Double($0) }
        let date = reader.attribute("date-value")
        let truth = reader.attribute("boolean-value")
        let isFormula = reader.attribute("formula") != nil
        var paragraphs: [String] = []
        while try reader.nextChild(below: depth) {
            // Remarks beside a cell are no part of it.
            guard reader.name == "p" else {
                try reader.skipElement()
                continue
            }
            paragraphs.append(try paragraph())
        }
        let text = paragraphs.joined(separator: "\n")
        guard text.utf8.count <= limits.cellBytes else { throw .tooLarge(.text, limit: limits.cellBytes) }
        switch kind {
        case "float", "currency": return number.flatMap { $0.isFinite ? .number($0) : nil }
        case "percentage": return number.flatMap { $0.isFinite ? .percentage($0) : nil }
        case "date": return date.flatMap { SheetDate(iso: $0) }.map { .date($0) } ?? .text(text)
        case "boolean": return .truth(truth == "true")
        case nil: return isFormula ? .uncomputed : text.isEmpty ? nil : .text(text)
        default:
            // LibreOffice keeps what a formula could not compute as a text.
            if isFormula, text.hasPrefix("#") || text.hasPrefix("Err:") { return .fault(text) }
            return text.isEmpty ? nil : .text(text)
        }
    }

    /// The text of the paragraph that has just begun, with the spaces that stand in elements of their own.
    private func paragraph() throws(SpreadsheetFault) -> String {
        let outside = reader.depth - 1
        var text: [UInt8] = []
        while true {
            switch try reader.next() {
            case .text: text += reader.text
            case .start:
                switch reader.name {
                case "s":
                    text += Array(repeating: UInt8(ascii: " "), count: min(max(1, reader.number("c") ?? 1), 1_000))
                case "tab": text.append(UInt8(ascii: "\t"))
                case "line-break": text.append(UInt8(ascii: "\n"))
                case "annotation": try reader.skipElement()
                default: break
                }
            case .end: if reader.depth == outside { return String(decoding: text, as: UTF8.self) }
            case .endOfDocument: return String(decoding: text, as: UTF8.self)
            }
            guard text.count <= limits.cellBytes else { throw .tooLarge(.text, limit: limits.cellBytes) }
        }
    }
}
