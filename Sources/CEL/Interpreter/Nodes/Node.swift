import Diagnostics

/// A planned part of an expression.
///
/// A node gives its value in several ways, so that conditions and numbers whose types are known need not be wrapped up.
/// Nodes never change once they are made; one plan serves any number of evaluations at the same time.
class Node: @unchecked Sendable {
    /// What it covers in the expression's text.
    let range: Range<Int>

    init(_ range: Range<Int>) {
        self.range = range
    }

    /// The value, where it is always the same.
    var constant: Value? { nil }

    func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        throw EvaluationError(.undeclared, "this part has no value", range: range)
    }

    func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        guard case .bool(let flag) = try value(&frame) else {
            throw EvaluationError(.noSuchOverload, "a condition that is neither true nor false", range: range)
        }
        return flag
    }

    func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let value = try value(&frame)
        guard case .int(let number) = value else { throw unexpected(value, "int") }
        return number
    }

    func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        let value = try value(&frame)
        guard case .double(let number) = value else { throw unexpected(value, "double") }
        return number
    }

    final func unexpected(_ value: Value, _ expected: String) -> EvaluationError {
        EvaluationError(
            .noSuchOverload,
            "a value of type \(value.typeName) where \(expected) was declared",
            range: range
        )
    }
}

/// A node that is true or false.
class BoolNode: Node, @unchecked Sendable {
    override final func value(_ frame: inout Frame) throws(EvaluationError) -> Value { .bool(try bool(&frame)) }
}

/// A node whose type is known to be int.
class IntNode: Node, @unchecked Sendable {
    override final func value(_ frame: inout Frame) throws(EvaluationError) -> Value { .int(try int(&frame)) }
}

/// A node whose type is known to be double.
class DoubleNode: Node, @unchecked Sendable {
    override final func value(_ frame: inout Frame) throws(EvaluationError) -> Value { .double(try double(&frame)) }
}
