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
    ) -> CountTable.Figure {
        RandomTable.figure(value, threshold, visibility, weight: weight)
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
        #expect(solver.pattern(for: table, threshold: 10).isWithheld == [true, true, false, false])
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

    @Test("what is withheld beside a small figure is chosen by its place, so that its size is not given away")
    func placeNotSize() {
        for others in [[40, 25], [25, 40], [11, 400]] {
            let pattern = solver.pattern(for: row([9] + others, threshold: 10), threshold: 10)
            #expect(pattern.isWithheld == [true, true, false, false])
        }
    }

    @Test("a corrected figure is withheld where the correction concerns few", arguments: [(20, true), (12, false)])
    func correction(before: Int, isWithheld: Bool) {
        var table = CountTable()
        let earlier = table.add(figure(before, 10, .known))
        let now = table.add(figure(23, 10))
        let difference = table.add(figure(23 - before, 10, .implied))
        let holds = table.add(CountTable.Sum(total: now, parts: [earlier, difference]))
        #expect(holds)
        #expect(solver.pattern(for: table, threshold: 10).isWithheld[now] == isWithheld)
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
        #expect(Attacker(table, pattern).values(of: 0) == [2])
    }
}
