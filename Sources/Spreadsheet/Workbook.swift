/// What is written in a spreadsheet: its sheets with their cells, as the program that saved it computed them.
package struct Workbook: Sendable {
    package var sheets: [Sheet]

    package init(sheets: [Sheet]) { self.sheets = sheets }
}

/// A sheet: the rows in which anything is written, in order.
package struct Sheet: Sendable {
    package var name: String
    package var isHidden: Bool
    package var rows: [Row]
    package var merged: [CellRange]

    /// A row and what is written in it, by column.
    package struct Row: Sendable {
        /// From 1, as the program shows it.
        package var number: Int
        package var cells: [Cell]

        package init(number: Int, cells: [Cell]) {
            self.number = number
            self.cells = cells
        }
    }

    package struct Cell: Sendable {
        /// From 1: A.
        package var column: Int
        package var content: CellContent

        package init(column: Int, content: CellContent) {
            self.column = column
            self.content = content
        }
    }

    package init(name: String, isHidden: Bool = false, rows: [Row], merged: [CellRange] = []) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.merged = merged
    }
}

/// What stands in a cell.
package enum CellContent: Hashable, Sendable {
    case text(String)
    case number(Double)
    /// A number that is shown as a percentage: 0.75 as 75%.
    case percentage(Double)
    case date(SheetDate)
    case truth(Bool)
    /// What a formula gave that could not be computed, such as `#REF!`.
    case fault(String)
    /// A formula whose value was not saved.
    case uncomputed
}

/// A rectangle of cells, both corners included.
package struct CellRange: Hashable, Sendable {
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// The name by which people find a cell: D12.
package struct CellAddress: Hashable, Sendable, CustomStringConvertible {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// - Parameter text: such as `D12` or `$D$12`.
    package init?(_ text: String) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                guard row == 0, column < 20_000 else { return nil }
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard column > 0, row < 100_000_000 else { return nil }
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row, column: column)
    }

    /// The letters of a column: 1 is A, 27 is AA.
    package static func letters(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    package var description: String { Self.letters(column) + String(row) }
}

extension CellRange {
    /// - Parameter text: such as `B2:D4`.
    init?(_ text: String) {
        let corners = text.utf8.split(separator: UInt8(ascii: ":")).compactMap { CellAddress(String(Substring($0))) }
        guard let first = corners.first, let last = corners.last, corners.count <= 2, first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
