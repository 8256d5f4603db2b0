/// A regular expression in RE2's syntax, matched in time in proportion to the length of the text.
///
/// All states that the pattern may be in are followed at once, so that no text makes it go back: the time is at most the
/// length of the text times the size of the pattern. Sets of states that come up again and again are remembered, so that
/// most characters take one step. Back references and looking ahead or behind have no such bound; they are errors. So is
/// `\C`, a single byte: texts consist of characters, and a match must not end within one.
public struct Pattern: Sendable {
    /// The pattern as written.
    public let text: String
    /// The names of the groups from the first; nil for one without a name.
    public let groupNames: [String?]
    let program: PatternProgram
    /// The bytes that every match consists of, where the pattern is plain text.
    let literal: [UInt8]?
    let automata = AutomatonPool()

    /// Reads a pattern.
    public init(_ text: String, limits: PatternLimits = PatternLimits()) throws(PatternError) {
        var parser = try PatternParser(text, limits: limits)
        let node = try parser.parse()
        var compiler = InstructionCompiler(limit: limits.instructions, patternLength: text.utf8.count)
        try compiler.compile(node)
        guard (parser.names.count + 1) * compiler.instructions.count <= limits.instructions * 50 else {
            throw PatternError(.tooLarge, 0..<text.utf8.count)
        }
        self.text = text
        groupNames = parser.names
        let lead = Lead(node)
        literal = lead.literal
        program = PatternProgram(
            instructions: compiler.instructions,
            sets: parser.sets,
            groupCount: parser.names.count,
            isAnchored: lead.isAnchored,
            firstByte: lead.firstByte,
            memory: limits.remembered
        )
    }

    /// How many groups it has that remember what they matched.
    public var groupCount: Int { groupNames.count }

    /// How many states it has: the time of a match is at most that times the length of the text.
    public var stateCount: Int { program.instructions.count }
}

/// What is known about the beginning of every match.
private struct Lead {
    var isAnchored = false
    var literal: [UInt8]?
    var firstByte: UInt8?

    init(_ node: PatternNode) {
        let parts: [PatternNode] = if case .sequence(let parts) = node { parts } else { [node] }
        if case .assertion(.textStart) = parts.first { isAnchored = true }
        var bytes: [UInt8] = []
        var isWhole = true
        for part in parts {
            guard case .character(let value) = part, let scalar = Unicode.Scalar(value) else {
                isWhole = false
                break
            }
            bytes += Array(String(scalar).utf8)
        }
        if isWhole || parts.isEmpty { literal = bytes }
        if case .empty = node { literal = [] }
        firstByte = bytes.first
    }
}
