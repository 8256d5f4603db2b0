/// HTML (or the SVG and XML in it) that is being written, as UTF-8 bytes.
///
/// Escaping is by construction: text and attribute values reach the bytes only through the escaper, tags and attribute
/// names are literals of the program, and addresses are checked when a `Link` is made.
///
///     var page = Markup()
///     page.element(.p, .class("note")) { page in page.text("Fish & chips") }
package struct Markup: Sendable {
    /// Room for what is written, of which the first `count` bytes are.
    private var room: [UInt8]
    private var count = 0

    /// Starts empty.
    ///
    /// - Parameter capacity: how many bytes are expected.
    package init(capacity: Int = 0) { room = [UInt8](repeating: 0, count: capacity) }

    /// What was written so far.
    package var bytes: [UInt8] { Array(room[..<count]) }

    /// What was written, where nothing more will be: unlike `bytes` no copy of it.
    package consuming func finished() -> [UInt8] {
        room.removeLast(room.count - count)
        return room
    }

    /// Writes an element without content that has any number of attributes; those that are nil are left out.
    package mutating func empty(_ tag: Tag, _ attributes: [Attribute?]) {
        begin(tag)
        for case let attribute? in attributes { write(attribute) }
        endOpening()
        if tag.isForeign { closeEmpty() }
    }

    /// Writes a text, escaped.
    package mutating func text(_ text: String) { escape(text, quotes: false) }

    /// Writes what was written elsewhere.
    package mutating func append(_ other: Markup) {
        other.room.withUnsafeBufferPointer { write(UnsafeBufferPointer(rebasing: $0[..<other.count])) }
    }

    /// Writes `<!DOCTYPE html>`.
    package mutating func doctype() { write("<!DOCTYPE html>\n") }

    /// Writes a line break between elements, for those who read the source.
    package mutating func lineBreak() { write("\n") }

    /// Writes a style sheet or script of the program itself, which is not escaped.
    ///
    /// - Parameter code: a literal; nothing that anyone else wrote can be passed.
    package mutating func code(_ code: StaticString) { write(code) }
}

// MARK: - Writing bytes

extension Markup {
    /// Writes the name of an element, after which its attributes come.
    @usableFromInline
    mutating func begin(_ tag: Tag) { write("<", tag.name, "") }

    @usableFromInline
    mutating func endOpening() { write(">") }

    /// Makes the opening of an element of SVG the whole of it.
    @usableFromInline
    mutating func closeEmpty() {
        count -= 1
        write("/>")
    }

    @usableFromInline
    mutating func close(_ tag: Tag) { write("</", tag.name, ">") }

    /// Writes a name and what stands around it, all three of them texts of the program itself, at once.
    mutating func write(_ before: StaticString, _ name: StaticString, _ after: StaticString) {
        let total = before.utf8CodeUnitCount + name.utf8CodeUnitCount + after.utf8CodeUnitCount
        makeRoom(total)
        var place = count
        room.withUnsafeMutableBufferPointer { bytes in
            func put(_ text: StaticString) {
                for position in 0..<text.utf8CodeUnitCount { bytes[place + position] = text.utf8Start[position] }
                place += text.utf8CodeUnitCount
            }
            put(before)
            put(name)
            put(after)
        }
        count = place
    }

    /// Writes a text of the program itself.
    mutating func write(_ text: StaticString) {
        write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress, !text.isEmpty else { return }
        makeRoom(text.count)
        let start = count
        room.withUnsafeMutableBytes { bytes in
            bytes.baseAddress?.advanced(by: start).copyMemory(from: source, byteCount: text.count)
        }
        count = start + text.count
    }

    @inline(__always)
    private mutating func makeRoom(_ more: Int) {
        let missing = count + more - room.count
        if missing > 0 { room += [UInt8](repeating: 0, count: max(room.count, missing, 256)) }
    }

    mutating func escape(_ text: String, quotes: Bool) {
        var text = text
        text.withUTF8 { Escaper.write($0, to: &self, quotes: quotes) }
    }
}

extension Markup: CustomStringConvertible {
    /// What was written so far as a string.
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}
