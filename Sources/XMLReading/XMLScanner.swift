import Diagnostics

/// Walks over the bytes of an XML text.
struct XMLScanner: Sendable {
    let source: SourceText
    private let bytes: [UInt8]
    private let limits: XMLLimits
    var place = 0

    init(_ source: SourceText, _ limits: XMLLimits) {
        self.source = source
        self.limits = limits
        bytes = source.bytes
    }

    var isAtEnd: Bool { place >= bytes.count }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// Whether a literal stands here.
    func looksAt(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[place + offset] != literal.utf8Start[offset] { return false }
        return true
    }

    /// Steps over a literal, if it stands here.
    mutating func skip(_ literal: StaticString) -> Bool {
        guard looksAt(literal) else { return false }
        place += literal.utf8CodeUnitCount
        return true
    }

    mutating func skipSpace() {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    }

    /// The name that stands here, prefix and all.
    mutating func name() throws(XMLProblem) -> String {
        let start = place
        while place < bytes.count, Self.isOfName(bytes[place], isFirst: place == start) { place += 1 }
        guard place > start else {
            throw problem(
                "xml-no-name",
                "no name of an element or attribute",
                start..<min(start + 1, bytes.count),
                hint: "in a text, write &lt; for < and &amp; for &"
            )
        }
        guard place - start <= 1024 else { throw tooLong(start) }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func isOfName(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x80...: true
        case 0x30...0x39, 0x2D, 0x2E: !isFirst
        default: false
        }
    }

    /// The attributes up to the end of a tag, as they are written.
    mutating func attributes(_ most: Int) throws(XMLProblem) -> [(name: String, value: String, span: SourceSpan)] {
        var found: [(name: String, value: String, span: SourceSpan)] = []
        while true {
            let before = place
            skipSpace()
            guard !isAtEnd, !looksAt("/"), !looksAt(">") else { return found }
            let start = place
            guard start > before else {
                throw problem("xml-no-space", "a space is missing between two attributes", start..<(start + 1))
            }
            let name = try name()
            skipSpace()
            guard skip("=") else {
                throw problem("xml-no-value", "the attribute \(name) has no value", start..<place)
            }
            skipSpace()
            let value = try quoted(name, start)
            guard !found.contains(where: { $0.name == name }) else {
                throw problem("xml-duplicate-attribute", "a second attribute \(name)", start..<place)
            }
            found.append((name, value.text, value.span))
            guard found.count <= most else {
                throw problem("xml-too-many-attributes", "more than \(most) attributes", start..<place)
            }
        }
    }

    private mutating func quoted(_ name: String, _ start: Int) throws(XMLProblem) -> (text: String, span: SourceSpan) {
        guard !isAtEnd, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
            throw problem(
                "xml-unquoted",
                "the value of \(name) stands in no quotation marks",
                start..<place
            )
        }
        let mark = bytes[place]
        place += 1
        let first = place
        var value: [UInt8] = []
        while place < bytes.count, bytes[place] != mark {
            switch bytes[place] {
            case UInt8(ascii: "<"):
                throw problem("xml-tag-in-value", "a tag begins within the value of \(name)", place..<(place + 1))
            case UInt8(ascii: "&"): try reference(into: &value)
            case 0x09, 0x0A, 0x0D:
                if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
                value.append(0x20)
                place += 1
            default: try character(into: &value)
            }
            guard value.count <= limits.text else { throw tooLong(first) }
        }
        guard place < bytes.count else {
            throw problem("xml-unclosed-value", "the value of \(name) is never closed", start..<first)
        }
        let span = SourceSpan(source, first..<place)
        place += 1
        return (String(decoding: value, as: UTF8.self), span)
    }

    /// Characters up to the next `<`; line ends are LF.
    mutating func readCharacters(into text: inout [UInt8]) throws(XMLProblem) {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
            switch bytes[place] {
            case UInt8(ascii: "&"): try reference(into: &text)
            case 0x0D:
                place += 1
                if place < bytes.count, bytes[place] == 0x0A { continue }
                text.append(0x0A)
            default: try character(into: &text)
            }
            guard place - start <= limits.text else { throw tooLong(start) }
        }
    }

    /// `<![CDATA[…]]>`.
    mutating func readSection(into text: inout [UInt8]) throws(XMLProblem) {
        let start = place
        place += 9
        while !looksAt("]]>") {
            guard !isAtEnd else {
                throw problem("xml-unclosed-section", "the section is never closed", start..<(start + 9))
            }
            if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
            try character(into: &text)
            guard place - start <= limits.text else { throw tooLong(start) }
        }
        place += 3
    }

    mutating func skipComment() throws(XMLProblem) {
        let start = place
        place += 4
        while !looksAt("-->") {
            guard !isAtEnd else {
                throw problem("xml-unclosed-comment", "the comment is never closed", start..<(start + 4))
            }
            place += 1
        }
        place += 3
    }

    mutating func skipInstruction() throws(XMLProblem) {
        let start = place
        place += 2
        while !looksAt("?>") {
            guard !isAtEnd else {
                throw problem("xml-unclosed-instruction", "the instruction is never closed", start..<(start + 2))
            }
            place += 1
        }
        place += 2
    }

    /// One byte of a text, where XML allows it.
    private mutating func character(into text: inout [UInt8]) throws(XMLProblem) {
        let byte = bytes[place]
        guard byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
            throw problem("xml-control-character", "a control character, which XML has not", place..<(place + 1))
        }
        text.append(byte)
        place += 1
    }

    /// `&amp;`, `&#233;`, `&#xE9;`.
    private mutating func reference(into text: inout [UInt8]) throws(XMLProblem) {
        let start = place
        place += 1
        let name = place
        while place < bytes.count, place - name < 12, bytes[place] != UInt8(ascii: ";"),
            bytes[place] == UInt8(ascii: "#") || Self.isOfName(bytes[place], isFirst: false)
        {
            place += 1
        }
        guard place < bytes.count, bytes[place] == UInt8(ascii: ";") else {
            throw problem(
                "xml-stray-ampersand",
                "an & that begins nothing",
                start..<(start + 1),
                hint: "write &amp;"
            )
        }
        let written = String(decoding: bytes[name..<place], as: UTF8.self)
        place += 1
        switch written {
        case "amp": text.append(UInt8(ascii: "&"))
        case "lt": text.append(UInt8(ascii: "<"))
        case "gt": text.append(UInt8(ascii: ">"))
        case "quot": text.append(UInt8(ascii: "\""))
        case "apos": text.append(UInt8(ascii: "'"))
        default:
            guard let scalar = Self.scalar(written) else {
                throw problem(
                    "xml-unknown-entity",
                    "&\(written); stands for nothing that is read",
                    start..<place,
                    expected: "a character itself, or its number: &#233;"
                )
            }
            text.append(contentsOf: Character(scalar).utf8)
        }
    }

    /// The character of `#233` or `#xE9`, where XML allows it.
    private static func scalar(_ written: String) -> Unicode.Scalar? {
        guard written.hasPrefix("#") else { return nil }
        let isHexadecimal = written.hasPrefix("#x")
        let digits = written.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.utf8.first != UInt8(ascii: "-"), digits.utf8.first != UInt8(ascii: "+"),
            let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(number)
        else { return nil }
        switch number {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: return scalar
        default: return nil
        }
    }

    /// Where a byte first stands.
    func firstPlace(of byte: UInt8, from start: Int) -> Range<Int> {
        let found = bytes[start...].firstIndex(of: byte) ?? start
        return found..<min(found + 1, bytes.count)
    }

    func tooLong(_ start: Int) -> XMLProblem {
        problem("xml-text-too-long", "a name or text of more than \(limits.text) bytes", start..<(start + 1))
    }

    func problem(
        _ identifier: String,
        _ message: Message,
        _ range: Range<Int>,
        expected: Message? = nil,
        hint: Message? = nil
    ) -> XMLProblem {
        XMLProblem(identifier, message, at: SourceSpan(source, range), expected: expected, hint: hint)
    }
}
