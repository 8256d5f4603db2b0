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
        Self.withBytes(of: text) { bytes in
            if let literal { return Self.find(literal, in: bytes) }
            var machine = StateMachine(self)
            return machine.matches(bytes)
        }
    }

    /// The first match in a text that begins at a byte or later; of several there, the one that the pattern prefers.
    public func firstMatch(in text: String, from start: Int = 0) -> Match? {
        Self.withBytes(of: text) { bytes in
            var machine = ThreadMachine(self)
            return machine.firstMatch(bytes, from: start)
        }
    }

    /// All matches in a text that do not overlap, from left to right.
    public func allMatches(in text: String, limit: Int = .max) -> [Match] {
        Self.withBytes(of: text) { bytes in
            var machine = ThreadMachine(self)
            var matches: [Match] = []
            var position = 0
            var lastEnd = -1
            while position <= bytes.count, matches.count < limit {
                guard let match = machine.firstMatch(bytes, from: position) else { break }
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
        for start in 0...(bytes.count - part.count) where bytes[start] == first {
            var length = 1
            while length < part.count, bytes[start + length] == part[length] { length += 1 }
            if length == part.count { return true }
        }
        return false
    }
}
