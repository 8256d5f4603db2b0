import Diagnostics

/// Cuts an expression into tokens.
struct Lexer {
    private let text: [UInt8]
    private var index = 0
    private(set) var problems: [SyntaxProblem] = []

    /// Something that is no expression, and where.
    struct SyntaxProblem: Error {
        var message: Message
        var range: Range<Int>
        var expected: Message?
        var hint: Message?
    }

    /// Words that can be no names.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace",
        "return", "var", "void", "while",
    ]

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
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

    private func peek(_ offset: Int = 0) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }

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
        if Self.isLetter(byte) { return try word() }
        if byte == UInt8(ascii: "`") { return try quotedName() }
        let pair = String(decoding: text[index..<min(index + 2, text.count)], as: UTF8.self)
        if ["==", "!=", "<=", ">=", "&&", "||"].contains(pair) {
            index += 2
            return .symbol(pair)
        }
        let single = String(UnicodeScalar(byte))
        if "+-*/%<>!?:.,()[]{}".utf8.contains(byte) {
            index += 1
            return .symbol(single)
        }
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
    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }

    private mutating func word() throws(SyntaxProblem) -> Token.Kind {
        let start = index
        while index < text.count, Self.isLetter(text[index]) || Self.isDigit(text[index]) { index += 1 }
        let word = String(decoding: text[start..<index], as: UTF8.self)
        if word == "in" { return .symbol(word) }
        return .identifier(word)
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
        return .identifier(String(decoding: text[(start + 1)..<(index - 1)], as: UTF8.self))
    }

    private mutating func number() throws(SyntaxProblem) -> Token.Kind {
        let start = index
        if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
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
        guard let value = Double(digits) else {
            throw SyntaxProblem(message: "\(digits) is no number", range: start..<index)
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

// MARK: - Texts

extension Lexer {
    struct StringPrefix {
        var isRaw = false
        var isBytes = false
        var length = 0
    }

    /// The letters before the quotation mark of a text; nil where no text begins.
    private func stringPrefix() -> StringPrefix? {
        var prefix = StringPrefix()
        while prefix.length < 3 {
            let byte = peek(prefix.length)
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return prefix
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                guard !prefix.isRaw else { return nil }
                prefix.isRaw = true
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                guard !prefix.isBytes else { return nil }
                prefix.isBytes = true
            default: return nil
            }
            prefix.length += 1
        }
        return nil
    }

    private mutating func string(_ prefix: StringPrefix) throws(SyntaxProblem) -> Token.Kind {
        let start = index
        index += prefix.length
        let quote = peek()
        let isTriple = peek(1) == quote && peek(2) == quote
        index += isTriple ? 3 : 1
        var result: [UInt8] = []
        while true {
            guard index < text.count, isTriple || text[index] != 0x0A && text[index] != 0x0D else {
                throw SyntaxProblem(
                    message: "the text that begins here is never closed",
                    range: start..<min(start + prefix.length + 1, text.count),
                    hint: "close it with the same quotation mark"
                )
            }
            let byte = text[index]
            if byte == quote, !isTriple || peek(1) == quote && peek(2) == quote {
                index += isTriple ? 3 : 1
                break
            }
            if byte == UInt8(ascii: "\\"), !prefix.isRaw {
                try escape(into: &result, isBytes: prefix.isBytes)
            } else {
                result.append(byte)
                index += 1
            }
        }
        return prefix.isBytes ? .bytes(result) : .string(String(decoding: result, as: UTF8.self))
    }

    private mutating func escape(into result: inout [UInt8], isBytes: Bool) throws(SyntaxProblem) {
        let start = index
        index += 1
        let byte = peek()
        index += 1
        switch byte {
        case UInt8(ascii: "a"): result.append(0x07)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "v"): result.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            result.append(byte)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): try code(2, 16, start, isBytes, &result)
        case UInt8(ascii: "u") where !isBytes: try code(4, 16, start, isBytes, &result)
        case UInt8(ascii: "U") where !isBytes: try code(8, 16, start, isBytes, &result)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            index -= 1
            try code(3, 8, start, isBytes, &result)
        default:
            throw SyntaxProblem(
                message: "\\ begins an escape that does not exist",
                range: start..<min(index, text.count),
                hint: "write \\\\ for a backslash"
            )
        }
    }

    private mutating func code(
        _ count: Int,
        _ radix: Int,
        _ start: Int,
        _ isBytes: Bool,
        _ result: inout [UInt8]
    ) throws(SyntaxProblem) {
        let end = min(index + count, text.count)
        let digits = String(decoding: text[index..<end], as: UTF8.self)
        guard digits.utf8.count == count,
            digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let value = UInt32(digits, radix: radix)
        else {
            throw SyntaxProblem(message: "an escape with too few digits", range: start..<end)
        }
        index = end
        if isBytes {
            result.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            result.append(contentsOf: String(scalar).utf8)
        } else {
            throw SyntaxProblem(message: "an escape of a character that does not exist", range: start..<end)
        }
    }
}
