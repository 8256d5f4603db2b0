/// Whether somebody with all published figures, exact arithmetic and the knowledge that counts are whole and not
/// negative could narrow a protected figure to fewer values than the threshold.
///
/// It never errs on the unsafe side. A figure counts as safe only where other tables are found that agree with
/// everything published and in which the figure has other values, enough of them: zero is not among them where a true
/// zero would be shown. Such a table is the true one moved along a direction in which some hidden figures grow by one,
/// others shrink by one and all sums still hold; where no direction is found within the bounds of the search, the
/// figure counts as exposed.
struct ExposureAudit {
    private let table: CountTable
    private let threshold: Int
    let search: DirectionSearch

    init(_ table: CountTable, threshold: Int, budget: Int = 30_000) {
        self.table = table
        self.threshold = threshold
        search = DirectionSearch(table, budget: budget)
    }

    /// The positions of the figures that nobody may come to know.
    var protected: [Int] { table.figures.indices.filter { table.figures[$0].isProtected } }

    /// Whether a reader could narrow down any protected figure.
    func isExposed(by pattern: SuppressionPattern) -> Bool {
        protected.contains { exposes($0, by: pattern) }
    }

    /// Whether a reader could narrow down a protected figure: by itself, or since all that is hidden of a sum is few.
    ///
    /// The more is withheld, the less is exposed.
    func exposes(_ position: Int, by pattern: SuppressionPattern) -> Bool {
        proof(of: position, by: pattern) == nil
    }

    /// What shows that a figure is safe: the hidden figures that can change together with it.
    ///
    /// As long as these, and the figures beside it in its sums, stay hidden, it stays safe.
    ///
    /// - Returns: their positions, or nil where the figure counts as exposed.
    func proof(of position: Int, by pattern: SuppressionPattern) -> Set<Int>? {
        guard pattern.hides(position, of: table), !isFew(aroundOf: position, pattern) else { return nil }
        var proof: Set<Int> = []
        let others = threshold - 1
        let up = reach(position, 1, others, pattern, &proof)
        guard up < others else { return proof }
        let down = reach(position, -1, others - up, pattern, &proof)
        return up + down >= others ? proof : nil
    }

    /// Whether a figure stands in a published sum of which all that is hidden is together below the threshold.
    private func isFew(aroundOf position: Int, _ pattern: SuppressionPattern) -> Bool {
        search.memberships[position]
            .contains { membership in
                let sum = table.sums[membership.sum]
                guard membership.sign < 0, !pattern.hides(sum.total, of: table) else { return false }
                let rest = sum.parts.reduce(0) { rest, part in
                    pattern.hides(part, of: table) ? rest + table.figures[part].value : rest
                }
                return rest < threshold
            }
    }

    /// How far a figure can be moved up or down, one by one, in tables that agree with everything published; at most
    /// as far as wanted.
    ///
    /// It goes in one direction as far as that leads, and on from there in another.
    private func reach(
        _ position: Int,
        _ step: Int,
        _ wanted: Int,
        _ pattern: SuppressionPattern,
        _ proof: inout Set<Int>
    ) -> Int {
        var moves: [Int: Int] = [:]
        let limit = step > 0 ? wanted : min(wanted, table.figures[position].value - table.leastProtected)
        var moved = 0
        var stride = limit
        while moved < limit, stride > 0 {
            stride = min(stride, limit - moved)
            let wish = DirectionSearch.Wish(figure: position, step: step, steps: stride)
            let found = search.direction(wish, after: moves) { pattern.hides($0, of: table) ? 0 : nil }
            if let found {
                for (figure, change) in found.changes {
                    moves[figure, default: 0] += change * stride
                    proof.insert(figure)
                }
                moved += stride
            } else {
                stride /= 2
            }
        }
        return moved
    }
}
