/// An XML text that is being written, as UTF-8 bytes: one element a line, each level indented.
///
/// Escaping is by construction: texts and values reach the bytes only through the escaper, names are literals of the
/// program. Characters that XML has not are left out.
package struct XMLWriter: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8]
    private var depth = 0

    /// An attribute: its name, a literal of the program, and its value; left out where that is nil.
    package typealias Attribute = (name: StaticString, value: String?)

    /// Starts with the line that says that it is XML in UTF-8.
    package init() {
        bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    }

    /// Writes an element with others in it.
    package mutating func element(
        _ name: StaticString,
        _ attributes: [Attribute] = [],
        content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        let start = bytes.count
        bytes.append(contentsOf: ">\n".utf8)
        depth += 1
        let before = bytes.count
        content(&self)
        depth -= 1
        guard bytes.count > before else {
            bytes.removeSubrange(start...)
            return bytes.append(contentsOf: "/>\n".utf8)
        }
        indent()
        close(name)
    }

    /// Writes an element that holds only a text.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        open(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        escape(text, inValue: false)
        close(name)
    }

    /// Writes an element without content.
    package mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
        open(name, attributes)
        bytes.append(contentsOf: "/>\n".utf8)
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            bytes.append(UInt8(ascii: " "))
            append(attribute.name)
            bytes.append(contentsOf: "=\"".utf8)
            escape(value, inValue: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func close(_ name: StaticString) {
        bytes.append(contentsOf: "</".utf8)
        append(name)
        bytes.append(contentsOf: ">\n".utf8)
    }

    private mutating func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth)) }

    private mutating func append(_ name: StaticString) {
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String, inValue: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"" where inValue: bytes.append(contentsOf: "&quot;".utf8)
            case "\r": bytes.append(contentsOf: "&#13;".utf8)
            case "\n" where inValue: bytes.append(contentsOf: "&#10;".utf8)
            case "\t" where inValue: bytes.append(contentsOf: "&#9;".utf8)
            case "\n", "\t", "\u{20}"..."\u{FFFD}", "\u{10000}"...:
                bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            default: continue
            }
        }
    }
}
