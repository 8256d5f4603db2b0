/// Where a pattern matched.
public struct Match: Sendable, Equatable {
    /// The whole match, as offsets of UTF-8 bytes.
    public let range: Range<Int>
    /// What the groups matched, from the first; nil for one that took no part.
    public let groups: [Range<Int>?]
}

extension Pattern {
    /// Whether the pattern matches somewhere in a text.
    public func matches(_ text: String) -> Bool {
        var effort = Int.max
        return matches(text, effort: &effort) ?? false
    }

    /// Whether the pattern matches somewhere in a text, with an effort that is bounded.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - effort: how much may be done; every state at every place of the text takes one. What is left remains in it.
    /// - Returns: whether it matches; nil where the effort has run out before that was known.
    public func matches(_ text: String, effort: inout Int) -> Bool? {
        Self.withBytes(of: text) { bytes in
            if let literal {
                effort -= bytes.count / 8
                return effort < 0 ? nil : Self.find(literal, in: bytes)
            }
            return automata.use(program, length: bytes.count) { automaton in
                if let automaton { return automaton.matches(bytes, effort: &effort) }
                var machine = StateMachine(program)
                return machine.matches(bytes, effort: &effort)
            }
        }
    }

    /// The first match in a text that begins at a byte or later; of several there, the one that the pattern prefers.
    public func firstMatch(in text: String, from start: Int = 0) -> Match? {
        Self.withBytes(of: text) { bytes in
            var machine = ThreadMachine(program)
            var effort = Int.max
            guard case .match(let match) = machine.firstMatch(bytes, from: start, effort: &effort) else { return nil }
            return match
        }
    }

    /// All matches in a text that do not overlap, from left to right.
    public func allMatches(in text: String, limit: Int = .max) -> [Match] {
        var effort = Int.max
        return allMatches(in: text, limit: limit, effort: &effort) ?? []
    }

    /// All matches in a text that do not overlap, from left to right, with an effort that is bounded.
    ///
    /// Each match may have to be looked for to the end of the text, so that all of them can take time in proportion to
    /// the square of its length.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: how many are wanted at most.
    ///   - effort: how much may be done; every state at every place of the text takes one. What is left remains in it.
    /// - Returns: the matches; nil where the effort has run out.
    public func allMatches(in text: String, limit: Int = .max, effort: inout Int) -> [Match]? {
        Self.withBytes(of: text) { bytes in
            var machine = ThreadMachine(program)
            var matches: [Match] = []
            var position = 0
            var lastEnd = -1
            while position <= bytes.count, matches.count < limit {
                let match: Match
                switch machine.firstMatch(bytes, from: position, effort: &effort) {
                case .exhausted: return nil
                case .none: return matches
                case .match(let found): match = found
                }
                // An empty match right after another one is none.
                if !match.range.isEmpty || match.range.lowerBound != lastEnd { matches.append(match) }
                lastEnd = match.range.upperBound
                position = match.range.upperBound
                if match.range.isEmpty {
                    position += position < bytes.count ? ScalarReader.read(bytes, position).length : 1
                }
            }
            return matches
        }
    }

    private static func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = text
        return text.withUTF8(body)
    }

    private static func find(_ part: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= bytes.count else { return false }
        guard part.count * bytes.count <= 65_536 else { return findLong(part, in: bytes) }
        for start in 0...(bytes.count - part.count) where bytes[start] == first {
            var length = 1
            while length < part.count, bytes[start + length] == part[length] { length += 1 }
            if length == part.count { return true }
        }
        return false
    }

    /// Looks for a part without ever going back in the text: for every place of the part it is known how long a
    /// beginning of it ends there.
    private static func findLong(_ part: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var borders = [0]
        var border = 0
        for index in part.indices.dropFirst() {
            while border > 0, part[index] != part[border] { border = borders[border - 1] }
            if part[index] == part[border] { border += 1 }
            borders.append(border)
        }
        var matched = 0
        for byte in bytes {
            while matched > 0, byte != part[matched] { matched = borders[matched - 1] }
            if byte == part[matched] { matched += 1 }
            if matched == part.count { return true }
        }
        return false
    }
}
