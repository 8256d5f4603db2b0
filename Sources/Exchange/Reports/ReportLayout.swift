/// Where the columns of a table of reports stand.
struct ReportLayout {
    /// Of each kind, the first.
    let positions: [ReportColumn: Int]
    /// The columns with parts of values, from left to right.
    let cells: [ReportColumn]
    /// As the table has them.
    let headings: [String]

    init(_ columns: [Int: ReportColumn], headings: [String]) {
        positions = Dictionary(columns.map { ($1, $0) }, uniquingKeysWith: min)
        cells = positions.sorted { $0.value < $1.value }.map(\.key)
            .filter { if case .cell = $0 { true } else { false } }
        self.headings = headings
    }
}
