import Diagnostics

/// The functions of the math extension.
enum MathFunctions {
    static let overloads: [Overload] =
        extremes("math.greatest", .greater) + extremes("math.least", .less) + rounding
        + signs + bits

    /// Whether a function takes any number of arguments.
    static func isVariadic(_ name: String) -> Bool { name == "math.greatest" || name == "math.least" }

    private static let numbers: [CELType] = [.int, .uint, .double]

    // MARK: - Greatest and least

    private static func extremes(_ name: String, _ wanted: Comparison) -> [Overload] {
        var all: [Overload] = []
        for first in numbers {
            all.append(.unary(name, first, first) { (value) throws(EvaluationError) in value })
            all.append(
                .unary(name, .list(first), first) { (value) throws(EvaluationError) in
                    guard case .list(let list) = value else { return value }
                    return try extreme(name, list, wanted)
                }
            )
            for second in numbers {
                all.append(
                    .binary(name, first, second, first == second ? first : .dyn) { (a, b) throws(EvaluationError) in
                        Comparison.numbers(b, a) == wanted ? b : a
                    }
                )
            }
        }
        return all
    }

    private static func extreme(_ name: String, _ list: [Value], _ wanted: Comparison) throws(EvaluationError) -> Value
    {
        guard var found = list.first else { throw EvaluationError(.invalidArgument, "\(name)() of an empty list") }
        for value in list {
            guard let order = Comparison.numbers(value, found) else {
                throw EvaluationError(.noSuchOverload, "\(name)() takes numbers, not a \(value.typeName)")
            }
            if order == wanted { found = value }
        }
        return found
    }

    // MARK: - Rounding, kinds of doubles, roots

    private static func double(_ name: String, _ compute: @escaping @Sendable (Double) -> Double) -> Overload {
        .unary(name, .double, .double) { (value) throws(EvaluationError) in
            guard case .double(let number) = value else { return value }
            return .double(compute(number))
        }
    }

    private static func kind(_ name: String, _ holds: @escaping @Sendable (Double) -> Bool) -> Overload {
        .unary(name, .double, .bool) { (value) throws(EvaluationError) in
            guard case .double(let number) = value else { return value }
            return .bool(holds(number))
        }
    }

    private static let rounding: [Overload] = {
        var all: [Overload] = []
        all.append(double("math.ceil") { $0.rounded(.up) })
        all.append(double("math.floor") { $0.rounded(.down) })
        all.append(double("math.round") { $0.rounded(.toNearestOrAwayFromZero) })
        all.append(double("math.trunc") { $0.rounded(.towardZero) })
        all.append(kind("math.isInf") { $0.isInfinite })
        all.append(kind("math.isNaN") { $0.isNaN })
        all.append(kind("math.isFinite") { $0.isFinite })
        for type in numbers {
            all.append(
                .unary("math.sqrt", type, .double) { (value) throws(EvaluationError) in
                    switch value {
                    case .int(let number): .double(Double(number).squareRoot())
                    case .uint(let number): .double(Double(number).squareRoot())
                    case .double(let number): .double(number.squareRoot())
                    default: value
                    }
                }
            )
        }
        return all
    }()

    // MARK: - Signs

    private static let signs: [Overload] = numbers.flatMap { type -> [Overload] in
        [
            .unary("math.abs", type, type) { (value) throws(EvaluationError) in
                switch value {
                case .int(let number):
                    guard number != .min else { throw EvaluationError(.overflow, "the result is too large") }
                    return .int(abs(number))
                case .double(let number): return .double(number.magnitude)
                default: return value
                }
            },
            .unary("math.sign", type, type) { (value) throws(EvaluationError) in
                switch value {
                case .int(let number): .int(number.signum())
                case .uint(let number): .uint(number == 0 ? 0 : 1)
                case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number.isNaN ? .nan : 0)
                default: value
                }
            },
        ]
    }

    // MARK: - Bits

    private static func bits(
        _ name: String,
        _ compute: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> [Overload] {
        [CELType.int, .uint]
            .map { type in
                .binary(name, type, type, type) { (first, second) throws(EvaluationError) in
                    switch (first, second) {
                    case (.int(let a), .int(let b)):
                        .int(Int64(bitPattern: compute(UInt64(bitPattern: a), UInt64(bitPattern: b))))
                    case (.uint(let a), .uint(let b)): .uint(compute(a, b))
                    default: first
                    }
                }
            }
    }

    private static func shift(
        _ name: String,
        _ compute: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> [Overload] {
        [CELType.int, .uint]
            .map { type in
                .binary(name, type, .int, type) { (value, count) throws(EvaluationError) in
                    guard case .int(let count) = count else { return value }
                    guard count >= 0 else { throw EvaluationError(.invalidArgument, "a shift by \(count) places") }
                    switch value {
                    case .int(let number):
                        return .int(Int64(bitPattern: compute(UInt64(bitPattern: number), UInt64(count))))
                    case .uint(let number): return .uint(compute(number, UInt64(count)))
                    default: return value
                    }
                }
            }
    }

    private static let bits: [Overload] = {
        var all = bits("math.bitAnd") { $0 & $1 }
        all += bits("math.bitOr") { $0 | $1 }
        all += bits("math.bitXor") { $0 ^ $1 }
        all += shift("math.bitShiftLeft") { $0 << $1 }
        all += shift("math.bitShiftRight") { $0 >> $1 }
        for type in [CELType.int, .uint] {
            all.append(
                .unary("math.bitNot", type, type) { (value) throws(EvaluationError) in
                    switch value {
                    case .int(let number): .int(~number)
                    case .uint(let number): .uint(~number)
                    default: value
                    }
                }
            )
        }
        return all
    }()
}
