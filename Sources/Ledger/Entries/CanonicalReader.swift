import ActionPlan
package import Diagnostics
import Foundation

/// Where canonical bytes are not what they must be.
package struct EntryFault: Error, Hashable, Sendable {
    /// Bytes before the fault.
    package var offset: Int
    /// What should stand there.
    package var expected: Message
}

/// Reads what ``CanonicalWriter`` writes, and nothing else: bytes that are read are the bytes that would be written.
struct CanonicalReader {
    private let bytes: UnsafeRawBufferPointer
    private var index = 0
    private var needsComma = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    func fault(_ expected: Message) -> EntryFault { EntryFault(offset: index, expected: expected) }

    func end() throws(EntryFault) {
        guard index == bytes.count else { throw fault("the end") }
    }

    mutating func openObject() throws(EntryFault) { try open(UInt8(ascii: "{")) }

    mutating func closeObject() throws(EntryFault) { try close(UInt8(ascii: "}")) }

    mutating func openArray() throws(EntryFault) { try open(UInt8(ascii: "[")) }

    /// Whether an array ends here; then it is left.
    mutating func closesArray() -> Bool { closes(UInt8(ascii: "]")) }

    /// Whether an object ends here; then it is left.
    mutating func closesObject() -> Bool { closes(UInt8(ascii: "}")) }

    /// Passes over a key that must be there.
    mutating func key(_ name: StaticString) throws(EntryFault) {
        guard hasKey(name) else { throw fault("“\(name)”") }
    }

    /// Whether a key comes next; then it is passed over.
    mutating func hasKey(_ name: StaticString) -> Bool {
        let comma = needsComma ? 1 : 0
        let length = name.utf8CodeUnitCount
        let start = index + comma
        guard start + length + 3 <= bytes.count, comma == 0 || bytes[index] == UInt8(ascii: ","),
            bytes[start] == UInt8(ascii: "\""), bytes[start + length + 1] == UInt8(ascii: "\""),
            bytes[start + length + 2] == UInt8(ascii: ":"), let base = bytes.baseAddress,
            memcmp(base + start + 1, name.utf8Start, length) == 0
        else { return false }
        index = start + length + 3
        needsComma = false
        return true
    }

    /// Passes over whatever key comes next.
    mutating func anyKey() throws(EntryFault) -> String {
        let key = try string()
        try take(UInt8(ascii: ":"))
        needsComma = false
        return key
    }

    mutating func string() throws(EntryFault) -> String {
        try separate()
        try take(UInt8(ascii: "\""))
        let start = index
        var union: UInt8 = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
            bytes[index] >= 0x20
        {
            union |= bytes[index]
            index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            let text = try text(start..<index, isASCII: union < 0x80)
            index += 1
            needsComma = true
            return text
        }
        index = start
        return try escapedString()
    }

    mutating func integer() throws(EntryFault) -> Int {
        if let value = try digits() { return value }
        let start = index
        let text = try literal()
        guard let value = Int(text), String(value) == text else {
            throw EntryFault(offset: start, expected: "a whole number")
        }
        return value
    }

    mutating func number() throws(EntryFault) -> Double {
        if let value = try digits() { return Double(value) }
        let start = index
        let text = try literal()
        if text.utf8.count <= 15, let value = Int(text), String(value) == text { return Double(value) }
        guard let value = Double(text), value.isFinite, CanonicalWriter.text(of: value) == text else {
            throw EntryFault(offset: start, expected: "a number in its shortest form")
        }
        return value
    }

    /// A number of a few digits and nothing else; nil, and nothing is read, where something else stands here.
    private mutating func digits() throws(EntryFault) -> Int? {
        let comma = needsComma ? 1 : 0
        if comma == 1, index >= bytes.count || bytes[index] != UInt8(ascii: ",") { throw fault("“,”") }
        let start = index + comma
        var end = start
        var value = 0
        while end < bytes.count, end - start < 15, (0x30...0x39).contains(bytes[end]) {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        guard end > start, bytes[start] != UInt8(ascii: "0") || end == start + 1, end < bytes.count,
            Self.endsLiteral(bytes[end])
        else { return nil }
        index = end
        needsComma = true
        return value
    }

    private static func endsLiteral(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }

    /// Passes over an object that holds strings only.
    mutating func skipObject() throws(EntryFault) {
        try openObject()
        while !closesObject() {
            try skipString()
            try take(UInt8(ascii: ":"))
            needsComma = false
            try skipString()
        }
    }

    /// Passes over whatever is left.
    mutating func skipAll() { index = bytes.count }

    private mutating func skipString() throws(EntryFault) {
        try separate()
        try take(UInt8(ascii: "\""))
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        try take(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func bool() throws(EntryFault) -> Bool {
        switch try literal() {
        case "true": return true
        case "false": return false
        default: throw fault("true or false")
        }
    }

    /// A name from a list of names.
    mutating func name<Name: RawRepresentable<String>>(_ type: Name.Type) throws(EntryFault) -> Name {
        let start = index
        guard let name = Name(rawValue: try string()) else {
            throw EntryFault(offset: start, expected: "a \(String(describing: type))")
        }
        return name
    }

    mutating func localizedText() throws(EntryFault) -> LocalizedText {
        var entries: [LocalizedText.Entry] = []
        try openObject()
        while !closesObject() {
            let language = try anyKey()
            entries.append(LocalizedText.Entry(language: language, text: try string()))
        }
        return LocalizedText(entries)
    }

    mutating func optionalString(_ name: StaticString) throws(EntryFault) -> String? {
        hasKey(name) ? try string() : nil
    }

    mutating func optionalText(_ name: StaticString) throws(EntryFault) -> LocalizedText? {
        hasKey(name) ? try localizedText() : nil
    }

    /// A day written as `2020-06-30`.
    mutating func day() throws(EntryFault) -> Day {
        let start = index
        guard let day = Day(try string()) else { throw EntryFault(offset: start, expected: "a day") }
        return day
    }

    /// An instant written as `2020-07-14T05:30:00Z`.
    mutating func moment() throws(EntryFault) -> Moment {
        try separate()
        let wrong = fault("an instant such as 2020-07-14T05:30:00Z")
        guard index + 22 <= bytes.count, bytes[index] == UInt8(ascii: "\""), bytes[index + 21] == UInt8(ascii: "\"")
        else { throw wrong }
        let start = index + 1
        func digits(_ offset: Int, _ count: Int) -> Int? {
            var value = 0
            for byte in bytes[(start + offset)..<(start + offset + count)] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        func stands(_ character: Unicode.Scalar, _ offset: Int) -> Bool {
            bytes[start + offset] == UInt8(ascii: character)
        }
        guard stands("-", 4), stands("-", 7), stands("T", 10), stands(":", 13), stands(":", 16), stands("Z", 19),
            let year = digits(0, 4), let month = digits(5, 2), let date = digits(8, 2),
            let day = Day(year: year, month: month, day: date),
            let hour = digits(11, 2), hour < 24, let minute = digits(14, 2), minute < 60,
            let second = digits(17, 2), second < 60
        else { throw wrong }
        index += 22
        needsComma = true
        return Moment(seconds: Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second))
    }

    private mutating func open(_ bracket: UInt8) throws(EntryFault) {
        try separate()
        try take(bracket)
    }

    private mutating func close(_ bracket: UInt8) throws(EntryFault) {
        try take(bracket)
        needsComma = true
    }

    private mutating func closes(_ bracket: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == bracket else { return false }
        index += 1
        needsComma = true
        return true
    }

    private mutating func separate() throws(EntryFault) {
        if needsComma { try take(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func take(_ byte: UInt8) throws(EntryFault) {
        guard index < bytes.count, bytes[index] == byte else {
            throw fault("“\(Character(Unicode.Scalar(byte)))”")
        }
        index += 1
    }

    private mutating func literal() throws(EntryFault) -> String {
        try separate()
        let start = index
        while index < bytes.count, !Self.endsLiteral(bytes[index]) { index += 1 }
        needsComma = true
        return try text(start..<index, isASCII: false)
    }

    /// Generic checking of UTF-8 costs more than all the rest of reading: ASCII needs none.
    private func text(_ range: Range<Int>, isASCII: Bool) throws(EntryFault) -> String {
        let units = UnsafeRawBufferPointer(rebasing: bytes[range]).assumingMemoryBound(to: UInt8.self)
        if isASCII { return String(decoding: units, as: UTF8.self) }
        guard let text = String(validating: units, as: UTF8.self) else { throw fault("UTF-8") }
        return text
    }

    private mutating func escapedString() throws(EntryFault) -> String {
        var units: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                needsComma = true
                guard let text = String(validating: units, as: UTF8.self) else { throw fault("UTF-8") }
                return text
            case UInt8(ascii: "\\"): units.append(try escape())
            case 0..<0x20: throw fault("an escaped control character")
            default:
                units.append(byte)
                index += 1
            }
        }
        throw fault("“\"”")
    }

    private mutating func escape() throws(EntryFault) -> UInt8 {
        let start = index
        let unit: UInt8
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "\\") {
            unit = bytes[index + 1]
            index += 2
            return unit
        }
        guard index + 6 <= bytes.count,
            let value = UInt8(String(decoding: bytes[(index + 4)..<(index + 6)], as: UTF8.self), radix: 16)
        else { throw fault("an escape") }
        var writer = CanonicalWriter()
        writer.string(String(Unicode.Scalar(value)))
        index += 6
        guard value < 0x20, writer.bytes.dropFirst().dropLast().elementsEqual(bytes[start..<index]) else {
            throw EntryFault(offset: start, expected: "the shortest escape")
        }
        return value
    }
}
