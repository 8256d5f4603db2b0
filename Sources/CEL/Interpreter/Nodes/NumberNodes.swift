import Diagnostics

/// The order that a comparison asks for.
enum Ordering: Sendable {
    case less
    case lessEqual
    case greater
    case greaterEqual

    init?(_ function: String) {
        switch function {
        case "_<_": self = .less
        case "_<=_": self = .lessEqual
        case "_>_": self = .greater
        case "_>=_": self = .greaterEqual
        default: return nil
        }
    }

    @inline(__always)
    func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
        switch self {
        case .less: left < right
        case .lessEqual: left <= right
        case .greater: left > right
        case .greaterEqual: left >= right
        }
    }

    @inline(__always)
    func holds(_ comparison: Comparison) -> Bool {
        switch self {
        case .less: comparison == .less
        case .lessEqual: comparison == .less || comparison == .equal
        case .greater: comparison == .greater
        case .greaterEqual: comparison == .greater || comparison == .equal
        }
    }
}

/// Compares two doubles.
final class DoubleComparisonNode: BoolNode, @unchecked Sendable {
    private let ordering: Ordering
    private let left: Node
    private let right: Node

    init(_ ordering: Ordering, _ left: Node, _ right: Node, _ range: Range<Int>) {
        self.ordering = ordering
        self.left = left
        self.right = right
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        ordering.holds(try left.double(&frame), try right.double(&frame))
    }
}

/// Compares a double with one that is always the same.
final class DoubleLimitNode: BoolNode, @unchecked Sendable {
    private let ordering: Ordering
    private let operand: Node
    private let limit: Double

    init(_ ordering: Ordering, _ operand: Node, _ limit: Double, _ range: Range<Int>) {
        self.ordering = ordering
        self.operand = operand
        self.limit = limit
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        ordering.holds(try operand.double(&frame), limit)
    }
}

/// Compares two ints.
final class IntComparisonNode: BoolNode, @unchecked Sendable {
    private let ordering: Ordering
    private let left: Node
    private let right: Node

    init(_ ordering: Ordering, _ left: Node, _ right: Node, _ range: Range<Int>) {
        self.ordering = ordering
        self.left = left
        self.right = right
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        ordering.holds(try left.int(&frame), try right.int(&frame))
    }
}

/// Compares an int with one that is always the same.
final class IntLimitNode: BoolNode, @unchecked Sendable {
    private let ordering: Ordering
    private let operand: Node
    private let limit: Int64

    init(_ ordering: Ordering, _ operand: Node, _ limit: Int64, _ range: Range<Int>) {
        self.ordering = ordering
        self.operand = operand
        self.limit = limit
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        ordering.holds(try operand.int(&frame), limit)
    }
}

/// Computes with two doubles.
final class DoubleArithmeticNode: DoubleNode, @unchecked Sendable {
    private let operation: Arithmetic.Operation
    private let left: Node
    private let right: Node

    init(_ operation: Arithmetic.Operation, _ left: Node, _ right: Node, _ range: Range<Int>) {
        self.operation = operation
        self.left = left
        self.right = right
        super.init(range)
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        let first = try left.double(&frame)
        let second = try right.double(&frame)
        return switch operation {
        case .add: first + second
        case .subtract: first - second
        case .multiply: first * second
        case .divide: first / second
        case .remainder: .nan
        }
    }
}

/// Multiplies a double by one that is always the same.
final class DoubleScalingNode: DoubleNode, @unchecked Sendable {
    private let operand: Node
    private let factor: Double

    init(_ operand: Node, _ factor: Double, _ range: Range<Int>) {
        self.operand = operand
        self.factor = factor
        super.init(range)
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        try operand.double(&frame) * factor
    }
}

/// Computes with two ints.
final class IntArithmeticNode: IntNode, @unchecked Sendable {
    private let operation: Arithmetic.Operation
    private let left: Node
    private let right: Node

    init(_ operation: Arithmetic.Operation, _ left: Node, _ right: Node, _ range: Range<Int>) {
        self.operation = operation
        self.left = left
        self.right = right
        super.init(range)
    }

    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let first = try left.int(&frame)
        let second = try right.int(&frame)
        do throws(EvaluationError) {
            return try Arithmetic.whole(operation, first, second)
        } catch let error {
            throw error.located(range)
        }
    }
}

/// The negative of a number.
final class NegationNode: Node, @unchecked Sendable {
    private let operand: Node

    init(_ operand: Node, _ range: Range<Int>) {
        self.operand = operand
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        switch try operand.value(&frame) {
        case .double(let number): return .double(-number)
        case .int(let number): return .int(try negative(number))
        case .duration(let duration):
            return .duration(Duration(nanoseconds: try negative(duration.nanoseconds)))
        case let other: throw EvaluationError(.noSuchOverload, "- does not take (\(other.typeName))", range: range)
        }
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double { -(try operand.double(&frame)) }
    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 { try negative(operand.int(&frame)) }

    private func negative(_ number: Int64) throws(EvaluationError) -> Int64 {
        guard number != .min else {
            throw EvaluationError(.overflow, "the result is too large a whole number", range: range)
        }
        return -number
    }
}
