import Markup

/// A table: its first column names the rows.
struct Table: Hashable, Sendable {
    var caption: String
    /// Whether the caption is for screen readers alone, since a heading says it.
    var hidesCaption = true
    var columns: [Column]
    var rows: [Row]

    struct Column: Hashable, Sendable {
        var title: String
        var kind: Kind

        /// How wide its cells want to be, and how they are aligned.
        enum Kind: String, Sendable {
            case plain
            case numeric
            /// Levels and categories, which are a few words.
            case level
            /// Statuses.
            case marked
            /// Sentences.
            case words
        }

        init(_ title: String, _ kind: Kind = .plain) {
            self.title = title
            self.kind = kind
        }

        init(_ title: String, isNumeric: Bool) { self.init(title, isNumeric ? .numeric : .plain) }

        /// How its cells begin.
        fileprivate var opening: Opening { Opening(.td, .role("cell"), style, Attribute("data-label", title)) }

        fileprivate var style: Attribute? { kind == .plain ? nil : .class(kind.rawValue) }
    }

    struct Row: Hashable, Sendable {
        /// A fragment by which the row is linked to.
        var id: String?
        var cells: [Cell]

        init(id: String? = nil, _ cells: [Cell]) {
            self.id = id
            self.cells = cells
        }
    }

    /// What stands in a cell: lines of pieces.
    struct Cell: Hashable, Sendable {
        var lines: [[Inline]]

        init(_ pieces: Inline...) { lines = [pieces] }
        init(line pieces: [Inline]) { lines = [pieces] }
        init(lines: [[Inline]]) { self.lines = lines.filter { !$0.isEmpty } }
    }
}

extension Markup {
    /// Writes a table; on narrow screens the style sheet turns rows into cards, wherefore cells repeat their column's title
    /// and roles are stated.
    mutating func table(_ table: Table) {
        element(.div, .class("table-frame")) { page in
            page.element(.table, .role("table")) { page in
                page.element(.caption, .class(table.hidesCaption ? "visually-hidden" : "caption"), text: table.caption)
                page.element(.thead, .role("rowgroup")) { page in
                    page.element(.tr, .role("row")) { page in
                        for column in table.columns {
                            page.element(
                                .th,
                                .scope("col"),
                                .role("columnheader"),
                                column.style,
                                text: column.title
                            )
                        }
                    }
                }
                let openings = table.columns.map(\.opening)
                page.element(.tbody, .role("rowgroup")) { page in
                    for row in table.rows { page.row(row, of: table, openings) }
                }
            }
        }
        lineBreak()
    }

    private mutating func row(_ row: Table.Row, of table: Table, _ openings: [Opening]) {
        lineBreak()
        element(.tr, .role("row"), row.id.map { .id($0) }) { page in
            for (column, cell) in zip(table.columns, row.cells.prefix(1)) {
                page.element(
                    .th,
                    .scope("row"),
                    .role("rowheader"),
                    column.style
                ) { $0.lines(cell.lines) }
            }
            for (opening, cell) in zip(openings, row.cells).dropFirst() {
                page.element(opening) { page in
                    if cell.lines.isEmpty { page.element(.span, .class("nothing"), text: "–") }
                    page.lines(cell.lines)
                }
            }
        }
    }

    /// Writes lines of pieces: one as it is, several each in a block of its own.
    mutating func lines(_ lines: [[Inline]]) {
        guard lines.count > 1 else {
            inlines(lines.first ?? [])
            return
        }
        for line in lines { element(.div, .class("line")) { $0.inlines(line) } }
    }
}
