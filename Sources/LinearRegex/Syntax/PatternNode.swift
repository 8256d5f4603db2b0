/// A part of a pattern.
indirect enum PatternNode {
    case empty
    case character(UInt32)
    /// One of a set of characters, by its number.
    case set(Int)
    case assertion(Assertion)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repetition(PatternNode, least: Int, most: Int?, isGreedy: Bool)
    case group(PatternNode, index: Int)
}

/// A condition on a place between characters.
enum Assertion: Int32 {
    case textStart
    case textEnd
    case lineStart
    case lineEnd
    case wordBoundary
    case noWordBoundary
}
