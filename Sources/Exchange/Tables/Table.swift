package import Diagnostics

/// A table as a person filled it in: a line of headings and rows of cells that remember where they stand.
package struct Table: Sendable {
    /// The sheet that it stands on, in a workbook.
    package var name: String?
    package var headings: [Cell]
    package var rows: [Row]

    init(name: String? = nil, headings: [Cell], rows: [Row]) {
        self.name = name
        self.headings = headings
        self.rows = rows
    }

    /// Whether its rows are those of another table, cell by cell.
    func saysTheSame(as other: Table) -> Bool {
        rows.elementsEqual(other.rows) { left, right in
            left.cells.elementsEqual(right.cells) { $0.text == $1.text }
        }
    }

    /// A line of cells; its number is that which a spreadsheet shows.
    package struct Row: Sendable {
        package var number: Int
        package var cells: [Cell]

        /// Whether nothing is written in it.
        package var isEmpty: Bool { cells.allSatisfy(\.text.isEmpty) }
    }

    /// A cell: its text without surrounding space, and where it stands.
    package struct Cell: Sendable {
        package var text: String
        package var span: SourceSpan?
        /// The number that the file itself holds, which needs no guess at how it is written.
        package var number: Double?
        /// The row in which it stands, where that is not the row it belongs to.
        package var row: Int?

        package init(text: String, span: SourceSpan?, number: Double? = nil) {
            self.text = text
            self.span = span
            self.number = number
        }
    }
}
