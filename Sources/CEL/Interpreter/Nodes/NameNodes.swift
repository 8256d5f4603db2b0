import Diagnostics

/// A value that is always the same.
final class ConstantNode: Node, @unchecked Sendable {
    private let content: Value

    init(_ content: Value, _ range: Range<Int>) {
        self.content = content
        super.init(range)
    }

    override var constant: Value? { content }
    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { content }
}

/// A condition that is always the same.
final class ConstantBoolNode: Node, @unchecked Sendable {
    private let flag: Bool

    init(_ flag: Bool, _ range: Range<Int>) {
        self.flag = flag
        super.init(range)
    }

    override var constant: Value? { .bool(flag) }
    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { .bool(flag) }
    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool { flag }
}

/// A whole number that is always the same.
final class ConstantIntNode: Node, @unchecked Sendable {
    let number: Int64

    init(_ number: Int64, _ range: Range<Int>) {
        self.number = number
        super.init(range)
    }

    override var constant: Value? { .int(number) }
    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { .int(number) }
    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 { number }
}

/// A floating-point number that is always the same.
final class ConstantDoubleNode: Node, @unchecked Sendable {
    let number: Double

    init(_ number: Double, _ range: Range<Int>) {
        self.number = number
        super.init(range)
    }

    override var constant: Value? { .double(number) }
    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { .double(number) }
    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double { number }
}

/// A part that has no value, whatever the variables are.
final class FailingNode: Node, @unchecked Sendable {
    private let error: EvaluationError

    init(_ error: EvaluationError, _ range: Range<Int>) {
        self.error = error
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { throw error }
}

/// A variable.
final class VariableNode: Node, @unchecked Sendable {
    let slot: Int
    private let name: String

    init(_ slot: Int, _ name: String, _ range: Range<Int>) {
        self.slot = slot
        self.name = name
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard slot < frame.variables.count, let base = frame.variables.baseAddress, !(base + slot).isEmpty else {
            throw missing
        }
        return (base + slot).content
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        if slot < frame.variables.count, case .some(.double(let number)) = frame.variables[slot] { return number }
        throw unexpected(try value(&frame), "double")
    }

    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        if slot < frame.variables.count, case .some(.int(let number)) = frame.variables[slot] { return number }
        throw unexpected(try value(&frame), "int")
    }

    var missing: EvaluationError { EvaluationError(.undeclared, "\(name) has no value", range: range) }
}

/// What the name of a macro stands for.
final class LocalNode: Node, @unchecked Sendable {
    let slot: Int

    init(_ slot: Int, _ range: Range<Int>) {
        self.slot = slot
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard let base = UnsafePointer(frame.locals.baseAddress), !(base + slot).isEmpty else {
            throw EvaluationError(.undeclared, "the name has no value here", range: range)
        }
        return (base + slot).content
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        if case .some(.double(let number)) = frame.locals[slot] { return number }
        throw unexpected(try value(&frame), "double")
    }

    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        if case .some(.int(let number)) = frame.locals[slot] { return number }
        throw unexpected(try value(&frame), "int")
    }
}

/// What the name of `cel.bind` or a place of `cel.block` stands for: worked out when it is first asked for.
final class LazyNode: Node, @unchecked Sendable {
    private let slot: Int
    private let content: Node
    private let steps: Int

    init(_ slot: Int, _ content: Node, steps: Int, _ range: Range<Int>) {
        self.slot = slot
        self.content = content
        self.steps = steps
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let value = frame.locals[slot] { return value }
        if let failure = frame.failures?.errors[slot] { throw failure }
        try frame.budget.spend(steps)
        do throws(EvaluationError) {
            let value = try content.value(&frame)
            frame.locals[slot] = value
            return value
        } catch let error {
            let failures = frame.failures ?? BindingFailures()
            failures.errors[slot] = error
            frame.failures = failures
            throw error
        }
    }
}

/// `cel.bind` and `cel.block`: a body in which some names are worked out when needed.
final class BindingNode: Node, @unchecked Sendable {
    private let slots: [Int]
    private let body: Node

    init(_ slots: [Int], _ body: Node, _ range: Range<Int>) {
        self.slots = slots
        self.body = body
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        for slot in slots {
            frame.locals[slot] = nil
            frame.failures?.errors[slot] = nil
        }
        return try body.value(&frame)
    }
}
