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
        if first.hasSameBytes(as: second) { return .equal }
        return first.precedes(second) ? .less : .greater
    }

    /// The order of two numbers of any types; nil where one is no number.
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

    /// In the range of the whole number's type it is compared as the double nearest to it, as the conformance suite asks;
    /// a double outside that range is less, or greater, than every whole number.
    private static func double<Whole: FixedWidthInteger>(_ first: Double, _ second: Whole) -> Comparison {
        if first.isNaN { return .unordered }
        if first < Double(Whole.min) { return .less }
        if first > Double(Whole.max) { return .greater }
        return Comparison(first < Double(second), first == Double(second))
    }

    private var reversed: Comparison {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .unordered: self
        }
    }
}
