import Diagnostics

/// Cuts an expression into tokens.
struct Lexer {
    let text: [UInt8]
    var index = 0
    private(set) var problems: [SyntaxProblem] = []

    /// Words that can be no names.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]

    /// Words that can be no names of fields either.
    static let keywords: Set<String> = ["false", "in", "null", "true"]

    /// Whether a field of this name can stand after a dot without backquotes.
    static func isSelector(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "@") else { return false }
        return name.utf8.dropFirst().allSatisfy { isLetter($0) || isDigit($0) } && !keywords.contains(name)
    }

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 3 + 2)
        while true {
            skipSpace()
            let start = index
            guard index < text.count else {
                tokens.append(Token(kind: .end, range: index..<index))
                return tokens
            }
            do throws(SyntaxProblem) {
                let kind = try next()
                tokens.append(Token(kind: kind, range: start..<index))
            } catch let problem {
                problems.append(problem)
                index = max(index, start + 1)
                while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
            }
        }
    }

    func peek(_ offset: Int = 0) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }

    private mutating func skipSpace() {
        while index < text.count {
            switch text[index] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: index += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
                while index < text.count, text[index] != 0x0A { index += 1 }
            default: return
            }
        }
    }

    private mutating func next() throws(SyntaxProblem) -> Token.Kind {
        let byte = peek()
        if Self.isDigit(byte) || byte == UInt8(ascii: ".") && Self.isDigit(peek(1)) { return try number() }
        if let prefix = stringPrefix() { return try string(prefix) }
        if Self.isLetter(byte) { return word() }
        if byte == UInt8(ascii: "`") { return try quotedName() }
        if let symbol = symbol(byte) { return .symbol(symbol) }
        let start = index
        var end = index + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        let hint: Message? =
            switch byte {
            case UInt8(ascii: "="): "for equality write =="
            case UInt8(ascii: "&"): "for and write &&"
            case UInt8(ascii: "|"): "for or write ||"
            default: nil
            }
        throw SyntaxProblem(
            message: "\(String(decoding: text[start..<end], as: UTF8.self)) has no meaning here",
            range: start..<end,
            hint: hint
        )
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
    }
    static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }

    private mutating func symbol(_ byte: UInt8) -> Token.Symbol? {
        let next = peek(1)
        let symbol: Token.Symbol
        switch byte {
        case UInt8(ascii: "+"): symbol = .plus
        case UInt8(ascii: "-"): symbol = .minus
        case UInt8(ascii: "*"): symbol = .times
        case UInt8(ascii: "/"): symbol = .divide
        case UInt8(ascii: "%"): symbol = .remainder
        case UInt8(ascii: "<"): symbol = next == UInt8(ascii: "=") ? .lessEqual : .less
        case UInt8(ascii: ">"): symbol = next == UInt8(ascii: "=") ? .greaterEqual : .greater
        case UInt8(ascii: "!"): symbol = next == UInt8(ascii: "=") ? .notEqual : .not
        case UInt8(ascii: "="):
            guard next == byte else { return nil }
            symbol = .equal
        case UInt8(ascii: "&"):
            guard next == byte else { return nil }
            symbol = .and
        case UInt8(ascii: "|"):
            guard next == byte else { return nil }
            symbol = .or
        case UInt8(ascii: "?"): symbol = .question
        case UInt8(ascii: ":"): symbol = .colon
        case UInt8(ascii: "."): symbol = .dot
        case UInt8(ascii: ","): symbol = .comma
        case UInt8(ascii: "("): symbol = .openParenthesis
        case UInt8(ascii: ")"): symbol = .closeParenthesis
        case UInt8(ascii: "["): symbol = .openBracket
        case UInt8(ascii: "]"): symbol = .closeBracket
        case UInt8(ascii: "{"): symbol = .openBrace
        case UInt8(ascii: "}"): symbol = .closeBrace
        default: return nil
        }
        switch symbol {
        case .lessEqual, .greaterEqual, .notEqual, .equal, .and, .or: index += 2
        default: index += 1
        }
        return symbol
    }

    private mutating func word() -> Token.Kind {
        let start = index
        while index < text.count, Self.isLetter(text[index]) || Self.isDigit(text[index]) { index += 1 }
        let isIn = index - start == 2 && text[start] == UInt8(ascii: "i") && text[start + 1] == UInt8(ascii: "n")
        return isIn ? .symbol(.in) : .name
    }

    /// A name in backquotes, which may hold `.`, `-`, `/` and spaces.
    private mutating func quotedName() throws(SyntaxProblem) -> Token.Kind {
        let start = index
        index += 1
        while index < text.count, text[index] != UInt8(ascii: "`"), text[index] != 0x0A { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "`"), index > start + 1 else {
            throw SyntaxProblem(message: "a name in backquotes that is not closed", range: start..<index)
        }
        index += 1
        let isAllowed = text[(start + 1)..<(index - 1)]
            .allSatisfy { Self.isLetter($0) || Self.isDigit($0) || [0x20, 0x2D, 0x2E, 0x2F].contains($0) }
        guard isAllowed else {
            throw SyntaxProblem(
                message: "a name in backquotes has letters, digits, spaces and _ . - / only",
                range: start..<index
            )
        }
        return .quotedName
    }

    private mutating func number() throws(SyntaxProblem) -> Token.Kind {
        let start = index
        if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
            index += 2
            while Self.isHex(peek()) { index += 1 }
            let digits = String(decoding: text[(start + 2)..<index], as: UTF8.self)
            return try whole(digits, radix: 16, start)
        }
        while Self.isDigit(peek()) { index += 1 }
        var isDouble = false
        if peek() == UInt8(ascii: "."), Self.isDigit(peek(1)) {
            isDouble = true
            index += 1
            while Self.isDigit(peek()) { index += 1 }
        }
        if peek() | 0x20 == UInt8(ascii: "e"),
            Self.isDigit(peek(1))
                || (peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")) && Self.isDigit(peek(2))
        {
            isDouble = true
            index += 2
            while Self.isDigit(peek()) { index += 1 }
        }
        let digits = String(decoding: text[start..<index], as: UTF8.self)
        guard isDouble else { return try whole(digits, radix: 10, start) }
        guard let value = Double(digits), value.isFinite else {
            throw SyntaxProblem(message: "\(digits) is too large a number", range: start..<index)
        }
        return .double(value)
    }

    private mutating func whole(_ digits: String, radix: Int, _ start: Int) throws(SyntaxProblem) -> Token.Kind {
        let isUnsigned = peek() | 0x20 == UInt8(ascii: "u")
        if isUnsigned { index += 1 }
        // 2^63 is let through: it is the lowest integer without its sign.
        guard let value = UInt64(digits, radix: radix), isUnsigned || value <= 1 << 63 else {
            throw SyntaxProblem(
                message: "\(digits) is too large a whole number",
                range: start..<index,
                hint: "for a number with a fraction write \(digits).0"
            )
        }
        return isUnsigned ? .uint(value) : .int(value)
    }
}
