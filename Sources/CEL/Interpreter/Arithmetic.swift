import Diagnostics

/// What the arithmetic operators do.
enum Arithmetic {
    /// An operator.
    enum Operation: Sendable {
        case add
        case subtract
        case multiply
        case divide
        case remainder

        init?(_ function: String) {
            switch function {
            case "_+_": self = .add
            case "_-_": self = .subtract
            case "_*_": self = .multiply
            case "_/_": self = .divide
            case "_%_": self = .remainder
            default: return nil
            }
        }

        var symbol: String {
            switch self {
            case .add: "+"
            case .subtract: "-"
            case .multiply: "*"
            case .divide: "/"
            case .remainder: "%"
            }
        }
    }

    /// The result for two whole numbers of one type.
    @inline(__always)
    static func whole<Number: FixedWidthInteger>(
        _ operation: Operation,
        _ first: Number,
        _ second: Number
    ) throws(EvaluationError) -> Number {
        let result: (partialValue: Number, overflow: Bool)
        switch operation {
        case .add: result = first.addingReportingOverflow(second)
        case .subtract: result = first.subtractingReportingOverflow(second)
        case .multiply: result = first.multipliedReportingOverflow(by: second)
        case .divide:
            if second == 0 { throw divisionByZero }
            result = first.dividedReportingOverflow(by: second)
        case .remainder:
            if second == 0 { throw divisionByZero }
            result = first.remainderReportingOverflow(dividingBy: second)
        }
        if result.overflow { throw overflow }
        return result.partialValue
    }

    private static let divisionByZero = EvaluationError(.divisionByZero, "a division by zero")
    private static let overflow = EvaluationError(.overflow, "the result is too large a whole number")
    private static let outsideYears = EvaluationError(.overflow, "the result is outside the years 1 to 9999")

    /// The result for any two values.
    static func compute(
        _ operation: Operation,
        _ left: Value,
        _ right: Value,
        _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.double(let first), .double(let second)):
            switch operation {
            case .add: return .double(first + second)
            case .subtract: return .double(first - second)
            case .multiply: return .double(first * second)
            case .divide: return .double(first / second)
            case .remainder: break
            }
        case (.int(let first), .int(let second)): return .int(try whole(operation, first, second))
        case (.uint(let first), .uint(let second)): return .uint(try whole(operation, first, second))
        default:
            switch operation {
            case .add: return try add(left, right, &budget)
            case .subtract: return try subtract(left, right)
            default: break
            }
        }
        throw mismatch(operation, left, right)
    }

    private static func mismatch(_ operation: Operation, _ left: Value, _ right: Value) -> EvaluationError {
        EvaluationError(
            .noSuchOverload,
            "\(operation.symbol) does not take (\(left.typeName), \(right.typeName))"
        )
    }

    private static func add(_ left: Value, _ right: Value, _ budget: inout Budget) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.string(let first), .string(let second)):
            try budget.spend(Cost.of(left) + Cost.of(right))
            return .string(first + second)
        case (.bytes(let first), .bytes(let second)):
            try budget.spend(Cost.of(left) + Cost.of(right))
            return .bytes(first + second)
        case (.list(let first), .list(let second)):
            try budget.spend(Cost.of(left) + Cost.of(right))
            return .list(first + second)
        case (.duration(let first), .duration(let second)):
            return .duration(Duration(nanoseconds: try whole(.add, first.nanoseconds, second.nanoseconds)))
        case (.timestamp(let instant), .duration(let length)), (.duration(let length), .timestamp(let instant)):
            guard let result = instant.advanced(by: length) else { throw outsideYears }
            return .timestamp(result)
        default: throw mismatch(.add, left, right)
        }
    }

    private static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.duration(let first), .duration(let second)):
            return .duration(Duration(nanoseconds: try whole(.subtract, first.nanoseconds, second.nanoseconds)))
        case (.timestamp(let first), .timestamp(let second)):
            guard let result = first.since(second) else {
                throw EvaluationError(.overflow, "the time between them is too long")
            }
            return .duration(result)
        case (.timestamp(let instant), .duration(let length)):
            guard length.nanoseconds != .min,
                let result = instant.advanced(by: Duration(nanoseconds: -length.nanoseconds))
            else { throw outsideYears }
            return .timestamp(result)
        default: throw mismatch(.subtract, left, right)
        }
    }
}
