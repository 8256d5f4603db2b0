/// An attribute of an element: its name is a literal of the program, its value is escaped when written.
package struct Attribute: Sendable {
    @usableFromInline let name: StaticString
    @usableFromInline let value: Value

    @usableFromInline
    enum Value: Sendable {
        /// The presence of the attribute says all, as that of `open`.
        case none
        case text(String)
        case number(Double)
    }

    /// An attribute with a value.
    ///
    /// Attributes that take an address are made only with a `Link`: `.href`, `.src`.
    @inlinable
    package init(_ name: StaticString, _ value: String) {
        precondition(!Self.takesAddress(name), "use a Link for this attribute")
        self.init(unchecked: name, .text(value))
    }

    /// An attribute without value.
    package init(_ name: StaticString) { self.init(unchecked: name, .none) }

    @inlinable
    init(unchecked name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    package static func href(_ link: Link) -> Attribute { Attribute(unchecked: "href", .text(link.address)) }
    package static func src(_ link: Link) -> Attribute { Attribute(unchecked: "src", .text(link.address)) }
    package static func action(_ link: Link) -> Attribute { Attribute(unchecked: "action", .text(link.address)) }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    package static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    package static func role(_ value: String) -> Attribute { Attribute("role", value) }
    package static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
    /// A number, as SVG writes it: with a decimal point and at most two digits after it.
    @inlinable
    package static func number(_ name: StaticString, _ value: Double) -> Attribute {
        precondition(!takesAddress(name), "use a Link for this attribute")
        return Attribute(unchecked: name, .number(value))
    }

    /// A number with a decimal point and at most two digits after it, the same on every machine.
    package static func decimal(_ value: Double) -> String { Decimal(value).text }

    /// Whether its value could make a browser go somewhere or run something.
    @inlinable
    @inline(__always)
    static func takesAddress(_ name: StaticString) -> Bool {
        // Most names are told by their length and first letter, without making a string of them.
        switch (name.utf8CodeUnitCount, name.utf8Start.pointee) {
        case (_, UInt8(ascii: "o")), (3...6, UInt8(ascii: "s")), (4, UInt8(ascii: "h")), (6, UInt8(ascii: "a")),
            (10, _),
            (4, UInt8(ascii: "d")), (6, UInt8(ascii: "p")):
            isAddress(name.description)
        default: false
        }
    }

    @usableFromInline
    static func isAddress(_ name: String) -> Bool { name.hasPrefix("on") || addresses.contains(name) }

    private static let addresses: Set<String> = [
        "href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "style",
    ]
}

extension Markup {
    /// Writes an attribute after the name of an element.
    @usableFromInline
    mutating func write(_ attribute: Attribute) {
        switch attribute.value {
        case .none: write(" ", attribute.name, "")
        case .text(let text):
            write(" ", attribute.name, "=\"")
            escape(text, quotes: true)
            write("\"")
        case .number(let number):
            write(" ", attribute.name, "=\"")
            Decimal(number).withBytes { write($0) }
            write("\"")
        }
    }
}
