import Diagnostics
import Exchange

/// The figures of one indicator as a platform of Open SDG keeps them: a column of years, one of values, and columns of
/// categories between them, all empty in rows of the whole.
struct OpenSDGData {
    struct Row {
        var year: Int
        /// The part of the year, in files of our own.
        var period: String?
        /// By heading, in the order of the columns.
        var categories: [(heading: String, category: String)]
        var value: Double
        var span: SourceSpan?
    }

    private(set) var rows: [Row] = []
    /// The unit in a column of its own.
    private(set) var unit: String?
    /// The headings of categories, in their order.
    private(set) var headings: [String] = []

    static let years = 1900...2200

    init() {}

    init?(_ source: SourceText, _ notes: inout Notes) {
        let (table, problems) = CSVReader().read(source)
        notes.add(problems.filter { $0.severity == .error })
        guard let table, !problems.hasErrors else { return nil }
        func column(_ name: String) -> Int? { table.headings.firstIndex { $0.text.lowercased() == name } }
        guard let year = column("year"), let value = column("value") else {
            notes.add(
                "open-sdg-columns",
                "\(source.name) has no columns Year and Value",
                severity: .error,
                at: table.headings.first?.span,
                expected: "a line of headings such as Year,Sex,Value"
            )
            return nil
        }
        let units = column("units")
        let period = column("period")
        let places = column("geocode")
        if let places { note(places, table, &notes) }
        let plain = table.headings.indices.filter { position in
            ![year, value, units, period, places].contains(position) && !table.headings[position].text.isEmpty
        }
        headings = plain.map { table.headings[$0].text }
        for row in table.rows {
            func text(_ column: Int?) -> String? {
                guard let column, column < row.cells.count, !row.cells[column].text.isEmpty else { return nil }
                return row.cells[column].text
            }
            // A figure that is not there is no figure, and nothing to complain of.
            guard let written = text(value) else { continue }
            guard let number = OpenSDGFile.number(written) else {
                notes.add(
                    "open-sdg-no-number",
                    "“\(written)” is no number and is left behind",
                    at: row.cells[value].span,
                    expected: "a number such as 1280.6",
                    hint: "an absent figure is never read as 0"
                )
                continue
            }
            guard let years = text(year).flatMap({ Int($0) }), Self.years.contains(years) else {
                notes.add(
                    "open-sdg-no-year",
                    "“\(text(year) ?? "")” is no year: the row is left behind",
                    at: row.cells.indices.contains(year) ? row.cells[year].span : row.cells.first?.span,
                    expected: "a year such as 2021"
                )
                continue
            }
            if let own = text(units) {
                if unit == nil { unit = own }
                guard own == unit else {
                    notes.add(
                        "open-sdg-other-unit",
                        "the indicator has values in \(unit ?? "") and in \(own): the latter are left behind",
                        at: units.map { row.cells[$0].span } ?? nil
                    )
                    continue
                }
            }
            rows.append(
                Row(
                    year: years,
                    period: text(period),
                    categories: plain.compactMap { position in
                        text(position).map { (table.headings[position].text, $0) }
                    },
                    value: number,
                    span: row.cells[value].span
                )
            )
        }
    }

    private func note(_ places: Int, _ table: Table, _ notes: inout Notes) {
        notes.add(
            "open-sdg-places",
            "a plan has no place for codes of places: the column is left behind",
            severity: .information,
            at: table.headings[places].span
        )
    }

    /// Takes out the row of a base year that only repeats what the metadata say.
    mutating func dropBaseline(of year: Int, _ value: Double) {
        rows.removeAll { $0.year == year && $0.categories.isEmpty && $0.period == nil && $0.value == value }
    }
}
