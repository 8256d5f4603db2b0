public import Diagnostics

/// Why an expression has no value.
public struct EvaluationError: Error, Sendable {
    /// What kind of failure it is.
    public enum Kind: String, Sendable {
        case noSuchField = "no-such-field"
        case noSuchKey = "no-such-key"
        case noSuchOverload = "no-such-overload"
        case divisionByZero = "division-by-zero"
        case overflow
        case indexOutOfRange = "index-out-of-range"
        case invalidArgument = "invalid-argument"
        case duplicateKey = "duplicate-key"
        case undeclared
        case budgetExceeded = "budget-exceeded"
    }

    /// What kind of failure it is.
    public var kind: Kind
    /// What happened.
    public var message: Message
    /// The part of the expression that failed, as offsets of UTF-8 bytes, if known.
    public var range: Range<Int>?

    /// Makes an error.
    public init(_ kind: Kind, _ message: Message, range: Range<Int>? = nil) {
        self.kind = kind
        self.message = message
        self.range = range
    }
}
