/// Withholds what must be withheld, then, as long as the audit finds something exposed, what costs least among what
/// stands in a sum with it; in the end it shows again what need not have been withheld.
///
/// Its patterns are safe by the audit, not the best there are.
struct GreedySolver: SuppressionSolver {
    func pattern(for table: CountTable, threshold: Int) -> SuppressionPattern {
        var pattern = SuppressionPattern(nothingOf: table)
        for (position, figure) in table.figures.enumerated() where figure.visibility == .offered && figure.isProtected {
            pattern.isWithheld[position] = true
        }
        let audit = ExposureAudit(table, threshold: threshold)
        for figure in audit.protected {
            while audit.exposes(figure, by: pattern) {
                guard let next = next(for: figure, table, pattern, audit) else {
                    return SuppressionPattern(everythingOf: table)
                }
                pattern.isWithheld[next] = true
            }
        }
        relax(&pattern, table, audit)
        return pattern
    }

    /// What to withhold so that a figure becomes safe: the cheapest that does it alone, else the cheapest beside it,
    /// else the cheapest of all.
    private func next(
        for figure: Int,
        _ table: CountTable,
        _ pattern: SuppressionPattern,
        _ audit: ExposureAudit
    ) -> Int? {
        let shown = table.figures.indices.filter {
            table.figures[$0].visibility == .offered && !pattern.isWithheld[$0]
        }
        var near: Set<Int> = []
        for sum in table.sums where sum.total == figure || sum.parts.contains(figure) {
            near.formUnion(sum.parts)
            near.insert(sum.total)
        }
        let candidates = cheapestFirst(shown.filter(near.contains), table)
        for candidate in candidates {
            var tried = pattern
            tried.isWithheld[candidate] = true
            if !audit.exposes(figure, by: tried) { return candidate }
        }
        return candidates.first ?? cheapestFirst(shown, table).first
    }

    private func cheapestFirst(_ positions: [Int], _ table: CountTable) -> [Int] {
        positions.sorted { left, right in
            let (first, second) = (table.figures[left], table.figures[right])
            return (first.weight, first.value, left) < (second.weight, second.value, right)
        }
    }

    private func relax(_ pattern: inout SuppressionPattern, _ table: CountTable, _ audit: ExposureAudit) {
        let secondary = table.figures.indices.filter { pattern.isWithheld[$0] && !table.figures[$0].isProtected }
        for position in cheapestFirst(secondary, table).reversed() {
            pattern.isWithheld[position] = false
            if audit.isExposed(by: pattern) { pattern.isWithheld[position] = true }
        }
    }
}
