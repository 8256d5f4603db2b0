package import Diagnostics

/// Decodes nodes by the type that a schema expects, and collects everything that is wrong instead of stopping.
///
/// Scalars are never guessed: `no` is a text where a text is expected, and `1.10` an identifier where one is expected.
package final class Decoder {
    /// How many problems are kept; nobody reads more, and a hostile file could make millions.
    private static let kept = 2_000

    /// What was found wrong so far; where it is too much, the last says how much is left out.
    package var diagnostics: [Diagnostic] {
        guard leftOut > 0 else { return found }
        return found + [
            Diagnostic(
                "too-many-problems",
                "\(leftOut) more problems are not shown",
                severity: leftOutError ? .error : .warning,
                hint: "mend those above first"
            )
        ]
    }
    private var found: [Diagnostic] = []
    private var leftOut = 0
    private var leftOutError = false

    package init() {}

    /// Notes a problem.
    package func report(_ diagnostic: Diagnostic) {
        guard found.count >= Self.kept else {
            found.append(diagnostic)
            return
        }
        leftOut += 1
        leftOutError = leftOutError || diagnostic.severity == .error
    }

    /// Notes a problem with a node.
    package func report(
        _ identifier: String,
        _ message: Message,
        severity: Diagnostic.Severity = .error,
        at node: Node,
        expected: Message? = nil,
        hint: Message? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        let span = node.kind == .scalar ? node.span : node.openingSpan
        report(
            Diagnostic(
                identifier,
                message,
                severity: severity,
                at: span,
                expected: expected,
                hint: hint,
                notes: notes
            )
        )
    }

    /// The entries of a mapping, or nil, with a diagnostic, where the node is none.
    ///
    /// - Parameters:
    ///   - node: what should be a mapping.
    ///   - what: what the mapping describes, with its article, such as *an agency*.
    ///   - meaning: how a single value that stands here was to be written.
    /// - Returns: a reader of the entries.
    package func fields(_ node: Node, of what: Message, meaning: @autoclosure () -> String? = nil) -> Fields? {
        guard node.kind == .mapping else {
            report(
                "wrong-type",
                "\(node.kindName) where \(what) belongs",
                at: node,
                expected: "a mapping: lines of the form `key: value`",
                hint: node.kind == .scalar && !node.isNull ? meaning().map { "write \($0)" } : nil
            )
            return nil
        }
        return Fields(node: node, what: what, decoder: self)
    }

    /// The elements of a sequence; none, with a diagnostic, where the node is no sequence.
    package func elements(_ node: Node) -> [Node] {
        if node.isNull { return [] }
        guard node.kind == .sequence else {
            report(
                "wrong-type",
                "\(node.kindName) where a list belongs",
                at: node,
                expected: "a list: lines that begin with `- `, or [a, b]",
                hint: node.kind == .scalar ? "write [\(node.text)]" : nil
            )
            return []
        }
        return (0..<node.count).map(node.element)
    }

    /// What a function makes of each element of a sequence; those of which it makes nothing are left out.
    package func list<Element>(_ node: Node, _ decode: (Node) -> Element?) -> [Element] {
        elements(node).compactMap(decode)
    }

    /// A scalar, or nil, with a diagnostic, where the node is a collection or empty.
    private func scalar(_ node: Node, expected: @autoclosure () -> Message) -> Node? {
        guard node.kind == .scalar else {
            report("wrong-type", "\(node.kindName) where a single value belongs", at: node, expected: expected())
            return nil
        }
        guard !node.isNull else {
            report(
                "empty-value",
                "no value stands here",
                at: node,
                expected: expected(),
                hint: "write a value, or remove the key"
            )
            return nil
        }
        return node
    }

    /// A text that is not empty.
    package func string(_ node: Node) -> String? {
        guard let node = scalar(node, expected: "a text") else { return nil }
        let text = node.text
        guard text.utf8.contains(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
            report("empty-value", "the text is empty", at: node, expected: "a text")
            return nil
        }
        if let scalar = text.unicodeScalars.first(where: Self.isInvisible) {
            report(
                "invisible-character",
                "an invisible character, U+\(String(scalar.value, radix: 16, uppercase: true)), is in this text",
                severity: .warning,
                at: node,
                hint: "type the text again; it was probably copied with it"
            )
        }
        return text
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x09, 0x0B..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
            true
        default: false
        }
    }

    /// An identifier: lower-case Latin letters, digits, `.` and `-`, beginning with a letter or digit, at most 64 bytes.
    package func identifier(_ node: Node) -> String? {
        let rule: Message =
            "an identifier of a to z, 0 to 9, `.` and `-`, beginning with a letter or digit, at most 64 long"
        guard let node = scalar(node, expected: rule) else { return nil }
        let valid = node.withUTF8 { Self.isIdentifier($0) }
        guard valid else {
            report(
                "bad-identifier",
                "\(node.text) is no identifier",
                at: node,
                expected: rule,
                hint: Self.identifierMeant(by: node.text)
            )
            return nil
        }
        return node.text
    }

    /// What a text is to be written as to be an identifier; or which of its letters only looks as if it could be in one.
    private static func identifierMeant(by text: String) -> Message? {
        if let scalar = text.unicodeScalars.first(where: { !$0.isASCII }) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            let name = "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
            return "\(String(scalar)) (\(name)) is no Latin letter of these"
        }
        let bytes = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            case UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "/"): UInt8(ascii: "-")
            default: byte
            }
        }
        return isIdentifier(bytes) ? "write \(String(decoding: bytes, as: UTF8.self))" : nil
    }

    private static func isIdentifier(_ bytes: some Collection<UInt8>) -> Bool {
        (1...64).contains(bytes.count)
            && bytes.enumerated()
                .allSatisfy { index, byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                    case UInt8(ascii: "."), UInt8(ascii: "-"): index > 0
                    default: false
                    }
                }
    }

    /// `true` or `false`.
    package func boolean(_ node: Node) -> Bool? {
        guard let node = scalar(node, expected: "true or false") else { return nil }
        if node.style == .plain {
            if node.hasText("true") { return true }
            if node.hasText("false") { return false }
        }
        report("wrong-type", "\(node.text) is neither true nor false", at: node, expected: "true or false")
        return nil
    }

    /// A whole number within bounds.
    package func integer(_ node: Node, in bounds: ClosedRange<Int>) -> Int? {
        guard let value = number(node, expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        else { return nil }
        guard let whole = Int(exactly: value) else {
            report(
                "not-whole",
                "\(node.text) is no whole number",
                at: node,
                expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
            )
            return nil
        }
        guard bounds.contains(whole) else {
            report(
                "out-of-bounds",
                "\(whole) is out of bounds",
                at: node,
                expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
            )
            return nil
        }
        return whole
    }

    /// A finite number.
    package func number(_ node: Node) -> Double? {
        number(node, expected: "a number such as 1280.6, without quotes, spaces or thousands separators")
    }

    private func number(_ node: Node, expected: @autoclosure () -> Message) -> Double? {
        guard let node = scalar(node, expected: expected()) else { return nil }
        let text = node.text
        if node.style == .plain, Self.isNumber(text), let value = Double(text), value.isFinite { return value }
        report("wrong-type", "\(text) is no number", at: node, expected: expected(), hint: Self.numberMeant(by: text))
        return nil
    }

    /// How a text that is nearly a number is to be written: without spaces, with a point.
    private static func numberMeant(by text: String) -> Message? {
        let unspaced = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
        let parts = unspaced.split(separator: ",", omittingEmptySubsequences: false)
        let joined = parts.joined()
        guard isNumber(joined), Double(joined)?.isFinite == true else { return nil }
        guard parts.count > 1 else { return "write \(joined)" }
        let areThousands = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.utf8.count == 3 }
        if parts.count > 2 || joined.contains(".") { return areThousands ? "write \(joined)" : nil }
        let pointed = parts.joined(separator: ".")
        return areThousands ? "write \(joined), or \(pointed) where the comma is the decimal mark" : "write \(pointed)"
    }

    /// Whether a text is a decimal number as YAML 1.2 has it: `-?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?`, or `.5`.
    package static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func digits() -> Int {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        var count = digits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            count += digits()
        }
        guard count > 0 else { return false }
        if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// One of the words of an enumeration.
    package func word<Word: RawRepresentable & CaseIterable>(_ node: Node, as: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue)
        let allowed = words.joined(separator: ", ")
        guard let node = scalar(node, expected: "one of: \(allowed)") else { return nil }
        if let word = Word(rawValue: node.text) { return word }
        report(
            "unknown-word",
            "\(node.text) is none of the words that may stand here",
            at: node,
            expected: "one of: \(allowed)",
            hint: Suggestion.nearest(to: node.text, among: words).map { "did you mean \($0)?" }
        )
        return nil
    }

    /// A value written in a form of its own, such as a date.
    ///
    /// - Parameters:
    ///   - node: the scalar.
    ///   - expected: what belongs here.
    ///   - parse: makes the value of the text, or nil where it is malformed.
    /// - Returns: the value, or nil after a diagnostic.
    package func parsed<Value>(_ node: Node, expected: Message, _ parse: (String) -> Value?) -> Value? {
        guard let node = scalar(node, expected: expected) else { return nil }
        if let value = parse(node.text) { return value }
        report("malformed-value", "\(node.text) is not what belongs here", at: node, expected: expected)
        return nil
    }
}

extension Node {
    /// What kind of node it is, in words with an article.
    var kindName: Message {
        switch kind {
        case .scalar: isNull ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The first line of a collection, so that a message about it does not underline all of it.
    package var openingSpan: SourceSpan {
        let line = document.source.byteRange(ofLine: span.start.line)
        return SourceSpan(
            document.source,
            range.clamped(to: range.lowerBound..<max(line.upperBound, range.lowerBound + 1))
        )
    }
}
