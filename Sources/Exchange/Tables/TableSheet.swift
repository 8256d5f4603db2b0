import ActionPlan
import Rules
import Spreadsheet

/// Writes a table on a sheet: headings that stay in sight, rows that can be filtered, statuses in their colours.
struct TableSheet {
    /// What stands in a cell.
    enum Value {
        case text(String)
        case number(Double, decimals: Int)
        case day(Day)
        case empty
    }

    struct Column {
        var heading: String
        var width: Double
        /// Whether statuses stand in it.
        var showsStatus = false

        init(_ heading: String, _ width: Double, showsStatus: Bool = false) {
            self.heading = heading
            self.width = width
            self.showsStatus = showsStatus
        }
    }

    private let sheet: SheetWriter
    private let columns: [Column]
    private let headingRow: Int
    private(set) var row: Int

    /// Begins a table.
    ///
    /// - Parameters:
    ///   - sheet: where.
    ///   - row: of the headings.
    ///   - columns: from left to right.
    ///   - setsWidths: whether the columns of the sheet get the widths of this table.
    init(_ sheet: SheetWriter, row: Int, columns: [Column], setsWidths: Bool = true) {
        self.sheet = sheet
        self.columns = columns
        headingRow = row
        self.row = row
        for (offset, column) in columns.enumerated() {
            if setsWidths { sheet.width(column.width, columns: (offset + 1)...(offset + 1)) }
            sheet.write(column.heading, row: row, column: offset + 1, style: SheetLook.heading)
        }
        fit(columns.map { ($0.heading, $0.width) })
    }

    private func fit(_ cells: [(text: String, width: Double)]) {
        if let height = SheetLook.height(cells) { sheet.height(height, row: row) }
    }

    mutating func add(_ values: [Value], style: CellStyle = SheetLook.cell) {
        row += 1
        var texts: [(text: String, width: Double)] = []
        for (offset, value) in values.enumerated() {
            if case .text(let text) = value, text.utf8.count > 8 { texts.append((text, columns[offset].width)) }
            switch value {
            case .text(let text): sheet.write(text, row: row, column: offset + 1, style: style)
            case .number(let number, let decimals):
                sheet.write(number, row: row, column: offset + 1, style: SheetLook.number(decimals, style))
            case .day(let day): sheet.write(SheetDate(day), row: row, column: offset + 1, style: style)
            case .empty: sheet.write(blank: row, column: offset + 1, style: style)
            }
        }
        fit(texts)
    }

    /// Gives statuses their colours, by rules that still hold where somebody changes one.
    func color(_ statuses: StatusSet, _ name: (Status) -> String) {
        guard row > headingRow else { return }
        for (offset, column) in columns.enumerated() where column.showsStatus {
            let range = CellRange(rows: (headingRow + 1)...row, columns: (offset + 1)...(offset + 1))
            for status in statuses.all {
                sheet.highlight(range, where: name(status), style: CellStyle().with { $0.fill = status.color.fill })
            }
        }
    }

    /// Keeps headings and the first columns in sight, lets rows be filtered, and sets up printing.
    func settle(frozenColumns: Int) {
        sheet.freeze(rows: headingRow, columns: frozenColumns)
        end()
        sheet.printAcross()
    }

    /// Makes the rows written so far a table of the spreadsheet program.
    func end(isFiltered: Bool = true) {
        sheet.table(
            CellRange(rows: headingRow...max(row, headingRow), columns: 1...columns.count),
            headings: columns.map(\.heading),
            style: SheetLook.heading,
            isFiltered: isFiltered
        )
    }
}

extension Status.Color {
    /// A light fill on which black text is read easily.
    fileprivate var fill: UInt32 {
        switch self {
        case .green: 0xC6EFCE
        case .blue: 0xCFE2F3
        case .amber: 0xFFEB9C
        case .red: 0xFFC7CE
        case .maroon: 0xEBC4D6
        case .grey: 0xE7E6E6
        case .violet: 0xE1D5F0
        }
    }
}
