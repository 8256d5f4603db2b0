/// Reads an XML document piece by piece, in constant memory.
///
/// It knows elements, attributes, text, CDATA, comments and processing instructions in UTF-8, the five entities that every
/// document has, and references to characters. Document types are refused, and with them entities of one's own and files
/// elsewhere: no document can make it read anything else, or grow. Names are told without their prefix.
///
/// `XMLReading` is not used here on purpose. It has the whole text in memory, since it tells where each attribute stands;
/// the part of a sheet may have 256 MB when unpacked, so that text and copy would not fit into the memory that reading a
/// workbook may take. Here a part is read as it is unpacked, and cells are told by their address, which needs no places.
final class MarkupReader {
    /// How much is taken before a document is refused.
    struct Limits: Sendable {
        package var depth = 64
        package var name = 256
        package var value = 1 << 18
        package var text = 1 << 20
        package var attributes = 64

        package init() {}
    }

    /// What was read last.
    enum Event: Sendable {
        /// An element begins; its name and attributes can be asked for.
        case start
        /// An element ends; its name can be asked for.
        case end
        /// Characters between two tags.
        case text
        case endOfDocument
    }

    struct Attribute: Equatable, Sendable {
        package var name: String
        package var value: String
    }

    /// The name of the element that begins or ends.
    private(set) var name = ""
    /// The attributes of the element that begins.
    private(set) var attributes: [Attribute] = []
    /// The text, in UTF-8.
    private(set) var text: [UInt8] = []
    /// How many elements are open.
    var depth: Int { open.count }

    private let limits: Limits
    private let refill: () throws(MarkupFault) -> [UInt8]
    private var chunk: [UInt8] = []
    private var place = 0
    /// Bytes in front of the chunk.
    private var earlier = 0
    private var open: [String] = []
    private var isSelfClosed = false
    private var hadRoot = false
    private var scratch: [UInt8] = []

    /// - Parameters:
    ///   - limits: how much is taken.
    ///   - refill: gives the next bytes of the document; none at its end.
    init(limits: Limits = Limits(), _ refill: @escaping () throws(MarkupFault) -> [UInt8]) {
        self.limits = limits
        self.refill = refill
    }

    /// A document that is in memory.
    convenience init(_ bytes: [UInt8], limits: Limits = Limits()) {
        var rest: [UInt8]? = bytes
        self.init(limits: limits) { () throws(MarkupFault) in
            defer { rest = nil }
            return rest ?? []
        }
    }

    /// The value of an attribute of the element that begins.
    func attribute(_ name: String) -> String? {
        for attribute in attributes where attribute.name == name { return attribute.value }
        return nil
    }

    /// The text as a string.
    var string: String { String(decoding: text, as: UTF8.self) }

    /// Goes on to the next event.
    ///
    /// - Throws: ``MarkupFault`` where the document is not well-formed, wants too much or cannot be read.
    func next() throws(MarkupFault) -> Event {
        if isSelfClosed { return close() }
        text.removeAll(keepingCapacity: true)
        while true {
            guard let byte = try peek() else {
                guard open.isEmpty, hadRoot else { throw fault(.unexpectedEnd) }
                return .endOfDocument
            }
            guard byte == UInt8(ascii: "<") else {
                try readText()
                if open.isEmpty {
                    try discardSpace()
                    continue
                }
                return .text
            }
            place += 1
            switch try peek() {
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "!"):
                place += 1
                if try readDeclaration() { return .text }
            case UInt8(ascii: "/"):
                place += 1
                try readEndTag()
                return close()
            default:
                try readStartTag()
                return .start
            }
        }
    }

    // MARK: - Bytes

    private func fault(_ reason: MarkupFault.Reason) -> MarkupFault { MarkupFault(reason, at: earlier + place) }

    private func peek() throws(MarkupFault) -> UInt8? {
        if place < chunk.count { return chunk[place] }
        let isFirst = earlier + chunk.count == 0
        earlier += chunk.count
        place = 0
        chunk = try refill()
        if isFirst { try skipByteOrderMark() }
        if place < chunk.count { return chunk[place] }
        return chunk.isEmpty ? nil : try peek()
    }

    /// Passes over the mark by which some programs begin a text in UTF-8; those of other encodings are refused.
    private func skipByteOrderMark() throws(MarkupFault) {
        while chunk.count < 3 {
            let more = try refill()
            if more.isEmpty { break }
            chunk += more
        }
        if chunk.starts(with: [0xFE, 0xFF]) || chunk.starts(with: [0xFF, 0xFE]) { throw fault(.encoding) }
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    private func take() throws(MarkupFault) -> UInt8 {
        guard let byte = try peek() else { throw fault(.unexpectedEnd) }
        place += 1
        return byte
    }

    private func skip(past end: StaticString) throws(MarkupFault) {
        var last: [UInt8] = []
        let wanted = end.withUTF8Buffer { Array($0) }
        while last != wanted {
            last.append(try take())
            if last.count > wanted.count { last.removeFirst() }
        }
    }

    private func expect(_ word: StaticString) throws(MarkupFault) {
        for wanted in word.withUTF8Buffer({ Array($0) }) where try take() != wanted { throw fault(.malformed) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private func skipSpace() throws(MarkupFault) {
        while let byte = try peek(), Self.isSpace(byte) { place += 1 }
    }

    private func discardSpace() throws(MarkupFault) {
        guard text.allSatisfy(Self.isSpace) else { throw fault(.malformed) }
        text.removeAll(keepingCapacity: true)
    }

    // MARK: - Text

    private func readText() throws(MarkupFault) {
        while let first = try peek(), first != UInt8(ascii: "<") {
            if first == UInt8(ascii: "&") {
                place += 1
                try readReference(into: &text)
            } else {
                var end = place
                while end < chunk.count, chunk[end] != UInt8(ascii: "<"), chunk[end] != UInt8(ascii: "&") {
                    try check(chunk[end])
                    end += 1
                }
                text += chunk[place..<end]
                place = end
            }
            guard text.count <= limits.text else { throw fault(.tooLong) }
        }
    }

    private func check(_ byte: UInt8) throws(MarkupFault) {
        if byte < 0x20, !Self.isSpace(byte) { throw fault(.controlCharacter) }
    }

    /// What follows an ampersand.
    private func readReference(into target: inout [UInt8]) throws(MarkupFault) {
        var word: [UInt8] = []
        while true {
            let byte = try take()
            if byte == UInt8(ascii: ";") { break }
            word.append(byte)
            guard word.count <= 10 else { throw fault(.unknownEntity) }
        }
        let name = String(decoding: word, as: UTF8.self)
        switch name {
        case "amp": target.append(UInt8(ascii: "&"))
        case "lt": target.append(UInt8(ascii: "<"))
        case "gt": target.append(UInt8(ascii: ">"))
        case "quot": target.append(UInt8(ascii: "\""))
        case "apos": target.append(UInt8(ascii: "'"))
        default:
            guard name.utf8.first == UInt8(ascii: "#") else { throw fault(.unknownEntity) }
            let digits = name.dropFirst()
            let isHexadecimal = digits.utf8.first == UInt8(ascii: "x")
            guard let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
                number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D,
                let scalar = Unicode.Scalar(number)
            else { throw fault(.controlCharacter) }
            target += Array(String(Character(scalar)).utf8)
        }
    }

    // MARK: - Tags

    /// A comment or CDATA; whether it gave text.
    private func readDeclaration() throws(MarkupFault) -> Bool {
        switch try peek() {
        case UInt8(ascii: "-"):
            try expect("--")
            try skip(past: "-->")
            return false
        case UInt8(ascii: "["):
            try expect("[CDATA[")
            guard !open.isEmpty else { throw fault(.malformed) }
            while !text.suffix(3).elementsEqual("]]>".utf8) {
                let byte = try take()
                try check(byte)
                text.append(byte)
                guard text.count <= limits.text else { throw fault(.tooLong) }
            }
            text.removeLast(3)
            return true
        default: throw fault(.documentType)
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"),
            UInt8(ascii: "."), 0x80...0xFF:
            true
        default: false
        }
    }

    /// A name with its prefix.
    private func readName() throws(MarkupFault) -> String {
        scratch.removeAll(keepingCapacity: true)
        while let byte = try peek(), Self.isName(byte) {
            scratch.append(byte)
            place += 1
            guard scratch.count <= limits.name else { throw fault(.tooLong) }
        }
        guard let first = scratch.first, !(first == UInt8(ascii: "-") || first == UInt8(ascii: ".")) else {
            throw fault(.malformed)
        }
        return String(decoding: scratch, as: UTF8.self)
    }

    private static func local(_ name: String) -> String {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.index(after: colon)...])
    }

    private func readStartTag() throws(MarkupFault) {
        guard !open.isEmpty || !hadRoot else { throw fault(.malformed) }
        let full = try readName()
        guard open.count < limits.depth else { throw fault(.tooDeep) }
        hadRoot = true
        open.append(full)
        name = Self.local(full)
        attributes.removeAll(keepingCapacity: true)
        while true {
            try skipSpace()
            switch try peek() {
            case UInt8(ascii: ">"):
                place += 1
                return
            case UInt8(ascii: "/"):
                place += 1
                try expect(">")
                isSelfClosed = true
                return
            case nil: throw fault(.unexpectedEnd)
            default: try readAttribute()
            }
        }
    }

    private func readAttribute() throws(MarkupFault) {
        let attribute = Self.local(try readName())
        try skipSpace()
        try expect("=")
        try skipSpace()
        let quote = try take()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault(.malformed) }
        scratch.removeAll(keepingCapacity: true)
        while true {
            let byte = try take()
            if byte == quote { break }
            switch byte {
            case UInt8(ascii: "<"): throw fault(.malformed)
            case UInt8(ascii: "&"): try readReference(into: &scratch)
            default:
                try check(byte)
                scratch.append(Self.isSpace(byte) ? 0x20 : byte)
            }
            guard scratch.count <= limits.value else { throw fault(.tooLong) }
        }
        guard attributes.count < limits.attributes else { throw fault(.tooMany) }
        attributes.append(Attribute(name: attribute, value: String(decoding: scratch, as: UTF8.self)))
    }

    private func readEndTag() throws(MarkupFault) {
        let full = try readName()
        try skipSpace()
        try expect(">")
        guard open.last == full else { throw fault(.mismatchedTag) }
    }

    private func close() -> Event {
        isSelfClosed = false
        name = open.popLast().map(Self.local) ?? ""
        return .end
    }
}

extension MarkupReader {
    /// Passes over the rest of the element that has just begun.
    func skipElement() throws(MarkupFault) {
        let outside = depth - 1
        while depth > outside {
            if case .endOfDocument = try next() { return }
        }
    }

    /// The text in the element that has just begun, up to its end; that of elements within it is left out.
    func elementText() throws(MarkupFault) -> String {
        let outside = depth - 1
        var result: [UInt8] = []
        while true {
            switch try next() {
            case .text: if depth == outside + 1 { result += text }
            case .end: if depth == outside { return String(decoding: result, as: UTF8.self) }
            case .start: break
            case .endOfDocument: return String(decoding: result, as: UTF8.self)
            }
        }
    }
}
