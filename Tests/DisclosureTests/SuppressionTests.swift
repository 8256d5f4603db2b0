import Foundation
import Testing

@testable import Disclosure

@Suite("What is withheld cannot be worked out")
struct SuppressionTests {
    private let solver = GreedySolver()

    private func figure(
        _ value: Int,
        _ threshold: Int,
        _ visibility: CountTable.Visibility = .offered,
        weight: Int = 1
    )
        -> CountTable.Figure
    {
        CountTable.Figure(
            value: value,
            visibility: visibility,
            isProtected: visibility != .known && value > 0 && value < threshold,
            weight: weight
        )
    }

    /// A total and its cells.
    private func row(_ values: [Int], threshold: Int) -> CountTable {
        var table = CountTable()
        let cells = values.map { table.add(figure($0, threshold)) }
        let total = table.add(figure(values.reduce(0, +), threshold, weight: 100))
        _ = table.add(CountTable.Sum(total: total, parts: cells))
        return table
    }

    @Test("nothing is withheld where nothing is small")
    func nothingSmall() {
        let table = row([12, 20, 0, 30], threshold: 10)
        #expect(solver.pattern(for: table, threshold: 10) == SuppressionPattern(nothingOf: table))
    }

    @Test("a small cell beside large ones takes one of them along, and the total stays")
    func secondary() {
        let table = row([3, 40, 25], threshold: 10)
        #expect(solver.pattern(for: table, threshold: 10).isWithheld == [true, false, true, false])
    }

    @Test("two small cells whose sum is small do not protect each other")
    func smallTogether() {
        let table = row([3, 4, 50], threshold: 10)
        #expect(solver.pattern(for: table, threshold: 10).isWithheld == [true, true, true, false])
    }

    @Test("small cells that together leave room enough protect each other")
    func manySmall() {
        let table = row([5, 4, 2], threshold: 10)
        #expect(solver.pattern(for: table, threshold: 10).isWithheld == [true, true, true, false])
    }

    @Test("a table of a single small figure is withheld as a whole")
    func single() {
        let table = row([4], threshold: 10)
        #expect(solver.pattern(for: table, threshold: 10).isWithheld == [true, true])
    }

    @Test("a running total that grew by few is withheld between others that may be shown")
    func differencing() {
        var table = CountTable()
        var totals: [Int] = []
        for value in [100, 103, 150] {
            let total = table.add(figure(value, 10))
            if let last = totals.last {
                let difference = table.add(figure(value - table.figures[last].value, 10, .implied))
                let holds = table.add(CountTable.Sum(total: total, parts: [last, difference]))
                #expect(holds)
            }
            totals.append(total)
        }
        let pattern = solver.pattern(for: table, threshold: 10)
        let shown = totals.filter { !pattern.isWithheld[$0] }
        #expect(shown.count == 2)
        #expect(shown.contains(totals[2]))
    }

    @Test("a first running total close to a public baseline is withheld")
    func baseline() {
        var table = CountTable()
        let baseline = table.add(figure(50, 10, .known))
        let total = table.add(figure(52, 10))
        let difference = table.add(figure(2, 10, .implied))
        let holds = table.add(CountTable.Sum(total: total, parts: [baseline, difference]))
        #expect(holds)
        #expect(solver.pattern(for: table, threshold: 10).isWithheld == [false, true, false])
    }

    @Test("a sum that does not hold is not taken for one")
    func wrongSum() {
        var table = CountTable()
        let cell = table.add(figure(5, 10))
        let total = table.add(figure(6, 10))
        let holds = table.add(CountTable.Sum(total: total, parts: [cell]))
        #expect(!holds)
        #expect(table.sums.isEmpty)
    }

    @Test("the audit finds a figure that follows by subtraction")
    func audit() {
        let table = row([3, 40, 25], threshold: 10)
        var pattern = SuppressionPattern(nothingOf: table)
        pattern.isWithheld[0] = true
        #expect(ExposureAudit(table, threshold: 10).exposes(0, by: pattern))
        pattern.isWithheld[1] = true
        #expect(!ExposureAudit(table, threshold: 10).isExposed(by: pattern))
    }

    @Test("the attacker sees through a table in which only what is small is withheld")
    func attackerIsReal() {
        let table = row([2, 6, 5], threshold: 3)
        var pattern = SuppressionPattern(nothingOf: table)
        pattern.isWithheld[0] = true
        #expect(Attacker(table: table, pattern: pattern, highest: 10).possibleValues() == [0: [2]])
    }

    // MARK: - Tables made at random

    /// How many tables each batch tries; `NAP_TABLES=250` makes them 10,000 altogether.
    private var tables: Int { ProcessInfo.processInfo.environment["NAP_TABLES"].flatMap(Int.init) ?? 50 }

    /// Rows and columns with margins, of one period or running over two.
    private func randomTable(_ dice: inout Dice, threshold: Int) -> CountTable {
        var table = CountTable()
        let rows = Int.random(in: 1...2, using: &dice)
        let columns = Int.random(in: 1...3, using: &dice)
        let isCumulative = rows * columns <= 2 && Bool.random(using: &dice)
        var before: [Int: Int] = [:]
        for period in 0..<(isCumulative ? 2 : 1) {
            var values: [Int] = []
            for index in 0..<(rows * columns) {
                let grown = Int.random(in: 0...5, using: &dice) * Int.random(in: 0...1, using: &dice)
                values.append((before[index].map { table.figures[$0].value } ?? 0) + grown)
            }
            var named: [Int] = values.map { table.add(figure($0, threshold)) }
            let rowTotals = (0..<rows)
                .map { row in
                    table.add(figure((0..<columns).reduce(0) { $0 + values[row * columns + $1] }, threshold, weight: 5))
                }
            for row in 0..<rows {
                _ = table.add(
                    CountTable.Sum(total: rowTotals[row], parts: (0..<columns).map { named[row * columns + $0] })
                )
            }
            let columnTotals = (0..<columns)
                .map { column in
                    let isOffered = Bool.random(using: &dice)
                    let sum = (0..<rows).reduce(0) { $0 + values[$1 * columns + column] }
                    return table.add(figure(sum, threshold, isOffered ? .offered : .implied, weight: 5))
                }
            for column in 0..<columns {
                _ = table.add(
                    CountTable.Sum(total: columnTotals[column], parts: (0..<rows).map { named[$0 * columns + column] })
                )
            }
            let total = table.add(figure(values.reduce(0, +), threshold, weight: 50))
            _ = table.add(CountTable.Sum(total: total, parts: rowTotals))
            _ = table.add(CountTable.Sum(total: total, parts: columnTotals))
            named += rowTotals + columnTotals + [total]
            for (index, position) in named.enumerated() {
                if period > 0, let earlier = before[index] {
                    let difference = table.figures[position].value - table.figures[earlier].value
                    let implied = table.add(figure(difference, threshold, .implied))
                    _ = table.add(CountTable.Sum(total: position, parts: [earlier, implied]))
                }
                before[index] = position
            }
        }
        return table
    }

    @Test("no protected figure of a random table can be narrowed to fewer values than the threshold", arguments: 0..<40)
    func attack(batch: Int) {
        var dice = Dice(UInt64(batch))
        let threshold = 3
        for number in 0..<tables {
            let table = randomTable(&dice, threshold: threshold)
            let pattern = solver.pattern(for: table, threshold: threshold)
            let protected = table.figures.indices.filter { table.figures[$0].isProtected }
            guard !protected.isEmpty else { continue }
            let possible = Attacker(table: table, pattern: pattern, highest: 10).possibleValues()
            for position in protected {
                let values = possible[position] ?? []
                #expect(values.contains(table.figures[position].value), "batch \(batch), table \(number)")
                #expect(values.count >= threshold, "batch \(batch), table \(number), figure \(position): \(values)")
            }
        }
    }

    @Test("the same table gives the same pattern")
    func deterministic() {
        var dice = Dice(7)
        for _ in 0..<50 {
            let table = randomTable(&dice, threshold: 4)
            #expect(solver.pattern(for: table, threshold: 4) == solver.pattern(for: table, threshold: 4))
        }
    }

    @Test("a table of many periods and cells is solved, and more than half of it shown", .timeLimit(.minutes(1)))
    func large() {
        var table = CountTable()
        var dice = Dice(3)
        var before: [Int: Int] = [:]
        for _ in 0..<12 {
            let values = (0..<10)
                .map { index in
                    (before[index].map { table.figures[$0].value } ?? 0) + Int.random(in: 0...30, using: &dice)
                }
            var named = values.map { table.add(figure($0, 10)) }
            let total = table.add(figure(values.reduce(0, +), 10, weight: 100))
            let holds = table.add(CountTable.Sum(total: total, parts: named))
            #expect(holds)
            named.append(total)
            for (index, position) in named.enumerated() {
                if let earlier = before[index] {
                    let grown = table.figures[position].value - table.figures[earlier].value
                    let implied = table.add(figure(grown, 10, .implied))
                    let holds = table.add(CountTable.Sum(total: position, parts: [earlier, implied]))
                    #expect(holds)
                }
                before[index] = position
            }
        }
        let pattern = solver.pattern(for: table, threshold: 10)
        #expect(!ExposureAudit(table, threshold: 10).isExposed(by: pattern))
        #expect(pattern.isWithheld.filter { $0 }.count < 66)
    }
}
