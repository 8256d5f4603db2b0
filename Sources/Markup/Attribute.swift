/// An attribute of an element: its name is a literal of the program, its value is escaped when written.
package struct Attribute: Sendable {
    let name: StaticString
    private let value: Value

    private enum Value: Sendable {
        /// The presence of the attribute says all, as that of `open`.
        case none
        case text(String)
        case number(Double)
    }

    /// An attribute with a value.
    ///
    /// Attributes that take an address are made only with a `Link`: `.href`, `.src`.
    package init(_ name: StaticString, _ value: String) {
        precondition(!Self.takesAddress(name), "use a Link for this attribute")
        self.init(unchecked: name, .text(value))
    }

    /// An attribute without value.
    package init(_ name: StaticString) { self.init(unchecked: name, .none) }

    private init(unchecked name: StaticString, _ value: Value) {
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
    package static func number(_ name: StaticString, _ value: Double) -> Attribute {
        precondition(!takesAddress(name), "use a Link for this attribute")
        return Attribute(unchecked: name, .number(value))
    }

    /// A number with a decimal point and at most two digits after it, the same on every machine.
    package static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let hundredths = Int64((value * 100).rounded())
        let whole = abs(hundredths) / 100
        let rest = abs(hundredths) % 100
        let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return (hundredths < 0 ? "-" : "") + "\(whole)\(fraction)"
    }

    /// Writes it after the name of an element.
    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(name)
        switch value {
        case .none: return
        case .text(let text):
            bytes.append("=\"")
            Escaper.append(text, to: &bytes, quotes: true)
        case .number(let number):
            bytes.append("=\"")
            bytes.append(contentsOf: Self.decimal(number).utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func takesAddress(_ name: StaticString) -> Bool {
        // Most names are told by their length and first letter, without making a string of them.
        switch (name.utf8CodeUnitCount, name.utf8Start.pointee) {
        case (_, UInt8(ascii: "o")): name.description.hasPrefix("on")
        case (3...6, UInt8(ascii: "s")), (4, UInt8(ascii: "h")), (6, UInt8(ascii: "a")), (10, _),
            (4, UInt8(ascii: "d")),
            (6, UInt8(ascii: "p")):
            addresses.contains(name.description)
        default: false
        }
    }

    private static let addresses: Set<String> = [
        "href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "style",
    ]
}
