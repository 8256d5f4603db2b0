import Diagnostics
import Spreadsheet

/// A sheet as a text, a line for each row, so that diagnostics can show and name its cells.
struct SheetText {
    let sheet: Sheet
    /// What stands in the cells of each of the sheet's rows, in the order of both.
    let rows: [[Table.Cell]]
    private let positions: [Int: Int]

    /// - Parameters:
    ///   - sheet: the sheet.
    ///   - file: the name of the workbook.
    init(_ sheet: Sheet, of file: String) {
        self.sheet = sheet
        positions = Dictionary(sheet.rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        var bytes: [UInt8] = []
        var places: [SourceText.NamedPlace] = []
        var line = 1
        for row in sheet.rows {
            bytes += Array(repeating: 0x0A, count: max(0, row.number - line))
            line = row.number
            for cell in row.cells {
                if bytes.last != 0x0A, !bytes.isEmpty { bytes.append(0x09) }
                let address = CellAddress(row: row.number, column: cell.column)
                places.append(SourceText.NamedPlace(offset: bytes.count, name: address.description))
                for byte in cell.content.text.utf8 { bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
            }
        }
        let source = SourceText(name: "\(file):\(sheet.name)", bytes: bytes, places: places)
        var position = 0
        rows = sheet.rows.map { row in
            row.cells.map { cell in
                let start = places[position].offset
                position += 1
                let text = cell.content.text
                return Table.Cell(
                    text: CSVScanner.trimmed(text),
                    span: SourceSpan(source, start..<(start + text.utf8.count)),
                    number: cell.content.number
                )
            }
        }
    }

    /// The cells of a row by their columns.
    func cells(ofRow number: Int) -> [Int: Table.Cell] {
        guard let position = positions[number] else { return [:] }
        return Dictionary(zip(sheet.rows[position].cells.map(\.column), rows[position])) { first, _ in first }
    }

    /// The cell at a place, if anything is written in it.
    func cell(row: Int, column: Int) -> Table.Cell? {
        guard let position = positions[row],
            let place = sheet.rows[position].cells.firstIndex(where: { $0.column == column })
        else { return nil }
        return rows[position][place]
    }
}

extension CellContent {
    /// As a person would type it.
    var text: String {
        switch self {
        case .text(let text), .fault(let text): text
        case .number(let number): Self.text(number)
        // Not as it is held: whoever typed 75% does not mean 0.75.
        case .percentage(let share): Self.text((share * 1e12).rounded() / 1e10) + "%"
        case .date(let date): date.description
        case .truth(let isTrue): isTrue ? "yes" : "no"
        case .uncomputed: "="
        }
    }

    /// The number in it, where it is one.
    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : number.description
    }
}
