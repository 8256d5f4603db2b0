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
            /// A figure, and of when it is.
            case value
            /// Levels and categories, which are a few words.
            case level
            /// Statuses.
            case marked
            /// Sentences.
            case words
            /// Days, which are never broken.
            case date
            /// Reporting periods.
            case period
            /// Names of agencies, files and the like, of which the longest word is to stay whole.
            case name
            /// What was, and what is now.
            case change
            /// A few small numbers.
            case count

            /// Whether words stay whole: they are short in all plans that people write.
            fileprivate var keepsWords: Bool {
                switch self {
                case .numeric, .date, .marked, .count: true
                default: false
                }
            }

            /// The room that a cell wants at least, in the size of text; the style sheet has the same.
            fileprivate var room: Double {
                switch self {
                case .plain, .numeric: 5.5
                case .date: 6.75
                case .period: 7
                case .count: 6
                case .name, .value: 8.5
                case .level: 9
                case .marked: 9.5
                case .change: 10
                case .words: 12
                }
            }
        }

        init(_ title: String, _ kind: Kind = .plain) {
            self.title = title
            self.kind = kind
        }

        init(_ title: String, isNumeric: Bool) { self.init(title, isNumeric ? .numeric : .plain) }

        /// How its cells begin.
        fileprivate var opening: Opening { Opening(.td, .role("cell"), style, Attribute("data-label", title)) }

        /// The same for a cell with a ground of its own, or with a word that must be broken.
        fileprivate func opening(_ cell: Cell) -> Opening {
            let tone = cell.tone.map { " tone-\($0.rawValue)" } ?? ""
            let classes = kind.rawValue + tone + (cell.hasLongWord ? " long" : "")
            return Opening(.td, .role("cell"), .class(classes), Attribute("data-label", title))
        }

        fileprivate var style: Attribute? { kind == .plain ? nil : .class(kind.rawValue) }

        /// That of its heading, which may have a word that must be broken.
        fileprivate var headingStyle: Attribute? {
            Inline.hasLongWord(title) ? .class(kind.rawValue + " long") : style
        }
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
        /// Gives the cell a ground of its own; what it says is in its words as well.
        var tone: Inline.TagKind?

        init(_ pieces: Inline...) { lines = [pieces] }
        init(line pieces: [Inline]) { lines = [pieces] }
        init(lines: [[Inline]]) { self.lines = lines.filter { !$0.isEmpty } }

        /// Whether it looks as all cells of its column do.
        fileprivate func isPlain(in kind: Column.Kind) -> Bool { tone == nil && !(kind.keepsWords && hasLongWord) }

        /// Whether a word in it is so long that it has to be broken.
        fileprivate var hasLongWord: Bool { lines.contains { $0.contains(where: \.hasLongWord) } }
    }
}

extension Inline {
    /// Whether a word in it is longer than any that columns have room for.
    fileprivate var hasLongWord: Bool {
        switch self {
        case .text(let text), .glued(let text), .note(let text), .tag(let text, _): Self.hasLongWord(text)
        case .phrase(let phrase), .strong(let phrase), .link(let phrase, _): Self.hasLongWord(phrase.text)
        case .status(let mark): Self.hasLongWord(mark.title.text)
        case .figure(let figure): Self.hasLongWord(figure.text.text) || Self.hasLongWord(figure.detail ?? "")
        default: false
        }
    }

    fileprivate static func hasLongWord(_ text: String) -> Bool {
        let most = 40
        guard text.utf8.count > most else { return false }
        var length = 0
        for byte in text.utf8 {
            length = byte == UInt8(ascii: " ") ? 0 : length + 1
            if length > most { return true }
        }
        return false
    }
}

extension Table {
    /// On which screens it turns into cards, as a class: the more room its columns want, the sooner.
    fileprivate var breadth: String {
        switch columns.dropFirst().reduce(9) { $0 + $1.kind.room } {
        case ...38: "table-frame"
        case ...57: "table-frame wide"
        case ...72: "table-frame wider"
        default: "table-frame widest"
        }
    }
}

extension Markup {
    /// Writes a table; on narrow screens the style sheet turns rows into cards, wherefore cells repeat their column's title
    /// and roles are stated.
    mutating func table(_ table: Table) {
        element(.div, .class(table.breadth)) { page in
            page.element(.table, .role("table")) { page in
                page.element(.caption, .class(table.hidesCaption ? "visually-hidden" : "caption"), text: table.caption)
                page.element(.thead, .role("rowgroup")) { page in
                    page.element(.tr, .role("row")) { page in
                        for column in table.columns {
                            page.element(
                                .th,
                                .scope("col"),
                                .role("columnheader"),
                                column.headingStyle,
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
            for (position, cell) in row.cells.enumerated().dropFirst() where position < openings.count {
                let column = table.columns[position]
                let opening = cell.isPlain(in: column.kind) ? openings[position] : column.opening(cell)
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
