package import Diagnostics

/// What stands next in an XML text.
package enum XMLEvent: Sendable {
    /// An element begins; where it is empty, `end` follows at once.
    case start(XMLTag)
    /// The innermost open element ends.
    case end(SourceSpan)
    /// Characters between tags, with references replaced; never empty, and never beside another text.
    case text(String, SourceSpan)
}

/// The start of an element.
package struct XMLTag: Sendable {
    package var name: XMLName
    /// In the order in which they are written, without those that declare namespaces.
    package var attributes: [XMLAttribute]
    /// Where the tag stands, from `<` to `>`.
    package var span: SourceSpan

    /// The value of an attribute without namespace.
    package subscript(_ local: String) -> String? { attribute(local)?.value }

    /// The value of an attribute in a namespace.
    package subscript(_ local: String, in namespace: String) -> String? {
        attribute(local, in: namespace)?.value
    }

    /// An attribute.
    package func attribute(_ local: String, in namespace: String = "") -> XMLAttribute? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }
    }
}

/// One attribute of an element.
package struct XMLAttribute: Sendable {
    package var name: XMLName
    /// With references replaced; line ends and tabs are spaces.
    package var value: String
    /// Where the value stands, without its quotation marks.
    package var span: SourceSpan
}

/// The name of an element or attribute.
package struct XMLName: Hashable, Sendable {
    /// The address of its namespace; empty where it is in none.
    package var namespace: String
    /// The name without its prefix; with it where nothing declares the prefix.
    package var local: String

    package init(namespace: String = "", local: String) {
        self.namespace = namespace
        self.local = local
    }
}
