/// Compares values while something counts the work: values that share their parts can be far larger than what was done to
/// make them.
protocol EqualityMeter {
    associatedtype Failure: Error

    /// Counts a number of comparisons.
    mutating func spend(_ steps: Int) throws(Failure)
}

/// Counts nothing.
struct UnlimitedMeter: EqualityMeter {
    mutating func spend(_ steps: Int) throws(Never) {}
}

extension EqualityMeter {
    /// Whether two values are equal as the language defines it.
    mutating func equal(_ left: Value, _ right: Value) throws(Failure) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let first), .bool(let second)): return first == second
        case (.double(let first), .double(let second)): return first == second
        case (.int(let first), .int(let second)): return first == second
        case (.string(let first), .string(let second)): return first.hasSameBytes(as: second)
        case (.bytes(let first), .bytes(let second)): return first == second
        case (.timestamp(let first), .timestamp(let second)): return first == second
        case (.duration(let first), .duration(let second)): return first == second
        case (.list(let first), .list(let second)): return try equal(first, second)
        case (.map(let first), .map(let second)): return try equal(first, second)
        case (.optional(let first), .optional(let second)):
            guard let first, let second else { return first == nil && second == nil }
            try spend(1)
            return try equal(first, second)
        case (.type(let first), .type(let second)): return first.name == second.name
        case (.object(let first), .object(let second)): return try equal(first, second)
        case (.opaque(let first), .opaque(let second)): return first == second
        default: return Comparison.numbers(left, right) == .equal
        }
    }

    private mutating func equal(_ first: [Value], _ second: [Value]) throws(Failure) -> Bool {
        guard first.count == second.count else { return false }
        try spend(first.count)
        for index in first.indices where try !equal(first[index], second[index]) { return false }
        return true
    }

    private mutating func equal(_ first: MapValue, _ second: MapValue) throws(Failure) -> Bool {
        guard first.count == second.count else { return false }
        try spend(first.count)
        for index in 0..<first.count {
            guard let other = second[first.key(at: index)], try equal(first.value(at: index), other) else {
                return false
            }
        }
        return true
    }

    private mutating func equal(_ first: ObjectValue, _ second: ObjectValue) throws(Failure) -> Bool {
        guard first.type == second.type, first.count == second.count else { return false }
        try spend(first.count)
        for index in 0..<first.count {
            switch (first.place(index)?.pointee, second.place(index)?.pointee) {
            case (nil, nil): continue
            case (let left?, let right?): if try !equal(left, right) { return false }
            default: return false
            }
        }
        return true
    }
}
