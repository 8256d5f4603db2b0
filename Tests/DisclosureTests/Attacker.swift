@testable import Disclosure

/// Somebody with all published figures, exact arithmetic and time, who knows that counts are whole and not negative, and
/// whether a true zero would have been shown.
///
/// Whether a figure can have a value is decided by search through all tables that agree with what is published: bounds
/// are propagated through the sums, and where they leave a choice every choice is tried. No table is left out but those
/// with figures above the highest value tried, so that what is found possible is possible, and of what is found
/// impossible only larger values could be possible all the same.
struct Attacker {
    let table: CountTable
    let pattern: SuppressionPattern
    /// The highest value tried.
    let highest: Int

    init(_ table: CountTable, _ pattern: SuppressionPattern, highest: Int? = nil) {
        self.table = table
        self.pattern = pattern
        self.highest = highest ?? (table.figures.map(\.value).max() ?? 0) + 12
    }

    /// The values that a figure could have, so many of them and no more.
    func values(of position: Int, atMost wanted: Int = .max) -> [Int] {
        guard pattern.hides(position, of: table) else { return [table.figures[position].value] }
        let least = table.figures[position].isProtected ? table.leastProtected : 0
        var found: [Int] = []
        for value in least...highest where found.count < wanted && isPossible(value, at: position) {
            found.append(value)
        }
        return found
    }

    /// All tables that agree with everything published, so many of them and no more.
    func tables(atMost limit: Int) -> [[Int]] {
        var found: [[Int]] = []
        enumerate(domains, limit, &found)
        return found
    }

    private var domains: [ClosedRange<Int>] {
        table.figures.enumerated()
            .map { position, figure in
                pattern.hides(position, of: table) ? 0...highest : figure.value...figure.value
            }
    }

    private func isPossible(_ value: Int, at position: Int) -> Bool {
        var domains = domains
        domains[position] = value...value
        var found: [[Int]] = []
        enumerate(domains, 1, &found)
        return !found.isEmpty
    }

    private func enumerate(_ domains: [ClosedRange<Int>], _ limit: Int, _ found: inout [[Int]]) {
        var domains = domains
        guard propagate(&domains) else { return }
        let open = domains.indices.filter { domains[$0].count > 1 }
        guard let next = open.min(by: { (domains[$0].count, $0) < (domains[$1].count, $1) }) else {
            found.append(domains.map(\.lowerBound))
            return
        }
        // What is true is tried first, since near it the others are found soonest.
        let truth = table.figures[next].value
        for value in domains[next].sorted(by: { abs($0 - truth) < abs($1 - truth) }) {
            guard found.count < limit else { return }
            var tried = domains
            tried[next] = value...value
            enumerate(tried, limit, &found)
        }
    }

    /// Narrows what each figure can be by what the others of its sums can be.
    ///
    /// - Returns: whether all sums can still hold.
    private func propagate(_ domains: inout [ClosedRange<Int>]) -> Bool {
        func narrow(_ position: Int, _ lower: Int, _ upper: Int) -> Bool? {
            let (low, high) = (max(lower, domains[position].lowerBound), min(upper, domains[position].upperBound))
            guard low <= high else { return nil }
            guard low...high != domains[position] else { return false }
            domains[position] = low...high
            return true
        }
        var isChanged = true
        while isChanged {
            isChanged = false
            for sum in table.sums {
                let lower = sum.parts.reduce(0) { $0 + domains[$1].lowerBound }
                let upper = sum.parts.reduce(0) { $0 + domains[$1].upperBound }
                guard let total = narrow(sum.total, lower, upper) else { return false }
                isChanged = isChanged || total
                let whole = domains[sum.total]
                for part in sum.parts {
                    let own = domains[part]
                    guard
                        let isNarrower = narrow(
                            part,
                            whole.lowerBound - (upper - own.upperBound),
                            whole.upperBound - (lower - own.lowerBound)
                        )
                    else { return false }
                    if isNarrower {
                        isChanged = true
                        break
                    }
                }
            }
        }
        return true
    }
}
