package import Diagnostics
package import Spreadsheet

/// Takes the tables out of a workbook: of every sheet what stands below its line of headings.
package struct WorkbookTables {
    private let file: String
    private let role: (String) -> HeadingRole?
    private let advice: (expected: Message, hint: Message)

    /// How many cells may get their text from one that is merged over them.
    private static let mostRepeated = 500_000

    /// - Parameters:
    ///   - file: the name of the workbook.
    ///   - advice: what is expected, and what to do, where no sheet has headings.
    ///   - role: what the heading of a column is for; nil where it is none.
    package init(
        _ file: String,
        advice: (expected: Message, hint: Message),
        role: @escaping (String) -> HeadingRole?
    ) {
        self.file = file
        self.advice = advice
        self.role = role
    }

    /// The tables, sheet by sheet.
    ///
    /// Hidden sheets and those without headings are left out. Of the latter it is said aloud, and it is an error where no
    /// sheet has any. Cells whose formulas failed, and sheets that are there twice, are errors.
    package func tables(in workbook: Workbook) -> (tables: [Table], diagnostics: [Diagnostic]) {
        var tables: [Table] = []
        var diagnostics: [Diagnostic] = []
        var leftOut: [String] = []
        for sheet in workbook.sheets where !sheet.isHidden && !sheet.rows.isEmpty {
            let text = SheetText(sheet, of: file)
            guard let found = HeadingFinder(text, isHeading: { role($0) != nil }).find() else {
                leftOut.append(sheet.name)
                continue
            }
            let table = table(text, found, &diagnostics)
            diagnostics += faults(sheet, text, below: found.lastRow)
            if !table.rows.isEmpty, let twin = tables.first(where: { $0.saysTheSame(as: table) }) {
                diagnostics.append(
                    Diagnostic(
                        "duplicate-sheet",
                        "the sheet \(sheet.name) says the same as the sheet \(twin.name ?? "")",
                        at: table.rows.first?.cells.first?.span,
                        hint: "remove one of the two"
                    )
                )
                continue
            }
            tables.append(table)
        }
        if tables.isEmpty, !diagnostics.hasErrors {
            diagnostics.append(
                Diagnostic(
                    "no-table",
                    "no sheet of \(file) has a line of headings that is known",
                    expected: advice.expected,
                    hint: advice.hint
                )
            )
        } else if !leftOut.isEmpty {
            diagnostics.append(
                Diagnostic(
                    "sheets-left-out",
                    "sheets left out because they have no headings: \(leftOut.joined(separator: ", "))",
                    severity: .information
                )
            )
        }
        return (tables, diagnostics)
    }

    private func table(
        _ text: SheetText,
        _ found: HeadingFinder.Found,
        _ diagnostics: inout [Diagnostic]
    ) -> Table {
        let repeated = repeated(text, found, &diagnostics)
        var width = found.headings.keys.max() ?? 0
        var rows: [Table.Row] = []
        for (row, known) in zip(text.sheet.rows, text.rows) where row.number > found.lastRow {
            var cells: [Table.Cell] = []
            func put(_ cell: Table.Cell, _ column: Int) {
                let missing = column - cells.count
                if missing > 0 { cells += Array(repeating: Table.Cell(text: "", span: nil), count: missing) }
                if cells[column - 1].text.isEmpty { cells[column - 1] = cell }
            }
            for (place, cell) in zip(row.cells, known) { put(cell, place.column) }
            for (column, cell) in repeated[row.number] ?? [:] { put(cell, column) }
            width = max(width, cells.count)
            if cells.contains(where: { !$0.text.isEmpty }) { rows.append(Table.Row(number: row.number, cells: cells)) }
        }
        let headings = (0..<width).map { found.headings[$0 + 1] ?? Table.Cell(text: "", span: nil) }
        return Table(name: text.sheet.name, headings: headings, rows: rows)
    }

    /// What stands in the cells that a cell merged over several rows covers: its text, where it names what they are about.
    ///
    /// A value that is merged over rows could be that of any of them.
    private func repeated(
        _ text: SheetText,
        _ found: HeadingFinder.Found,
        _ diagnostics: inout [Diagnostic]
    ) -> [Int: [Int: Table.Cell]] {
        var repeated: [Int: [Int: Table.Cell]] = [:]
        var count = 0
        let lastRow = text.sheet.rows.last?.number ?? 0
        for range in text.sheet.merged where range.rows.count > 1 && range.rows.lowerBound > found.lastRow {
            let column = range.columns.lowerBound
            guard let first = text.cell(row: range.rows.lowerBound, column: column), !first.text.isEmpty,
                let heading = found.headings[column], let role = role(heading.text)
            else { continue }
            switch role {
            case .about:
                for row in range.rows.dropFirst().prefix(while: { $0 <= lastRow }) {
                    repeated[row, default: [:]][column] = first
                    count += 1
                }
                guard count <= Self.mostRepeated else {
                    diagnostics.append(
                        Diagnostic(
                            "spreadsheet-too-large",
                            "\(file) holds more than is taken",
                            expected: "at most \(Self.mostRepeated) merged cells",
                            hint: "divide it, or remove what is not needed"
                        )
                    )
                    return repeated
                }
            case .remark: break
            case .statement:
                diagnostics.append(
                    Diagnostic(
                        "merged-cells",
                        "one cell stands for \(range.rows.count) rows: it cannot be told to which its value belongs",
                        at: first.span,
                        hint: "unmerge the cells, and write in each row what is its own"
                    )
                )
            }
        }
        return repeated
    }

    /// What formulas left behind.
    private func faults(_ sheet: Sheet, _ text: SheetText, below heading: Int) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (row, known) in zip(sheet.rows, text.rows) where row.number > heading {
            for (cell, span) in zip(row.cells, known.map(\.span)) {
                switch cell.content {
                case .fault(let fault):
                    diagnostics.append(
                        Diagnostic(
                            "error-cell",
                            "the cell holds the error \(fault)",
                            at: span,
                            hint: "mend it, or empty it"
                        )
                    )
                case .uncomputed:
                    diagnostics.append(
                        Diagnostic(
                            "formula-without-value",
                            "the cell holds a formula whose value was not saved",
                            at: span,
                            hint: "open the file in the spreadsheet program, save it and send it again"
                        )
                    )
                default: break
                }
            }
        }
        return diagnostics
    }
}

/// What a column is for.
package enum HeadingRole: Sendable {
    /// It names what the row is about, such as the item.
    case about
    /// It tells the reader something, such as the target.
    case remark
    /// What the row states, such as the value.
    case statement
}
