package import Diagnostics

/// Reads an XML text event by event (XML 1.0, namespaces in XML), well-formed or not at all.
///
/// A document type is refused, and with it every entity but the five that XML itself knows: nothing can be fetched from
/// elsewhere and nothing grows by being read. Comments and processing instructions are passed over. Memory does not grow
/// with the text, only with its depth.
///
///     var reader = try XMLReader(source)
///     while let event = try reader.next() { … }
package struct XMLReader: Sendable {
    /// The text that is read, in UTF-8; spans point into it.
    package let source: SourceText
    let limits: XMLLimits
    var scanner: XMLScanner
    private var open: [OpenElement] = []
    private var endsAtOnce = false
    private var hasRoot = false

    private struct OpenElement: Sendable {
        var written: String
        var span: SourceSpan
        /// Namespaces declared on it, by prefix.
        var bindings: [(prefix: String, namespace: String)]
    }

    /// - Parameters:
    ///   - source: the bytes, in an encoding that `XMLEncoding` knows.
    ///   - limits: how much is taken.
    /// - Throws: where it is too large or its bytes are no text.
    package init(_ source: SourceText, limits: XMLLimits = XMLLimits()) throws(XMLProblem) {
        guard source.bytes.count <= limits.bytes else {
            throw XMLProblem(
                "file-too-large",
                "\(source.name) has \(source.bytes.count) bytes",
                at: nil,
                expected: "at most \(limits.bytes) bytes"
            )
        }
        self.source = try XMLEncoding.decode(source)
        self.limits = limits
        scanner = XMLScanner(self.source, limits)
    }

    /// What stands next, or nil at the end of a text in which every element is closed.
    package mutating func next() throws(XMLProblem) -> XMLEvent? {
        if endsAtOnce {
            endsAtOnce = false
            return .end(open.removeLast().span)
        }
        if let text = try text() { return .text(text.text, text.span) }
        guard !scanner.isAtEnd else {
            if let element = open.last {
                throw XMLProblem(
                    "xml-unclosed",
                    "the text ends, but <\(element.written)> is still open",
                    at: element.span,
                    hint: "the file may be cut off: fetch it again"
                )
            }
            guard hasRoot else {
                throw XMLProblem("xml-empty", "\(source.name) holds no element", at: nil, expected: "an XML file")
            }
            return nil
        }
        if scanner.looksAt("</") { return .end(try endTag()) }
        return .start(try startTag())
    }

    /// The characters up to the next tag, of all pieces between comments and instructions together.
    private mutating func text() throws(XMLProblem) -> (text: String, span: SourceSpan)? {
        let start = scanner.place
        var bytes: [UInt8] = []
        while !scanner.isAtEnd {
            if scanner.looksAt("<!--") {
                try scanner.skipComment()
            } else if scanner.looksAt("<![CDATA[") {
                try scanner.readSection(into: &bytes)
            } else if scanner.looksAt("<?") {
                try scanner.skipInstruction()
            } else if scanner.looksAt("<!") {
                throw scanner.problem(
                    "xml-document-type",
                    "a document type or entity is declared here, which is not read",
                    scanner.place..<(scanner.place + 2),
                    hint: "remove it: it could fetch or blow up whatever its writer wants"
                )
            } else if scanner.looksAt("<") {
                break
            } else {
                try scanner.readCharacters(into: &bytes)
            }
            guard bytes.count <= limits.text else { throw scanner.tooLong(start) }
        }
        guard !bytes.isEmpty else { return nil }
        let span = SourceSpan(source, start..<scanner.place)
        guard open.isEmpty else { return (String(decoding: bytes, as: UTF8.self), span) }
        guard let stray = bytes.first(where: { !XMLScanner.isSpace($0) }) else { return nil }
        throw XMLProblem(
            "xml-text-outside",
            hasRoot ? "characters after the last element" : "characters before the first element",
            at: SourceSpan(source, scanner.firstPlace(of: stray, from: start)),
            expected: "an XML file"
        )
    }

    private mutating func startTag() throws(XMLProblem) -> XMLTag {
        let start = scanner.place
        guard !open.isEmpty || !hasRoot else {
            throw scanner.problem("xml-second-root", "a second element beside the first", start..<(start + 1))
        }
        guard open.count < limits.depth else {
            throw scanner.problem(
                "xml-too-deep",
                "more than \(limits.depth) elements within each other",
                start..<(start + 1)
            )
        }
        scanner.place += 1
        let name = try scanner.name()
        let raw = try scanner.attributes(limits.attributes)
        endsAtOnce = scanner.skip("/")
        guard scanner.skip(">") else {
            throw scanner.problem("xml-unclosed-tag", "the tag <\(name)> is not closed", start..<scanner.place)
        }
        hasRoot = true
        let span = SourceSpan(source, start..<scanner.place)
        let bindings = raw.compactMap { attribute -> (prefix: String, namespace: String)? in
            if attribute.name == "xmlns" { return ("", attribute.value) }
            return attribute.name.hasPrefix("xmlns:") ? (String(attribute.name.dropFirst(6)), attribute.value) : nil
        }
        open.append(OpenElement(written: name, span: span, bindings: bindings))
        let attributes = raw.compactMap { attribute -> XMLAttribute? in
            guard attribute.name != "xmlns", !attribute.name.hasPrefix("xmlns:") else { return nil }
            return XMLAttribute(
                name: resolved(attribute.name, isAttribute: true),
                value: attribute.value,
                span: attribute.span
            )
        }
        return XMLTag(name: resolved(name, isAttribute: false), attributes: attributes, span: span)
    }

    private mutating func endTag() throws(XMLProblem) -> SourceSpan {
        let start = scanner.place
        scanner.place += 2
        let name = try scanner.name()
        scanner.skipSpace()
        guard scanner.skip(">") else {
            throw scanner.problem("xml-unclosed-tag", "the tag </\(name)> is not closed", start..<scanner.place)
        }
        let span = SourceSpan(source, start..<scanner.place)
        guard let element = open.last else {
            throw XMLProblem("xml-stray-end", "</\(name)> closes nothing", at: span)
        }
        guard element.written == name else {
            throw XMLProblem(
                "xml-wrong-end",
                "</\(name)> stands where <\(element.written)> is to be closed",
                at: span,
                expected: "</\(element.written)>"
            )
        }
        open.removeLast()
        return span
    }

    /// A name with the namespace that its prefix, or for elements the lack of one, stands for here.
    private func resolved(_ written: String, isAttribute: Bool) -> XMLName {
        guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            return XMLName(namespace: isAttribute ? "" : namespace(of: "") ?? "", local: written)
        }
        let prefix = String(written[..<colon])
        guard let namespace = namespace(of: prefix) else { return XMLName(local: written) }
        return XMLName(namespace: namespace, local: String(written[written.utf8.index(after: colon)...]))
    }

    private func namespace(of prefix: String) -> String? {
        if prefix == "xml" { return XMLName.xml }
        for element in open.reversed() {
            if let binding = element.bindings.last(where: { $0.prefix == prefix }) { return binding.namespace }
        }
        return nil
    }
}

extension XMLName {
    /// The namespace of `xml:lang` and `xml:space`.
    package static let xml = "http://www.w3.org/XML/1998/namespace"
}
