/// Cuts an XML text into its tags, strictly: whatever is not written as XML has it is malformed.
struct TagScanner {
    enum Part: Equatable {
        case open(name: String, attributes: [Attribute], isEmpty: Bool)
        case close(name: String)
        /// `<?name …?>` or `<!name …>`.
        case declaration(name: String)
        case malformed
    }

    struct Attribute: Equatable {
        var name: String
        var value: String
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag; nil at the end.
    mutating func next() -> Part? {
        guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        position = start + 1
        if skip("!--") { return skipComment() ? next() : .malformed }
        if skip("?") || skip("!") {
            let mark = bytes[position - 1] == UInt8(ascii: "?") ? "?" : "!"
            let name = name()
            guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else { return .malformed }
            position = end + 1
            return .declaration(name: mark + name)
        }
        if skip("/") {
            let name = name()
            skipSpace()
            return !name.isEmpty && skip(">") ? .close(name: name) : .malformed
        }
        return element()
    }

    private mutating func element() -> Part {
        let name = name()
        guard !name.isEmpty else { return .malformed }
        var attributes: [Attribute] = []
        while true {
            skipSpace()
            if skip("/>") { return .open(name: name, attributes: attributes, isEmpty: true) }
            if skip(">") { return .open(name: name, attributes: attributes, isEmpty: false) }
            let key = self.name()
            skipSpace()
            guard !key.isEmpty, skip("=") else { return .malformed }
            skipSpace()
            guard let value = quoted() else { return .malformed }
            attributes.append(Attribute(name: key, value: value))
        }
    }

    private mutating func quoted() -> String? {
        guard position < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position]) else {
            return nil
        }
        let quote = bytes[position]
        let start = position + 1
        guard let end = bytes[start...].firstIndex(of: quote), !bytes[start..<end].contains(UInt8(ascii: "<")) else {
            return nil
        }
        position = end + 1
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func name() -> String {
        let start = position
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// Goes behind `-->`.
    private mutating func skipComment() -> Bool {
        while position < bytes.count {
            if skip("-->") { return true }
            position += 1
        }
        return false
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
