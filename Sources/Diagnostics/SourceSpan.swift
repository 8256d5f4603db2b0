/// A stretch of a source text.
public struct SourceSpan: Sendable, Equatable {
    /// The text that it is a stretch of.
    public var source: SourceText
    /// The bytes it covers; empty for a point between two bytes.
    public var range: Range<Int>

    /// Makes a span.
    public init(_ source: SourceText, _ range: Range<Int>) {
        self.source = source
        self.range = range
    }

    /// Where it begins.
    public var start: SourceLocation { source.location(at: range.lowerBound) }
    /// Where it ends (the place after its last byte).
    public var end: SourceLocation { source.location(at: range.upperBound) }
    /// What it covers.
    public var text: String { source.text(in: range) }

    /// Equal when the texts bear one name and the ranges are the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.range == right.range && left.source.name == right.source.name
    }
}
