import ActionPlan
import Diagnostics

/// The long form of a table of reports, of which every row is one value: item, period, kind of value, value.
///
/// A kind is what the wide form has as the heading of a column: *Value*, *Numerator*, *Comment*, *Sex: Women*.
struct LongForm {
    private let index: PlanIndex
    private let spoken: String
    private var dimensions: [Dimension] { index.plan.dimensions }

    init(_ index: PlanIndex, spoken: String) {
        self.index = index
        self.spoken = spoken
    }

    /// What the plan says itself: a table may name it, and it is not reported.
    private static let ofThePlan = [
        "baseline", "target", "vi", "vc", "исходное значение", "целевое значение", "başlangyç baha", "maksat",
    ]

    /// The table in the wide form; one that is in it already stays as it is.
    func widened(_ table: Table) -> (table: Table, diagnostics: [Diagnostic]) {
        let named = table.headings.map { ReportColumn.named($0.text, dimensions: dimensions) }
        guard let kind = named.firstIndex(of: .kind), let value = named.firstIndex(of: .value) else {
            return (table, [])
        }
        let zones = named.indices.filter { Self.zones.contains(ReportColumn.fold(table.headings[$0].text)) }
        let keys = named.indices.filter { $0 != kind && $0 != value && !zones.contains($0) }
        let item = named.firstIndex(of: .item)
        var diagnostics: [Diagnostic] = []
        var columns: [ReportColumn: Int] = [:]
        var headings = keys.map { table.headings[$0] }
        var rows: [Table.Row] = []
        var rowOf: [[String]: Int] = [:]
        var ofThePlan = 0
        for row in table.rows {
            func cell(_ position: Int) -> Table.Cell {
                position < row.cells.count ? row.cells[position] : Table.Cell(text: "", span: nil)
            }
            guard !cell(value).text.isEmpty else { continue }
            var word = cell(kind)
            if Self.ofThePlan.contains(ReportColumn.fold(word.text)) {
                ofThePlan += 1
                continue
            }
            guard var column = ReportColumn.named(word.text, dimensions: dimensions), column.role == .statement else {
                diagnostics.append(unknown(word, row))
                continue
            }
            switch zone(zones.map(cell), of: item.map { cell($0).text }) {
            case .whole: break
            case .unknown(let cell):
                diagnostics.append(unknownZone(cell))
                continue
            case .part(let part):
                guard column == .value else {
                    diagnostics.append(onlyValues(word))
                    continue
                }
                column = .cell([part])
                word.text = "\(part.dimension): \(part.category)"
            }
            let position = columns[column] ?? headings.count
            if columns[column] == nil {
                columns[column] = position
                headings.append(word)
            }
            let key = keys.filter { named[$0].map { $0.role == .about } ?? false }
                .map { named[$0] == .agency ? agency(cell($0).text) : ReportColumn.fold(cell($0).text) }
            let place = rowOf[key] ?? rows.count
            if rowOf[key] == nil {
                rowOf[key] = place
                rows.append(Table.Row(number: row.number, cells: keys.map(cell)))
            }
            var stated = cell(value)
            stated.row = row.number
            let missing = position + 1 - rows[place].cells.count
            if missing > 0 {
                rows[place].cells += Array(repeating: Table.Cell(text: "", span: nil), count: missing)
            }
            let earlier = rows[place].cells[position]
            guard earlier.text.isEmpty else {
                diagnostics.append(second(stated, after: earlier, word))
                continue
            }
            rows[place].cells[position] = stated
        }
        if ofThePlan > 0 {
            diagnostics.append(
                Diagnostic(
                    "rows-of-the-plan",
                    "rows left out because baselines and targets are stated by the plan: \(ofThePlan)",
                    severity: .information
                )
            )
        }
        return (Table(headings: headings, rows: rows), diagnostics)
    }

    // MARK: - Zones

    /// How France's PILOTE calls the columns that say of which part of the country a value is.
    private static let zones = ["zone_id", "zone_nom"]

    private enum Zone {
        case whole
        case part(ReportContent.CellCategory)
        case unknown(Table.Cell)
    }

    /// The category that a zone is, by its identifier or name, of a dimension that divides the item.
    private func zone(_ cells: [Table.Cell], of item: String?) -> Zone {
        let written = cells.filter { !$0.text.isEmpty }
        guard let first = written.first else { return .whole }
        let country = (index.plan.country ?? "").lowercased()
        let whole = ["national", "nat", "nat-" + country, country]
        let words = written.map { ReportColumn.fold($0.text) }
        if words.contains(where: { whole.contains($0) }) { return .whole }
        let own = item.flatMap { index.indicator(ItemID(rawValue: ReportColumn.fold($0))) }?.disaggregation
        for dimension in dimensions where own?.contains(dimension.id) ?? true {
            for category in dimension.categories
            where words.contains(where: { ReportColumn.matches(category.id, category.title, $0) }) {
                return .part(.init(dimension: dimension.id, category: category.id))
            }
        }
        return .unknown(first)
    }

    private func unknownZone(_ cell: Table.Cell) -> Diagnostic {
        Diagnostic(
            "unknown-zone",
            "\(cell.text) is no part of the country by which the item is divided",
            at: cell.span,
            expected: "a category of a dimension of the item; NAT, or nothing, for the whole country"
        )
    }

    private func onlyValues(_ word: Table.Cell) -> Diagnostic {
        Diagnostic(
            "zone-of-no-value",
            "“\(word.text)” stands in a row of a part of the country",
            at: word.span,
            expected: "only values are divided by zones"
        )
    }

    /// The identifier of an agency, by whichever of its names.
    private func agency(_ name: String) -> String {
        let wanted = ReportColumn.fold(name)
        return index.plan.agencies.first { ReportColumn.names($0, wanted) }?.id.rawValue ?? wanted
    }

    private func unknown(_ word: Table.Cell, _ row: Table.Row) -> Diagnostic {
        Diagnostic(
            "unknown-kind-of-value",
            "\(word.text) is no kind of value",
            at: word.span ?? row.cells.first { $0.span != nil }?.span,
            expected: "the heading of a column of the template, such as “\(ReportColumn.value.heading(spoken))”",
            hint: Suggestion.nearest(to: word.text, among: ReportColumn.allNames).map { "did you mean \($0)?" }
        )
    }

    private func second(_ cell: Table.Cell, after earlier: Table.Cell, _ word: Table.Cell) -> Diagnostic {
        Diagnostic(
            "duplicate-value",
            "a second “\(word.text)” for the same item and period",
            at: cell.span,
            hint: "keep one of the two",
            notes: [Diagnostic.Note("the first is here", at: earlier.span)]
        )
    }
}
