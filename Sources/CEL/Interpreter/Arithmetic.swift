import Diagnostics

/// The binary operators on values whose types show only now.
enum Arithmetic {
    typealias Binary = @Sendable (Value, Value) throws(EvaluationError) -> Value

    static let binary: [String: Binary] = [
        "_+_": add, "_-_": subtract, "_*_": multiply, "_/_": divide, "_%_": remainder,
        "_==_": { (left, right) throws(EvaluationError) in .bool(left == right) },
        "_!=_": { (left, right) throws(EvaluationError) in .bool(left != right) },
        "_<_": { (left, right) throws(EvaluationError) in .bool(try order(left, right, "<") == .less) },
        "_>_": { (left, right) throws(EvaluationError) in .bool(try order(left, right, ">") == .greater) },
        "_<=_": { (left, right) throws(EvaluationError) in
            let order = try order(left, right, "<=")
            return .bool(order == .less || order == .equal)
        },
        "_>=_": { (left, right) throws(EvaluationError) in
            let order = try order(left, right, ">=")
            return .bool(order == .greater || order == .equal)
        },
        Operator.index: index,
        Operator.membership: isMember,
    ]

    private static func mismatch(_ symbol: String, _ left: Value, _ right: Value) -> EvaluationError {
        EvaluationError(.noSuchOverload, "\(symbol) does not take (\(left.typeName), \(right.typeName))")
    }

    private static func whole<Number: FixedWidthInteger>(
        _ result: (partialValue: Number, overflow: Bool)
    ) throws(EvaluationError) -> Number {
        if result.overflow { throw EvaluationError(.overflow, "the result is too large a whole number") }
        return result.partialValue
    }

    private static func order(_ left: Value, _ right: Value, _ symbol: String) throws(EvaluationError) -> Comparison {
        guard let order = Comparison.of(left, right) else { throw mismatch(symbol, left, right) }
        return order
    }

    @Sendable private static func add(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.double(let first), .double(let second)): return .double(first + second)
        case (.int(let first), .int(let second)): return .int(try whole(first.addingReportingOverflow(second)))
        case (.uint(let first), .uint(let second)): return .uint(try whole(first.addingReportingOverflow(second)))
        case (.string(let first), .string(let second)): return .string(first + second)
        case (.bytes(let first), .bytes(let second)): return .bytes(first + second)
        case (.list(let first), .list(let second)): return .list(first + second)
        case (.duration(let first), .duration(let second)):
            return .duration(
                Duration(nanoseconds: try whole(first.nanoseconds.addingReportingOverflow(second.nanoseconds)))
            )
        case (.timestamp(let instant), .duration(let length)), (.duration(let length), .timestamp(let instant)):
            guard let result = instant.advanced(by: length) else {
                throw EvaluationError(.overflow, "the result is outside the years 1 to 9999")
            }
            return .timestamp(result)
        default: throw mismatch("+", left, right)
        }
    }

    @Sendable private static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.double(let first), .double(let second)): return .double(first - second)
        case (.int(let first), .int(let second)): return .int(try whole(first.subtractingReportingOverflow(second)))
        case (.uint(let first), .uint(let second)): return .uint(try whole(first.subtractingReportingOverflow(second)))
        case (.duration(let first), .duration(let second)):
            let difference = first.nanoseconds.subtractingReportingOverflow(second.nanoseconds)
            return .duration(Duration(nanoseconds: try whole(difference)))
        case (.timestamp(let first), .timestamp(let second)):
            guard let result = first.since(second) else {
                throw EvaluationError(.overflow, "the time between them is too long")
            }
            return .duration(result)
        case (.timestamp(let instant), .duration(let length)):
            guard length.nanoseconds != .min,
                let result = instant.advanced(by: Duration(nanoseconds: -length.nanoseconds))
            else { throw EvaluationError(.overflow, "the result is outside the years 1 to 9999") }
            return .timestamp(result)
        default: throw mismatch("-", left, right)
        }
    }

    @Sendable private static func multiply(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.double(let first), .double(let second)): return .double(first * second)
        case (.int(let first), .int(let second)): return .int(try whole(first.multipliedReportingOverflow(by: second)))
        case (.uint(let first), .uint(let second)):
            return .uint(try whole(first.multipliedReportingOverflow(by: second)))
        default: throw mismatch("*", left, right)
        }
    }

    private static func notZero(_ isZero: Bool) throws(EvaluationError) {
        if isZero { throw EvaluationError(.divisionByZero, "a division by zero") }
    }

    @Sendable private static func divide(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.double(let first), .double(let second)): return .double(first / second)
        case (.int(let first), .int(let second)):
            try notZero(second == 0)
            return .int(try whole(first.dividedReportingOverflow(by: second)))
        case (.uint(let first), .uint(let second)):
            try notZero(second == 0)
            return .uint(first / second)
        default: throw mismatch("/", left, right)
        }
    }

    @Sendable private static func remainder(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let first), .int(let second)):
            try notZero(second == 0)
            return .int(try whole(first.remainderReportingOverflow(dividingBy: second)))
        case (.uint(let first), .uint(let second)):
            try notZero(second == 0)
            return .uint(first % second)
        default: throw mismatch("%", left, right)
        }
    }

    @Sendable private static func index(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch left {
        case .list(let list):
            let position: Int? =
                switch right {
                case .int(let number): Int(number)
                case .uint(let number): Int(exactly: number)
                case .double(let number): Int(exactly: number)
                default: nil
                }
            guard let position else { throw mismatch("[ ]", left, right) }
            guard list.indices.contains(position) else {
                throw EvaluationError(.indexOutOfRange, "a list of \(list.count) has no element \(position)")
            }
            return list[position]
        case .map(let map):
            guard let value = map[right] else { throw EvaluationError(.noSuchKey, "the map has no such key") }
            return value
        default: throw mismatch("[ ]", left, right)
        }
    }

    @Sendable private static func isMember(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch right {
        case .list(let list): return .bool(list.contains { $0 == left })
        case .map(let map): return .bool(map[left] != nil)
        default: throw mismatch("in", left, right)
        }
    }
}
