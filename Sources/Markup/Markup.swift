/// HTML (or the SVG and XML in it) that is being written, as UTF-8 bytes.
///
/// Escaping is by construction: text and attribute values reach the bytes only through the escaper, tags and attribute
/// names are literals of the program, and addresses are checked when a `Link` is made.
///
///     var page = Markup()
///     page.element(.p, .class("note")) { page in page.text("Fish & chips") }
package struct Markup: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8]

    /// Starts empty.
    ///
    /// - Parameter capacity: how many bytes are expected.
    package init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Writes an element and what is in it.
    ///
    /// - Parameters:
    ///   - tag: which element.
    ///   - attributes: its attributes; those that are nil are left out.
    ///   - content: writes what is in it.
    package mutating func element(
        _ tag: Tag,
        _ attributes: Attribute?...,
        content: (inout Markup) throws -> Void
    ) rethrows {
        open(tag, attributes)
        try content(&self)
        close(tag)
    }

    /// Writes an element with one attribute or none, and what is in it: the most of all elements, for which no list of
    /// attributes has to be made.
    package mutating func element(
        _ tag: Tag,
        _ attribute: Attribute? = nil,
        content: (inout Markup) throws -> Void
    ) rethrows {
        open(tag, attribute)
        try content(&self)
        close(tag)
    }

    /// Writes an element with one attribute or none that holds only a text.
    package mutating func element(_ tag: Tag, _ attribute: Attribute? = nil, text: String) {
        open(tag, attribute)
        self.text(text)
        close(tag)
    }

    /// Writes an element that holds only a text.
    package mutating func element(_ tag: Tag, _ attributes: Attribute?..., text: String) {
        open(tag, attributes)
        self.text(text)
        close(tag)
    }

    /// Writes an element without content, such as `br`, `meta` or an SVG `line`.
    package mutating func empty(_ tag: Tag, _ attributes: Attribute?...) { empty(tag, attributes) }

    /// Writes an element without content.
    package mutating func empty(_ tag: Tag, _ attributes: [Attribute?]) {
        open(tag, attributes)
        if tag.isForeign {
            bytes.removeLast()
            bytes.append("/>")
        }
    }

    /// Writes a text, escaped.
    package mutating func text(_ text: String) { Escaper.append(text, to: &bytes, quotes: false) }

    /// Writes what was written elsewhere.
    package mutating func append(_ other: Markup) { bytes += other.bytes }

    /// Writes `<!DOCTYPE html>`.
    package mutating func doctype() { bytes.append("<!DOCTYPE html>\n") }

    /// Writes a line break between elements, for those who read the source.
    package mutating func lineBreak() { bytes.append(0x0A) }

    /// Writes a style sheet or script of the program itself, which is not escaped.
    ///
    /// - Parameter code: a literal; nothing that anyone else wrote can be passed.
    package mutating func code(_ code: StaticString) { bytes.append(code) }

    private mutating func open(_ tag: Tag, _ attributes: [Attribute?]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(tag.name)
        for case let attribute? in attributes { attribute.write(to: &bytes) }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func open(_ tag: Tag, _ attribute: Attribute?) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(tag.name)
        attribute?.write(to: &bytes)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ tag: Tag) {
        bytes.append("</")
        bytes.append(tag.name)
        bytes.append(UInt8(ascii: ">"))
    }
}

extension Markup: CustomStringConvertible {
    /// What was written so far as a string.
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}
