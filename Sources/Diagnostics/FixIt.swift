/// A replacement of text that mends a problem.
public struct FixIt: Sendable, Equatable {
    /// What to replace.
    public var span: SourceSpan
    /// What to put there.
    public var replacement: String

    /// Makes a replacement.
    public init(replace span: SourceSpan, with replacement: String) {
        self.span = span
        self.replacement = replacement
    }
}
