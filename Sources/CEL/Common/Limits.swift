/// How large an expression may be, and how much it may do.
public struct Limits: Sendable {
    /// Bytes of its text.
    public var length = 100_000
    /// Nodes of its tree.
    public var nodes = 20_000
    /// Brackets and operands within each other.
    public var nesting = 100
    /// Operators, or selections, one after the other.
    public var chain = 500
    /// Steps of one evaluation.
    public var budget = 1_000_000
    /// Steps that may be done to work out constant parts beforehand.
    public var foldingBudget = 10_000

    /// The usual limits.
    public init() {}
}
