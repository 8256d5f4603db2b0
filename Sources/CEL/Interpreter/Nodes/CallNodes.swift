import Diagnostics

/// A call of a function with any number of arguments.
class CallNode: Node, @unchecked Sendable {
    fileprivate let overloads: [Overload]
    fileprivate let arguments: [Node]
    fileprivate let name: String

    init(_ name: String, _ overloads: [Overload], _ arguments: [Node], _ range: Range<Int>) {
        self.name = name
        self.overloads = overloads
        self.arguments = arguments
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(arguments.count)
        var steps = 1
        for argument in arguments {
            let value = try argument.value(&frame)
            steps += Cost.of(value)
            values.append(value)
        }
        try frame.budget.spend(steps)
        return try apply(values, &frame)
    }

    fileprivate final func apply(_ values: [Value], _ frame: inout Frame) throws(EvaluationError) -> Value {
        do throws(EvaluationError) {
            for overload in overloads where overload.parameters.count == values.count {
                var fits = true
                for (type, value) in zip(overload.parameters, values) where fits {
                    fits = Overload.accepts(type, value)
                }
                guard fits else { continue }
                switch overload.implementation {
                case .unary(let compute): return try compute(values[0])
                case .binary(let compute): return try compute(values[0], values[1])
                case .list(let compute): return try compute(values)
                case .metered(let compute): return try compute(values, &frame.budget)
                }
            }
        } catch let error {
            throw error.located(range)
        }
        throw EvaluationError(
            .noSuchOverload,
            "\(Operator.spelling(name)) does not take (\(values.map(\.typeName).joined(separator: ", ")))",
            range: range
        )
    }
}

/// A call with one argument.
final class UnaryCallNode: CallNode, @unchecked Sendable {
    private let argument: Node
    private let forms: [(type: CELType, compute: Overload.Unary)]

    init(_ name: String, _ overloads: [Overload], _ argument: Node, _ range: Range<Int>) {
        self.argument = argument
        forms = overloads.compactMap { overload in
            guard case .unary(let compute) = overload.implementation else { return nil }
            return (overload.parameters[0], compute)
        }
        super.init(name, overloads, [argument], range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try argument.value(&frame)
        try frame.budget.spend(1 + Cost.of(value))
        for form in forms where Overload.accepts(form.type, value) {
            do throws(EvaluationError) {
                return try form.compute(value)
            } catch let error {
                throw error.located(range)
            }
        }
        return try apply([value], &frame)
    }
}

/// A call with two arguments.
final class BinaryCallNode: CallNode, @unchecked Sendable {
    private let first: Node
    private let second: Node
    private let forms: [(first: CELType, second: CELType, compute: Overload.Binary)]

    init(_ name: String, _ overloads: [Overload], _ first: Node, _ second: Node, _ range: Range<Int>) {
        self.first = first
        self.second = second
        forms = overloads.compactMap { overload in
            guard case .binary(let compute) = overload.implementation else { return nil }
            return (overload.parameters[0], overload.parameters[1], compute)
        }
        super.init(name, overloads, [first, second], range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let left = try first.value(&frame)
        let right = try second.value(&frame)
        try frame.budget.spend(1 + Cost.of(left) + Cost.of(right))
        for form in forms where Overload.accepts(form.first, left) && Overload.accepts(form.second, right) {
            do throws(EvaluationError) {
                return try form.compute(left, right)
            } catch let error {
                throw error.located(range)
            }
        }
        return try apply([left, right], &frame)
    }
}

/// `text.matches(pattern)` with a pattern that is always the same.
final class MatchNode: BoolNode, @unchecked Sendable {
    private let text: Node
    private let pattern: CompiledPattern

    init(_ text: Node, _ pattern: CompiledPattern, _ range: Range<Int>) {
        self.text = text
        self.pattern = pattern
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try text.value(&frame)
        guard case .string(let text) = value else {
            throw EvaluationError(.noSuchOverload, "matches does not take (\(value.typeName), string)", range: range)
        }
        return try pattern.matches(text, &frame.budget)
    }
}

/// Notes what a part came to.
final class RecordingNode: Node, @unchecked Sendable {
    private let inner: Node
    private let id: Int

    init(_ inner: Node, _ id: Int) {
        self.inner = inner
        self.id = id
        super.init(inner.range)
    }

    override var constant: Value? { inner.constant }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        do throws(EvaluationError) {
            let value = try inner.value(&frame)
            frame.recorder?.outcomes[id] = .success(value)
            return value
        } catch let error {
            frame.recorder?.outcomes[id] = .failure(error)
            throw error
        }
    }
}
