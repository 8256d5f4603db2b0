package import Diagnostics

/// A table as a person filled it in: a line of headings and rows of cells that remember where they stand.
package struct Table: Sendable {
    package var headings: [Cell]
    package var rows: [Row]

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
    }
}
