public import Diagnostics

/// Why an expression has no value.
public struct EvaluationError: Error, Sendable {
    /// What kind of failure it is.
    public enum Kind: String, Sendable {
        /// An object has no such field, or lacks it.
        case noSuchField = "no-such-field"
        /// A map has no such key.
        case noSuchKey = "no-such-key"
        /// No form of the function takes values of these types.
        case noSuchOverload = "no-such-overload"
        /// A whole number was divided by zero.
        case divisionByZero = "division-by-zero"
        /// A number, instant or length of time is out of its range.
        case overflow
        /// A list or text has no such place.
        case indexOutOfRange = "index-out-of-range"
        /// A value that the function cannot do anything with, such as a malformed date.
        case invalidArgument = "invalid-argument"
        /// A key stands twice in a map.
        case duplicateKey = "duplicate-key"
        /// A name or function that is not there, or has no value.
        case undeclared
        /// A function that the embedding program brings has failed.
        case functionFailed = "function-failed"
        /// The evaluation takes more steps than it may.
        case budgetExceeded = "budget-exceeded"
        /// The value depends on something that is not known yet.
        case unknown
    }

    // One reference: errors are returned along every call of the interpreter, in a register.
    private final class Storage: Sendable {
        let kind: Kind
        let message: Message
        let range: Range<Int>?

        init(_ kind: Kind, _ message: Message, _ range: Range<Int>?) {
            self.kind = kind
            self.message = message
            self.range = range
        }
    }

    private let storage: Storage

    /// What kind of failure it is.
    public var kind: Kind { storage.kind }
    /// What happened.
    public var message: Message { storage.message }
    /// The part of the expression that failed, as offsets of UTF-8 bytes, if known.
    public var range: Range<Int>? { storage.range }

    /// Makes an error.
    public init(_ kind: Kind, _ message: Message, range: Range<Int>? = nil) {
        storage = Storage(kind, message, range)
    }

    /// The same error with a place, unless it has one.
    func located(_ range: Range<Int>) -> EvaluationError {
        storage.range == nil ? EvaluationError(kind, message, range: range) : self
    }
}
