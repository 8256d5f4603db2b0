import TestSupport

@testable import Disclosure

/// Tables made at random, of all shapes in which figures of a plan add up.
struct RandomTable {
    private(set) var table: CountTable
    let threshold: Int

    /// A table of some shape.
    init(_ dice: inout SplitMix64, threshold: Int) {
        self.threshold = threshold
        table = CountTable(publishesZero: Int.random(in: 0..<4, using: &dice) > 0)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: crossing(rows: 2, columns: Int.random(in: 2...3, using: &dice), &dice)
        case 1: hierarchy(&dice)
        case 2: running(&dice)
        case 3: partsAndCells(&dice)
        default: crossing(rows: 1, columns: Int.random(in: 1...4, using: &dice), &dice)
        }
    }

    /// Many running totals by many categories.
    init(running periods: Int, cells: Int, threshold: Int, _ dice: inout SplitMix64) {
        self.threshold = threshold
        table = CountTable()
        running(periods: periods, cells: cells, growth: 0...3 * threshold, &dice)
    }

    private mutating func add(
        _ value: Int,
        _ visibility: CountTable.Visibility = .offered,
        weight: Int = 1
    ) -> Int {
        table.add(Self.figure(value, threshold, visibility, weight: weight, publishesZero: table.publishesZero))
    }

    static func figure(
        _ value: Int,
        _ threshold: Int,
        _ visibility: CountTable.Visibility = .offered,
        weight: Int = 1,
        publishesZero: Bool = true
    ) -> CountTable.Figure {
        let isSmall = value > 0 ? value < threshold : !publishesZero
        return CountTable.Figure(
            value: value,
            visibility: visibility,
            isProtected: visibility != .known && isSmall,
            weight: weight
        )
    }

    private mutating func state(_ total: Int, _ parts: [Int]) {
        let holds = table.add(CountTable.Sum(total: total, parts: parts))
        precondition(holds)
    }

    private func value(_ positions: [Int]) -> Int { positions.reduce(0) { $0 + table.figures[$1].value } }

    private func count(_ dice: inout SplitMix64) -> Int {
        Int.random(in: 0...2 * threshold, using: &dice) * Int.random(in: 0...3, using: &dice) / 3
    }

    /// Rows and columns with their margins, some of which nobody prints.
    private mutating func crossing(rows: Int, columns: Int, _ dice: inout SplitMix64) {
        let cells = (0..<rows).map { _ in (0..<columns).map { _ in add(count(&dice)) } }
        let total = add(value(cells.flatMap(\.self)), weight: 50)
        let totals = rows > 1 ? cells.map { add(value($0), weight: 5) } : [total]
        for (row, whole) in zip(cells, totals) { state(whole, row) }
        guard rows > 1 else { return }
        state(total, totals)
        let margins = (0..<columns)
            .map { column in
                let parts = cells.map { $0[column] }
                let margin = add(value(parts), Bool.random(using: &dice) ? .offered : .implied, weight: 5)
                state(margin, parts)
                return margin
            }
        state(total, margins)
    }

    /// Categories within categories.
    private mutating func hierarchy(_ dice: inout SplitMix64) {
        let groups = (0..<2)
            .map { _ in
                let cells = (0..<Int.random(in: 1...3, using: &dice)).map { _ in add(count(&dice)) }
                let group = add(value(cells), weight: 5)
                state(group, cells)
                return group
            }
        state(add(value(groups), weight: 50), groups)
    }

    /// What agencies reported and what categories hold, of the same total; some of it public already.
    private mutating func partsAndCells(_ dice: inout SplitMix64) {
        let parts = (0..<2).map { _ in add(count(&dice), weight: 10) }
        let whole = value(parts)
        let total = add(whole, whole < 2 * threshold || Bool.random(using: &dice) ? .offered : .known, weight: 50)
        state(total, parts)
        let first = Int.random(in: 0...whole, using: &dice)
        let second = Int.random(in: 0...whole - first, using: &dice)
        let rest = whole - first - second
        state(total, [add(first), add(second)] + (rest > 0 ? [add(rest, .implied)] : []))
    }

    private mutating func running(_ dice: inout SplitMix64) {
        running(periods: 2, cells: Int.random(in: 0...2, using: &dice), growth: 0...2 * threshold, &dice)
    }

    /// Running totals, by category too, and what came in between.
    private mutating func running(periods: Int, cells: Int, growth: ClosedRange<Int>, _ dice: inout SplitMix64) {
        var before: [Int] = []
        for _ in 0..<periods {
            var named = (0..<max(cells, 1))
                .map { index in
                    let grown = Int.random(in: growth, using: &dice)
                    return add((before.isEmpty ? 0 : table.figures[before[index]].value) + grown)
                }
            if cells > 0 {
                let total = add(value(named), weight: 50)
                state(total, named)
                named.append(total)
            }
            for (now, earlier) in zip(named, before) {
                state(now, [earlier, add(table.figures[now].value - table.figures[earlier].value, .implied)])
            }
            before = named
        }
    }
}

extension RandomTable {
    /// The same table with other values.
    func with(_ values: [Int]) -> CountTable? {
        var other = CountTable(publishesZero: table.publishesZero)
        for (figure, value) in zip(table.figures, values) {
            _ = other.add(
                Self.figure(
                    value,
                    threshold,
                    figure.visibility,
                    weight: figure.weight,
                    publishesZero: table.publishesZero
                )
            )
        }
        return table.sums.allSatisfy { other.add($0) } ? other : nil
    }
}
