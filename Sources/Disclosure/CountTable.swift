/// Counts of persons that add up: what is to be published, what must be protected, and which sums a reader knows to
/// hold.
///
/// It knows nothing of plans, so that solvers can be tested on tables made at random.
struct CountTable: Hashable, Sendable {
    private(set) var figures: [Figure] = []
    private(set) var sums: [Sum] = []
    /// Whether a true zero may be shown: then a reader knows of a protected figure that it is none.
    let publishesZero: Bool

    init(publishesZero: Bool = true) { self.publishesZero = publishesZero }

    /// A count, at least 0.
    struct Figure: Hashable, Sendable {
        var value: Int
        var visibility: Visibility
        /// Whether nobody may come to know it.
        var isProtected: Bool
        /// What it costs to withhold it: the higher, the more a reader misses.
        var weight: Int
    }

    /// How a figure reaches a reader.
    enum Visibility: Hashable, Sendable {
        /// It would be shown, and can be withheld.
        case offered
        /// It is never shown, but a reader could work it out, such as a difference.
        case implied
        /// It is public already.
        case known
    }

    /// A figure that is the sum of others.
    struct Sum: Hashable, Sendable {
        var total: Int
        var parts: [Int]
    }

    /// Adds a figure.
    ///
    /// - Returns: its position.
    mutating func add(_ figure: Figure) -> Int {
        figures.append(figure)
        return figures.count - 1
    }

    /// States that a figure is the sum of others.
    ///
    /// - Returns: whether it is; where it is not, nothing is stated.
    mutating func add(_ sum: Sum) -> Bool {
        guard figures[sum.total].value == sum.parts.reduce(0, { $0 + figures[$1].value }) else { return false }
        sums.append(sum)
        return true
    }

    /// The lowest value that a reader holds possible for a protected figure.
    var leastProtected: Int { publishesZero ? 1 : 0 }
}

/// Which figures of a table are withheld.
struct SuppressionPattern: Hashable, Sendable {
    /// By position.
    var isWithheld: [Bool]

    /// Nothing withheld.
    init(nothingOf table: CountTable) { isWithheld = table.figures.map { _ in false } }

    /// Everything withheld that is offered.
    init(everythingOf table: CountTable) { isWithheld = table.figures.map { $0.visibility == .offered } }

    /// Whether a reader does not see a figure.
    func hides(_ position: Int, of table: CountTable) -> Bool {
        isWithheld[position] || table.figures[position].visibility == .implied
    }

    /// What all that is withheld beyond what had to be is worth.
    func loss(in table: CountTable) -> Int {
        table.figures.indices.reduce(0) { loss, position in
            let figure = table.figures[position]
            return isWithheld[position] && !figure.isProtected ? loss + figure.weight : loss
        }
    }
}

/// Finds what to withhold so that no protected figure can be narrowed down.
protocol SuppressionSolver: Sendable {
    /// Finds a safe pattern.
    ///
    /// - Parameters:
    ///   - table: the figures.
    ///   - threshold: how many values a reader must at least hold possible for every protected figure.
    /// - Returns: what to withhold.
    func pattern(for table: CountTable, threshold: Int) -> SuppressionPattern
}
