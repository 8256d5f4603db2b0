/// How many steps operations count for.
///
/// A node of the expression is one step, each time it is evaluated. What goes through a text, a list or a map counts for
/// more, so that the steps of an evaluation bound its time and its memory.
enum Cost {
    /// Bytes of a text that count as one step.
    static let bytesPerStep = 64
    /// Elements of a list or map that count as one step.
    static let elementsPerStep = 4
    /// States of a pattern, each at one place of a text, that count as one step.
    static let statesPerStep = 8

    /// The steps of a call that may go through its argument.
    @inline(__always)
    static func of(_ argument: Value) -> Int {
        switch argument {
        case .string(let text): text.utf8.count / bytesPerStep
        case .bytes(let bytes): bytes.count / bytesPerStep
        case .list(let list): list.count / elementsPerStep
        case .map(let map): map.count / elementsPerStep
        default: 0
        }
    }
}
