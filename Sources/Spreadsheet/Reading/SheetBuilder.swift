/// Gathers the cells of a workbook's sheets, within the limits.
struct SheetBuilder {
    private let limits: SpreadsheetLimits
    private var cells = 0
    private var textBytes = 0
    private(set) var sheets: [Sheet] = []
    private var rows: [Sheet.Row] = []
    private var row = Sheet.Row(number: 0, cells: [])
    private var merged: [CellRange] = []

    init(limits: SpreadsheetLimits) { self.limits = limits }

    /// Adds a cell; those of a row come from left to right, rows from top to bottom; others are put in order.
    mutating func add(_ content: CellContent, at address: CellAddress) throws(SpreadsheetFault) {
        if case .text(let text) = content {
            guard !text.isEmpty else { return }
            textBytes += text.utf8.count
            guard textBytes <= limits.textBytes else { throw .tooLarge(.text, limit: limits.textBytes) }
        }
        guard address.row <= limits.rows else { throw .tooLarge(.rows, limit: limits.rows) }
        guard address.column <= limits.columns else { throw .tooLarge(.columns, limit: limits.columns) }
        cells += 1
        guard cells <= limits.cells else { throw .tooLarge(.cells, limit: limits.cells) }
        if row.number != address.row {
            endRow()
            row = Sheet.Row(number: address.row, cells: [])
        }
        row.cells.append(Sheet.Cell(column: address.column, content: content))
    }

    mutating func merge(_ range: CellRange) throws(SpreadsheetFault) {
        guard merged.count < limits.mergedRanges else { throw .tooLarge(.mergedRanges, limit: limits.mergedRanges) }
        merged.append(range)
    }

    private mutating func endRow() {
        guard !row.cells.isEmpty else { return }
        rows.append(row)
        row.cells = []
    }

    mutating func endSheet(_ name: String, isHidden: Bool) throws(SpreadsheetFault) {
        endRow()
        guard sheets.count < limits.sheets else { throw .tooLarge(.sheets, limit: limits.sheets) }
        sheets.append(Sheet(name: name, isHidden: isHidden, rows: Self.ordered(rows), merged: merged))
        rows = []
        merged = []
    }

    /// Rows by number and cells by column, nearly always as they come already; of two at one place the first stays.
    private static func ordered(_ rows: [Sheet.Row]) -> [Sheet.Row] {
        let isOrdered =
            zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number }
            && rows.allSatisfy { row in zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column } }
        guard !isOrdered else { return rows }
        var contents: [Int: [Int: CellContent]] = [:]
        for row in rows {
            for cell in row.cells where contents[row.number]?[cell.column] == nil {
                contents[row.number, default: [:]][cell.column] = cell.content
            }
        }
        return contents.sorted { $0.key < $1.key }
            .map { number, cells in
                Sheet.Row(
                    number: number,
                    cells: cells.sorted { $0.key < $1.key }.map { Sheet.Cell(column: $0.key, content: $0.value) }
                )
            }
    }
}
