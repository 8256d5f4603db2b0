import Spreadsheet

/// Finds the line of headings of a sheet, below titles and remarks, where it may take two lines.
struct HeadingFinder {
    /// How many columns a heading may name before it counts as that of a table.
    static let fewest = 2
    /// How far down it is looked for.
    private static let lastRow = 40
    /// Over how many columns of a line headings may be merged.
    private static let mostMerged = 2_048

    private let text: SheetText
    private let isHeading: (String) -> Bool
    private let merged: [CellRange]

    init(_ text: SheetText, isHeading: @escaping (String) -> Bool) {
        self.text = text
        self.isHeading = isHeading
        merged = Array(text.sheet.merged.lazy.filter { $0.rows.lowerBound <= Self.lastRow }.prefix(1_000))
    }

    struct Found {
        /// By column.
        var headings: [Int: Table.Cell]
        /// The last row that belongs to them.
        var lastRow: Int
    }

    /// The headings of which most are known; nil where no line has enough of them.
    func find() -> Found? {
        var best: Found?
        var most = Self.fewest - 1
        let rows = text.sheet.rows.prefix { $0.number <= Self.lastRow }.map(\.number)
        for found in rows.map(single) + rows.map(double) {
            let known = found.headings.values.count { isHeading($0.text) }
            if known > most { (best, most) = (found, known) }
        }
        return best
    }

    private func single(_ row: Int) -> Found { Found(headings: text.cells(ofRow: row), lastRow: row) }

    /// Two lines, the upper of which says of what the lower is a part: *Sex* above *Women* and *Men*.
    private func double(_ row: Int) -> Found {
        var upper = text.cells(ofRow: row)
        let lower = text.cells(ofRow: row + 1)
        // Ranges do not overlap in a workbook that a program has written; where they do, no more is done for them.
        var left = Self.mostMerged
        for range in merged where left > 0 && range.rows.contains(row) {
            guard let first = text.cell(row: range.rows.lowerBound, column: range.columns.lowerBound) else { continue }
            for column in range.columns.prefix(min(left, 512)) { upper[column] = first }
            left -= min(range.columns.count, 512)
        }
        var headings = upper
        for (column, below) in lower where !below.text.isEmpty {
            guard let above = upper[column], !above.text.isEmpty, !isHeading(below.text) else {
                headings[column] = below
                continue
            }
            headings[column] = Table.Cell(text: "\(above.text): \(below.text)", span: below.span)
        }
        return Found(headings: headings, lastRow: row + 1)
    }
}
