package import Diagnostics

/// An element with everything in it.
package struct XMLElement: Sendable {
    package var name: XMLName
    package var attributes: [XMLAttribute]
    package var children: [XMLElement]
    /// The characters directly in it, those of all pieces together.
    package var text: String
    /// Where its first tag stands.
    package var span: SourceSpan

    /// The value of an attribute without namespace.
    package subscript(_ local: String) -> String? { attribute(local)?.value }

    /// An attribute.
    package func attribute(_ local: String, in namespace: String = "") -> XMLAttribute? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }
    }

    /// The elements directly in it that bear a name, whatever their namespace.
    package func all(_ local: String) -> [XMLElement] { children.filter { $0.name.local == local } }

    /// The first of them.
    package func first(_ local: String) -> XMLElement? { children.first { $0.name.local == local } }
}

extension XMLReader {
    /// Reads on to the end of an element whose start was read last, and gives all of it.
    ///
    /// Memory grows with the element, so choose one that is small beside the text.
    package mutating func element(_ tag: XMLTag) throws(XMLProblem) -> XMLElement {
        var open = [
            XMLElement(name: tag.name, attributes: tag.attributes, children: [], text: "", span: tag.span)
        ]
        while let event = try next() {
            switch event {
            case .start(let tag):
                open.append(
                    XMLElement(name: tag.name, attributes: tag.attributes, children: [], text: "", span: tag.span)
                )
            case .text(let text, _): open[open.count - 1].text += text
            case .end:
                let closed = open.removeLast()
                guard !open.isEmpty else { return closed }
                open[open.count - 1].children.append(closed)
            }
        }
        // `next` ends only where every element is closed.
        return open[0]
    }
}
