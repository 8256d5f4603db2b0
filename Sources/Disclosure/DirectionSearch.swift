/// Looks for directions: ways to change some figures of a table by one up or down so that all sums still hold.
///
/// Along a direction lie the tables that a reader cannot tell from the true one, as long as only hidden figures change.
struct DirectionSearch {
    /// For each figure the sums it stands in: +1 as their total, -1 as a part.
    let memberships: [[(sum: Int, sign: Int)]]
    /// For each sum its figures, the total first.
    private let members: [[(figure: Int, sign: Int)]]
    private let values: [Int]
    /// How many figures a search may look at.
    private let budget: Int

    init(_ table: CountTable, budget: Int) {
        values = table.figures.map(\.value)
        var memberships = table.figures.map { _ in [(sum: Int, sign: Int)]() }
        for (position, sum) in table.sums.enumerated() {
            memberships[sum.total].append((position, 1))
            for part in sum.parts { memberships[part].append((position, -1)) }
        }
        self.memberships = memberships
        members = table.sums.map { sum in [(sum.total, 1)] + sum.parts.map { ($0, -1) } }
        self.budget = budget
    }

    /// A direction, and what of the figures in it had to be paid for.
    struct Direction {
        var changes: [(figure: Int, change: Int)]
        var price: Int
    }

    /// What a direction must be like.
    struct Wish {
        /// The figure that is to change.
        var figure: Int
        /// Whether by one up or by one down.
        var step: Int
        /// How often the direction must be possible one after the other.
        var steps: Int
    }

    /// The cheapest direction found within the budget.
    ///
    /// - Parameters:
    ///   - wish: what it must be like; the lowest value of its figure is up to the caller.
    ///   - moves: how far figures have been moved already from their true values.
    ///   - price: what it costs to change a figure, 0 for one that is hidden; nil where it cannot be changed.
    /// - Returns: the direction, or nil where none was found.
    func direction(_ wish: Wish, after moves: [Int: Int] = [:], price: (Int) -> Int?) -> Direction? {
        var run = Run(moves: moves, steps: wish.steps, budget: budget)
        apply(wish.figure, wish.step, 0, &run)
        complete(&run, price)
        return run.best
    }

    private struct Run {
        let moves: [Int: Int]
        let steps: Int
        var budget: Int
        /// By how much sums do not hold; those that do are left out.
        var balances: [Int: Int] = [:]
        /// The figures changed so far, in order.
        var path: [(figure: Int, change: Int)] = []
        var price = 0
        var best: Direction?

        func changes(_ figure: Int) -> Bool { path.contains { $0.figure == figure } }
    }

    private func apply(_ figure: Int, _ change: Int, _ price: Int, _ run: inout Run) {
        run.path.append((figure, change))
        run.price += price
        shift(figure, change, &run)
    }

    private func undo(_ price: Int, _ run: inout Run) {
        guard let (figure, change) = run.path.popLast() else { return }
        run.price -= price
        shift(figure, -change, &run)
    }

    private func shift(_ figure: Int, _ change: Int, _ run: inout Run) {
        for membership in memberships[figure] {
            let balance = run.balances[membership.sum, default: 0] + membership.sign * change
            run.balances[membership.sum] = balance == 0 ? nil : balance
        }
    }

    /// Changes further figures until all sums hold again.
    ///
    /// The sum with the fewest ways out comes first, so that dead ends show early; what would cost more than what was
    /// found already is left.
    private func complete(_ run: inout Run, _ price: (Int) -> Int?) {
        var fewest: [Option]?
        for sum in run.balances.keys.sorted() {
            let options = options(for: sum, &run, price)
            if options.isEmpty { return }
            if options.count < fewest?.count ?? .max { fewest = options }
        }
        guard let fewest else {
            run.best = Direction(changes: run.path, price: run.price)
            return
        }
        guard run.budget > 0 else { return }
        for option in fewest.sorted(by: Option.isBetter) {
            if let best = run.best, best.price == 0 || run.price + option.price >= best.price { continue }
            apply(option.figure, option.change, option.price, &run)
            complete(&run, price)
            undo(option.price, &run)
            guard run.budget > 0 else { return }
        }
    }

    /// A change of a figure that brings a sum nearer to holding.
    private struct Option {
        var figure: Int
        var change: Int
        var price: Int
        /// How much the sums that it stands in are put out of balance by it, altogether.
        var score: Int
        /// How often it could be repeated.
        var room: Int

        /// What is hidden already is taken where it leaves most room.
        ///
        /// Among what would have to be withheld the place decides, never the size: the choice would tell of it.
        static func isBetter(_ left: Option, _ right: Option) -> Bool {
            (left.price, left.score, left.rank, left.figure) < (right.price, right.score, right.rank, right.figure)
        }

        private var rank: Int { price == 0 ? -room : 0 }
    }

    private func options(for sum: Int, _ run: inout Run, _ price: (Int) -> Int?) -> [Option] {
        let direction = run.balances[sum, default: 0] > 0 ? -1 : 1
        var options: [Option] = []
        run.budget -= members[sum].count
        for (figure, sign) in members[sum] {
            guard let price = price(figure) else { continue }
            let change = direction * sign
            let room = change > 0 ? Int.max : values[figure] + run.moves[figure, default: 0]
            guard room >= run.steps, !run.changes(figure) else { continue }
            if let best = run.best, run.price + price >= best.price { continue }
            let score = memberships[figure]
                .reduce(0) { score, membership in
                    let before = run.balances[membership.sum, default: 0]
                    return score + abs(before + membership.sign * change) - abs(before)
                }
            options.append(Option(figure: figure, change: change, price: price, score: score, room: room))
        }
        return options
    }
}
