/// The state of one evaluation.
struct Frame {
    /// Variables by slot; nil where a variable has no value.
    let variables: UnsafeBufferPointer<Value?>
    /// What the names of macros stand for, by slot; nil where nothing is known yet.
    let locals: UnsafeMutableBufferPointer<Value?>
    var budget: Budget
    /// Where the values of parts are noted, if they are.
    let recorder: Recorder?
}

/// Notes what every part of an expression came to.
final class Recorder {
    var outcomes: [Int: Result<Value, EvaluationError>] = [:]
}
