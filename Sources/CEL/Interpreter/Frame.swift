import Diagnostics

/// The state of one evaluation.
struct Frame {
    /// Variables by slot; nil where a variable has no value.
    let variables: [Value?]
    /// What the names of comprehensions stand for, innermost last.
    var locals: [Value] = []
    /// How many steps may still be done.
    var budget: Int

    mutating func spend(_ steps: Int) throws(EvaluationError) {
        budget -= steps
        if budget < 0 { throw EvaluationError(.budgetExceeded, "the expression takes more steps than it may") }
    }
}

/// A planned part of an expression.
typealias Step = @Sendable (inout Frame) throws(EvaluationError) -> Value
