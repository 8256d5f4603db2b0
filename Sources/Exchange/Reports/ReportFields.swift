package import Diagnostics

/// Reports as a web form or a program sends them: for each a row of named fields, read by the same rules as a table.
package struct ReportFields: Sendable {
    package var rows: [Row]

    /// The fields of one report by their names; those that are blank say nothing.
    package typealias Row = [String: String]

    package init(_ rows: [Row]) {
        self.rows = rows
    }

    /// The names of fields, in the order of a form.
    ///
    /// Beside these, `dimension:category` is a part of the value.
    package static let names = [
        "item", "period", "value", "numerator", "denominator", "date", "nil", "not-applicable", "comment", "variation",
        "claim", "evidence", "evidence-url", "draft", "correction", "correction-text",
    ]

    private static let columns: [(name: String, column: ReportColumn)] = [
        ("item", .item), ("period", .period), ("value", .value), ("numerator", .numerator),
        ("denominator", .denominator), ("date", .date), ("nil", .nilReport), ("not-applicable", .notApplicable),
        ("comment", .comment), ("variation", .variation), ("claim", .claim), ("evidence", .evidence),
        ("evidence-url", .evidenceAddress), ("draft", .draft), ("correction", .correction),
        ("correction-text", .correctionText),
    ]

    /// What a field says as a number, as people type it; nil where it is none, or could be two.
    package static func number(_ text: String) -> Double? {
        if case .number(let value) = NumberText.read(text) { value } else { nil }
    }

    /// The heading of a field in a language; nil for a part of the value.
    package static func heading(of name: String, in language: String) -> String? {
        columns.first { $0.name == name }?.column.heading(language)
    }

    /// The rows as a table.
    ///
    /// Each field becomes a line of a text, so that a diagnostic can say which one it is about.
    ///
    /// - Parameter name: what a message calls the input.
    /// - Returns: the table, and a way back from places to fields.
    package func table(named name: String) -> (table: Table, places: Places) {
        let used = Self.order(rows)
        var text: [UInt8] = []
        var places: [Places.Field] = []
        var ranges: [[Range<Int>]] = []
        for (row, fields) in rows.enumerated() {
            var line: [Range<Int>] = []
            for name in used {
                text += Array("\(name): ".utf8)
                let start = text.count
                text += (fields[name] ?? "").utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
                line.append(start..<text.count)
                places.append(Places.Field(row: row, name: name))
                text.append(0x0A)
            }
            ranges.append(line)
        }
        let source = SourceText(name: name, bytes: text)
        let cells = zip(rows, ranges).enumerated()
            .map { position, row in
                Table.Row(
                    number: position + 1,
                    cells: zip(used, row.1)
                        .map { name, range in
                            Table.Cell(text: CSVScanner.trimmed(row.0[name] ?? ""), span: SourceSpan(source, range))
                        }
                )
            }
        let headings = used.map { name in
            Table.Cell(text: Self.columns.first { $0.name == name }?.column.heading("en") ?? name, span: nil)
        }
        return (Table(headings: headings, rows: cells), Places(fields: places))
    }

    /// The known fields in their order, then all others by name.
    private static func order(_ rows: [Row]) -> [String] {
        let given = Set(rows.flatMap(\.keys))
        let known = ["item", "period"] + names.filter { given.contains($0) && $0 != "item" && $0 != "period" }
        return known + given.subtracting(known).sorted()
    }

    /// Tells to which field of which row a place belongs.
    package struct Places: Sendable {
        fileprivate let fields: [Field]

        package struct Field: Hashable, Sendable {
            /// From 0.
            package var row: Int
            package var name: String
        }

        /// The field at a place; nil where it is at none.
        package func field(at span: SourceSpan?) -> Field? {
            guard let line = span?.start.line, fields.indices.contains(line - 1) else { return nil }
            return fields[line - 1]
        }
    }
}
