/// Why a text is no pattern.
public struct PatternError: Error, Sendable, Equatable {
    /// What is wrong.
    public enum Kind: Sendable, Equatable {
        /// A `(` without its `)`.
        case missingParenthesis
        /// A `)` without its `(`.
        case unexpectedParenthesis
        /// A `[` without its `]`.
        case missingBracket
        /// A range such as `z-a`, whose end comes before its beginning.
        case invalidRange
        /// A named class, script or category that does not exist.
        case unknownClass
        /// An escape that does not exist; back references are none either, as they take more than linear time.
        case invalidEscape
        /// A repetition with nothing before it to repeat, or after another repetition.
        case invalidRepetition
        /// A repetition of more than 1,000 times, or from more to fewer.
        case invalidCount
        /// A `(?` that begins no known group; looking ahead and behind are none, as they take more than linear time.
        case invalidGroup
        /// A group name that is malformed or used twice.
        case invalidName
        /// Groups within each other deeper than the limit.
        case tooDeep
        /// A pattern longer, or needing more steps, than the limits.
        case tooLarge
    }

    /// What is wrong.
    public let kind: Kind
    /// Where, as offsets of UTF-8 bytes in the pattern.
    public let range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

extension PatternError: CustomStringConvertible {
    /// What is wrong, in a few words.
    public var description: String {
        switch kind {
        case .missingParenthesis: "this ( is not closed"
        case .unexpectedParenthesis: "this ) closes nothing"
        case .missingBracket: "this [ is not closed"
        case .invalidRange: "this range ends before it begins"
        case .unknownClass: "there is no such class of characters"
        case .invalidEscape: "there is no such escape"
        case .invalidRepetition: "there is nothing here to repeat"
        case .invalidCount: "a part is repeated at most 1000 times"
        case .invalidGroup: "there is no such kind of group"
        case .invalidName: "a group name is made of letters, digits and _, and is used once"
        case .tooDeep: "the groups are nested too deeply"
        case .tooLarge: "the pattern is too large"
        }
    }
}
