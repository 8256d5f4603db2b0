import TestSupport
import Testing

@testable import Disclosure

@Suite("Random tables, attacked")
struct AttackTests {
    private let solver = GreedySolver()

    @Test(
        "no protected figure of 10,000 random tables can be narrowed to fewer values than the threshold",
        arguments: 0..<40
    )
    func attack(batch: Int) {
        var dice = SplitMix64(seed: UInt64(batch))
        let threshold = 2 + batch % 4
        for number in 0..<250 {
            let table = RandomTable(&dice, threshold: threshold).table
            let pattern = solver.pattern(for: table, threshold: threshold)
            let attacker = Attacker(table, pattern)
            for position in table.figures.indices where table.figures[position].isProtected {
                let values = attacker.values(of: position, atMost: threshold)
                #expect(values.count >= threshold, "batch \(batch), table \(number), figure \(position): \(values)")
            }
        }
    }

    @Test("the attacker finds what little is withheld where only what is small is")
    func attackerIsReal() {
        var dice = SplitMix64(seed: 1)
        var seenThrough = 0
        for _ in 0..<200 {
            let table = RandomTable(&dice, threshold: 3).table
            var pattern = SuppressionPattern(nothingOf: table)
            for position in table.figures.indices where table.figures[position].visibility == .offered {
                pattern.isWithheld[position] = table.figures[position].isProtected
            }
            let attacker = Attacker(table, pattern)
            let isSeenThrough = table.figures.indices.contains { position in
                table.figures[position].isProtected && attacker.values(of: position, atMost: 3).count < 3
            }
            if isSeenThrough { seenThrough += 1 }
        }
        #expect(seenThrough > 50)
    }

    @Test("the same table gives the same pattern")
    func deterministic() {
        var dice = SplitMix64(seed: 7)
        for _ in 0..<50 {
            let table = RandomTable(&dice, threshold: 4).table
            #expect(solver.pattern(for: table, threshold: 4) == solver.pattern(for: table, threshold: 4))
        }
    }

    @Test("what is withheld beyond need is, on small tables, within a hundredth of the optimum")
    func loss() {
        var dice = SplitMix64(seed: 11)
        var (found, least, worst) = (0, 0, 1.0)
        for number in 0..<400 {
            let random = RandomTable(&dice, threshold: number.isMultiple(of: 2) ? 3 : 6)
            guard random.table.figures.contains(where: \.isProtected),
                let optimum = Optimum(table: random.table, threshold: random.threshold).loss()
            else { continue }
            let loss = solver.pattern(for: random.table, threshold: random.threshold).loss(in: random.table)
            #expect(loss >= optimum, "the optimum is none")
            found += loss
            least += optimum
            if optimum > 0 { worst = max(worst, Double(loss) / Double(optimum)) }
        }
        #expect(least > 500)
        #expect(Double(found) <= 1.01 * Double(least), "\(found) against \(least)")
        #expect(worst <= 5)
    }

    @Test(
        "large tables are solved within seconds, safe by the audit, and most cells are shown",
        .timeLimit(.minutes(1)),
        arguments: [(12, 10), (12, 40), (60, 5)]
    )
    func large(periods: Int, cells: Int) {
        var dice = SplitMix64(seed: 3)
        let table = RandomTable(running: periods, cells: cells, threshold: 10, &dice).table
        let pattern = solver.pattern(for: table, threshold: 10)
        #expect(!ExposureAudit(table, threshold: 10).isExposed(by: pattern))
        let offered = table.figures.indices.filter { table.figures[$0].visibility == .offered }
        #expect(offered.filter { pattern.isWithheld[$0] }.count * 3 < offered.count)
    }
}
