/// Withholds what must be withheld, and then what costs least until nothing is exposed.
///
/// For each figure that still is, that is one figure beside it, or all that can change together with it. In the end it
/// shows again what need not have been withheld.
///
/// Its patterns are safe by the audit. What it withholds beside the protected figures is chosen by where it stands and
/// what it is worth, never by how large it is: otherwise the choice itself would say that what is withheld is smaller
/// than what is shown.
struct GreedySolver: SuppressionSolver {
    /// Tables with more figures are tried once; smaller ones in several orders, and the best is taken.
    private static let several = 64
    /// How many figures are tried one by one.
    private static let tries = 40

    func pattern(for table: CountTable, threshold: Int) -> SuppressionPattern {
        var pattern = SuppressionPattern(nothingOf: table)
        for component in table.protectedComponents {
            let found = best(for: component.table, threshold)
            for (place, position) in component.positions.enumerated() where found.isWithheld[place] {
                pattern.isWithheld[position] = true
            }
        }
        return pattern
    }

    private func best(for table: CountTable, _ threshold: Int) -> SuppressionPattern {
        let audit = ExposureAudit(table, threshold: threshold)
        let protected = audit.protected
        var orders = [protected]
        if table.figures.count <= Self.several, protected.count > 1 {
            orders.append(protected.reversed())
            orders.append(
                protected.sorted { left, right in
                    let (first, second) = (audit.search.memberships[left].count, audit.search.memberships[right].count)
                    return (first, left) < (second, right)
                }
            )
        }
        let found = orders.compactMap { order in Attempt(table, threshold, audit).pattern(order) }
        return found.min { $0.loss(in: table) < $1.loss(in: table) } ?? SuppressionPattern(everythingOf: table)
    }

    /// One way through a table.
    private struct Attempt {
        let table: CountTable
        let threshold: Int
        let audit: ExposureAudit
        private var pattern: SuppressionPattern
        /// For each protected figure that is safe, what it owes that to.
        private var proofs: [Int: Set<Int>] = [:]
        /// For each figure the protected ones that may owe it something.
        private var debtors: [Int: Set<Int>] = [:]

        init(_ table: CountTable, _ threshold: Int, _ audit: ExposureAudit) {
            self.table = table
            self.threshold = threshold
            self.audit = audit
            pattern = SuppressionPattern(nothingOf: table)
            for (position, figure) in table.figures.enumerated() {
                pattern.isWithheld[position] = figure.isProtected && figure.visibility == .offered
            }
        }

        /// The pattern, or nil where the table can only be withheld as a whole.
        consuming func pattern(_ order: [Int]) -> SuppressionPattern? {
            for figure in order {
                while true {
                    if let proof = audit.proof(of: figure, by: pattern) {
                        keep(proof, of: figure)
                        break
                    }
                    let added = addition(for: figure)
                    guard !added.isEmpty else { return nil }
                    for position in added { pattern.isWithheld[position] = true }
                }
            }
            relax()
            return pattern
        }

        private mutating func keep(_ proof: Set<Int>, of figure: Int) {
            proofs[figure] = proof
            for position in proof { debtors[position, default: []].insert(figure) }
        }

        /// What to withhold next so that a figure becomes safe: the cheapest of what can change together with it, or
        /// one figure beside it where that is cheaper still.
        private func addition(for figure: Int) -> [Int] {
            let near = cheapestFirst(neighbours(of: figure).filter(isShown))
            let wish = DirectionSearch.Wish(figure: figure, step: 1, steps: threshold - 1)
            let together = audit.search.direction(wish) { position in
                if pattern.hides(position, of: table) { return 0 }
                return isShown(position) ? table.figures[position].weight : nil
            }
            let added = together?.changes.map(\.figure).filter(isShown) ?? []
            let price = added.isEmpty ? Int.max : together?.price ?? .max
            let single = near.prefix { table.figures[$0].weight < price }.prefix(GreedySolver.tries)
                .first { candidate in
                    var tried = pattern
                    tried.isWithheld[candidate] = true
                    return !audit.exposes(figure, by: tried)
                }
            if let single { return [single] }
            if !added.isEmpty { return added }
            return Array((near.isEmpty ? cheapestFirst(table.figures.indices.filter(isShown)) : near).prefix(1))
        }

        private func isShown(_ position: Int) -> Bool {
            table.figures[position].visibility == .offered && !pattern.isWithheld[position]
        }

        private func neighbours(of figure: Int) -> Set<Int> {
            var found: Set<Int> = []
            for membership in audit.search.memberships[figure] {
                let sum = table.sums[membership.sum]
                found.formUnion(sum.parts)
                found.insert(sum.total)
            }
            return found
        }

        private func cheapestFirst(_ positions: some Sequence<Int>) -> [Int] {
            positions.sorted { (table.figures[$0].weight, $0) < (table.figures[$1].weight, $1) }
        }

        /// Shows again what need not be withheld, the most valuable first.
        private mutating func relax() {
            let secondary = table.figures.indices.filter { pattern.isWithheld[$0] && !table.figures[$0].isProtected }
            for position in cheapestFirst(secondary).reversed() {
                let owing = debtors[position, default: []].filter { proofs[$0]?.contains(position) ?? false }
                let beside = neighbours(of: position).filter { table.figures[$0].isProtected }
                let concerned = owing.union(beside).sorted()
                pattern.isWithheld[position] = false
                var renewed: [Int: Set<Int>] = [:]
                for figure in concerned {
                    guard let proof = audit.proof(of: figure, by: pattern) else { break }
                    renewed[figure] = proof
                }
                if renewed.count == concerned.count {
                    for figure in concerned { keep(renewed[figure] ?? [], of: figure) }
                } else {
                    pattern.isWithheld[position] = true
                }
            }
        }
    }
}
