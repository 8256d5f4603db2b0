import Diagnostics

/// The functions of the encoders extension.
enum EncodingFunctions {
    static let overloads: [Overload] = [
        .unary("base64.encode", .bytes, .string) { (value) throws(EvaluationError) in
            guard case .bytes(let bytes) = value else { return value }
            return .string(encode(bytes))
        },
        .unary("base64.decode", .string, .bytes) { (value) throws(EvaluationError) in
            guard case .string(let text) = value else { return value }
            guard let bytes = decode(Array(text.utf8)) else {
                throw EvaluationError(.invalidArgument, "the text is not base64")
            }
            return .bytes(bytes)
        },
    ]

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32((3 - group.count) * 8)
            for place in 0..<4 {
                let isPadding = place > group.count
                result.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - place * 6) & 63)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes, or nil where the text is not base64; padding may be left out, but not be wrong, and ends of lines are
    /// passed over.
    private static func decode(_ lines: [UInt8]) -> [UInt8]? {
        let text = lines.filter { $0 != 0x0A && $0 != 0x0D }
        var digits = text[...]
        while digits.last == UInt8(ascii: "="), text.count - digits.count < 2 { digits = digits.dropLast() }
        guard digits.count == text.count || text.count % 4 == 0, digits.count % 4 != 1 else { return nil }
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for digit in digits {
            guard let value = value(digit) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(bits >> count & 0xFF))
            }
        }
        return result
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
