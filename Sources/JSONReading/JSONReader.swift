/// Reads a JSON text (RFC 8259) without surprises: no key twice, no number that is not finite, no half of a character,
/// nothing nested deeper than any request needs.
package struct JSONReader {
    /// That a text is no such JSON, and at which byte.
    package struct Fault: Error, Equatable {
        package var offset: Int
    }

    private static let deepest = 32
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The value that a text is.
    package static func read(_ bytes: [UInt8]) throws(Fault) -> JSONNode {
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.isEmpty else { throw Fault(offset: 0) }
        var reader = JSONReader(bytes)
        reader.skipSpace()
        let node = try reader.node(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.fault }
        return node
    }

    private var fault: Fault { Fault(offset: position) }
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: Character) throws(Fault) {
        guard next == byte.asciiValue else { throw fault }
        position += 1
    }

    private mutating func node(depth: Int) throws(Fault) -> JSONNode {
        guard depth < Self.deepest else { throw fault }
        let start = position
        let value: JSONNode.Value
        switch next {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): value = .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "t"): value = try word("true", .boolean(true))
        case UInt8(ascii: "f"): value = try word("false", .boolean(false))
        case UInt8(ascii: "n"): value = try word("null", .null)
        default: value = .number(try number())
        }
        return JSONNode(value: value, range: start..<position)
    }

    private mutating func word(_ word: String, _ value: JSONNode.Value) throws(Fault) -> JSONNode.Value {
        guard bytes[position...].starts(with: word.utf8) else { throw fault }
        position += word.utf8.count
        return value
    }

    private mutating func members(depth: Int) throws(Fault) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        var keys: Set<String> = []
        try take("{")
        skipSpace()
        if next == UInt8(ascii: "}") {
            position += 1
            return []
        }
        while true {
            skipSpace()
            let key = try string()
            guard keys.insert(key).inserted else { throw fault }
            skipSpace()
            try take(":")
            skipSpace()
            members.append(JSONNode.Member(key: key, node: try node(depth: depth)))
            skipSpace()
            if next == UInt8(ascii: "}") { break }
            try take(",")
        }
        position += 1
        return members
    }

    private mutating func elements(depth: Int) throws(Fault) -> [JSONNode] {
        var elements: [JSONNode] = []
        try take("[")
        skipSpace()
        if next == UInt8(ascii: "]") {
            position += 1
            return []
        }
        while true {
            skipSpace()
            elements.append(try node(depth: depth))
            skipSpace()
            if next == UInt8(ascii: "]") { break }
            try take(",")
        }
        position += 1
        return elements
    }

    // MARK: - Numbers

    private mutating func number() throws(Fault) -> Double {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        let first = position
        try digits()
        if position - first > 1, bytes[first] == UInt8(ascii: "0") { throw fault }
        if next == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite else {
            throw fault
        }
        return number
    }

    private mutating func digits() throws(Fault) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        if position == start { throw fault }
    }

    // MARK: - Strings

    private mutating func string() throws(Fault) -> String {
        try take("\"")
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                text += try escape()
            case 0..<0x20: throw fault
            default:
                text.append(byte)
                position += 1
            }
        }
        throw fault
    }

    private mutating func escape() throws(Fault) -> [UInt8] {
        guard let byte = next else { throw fault }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
        default: throw fault
        }
    }

    private mutating func scalar() throws(Fault) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first) else { throw fault }
        try take("\\")
        try take("u")
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault }
        return scalar
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard position + 4 <= bytes.count else { throw fault }
        var unit: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { throw fault }
            unit = unit << 4 | UInt32(digit)
        }
        position += 4
        return unit
    }
}
