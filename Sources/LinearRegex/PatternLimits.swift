/// How large a pattern may be.
public struct PatternLimits: Sendable {
    /// Bytes of its text.
    public var length = 10_000
    /// Groups within each other.
    public var nesting = 200
    /// Instructions that it may need; a repetition counts as often as it repeats.
    public var instructions = 20_000
    /// Numbers that remembered sets of states may take up, of four bytes each; with 0 none are remembered, and every state
    /// is followed by itself.
    public var remembered = 200_000

    /// The usual limits.
    public init() {}
}
