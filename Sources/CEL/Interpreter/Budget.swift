import Diagnostics

/// How many steps an evaluation may still take.
struct Budget: EqualityMeter {
    var steps: Int

    @inline(__always)
    mutating func spend(_ count: Int) throws(EvaluationError) {
        steps &-= count
        if steps < 0 {
            steps = -1
            throw Self.exceeded
        }
    }

    private static let exceeded = EvaluationError(.budgetExceeded, "the expression takes more steps than it may")
}
