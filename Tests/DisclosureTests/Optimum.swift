@testable import Disclosure

/// The least that must be withheld beside what is protected, found by trying everything.
struct Optimum {
    let table: CountTable
    let threshold: Int

    /// What is worth least among all that is safe from an attacker; nil where the table has too many figures to try.
    func loss(most: Int = 9) -> Int? {
        let candidates = table.figures.indices.filter {
            table.figures[$0].visibility == .offered && !table.figures[$0].isProtected
        }
        guard candidates.count <= most else { return nil }
        var primary = SuppressionPattern(nothingOf: table)
        for position in table.figures.indices where table.figures[position].isProtected {
            primary.isWithheld[position] = table.figures[position].visibility == .offered
        }
        let patterns = (0..<1 << candidates.count)
            .map { choice in
                var pattern = primary
                for (bit, position) in candidates.enumerated() where choice & 1 << bit != 0 {
                    pattern.isWithheld[position] = true
                }
                return pattern
            }
        return patterns.map { ($0, $0.loss(in: table)) }.sorted { $0.1 < $1.1 }.first { isSafe($0.0) }?.1
    }

    /// By the same measure as the solver: enough values for each figure, and no few persons in the rest of a sum.
    private func isSafe(_ pattern: SuppressionPattern) -> Bool {
        for sum in table.sums where !pattern.hides(sum.total, of: table) {
            let hidden = sum.parts.filter { pattern.hides($0, of: table) }
            let rest = hidden.reduce(0) { $0 + table.figures[$1].value }
            if rest < threshold, hidden.contains(where: { table.figures[$0].isProtected }) { return false }
        }
        let attacker = Attacker(table, pattern)
        return table.figures.indices.filter { table.figures[$0].isProtected }
            .allSatisfy { attacker.values(of: $0, atMost: threshold).count >= threshold }
    }
}
