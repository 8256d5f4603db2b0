@testable import Disclosure

/// Somebody with all published figures and time: tries every table of whole numbers that agrees with them.
struct Attacker {
    let table: CountTable
    let pattern: SuppressionPattern
    /// The highest value tried; figures that can be higher still only gain values by it.
    let highest: Int

    /// The values that each protected figure could have, by its position.
    func possibleValues() -> [Int: Set<Int>] {
        var found: [Int: Set<Int>] = [:]
        var values = table.figures.indices.map { pattern.hides($0, of: table) ? nil : table.figures[$0].value }
        enumerate(&values, &found)
        return found
    }

    private func enumerate(_ values: inout [Int?], _ found: inout [Int: Set<Int>]) {
        let before = values
        defer { values = before }
        guard propagate(&values) else { return }
        guard let open = values.firstIndex(of: nil) else {
            for (position, figure) in table.figures.enumerated() where figure.isProtected {
                if let value = values[position] { found[position, default: []].insert(value) }
            }
            return
        }
        for value in 0...highest {
            values[open] = value
            enumerate(&values, &found)
        }
    }

    /// Fills in what follows from sums with one unknown.
    ///
    /// - Returns: whether all sums can still hold.
    private func propagate(_ values: inout [Int?]) -> Bool {
        var isChanged = true
        while isChanged {
            isChanged = false
            for sum in table.sums {
                let unknown = sum.parts.filter { values[$0] == nil }
                let known = sum.parts.reduce(0) { $0 + (values[$1] ?? 0) }
                if let total = values[sum.total] {
                    if unknown.isEmpty {
                        guard known == total else { return false }
                    } else if unknown.count == 1 {
                        guard total >= known else { return false }
                        values[unknown[0]] = total - known
                        isChanged = true
                    } else if known > total {
                        return false
                    }
                } else if unknown.isEmpty {
                    values[sum.total] = known
                    isChanged = true
                }
            }
        }
        return true
    }
}

/// A generator of the same numbers every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
