/// An attribute of an element: its name is a literal of the program, its value is escaped when written.
package struct Attribute: Sendable {
    let name: StaticString
    /// Nil for an attribute whose presence says all, such as `open`.
    let value: String?

    /// An attribute with a value.
    ///
    /// Attributes that take an address are made only with a `Link`: `.href`, `.src`.
    package init(_ name: StaticString, _ value: String) {
        precondition(!Self.takesAddress(name), "use a Link for this attribute")
        self.init(unchecked: name, value)
    }

    /// An attribute without value.
    package init(_ name: StaticString) { self.init(unchecked: name, nil) }

    private init(unchecked name: StaticString, _ value: String?) {
        self.name = name
        self.value = value
    }

    package static func href(_ link: Link) -> Attribute { Attribute(unchecked: "href", link.address) }
    package static func src(_ link: Link) -> Attribute { Attribute(unchecked: "src", link.address) }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    package static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    package static func role(_ value: String) -> Attribute { Attribute("role", value) }
    package static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
    /// A number, as SVG writes it: with a decimal point and at most two digits after it.
    package static func number(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, Self.decimal(value))
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

    private static func takesAddress(_ name: StaticString) -> Bool {
        switch name.description {
        case "href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "style": true
        case let name: name.hasPrefix("on")
        }
    }
}
