/// A word of an expression.
struct Token {
    let kind: Kind
    let range: Range<Int>

    enum Kind: Equatable {
        case identifier(String)
        case int(UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        /// Operators and punctuation; also the reserved word `in`.
        case symbol(String)
        case end
    }
}
