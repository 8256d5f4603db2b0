package import ActionPlan

/// A table of data: columns that say what stands in them, and rows.
package struct DataTable: Sendable {
    /// By which files are called.
    package var name: String
    /// What is in it, in English.
    package var title: String
    package var columns: [Column]
    package var rows: [[Cell]] = []

    package init(name: String, title: String, columns: [Column]) {
        self.name = name
        self.title = title
        self.columns = columns
    }

    /// What stands in a column.
    package struct Column: Sendable {
        /// Its heading.
        package var name: String
        package var kind: Kind
        /// In English.
        package var description: String
        /// The tag of the Humanitarian Exchange Language, such as `#indicator+code`.
        package var tag: String
        package var role: Role

        package init(_ name: String, _ kind: Kind, _ tag: String, _ description: String, _ role: Role = .plain) {
            self.name = name
            self.kind = kind
            self.tag = tag
            self.description = description
            self.role = role
        }
    }

    package enum Kind: Sendable {
        case text
        case number
        case integer
        case day
        /// `yes` or `no`.
        case flag
    }

    /// What a column means for the others.
    package enum Role: Hashable, Sendable {
        case plain
        /// Its values name the rows, no two the same.
        case key
        /// Its values name rows of a table by that table's key; an empty one names none.
        case names(String)
    }

    package enum Cell: Sendable {
        case text(String)
        case number(Double)
        case integer(Int)
        case day(Day)
        case flag(Bool)
        /// Nothing: a figure that is not there is never 0.
        case empty

        package init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
    }

    /// The table as CSV.
    ///
    /// - Parameters:
    ///   - dialect: with which signs.
    ///   - tagged: whether a row of HXL tags stands below the headings.
    /// - Returns: the bytes.
    package func csv(_ dialect: CSVDialect, tagged: Bool = false) -> [UInt8] {
        var writer = CSVWriter(dialect)
        writer.row(columns.map(\.name))
        if tagged { writer.row(columns.map(\.tag)) }
        for row in rows { writer.row(row.map { Self.text($0, dialect) }) }
        return writer.bytes
    }

    private static func text(_ cell: Cell, _ dialect: CSVDialect) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): self.text(number, dialect)
        case .integer(let number): String(number)
        case .day(let day): day.description
        case .flag(let isTrue): isTrue ? "yes" : "no"
        case .empty: ""
        }
    }

    /// A number with as many digits as tell it from every other.
    private static func text(_ number: Double, _ dialect: CSVDialect) -> String {
        guard number.isFinite else { return "" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return dialect.decimalMark == "." ? number.description : number.description.replacing(".", with: ",")
    }
}
