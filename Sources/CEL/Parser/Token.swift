import Diagnostics

/// A word of an expression.
struct Token {
    let kind: Kind
    let range: Range<Int>

    enum Kind {
        /// A name; its text is that of the range.
        case name
        /// A name in backquotes.
        case quotedName
        /// The magnitude of a whole number.
        case int(UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case symbol(Symbol)
        case end
    }

    /// Operators and punctuation; also the reserved word `in`.
    enum Symbol: String {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divide = "/"
        case remainder = "%"
        case less = "<"
        case lessEqual = "<="
        case greater = ">"
        case greaterEqual = ">="
        case equal = "=="
        case notEqual = "!="
        case and = "&&"
        case or = "||"
        case not = "!"
        case question = "?"
        case colon = ":"
        case dot = "."
        case comma = ","
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case openBrace = "{"
        case closeBrace = "}"
        case `in` = "in"
    }
}

/// Something that is no expression, and where.
struct SyntaxProblem: Error {
    var message: Message
    var range: Range<Int>
    var expected: Message?
    var hint: Message?
}

/// All that keeps a text from being an expression.
struct SyntaxProblems: Error {
    var problems: [SyntaxProblem]
}
