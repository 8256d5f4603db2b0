/// What `&&`, `||` and the macros made of them know of errors: one that decides nothing is thrown in the end, and what is
/// unknown comes before what is wrong.
struct DeferredFailure {
    private(set) var error: EvaluationError?

    mutating func note(_ next: EvaluationError) throws(EvaluationError) {
        if next.kind == .budgetExceeded { throw next }
        if error == nil || error?.kind != .unknown && next.kind == .unknown { error = next }
    }

    func raise() throws(EvaluationError) {
        if let error { throw error }
    }
}

/// `&&` or `||` of two.
final class LogicNode: BoolNode, @unchecked Sendable {
    private let left: Node
    private let right: Node
    private let deciding: Bool

    init(_ left: Node, _ right: Node, decidedBy deciding: Bool, _ range: Range<Int>) {
        self.left = left
        self.right = right
        self.deciding = deciding
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        do throws(EvaluationError) {
            if try left.bool(&frame) == deciding { return deciding }
        } catch let error {
            return try right(after: error, &frame)
        }
        return try right.bool(&frame)
    }

    @inline(never)
    private func right(after error: EvaluationError, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        var failure = DeferredFailure()
        try failure.note(error)
        do throws(EvaluationError) {
            if try right.bool(&frame) == deciding { return deciding }
        } catch let error {
            try failure.note(error)
        }
        try failure.raise()
        return !deciding
    }
}

/// `&&` or `||` of any number.
final class LogicChainNode: BoolNode, @unchecked Sendable {
    private let operands: [Node]
    private let deciding: Bool

    init(_ operands: [Node], decidedBy deciding: Bool, _ range: Range<Int>) {
        self.operands = operands
        self.deciding = deciding
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        var failure = DeferredFailure()
        for operand in operands {
            do throws(EvaluationError) {
                if try operand.bool(&frame) == deciding { return deciding }
            } catch let error {
                try failure.note(error)
            }
        }
        try failure.raise()
        return !deciding
    }
}

/// `!`.
final class NotNode: BoolNode, @unchecked Sendable {
    private let operand: Node

    init(_ operand: Node, _ range: Range<Int>) {
        self.operand = operand
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool { try !operand.bool(&frame) }
}

/// `condition ? then : otherwise`.
final class ConditionalNode: Node, @unchecked Sendable {
    private let condition: Node
    private let then: Node
    private let otherwise: Node

    init(_ condition: Node, _ then: Node, _ otherwise: Node, _ range: Range<Int>) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try condition.bool(&frame) ? try then.value(&frame) : try otherwise.value(&frame)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        try condition.bool(&frame) ? try then.bool(&frame) : try otherwise.bool(&frame)
    }

    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        try condition.bool(&frame) ? try then.int(&frame) : try otherwise.int(&frame)
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        try condition.bool(&frame) ? try then.double(&frame) : try otherwise.double(&frame)
    }
}
