/// The order of values.
enum Comparison {
    case less
    case equal
    case greater
    /// One of them is NaN.
    case unordered

    private init(_ isLess: Bool, _ isEqual: Bool) {
        self = isEqual ? .equal : isLess ? .less : .greater
    }

    /// The order of two values of one type, or of two numbers of any types; nil where they have no order.
    static func of(_ left: Value, _ right: Value) -> Comparison? {
        switch (left, right) {
        case (.bool(let first), .bool(let second)): return Comparison(!first && second, first == second)
        case (.string(let first), .string(let second)): return text(first, second)
        case (.bytes(let first), .bytes(let second)):
            return Comparison(first.lexicographicallyPrecedes(second), first == second)
        case (.timestamp(let first), .timestamp(let second)): return Comparison(first < second, first == second)
        case (.duration(let first), .duration(let second)):
            return Comparison(first.nanoseconds < second.nanoseconds, first == second)
        default: return numbers(left, right)
        }
    }

    /// UTF-8 orders as code points do.
    private static func text(_ first: String, _ second: String) -> Comparison {
        if first.utf8.elementsEqual(second.utf8) { return .equal }
        return first.utf8.lexicographicallyPrecedes(second.utf8) ? .less : .greater
    }

    /// The order of two numbers, exact also between types; nil where one is no number.
    static func numbers(_ left: Value, _ right: Value) -> Comparison? {
        switch (left, right) {
        case (.int(let first), .int(let second)): Comparison(first < second, first == second)
        case (.uint(let first), .uint(let second)): Comparison(first < second, first == second)
        case (.int(let first), .uint(let second)): Comparison(first < second, first == second)
        case (.uint(let first), .int(let second)): Comparison(first < second, first == second)
        case (.double(let first), .double(let second)):
            first.isNaN || second.isNaN ? .unordered : Comparison(first < second, first == second)
        case (.double(let first), .int(let second)): double(first, second)
        case (.double(let first), .uint(let second)): double(first, second)
        case (.int(let first), .double(let second)): double(second, first).reversed
        case (.uint(let first), .double(let second)): double(second, first).reversed
        default: nil
        }
    }

    /// Exact: the whole part is compared as a whole number, then the fraction.
    private static func double<Whole: FixedWidthInteger>(_ first: Double, _ second: Whole) -> Comparison {
        if first.isNaN { return .unordered }
        guard let whole = Whole(exactly: first.rounded(.towardZero)) else { return first < 0 ? .less : .greater }
        if whole != second { return Comparison(whole < second, false) }
        let fraction = first - first.rounded(.towardZero)
        return Comparison(fraction < 0, fraction == 0)
    }

    private var reversed: Comparison {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .unordered: self
        }
    }
}
