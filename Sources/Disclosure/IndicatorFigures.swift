import ActionPlan
import Rules

/// All figures of an indicator that counts persons, and which of them the public may see.
///
/// A figure stands in several sums at once: the total of a period is the sum of what its agencies reported; the total,
/// or the part of the one agency that gave cells, is the sum of the cells of each dimension that partitions; a running
/// total is that of the period before and what came in between; and a figure that was published before with another
/// value is that value and what a correction added. Figures that contradict each other, or are no whole numbers, are
/// withheld together, for of such figures nobody can tell what can be worked out.
struct IndicatorFigures {
    let indicator: Indicator
    let periods: [PeriodAssessment]
    let policy: DisclosurePolicy
    let published: PublishedFigures
    private let partitions: Set<String>
    var table: CountTable
    var totals: [Int: Int] = [:]
    var parts: [Int: [(agency: AgencyID, figure: Int)]] = [:]
    var cells: [Int: [(categories: [ReportContent.CellCategory], figure: Int)]] = [:]
    /// Periods whose cells contradict each other or the total.
    private var contradictory: Set<Int> = []

    static let weights = (total: 1_000, part: 10, cell: 1)

    init(_ indicator: Indicator, _ periods: [PeriodAssessment], _ plan: Plan, _ published: PublishedFigures) {
        self.indicator = indicator
        self.periods = periods
        self.published = published
        policy = plan.disclosure
        partitions = Set(plan.dimensions.filter(\.partitions).map(\.id))
        table = CountTable(publishesZero: plan.disclosure.publishesZero)
    }

    /// What must be withheld.
    static func withheld(
        of indicator: Indicator,
        _ periods: [PeriodAssessment],
        in plan: Plan,
        after published: PublishedFigures,
        by solver: some SuppressionSolver
    ) -> Withheld {
        if case .percentage = indicator.measure {
            return SharesOfPersons(indicator, periods, plan, published).withheld()
        }
        var figures = IndicatorFigures(indicator, periods, plan, published)
        guard figures.allAreCounts, figures.build() else { return figures.everything }
        return figures.solved(by: solver)
    }

    private var everything: Withheld {
        Withheld(periods: Set(periods.indices.filter { periods[$0].hasFigures }))
    }

    private var allAreCounts: Bool {
        periods.allSatisfy { period in
            period.numbers.allSatisfy { $0 >= 0 && $0 <= 1e9 && $0 == $0.rounded() }
        }
    }

    /// Puts all figures into the table.
    ///
    /// - Returns: whether they agree with each other.
    private mutating func build() -> Bool {
        for (position, period) in periods.enumerated() {
            guard add(period, position) else { return false }
        }
        return indicator.accumulation == .cumulative ? addDifferences() : true
    }

    /// Adds the figures of a period: its total, its parts, and its cells where these agree with them.
    private mutating func add(_ period: PeriodAssessment, _ position: Int) -> Bool {
        let key = PublishedFigures.Key(item: indicator.id, period: period.period.id)
        let total = period.actual.map { offer($0, Self.weights.total, key) }
        totals[position] = total
        let parts = period.reports.compactMap { part in
            part.number.map { number in
                var key = key
                key.agency = part.agency
                return (agency: part.agency, figure: offer(number, Self.weights.part, key))
            }
        }
        self.parts[position] = parts
        guard let total else { return true }
        guard addSum(of: parts, total) else { return false }
        let before = self
        if !addCells(of: period, position, whole: part(withCellsOf: period, parts) ?? total) {
            self = before
            contradictory.insert(position)
        }
        return true
    }

    /// States how the parts make the total: together, or the lead's alone, of which those of the others may be parts.
    private mutating func addSum(of parts: [(agency: AgencyID, figure: Int)], _ total: Int) -> Bool {
        guard !parts.isEmpty else { return true }
        guard indicator.contribution.combination == .leadOnly, parts.count > 1 else {
            return table.add(CountTable.Sum(total: total, parts: parts.map(\.figure)))
        }
        let own = parts.filter { $0.agency == indicator.lead }.map(\.figure)
        let others = parts.filter { $0.agency != indicator.lead }.map(\.figure)
        let rest = table.figures[total].value - others.reduce(0) { $0 + table.figures[$1].value }
        if rest >= 0 { _ = table.add(CountTable.Sum(total: total, parts: rest > 0 ? others + [imply(rest)] : others)) }
        return table.add(CountTable.Sum(total: total, parts: own))
    }

    /// The part of the agency that alone gave cells.
    private func part(withCellsOf period: PeriodAssessment, _ parts: [(agency: AgencyID, figure: Int)]) -> Int? {
        let broken = period.reports.filter { !($0.record?.effective?.content.cells.isEmpty ?? true) }
        guard broken.count == 1 else { return nil }
        return parts.first { $0.agency == broken[0].agency }?.figure
    }

    mutating func offer(_ value: Double, _ weight: Int, _ key: PublishedFigures.Key) -> Int {
        let count = Int(value)
        let earlier = published[key]
        let isKnown = earlier.contains(count)
        let figure = table.add(
            CountTable.Figure(
                value: count,
                visibility: isKnown ? .known : .offered,
                isProtected: !isKnown && policy.protects(count),
                weight: weight
            )
        )
        if !isKnown { addCorrections(figure, count, earlier) }
        return figure
    }

    /// Adds what a reader could work out.
    mutating func imply(_ count: Int) -> Int {
        table.add(
            CountTable.Figure(value: count, visibility: .implied, isProtected: policy.protects(count), weight: 0)
        )
    }

    /// Adds what is public already.
    mutating func know(_ count: Int) -> Int {
        table.add(CountTable.Figure(value: count, visibility: .known, isProtected: false, weight: 0))
    }

    func isPartition(_ cell: ReportContent.Cell) -> Bool {
        cell.categories.allSatisfy { partitions.contains($0.dimension) }
    }

    // MARK: - The result

    private func solved(by solver: some SuppressionSolver) -> Withheld {
        let pattern = solver.pattern(for: table, threshold: max(policy.threshold, 1))
        // What a lower threshold let through cannot be made secret any more, but it is not said again.
        func isWithheld(_ figure: Int) -> Bool {
            pattern.isWithheld[figure] || policy.protects(table.figures[figure].value)
        }
        var withheld = Withheld()
        for (position, period) in periods.enumerated() {
            if let total = totals[position], isWithheld(total) { withheld.periods.insert(position) }
            let parts = (parts[position] ?? []).filter { isWithheld($0.figure) }.map(\.agency)
            if !parts.isEmpty { withheld.parts[position] = Set(parts) }
            var cells = (cells[position] ?? []).filter { isWithheld($0.figure) }.map(\.categories)
            if contradictory.contains(position) {
                cells = period.cells.map(\.categories)
            } else if !showsOverlapping(period) {
                cells += period.cells.filter { !isPartition($0) }.map(\.categories)
            }
            if !cells.isEmpty { withheld.cells[position] = Set(cells) }
        }
        return withheld
    }

    /// Whether cells whose categories overlap may be shown: only all together, of single periods by one dimension,
    /// where neither those counted in a cell nor those left out of it are protected, and nothing else was ever published
    /// of them.
    private func showsOverlapping(_ period: PeriodAssessment) -> Bool {
        guard indicator.accumulation != .cumulative, let total = period.actual else { return false }
        return period.cells.allSatisfy { cell in
            let key = PublishedFigures.Key(
                item: indicator.id,
                period: period.period.id,
                categories: cell.categories.ordered
            )
            return isPartition(cell)
                || cell.categories.count == 1 && cell.value <= total && !policy.protects(Int(cell.value))
                    && !policy.protects(Int(total - cell.value))
                    && published[key]
                        .allSatisfy { !policy.protects(abs(Int(cell.value) - $0)) || $0 == Int(cell.value) }
        }
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
