import ActionPlan
import Rules

/// All figures of an indicator that counts persons, and which of them the public may see.
///
/// A figure stands in several sums at once: the total of a period is the sum of what its agencies reported and of the
/// cells of each dimension that partitions; a running total is that of the period before and what came in between.
/// Figures that contradict each other, or are no whole numbers, are withheld together, for of such figures nobody can
/// tell what can be worked out.
struct IndicatorFigures {
    private let indicator: Indicator
    private let periods: [PeriodAssessment]
    private let policy: DisclosurePolicy
    private let partitions: Set<String>
    private var table = CountTable()
    private var totals: [Int: Int] = [:]
    private var parts: [Int: [(agency: AgencyID, figure: Int)]] = [:]
    private var cells: [Int: [(categories: [ReportContent.CellCategory], figure: Int)]] = [:]

    /// What of an indicator is withheld.
    struct Withheld: Hashable, Sendable {
        /// Positions of periods of which no figure is shown.
        var periods: Set<Int> = []
        /// Agencies whose part is not shown, by position of the period.
        var parts: [Int: Set<AgencyID>] = [:]
        /// Cells that are not shown, by position of the period.
        var cells: [Int: Set<[ReportContent.CellCategory]>] = [:]

        var isEmpty: Bool { periods.isEmpty && parts.isEmpty && cells.isEmpty }
    }

    private static let weights = (total: 1_000, part: 10, cell: 1)
    /// Tables with more figures are published without cells.
    private static let most = 400

    init(_ indicator: Indicator, _ periods: [PeriodAssessment], _ plan: Plan) {
        self.indicator = indicator
        self.periods = periods
        policy = plan.disclosure
        partitions = Set(plan.dimensions.filter(\.partitions).map(\.id))
    }

    /// What must be withheld.
    static func withheld(
        of indicator: Indicator,
        _ periods: [PeriodAssessment],
        in plan: Plan,
        by solver: some SuppressionSolver
    ) -> Withheld {
        if case .percentage = indicator.measure { return SharesOfPersons(indicator, periods, plan).withheld() }
        let figures = IndicatorFigures(indicator, periods, plan)
        guard figures.allAreCounts else { return figures.everything }
        var withCells = figures
        if withCells.build(withCells: true), withCells.table.figures.count <= most {
            return withCells.solved(by: solver)
        }
        var withoutCells = figures
        guard withoutCells.build(withCells: false), withoutCells.table.figures.count <= most else {
            return figures.everything
        }
        var withheld = withoutCells.solved(by: solver)
        for (position, period) in periods.enumerated() where !period.cells.isEmpty {
            withheld.cells[position] = Set(period.cells.map(\.categories))
        }
        return withheld
    }

    private var everything: Withheld {
        Withheld(periods: Set(periods.indices.filter { periods[$0].hasFigures }))
    }

    private var allAreCounts: Bool {
        periods.allSatisfy { period in
            period.numbers.allSatisfy { $0 >= 0 && $0 <= 1e9 && $0 == $0.rounded() }
        }
    }

    // MARK: - What adds up

    /// Puts all figures into the table.
    ///
    /// - Returns: whether they agree with each other.
    private mutating func build(withCells: Bool) -> Bool {
        for (position, period) in periods.enumerated() {
            var total: Int?
            if let actual = period.actual { total = offer(actual, Self.weights.total) }
            totals[position] = total
            let reported = period.reports.compactMap { part in part.number.map { (part.agency, $0) } }
            parts[position] = reported.map { (agency: $0.0, figure: offer($0.1, Self.weights.part)) }
            if let total, let parts = parts[position], !parts.isEmpty {
                guard table.add(CountTable.Sum(total: total, parts: parts.map(\.figure))) else { return false }
            }
            if withCells, let total {
                guard addCells(of: period, position, total) else { return false }
            }
        }
        return indicator.accumulation == .cumulative ? addDifferences() : true
    }

    private mutating func offer(_ value: Double, _ weight: Int) -> Int {
        let count = Int(value)
        return table.add(
            CountTable.Figure(
                value: count,
                visibility: .offered,
                isProtected: policy.protects(count),
                weight: weight
            )
        )
    }

    /// Adds what a reader could work out.
    private mutating func imply(_ count: Int) -> Int {
        table.add(
            CountTable.Figure(value: count, visibility: .implied, isProtected: policy.protects(count), weight: 0)
        )
    }

    /// The cells of a period: those by one dimension or by a crossing of several, each with all its margins.
    private mutating func addCells(of period: PeriodAssessment, _ position: Int, _ total: Int) -> Bool {
        var known: [[ReportContent.CellCategory]: Int] = [[]: total]
        var offered: [(categories: [ReportContent.CellCategory], figure: Int)] = []
        for cell in period.cells where isPartition(cell) {
            guard known[cell.categories] == nil, !cell.categories.isEmpty else { return false }
            let figure = offer(cell.value, Self.weights.cell)
            known[cell.categories] = figure
            offered.append((cell.categories, figure))
        }
        cells[position] = offered
        // From the finest crossings upward: every margin of what is known is known too, or implied.
        let depth = known.keys.map(\.count).max() ?? 0
        for level in stride(from: depth, to: 0, by: -1) {
            let finer = known.keys.filter { $0.count == level }.sorted { Self.order($0, $1) }
            var children: [Margin: [Int]] = [:]
            for categories in finer {
                guard let figure = known[categories] else { continue }
                for index in categories.indices {
                    var rest = categories
                    let dimension = rest.remove(at: index).dimension
                    children[Margin(categories: rest, dimension: dimension), default: []].append(figure)
                }
            }
            for margin in children.keys.sorted(by: { Margin.order($0, $1) }) {
                guard var parts = children[margin] else { continue }
                let sum = parts.reduce(0) { $0 + table.figures[$1].value }
                let whole = known[margin.categories] ?? imply(sum)
                known[margin.categories] = whole
                let rest = table.figures[whole].value - sum
                guard rest >= 0 else { return false }
                // What no cell names: a reader can work it out as well. A rest of 0 may be known.
                if rest > 0 { parts.append(imply(rest)) }
                guard table.add(CountTable.Sum(total: whole, parts: parts)) else { return false }
            }
        }
        return true
    }

    private func isPartition(_ cell: ReportContent.Cell) -> Bool {
        cell.categories.allSatisfy { partitions.contains($0.dimension) }
    }

    /// Whether cells whose categories overlap may be shown: only all together, of single periods by one dimension,
    /// where neither those counted in a cell nor those left out of it are protected.
    private func showsOverlapping(_ period: PeriodAssessment) -> Bool {
        guard indicator.accumulation != .cumulative, let total = period.actual else { return false }
        return period.cells.allSatisfy { cell in
            isPartition(cell)
                || cell.categories.count == 1 && cell.value <= total && !policy.protects(Int(cell.value))
                    && !policy.protects(Int(total - cell.value))
        }
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
    private mutating func addDifferences() -> Bool {
        var before: [Series: Int] = [:]
        if case .known(let value, _, _, _) = indicator.baseline, value > 0 {
            guard value == value.rounded(), value <= 1e9 else { return false }
            // The plan is public and its baseline with it.
            before[.total] = table.add(
                CountTable.Figure(value: Int(value), visibility: .known, isProtected: false, weight: 0)
            )
        }
        for position in periods.indices {
            var now: [(Series, Int)] = totals[position].map { [(.total, $0)] } ?? []
            now += (parts[position] ?? []).map { (.part($0.agency), $0.figure) }
            now += (cells[position] ?? []).map { (.cell($0.categories), $0.figure) }
            for (series, figure) in now {
                if let earlier = before[series] {
                    let difference = table.figures[figure].value - table.figures[earlier].value
                    guard difference >= 0 else { return false }
                    let implied = imply(difference)
                    guard table.add(CountTable.Sum(total: figure, parts: [earlier, implied])) else { return false }
                }
                before[series] = figure
            }
        }
        return true
    }

    private enum Series: Hashable {
        case total
        case part(AgencyID)
        case cell([ReportContent.CellCategory])
    }

    // MARK: - The result

    private func solved(by solver: some SuppressionSolver) -> Withheld {
        let pattern = solver.pattern(for: table, threshold: max(policy.threshold, 1))
        var withheld = Withheld()
        for position in periods.indices {
            if let total = totals[position], pattern.isWithheld[total] { withheld.periods.insert(position) }
            let parts = (parts[position] ?? []).filter { pattern.isWithheld[$0.figure] }.map(\.agency)
            if !parts.isEmpty { withheld.parts[position] = Set(parts) }
            var cells = (cells[position] ?? []).filter { pattern.isWithheld[$0.figure] }.map(\.categories)
            if !showsOverlapping(periods[position]) {
                cells += periods[position].cells.filter { !isPartition($0) }.map(\.categories)
            }
            if !cells.isEmpty { withheld.cells[position] = Set(cells) }
        }
        return withheld
    }
}

extension ReportedPart {
    /// The number that was reported, if any.
    var number: Double? {
        if case .value(let value)? = record?.effective?.content.body { value.number } else { nil }
    }
}

extension PeriodAssessment {
    /// Whether anything of it is a figure.
    var hasFigures: Bool { state == .value || state == .zero || reports.contains { $0.number != nil } }

    /// All its numbers.
    var numbers: [Double] {
        [actual].compactMap(\.self) + reports.compactMap(\.number) + cells.map(\.value)
            + reports.flatMap { $0.record?.effective?.content.cells.map(\.value) ?? [] }
    }
}
