/// Whether somebody with all published figures, exact arithmetic and the knowledge that counts are whole and not
/// negative could narrow a protected figure to fewer values than the threshold.
///
/// It never errs on the unsafe side. A figure counts as safe only where other tables are found that agree with
/// everything published and in which the figure has other values, enough of them. Such a table is the true one moved
/// along a direction in which some hidden figures grow by one, others shrink by one and all sums still hold; where no
/// direction is found within the bounds of the search, the figure counts as exposed.
struct ExposureAudit {
    private let table: CountTable
    private let threshold: Int
    /// For each figure the sums it stands in: +1 as their total, -1 as a part.
    private let memberships: [[(sum: Int, sign: Int)]]
    /// For each sum its figures, the total first.
    private let members: [[(figure: Int, sign: Int)]]
    private let budget: Int

    init(_ table: CountTable, threshold: Int, budget: Int = 600) {
        self.table = table
        self.threshold = threshold
        self.budget = budget
        var memberships = table.figures.map { _ in [(sum: Int, sign: Int)]() }
        for (position, sum) in table.sums.enumerated() {
            memberships[sum.total].append((position, 1))
            for part in sum.parts { memberships[part].append((position, -1)) }
        }
        self.memberships = memberships
        members = table.sums.map { sum in [(sum.total, 1)] + sum.parts.map { ($0, -1) } }
    }

    /// Whether a reader could narrow down any protected figure.
    func isExposed(by pattern: SuppressionPattern) -> Bool {
        let isHidden = hidden(by: pattern)
        return protected.contains { isExposed($0, isHidden) }
    }

    /// Whether a reader could narrow down a protected figure: by itself, or since all that is hidden of a sum is few.
    ///
    /// The more is withheld, the less is exposed.
    func exposes(_ position: Int, by pattern: SuppressionPattern) -> Bool {
        isExposed(position, hidden(by: pattern))
    }

    /// The positions of the figures that nobody may come to know.
    var protected: [Int] { table.figures.indices.filter { table.figures[$0].isProtected } }

    private func hidden(by pattern: SuppressionPattern) -> [Bool] {
        table.figures.indices.map { pattern.hides($0, of: table) }
    }

    private func isExposed(_ position: Int, _ isHidden: [Bool]) -> Bool {
        for membership in memberships[position] where membership.sign < 0 {
            let sum = table.sums[membership.sum]
            guard !isHidden[sum.total] else { continue }
            let rest = sum.parts.reduce(0) { $0 + (isHidden[$1] ? table.figures[$1].value : 0) }
            if rest < threshold { return true }
        }
        return !isSafe(position, isHidden)
    }

    /// Whether enough values are possible for a figure.
    private func isSafe(_ position: Int, _ isHidden: [Bool]) -> Bool {
        guard isHidden[position] else { return false }
        let others = threshold - 1
        guard others > 0 else { return true }
        let up = reach(position, 1, others, isHidden)
        return up >= others || up + reach(position, -1, others - up, isHidden) >= others
    }

    /// How far a figure can be moved up or down, one by one, in tables that agree with everything published; at most
    /// as far as wanted.
    ///
    /// It goes in one direction as far as that leads, and on from there in another.
    private func reach(_ position: Int, _ step: Int, _ wanted: Int, _ isHidden: [Bool]) -> Int {
        var values = table.figures.map(\.value)
        var moved = 0
        var stride = wanted
        while moved < wanted, stride > 0 {
            stride = min(stride, wanted - moved)
            if let changes = direction(position, by: step, stride, values, isHidden) {
                for index in values.indices { values[index] += changes[index] * stride }
                moved += stride
            } else {
                stride /= 2
            }
        }
        return moved
    }

    /// A direction in which a figure changes by one and that can be gone so many steps.
    private func direction(
        _ position: Int,
        by step: Int,
        _ steps: Int,
        _ values: [Int],
        _ isHidden: [Bool]
    ) -> [Int]? {
        guard step > 0 || values[position] >= steps else { return nil }
        var search = Search(changes: values.map { _ in 0 }, balances: table.sums.map { _ in 0 }, budget: budget)
        apply(position, step, to: &search)
        return completes(&search, values, steps, isHidden) ? search.changes : nil
    }

    private struct Search {
        var changes: [Int]
        var balances: [Int]
        var budget: Int
    }

    private func apply(_ position: Int, _ change: Int, to search: inout Search) {
        search.changes[position] += change
        for membership in memberships[position] { search.balances[membership.sum] += membership.sign * change }
    }

    /// Changes further hidden figures until all sums hold again.
    ///
    /// The sum with the fewest ways out comes first, so that dead ends show early.
    private func completes(_ search: inout Search, _ values: [Int], _ steps: Int, _ isHidden: [Bool]) -> Bool {
        var fewest: [Option]?
        for (sum, balance) in search.balances.enumerated() where balance != 0 {
            let options = options(for: sum, search, values, steps, isHidden)
            if options.isEmpty { return false }
            if options.count < fewest?.count ?? .max { fewest = options }
        }
        guard let fewest else { return true }
        guard search.budget > 0 else { return false }
        search.budget -= 1
        for option in fewest.sorted(by: { ($0.score, -$0.room, $0.figure) < ($1.score, -$1.room, $1.figure) }) {
            apply(option.figure, option.change, to: &search)
            if completes(&search, values, steps, isHidden) { return true }
            apply(option.figure, -option.change, to: &search)
        }
        return false
    }

    /// A change of a figure that brings a sum nearer to holding.
    private struct Option {
        var figure: Int
        var change: Int
        /// How much the sums that it stands in are put out of balance by it, altogether.
        var score: Int
        /// How often it could be repeated.
        var room: Int
    }

    private func options(for sum: Int, _ search: Search, _ values: [Int], _ steps: Int, _ isHidden: [Bool]) -> [Option]
    {
        let direction = search.balances[sum] > 0 ? -1 : 1
        var options: [Option] = []
        for (figure, sign) in members[sum] where isHidden[figure] && search.changes[figure] == 0 {
            let change = direction * sign
            let room = change > 0 ? Int.max : values[figure]
            guard room >= steps else { continue }
            let score = memberships[figure]
                .reduce(0) { score, membership in
                    let before = search.balances[membership.sum]
                    return score + abs(before + membership.sign * change) - abs(before)
                }
            options.append(Option(figure: figure, change: change, score: score, room: room))
        }
        return options
    }
}
