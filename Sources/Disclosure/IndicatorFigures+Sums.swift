import ActionPlan
import Rules

/// What adds up: cells and their margins, running totals, corrections.
extension IndicatorFigures {
    /// Adds the cells of a period: those by one dimension or by a crossing of several, each with all its margins.
    ///
    /// - Returns: whether they agree with each other and with the whole.
    mutating func addCells(of period: PeriodAssessment, _ position: Int, whole: Int) -> Bool {
        var known: [[ReportContent.CellCategory]: Int] = [[]: whole]
        var offered: [(categories: [ReportContent.CellCategory], figure: Int)] = []
        for cell in period.cells where isPartition(cell) {
            let categories = cell.categories.ordered
            guard known[categories] == nil, !categories.isEmpty else { return false }
            let key = PublishedFigures.Key(item: indicator.id, period: period.period.id, categories: categories)
            let figure = offer(cell.value, Self.weights.cell, key)
            known[categories] = figure
            offered.append((cell.categories, figure))
        }
        cells[position] = offered
        // From the finest crossings upward: every margin of what is known is known too, or implied.
        let depth = known.keys.map(\.count).max() ?? 0
        for level in stride(from: depth, to: 0, by: -1) {
            var children: [Margin: [Int]] = [:]
            for categories in known.keys.filter({ $0.count == level }).sorted(by: Self.order) {
                guard let figure = known[categories] else { continue }
                for index in categories.indices {
                    var rest = categories
                    let dimension = rest.remove(at: index).dimension
                    children[Margin(categories: rest, dimension: dimension), default: []].append(figure)
                }
            }
            for margin in children.keys.sorted(by: Margin.order) {
                guard let parts = children[margin], add(margin.categories, parts, &known) else { return false }
            }
        }
        return true
    }

    /// Adds a margin and what no cell names of it.
    private mutating func add(
        _ margin: [ReportContent.CellCategory],
        _ parts: [Int],
        _ known: inout [[ReportContent.CellCategory]: Int]
    ) -> Bool {
        let sum = parts.reduce(0) { $0 + table.figures[$1].value }
        let whole = known[margin] ?? imply(sum)
        known[margin] = whole
        let rest = table.figures[whole].value - sum
        guard rest >= 0 else { return false }
        // A reader can work out the rest as well. A rest of 0 may be known.
        return table.add(CountTable.Sum(total: whole, parts: rest > 0 ? parts + [imply(rest)] : parts))
    }

    private struct Margin: Hashable {
        var categories: [ReportContent.CellCategory]
        var dimension: String

        static func order(_ left: Margin, _ right: Margin) -> Bool {
            left.categories == right.categories
                ? left.dimension < right.dimension : IndicatorFigures.order(left.categories, right.categories)
        }
    }

    private static func order(_ left: [ReportContent.CellCategory], _ right: [ReportContent.CellCategory]) -> Bool {
        left.lexicographicallyPrecedes(right) { ($0.dimension, $0.category) < ($1.dimension, $1.category) }
    }

    /// What came in between two running totals, of the whole and of each part and cell.
    mutating func addDifferences() -> Bool {
        var before: [Series: Int] = [:]
        if case .known(let value, _, _, _) = indicator.baseline, value > 0 {
            guard value == value.rounded(), value <= 1e9 else { return false }
            // The plan is public and its baseline with it.
            before[.total] = know(Int(value))
        }
        for position in periods.indices {
            var now: [(Series, Int)] = totals[position].map { [(.total, $0)] } ?? []
            now += (parts[position] ?? []).map { (.part($0.agency), $0.figure) }
            now += (cells[position] ?? []).map { (.cell($0.categories.ordered), $0.figure) }
            for (series, figure) in now {
                if let earlier = before[series], !addDifference(earlier, figure) { return false }
                before[series] = figure
            }
        }
        return true
    }

    private mutating func addDifference(_ earlier: Int, _ later: Int) -> Bool {
        let difference = table.figures[later].value - table.figures[earlier].value
        guard difference >= 0 else { return false }
        return table.add(CountTable.Sum(total: later, parts: [earlier, imply(difference)]))
    }

    private enum Series: Hashable {
        case total
        case part(AgencyID)
        case cell([ReportContent.CellCategory])
    }

    /// What corrections added to, or took from, the values that a figure was published with before.
    mutating func addCorrections(_ figure: Int, _ count: Int, _ earlier: [Int]) {
        for value in earlier {
            let before = know(value)
            let difference = imply(abs(count - value))
            let (total, part) = count > value ? (figure, before) : (before, figure)
            _ = table.add(CountTable.Sum(total: total, parts: [part, difference]))
        }
    }
}
