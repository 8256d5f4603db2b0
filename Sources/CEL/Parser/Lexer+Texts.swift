import Diagnostics

extension Lexer {
    struct StringPrefix {
        var isRaw = false
        var isBytes = false
        var length = 0
    }

    /// The letters before the quotation mark of a text; nil where no text begins.
    func stringPrefix() -> StringPrefix? {
        var prefix = StringPrefix()
        while prefix.length < 3 {
            let byte = peek(prefix.length)
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return prefix
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                guard !prefix.isRaw else { return nil }
                prefix.isRaw = true
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                guard !prefix.isBytes, !prefix.isRaw else { return nil }
                prefix.isBytes = true
            default: return nil
            }
            prefix.length += 1
        }
        return nil
    }

    mutating func string(_ prefix: StringPrefix) throws(SyntaxProblem) -> Token.Kind {
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
