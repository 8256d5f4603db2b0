/// Writes diagnostics for a machine: a JSON array with one object for each, keys in a fixed order.
///
/// Keys: `identifier`, `severity`, `message`, `pattern`, `arguments`, `file`, `line`, `column`, `endLine`,
/// `endColumn`, `offset`, `length` (bytes), `text` (what stands there), `cell` (in a spreadsheet), `expected`, `hint`,
/// `fixIts`, `notes`.
public struct JSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// The JSON text, ending in a line feed.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        return "[\n" + diagnostics.map { "  " + object(fields(of: $0)) }.joined(separator: ",\n") + "\n]\n"
    }

    private func fields(of diagnostic: Diagnostic) -> [(String, String)] {
        var fields = [
            ("identifier", quoted(diagnostic.identifier)),
            ("severity", quoted(diagnostic.severity.rawValue)),
            ("message", quoted(diagnostic.message.description)),
            ("pattern", quoted(diagnostic.message.pattern)),
            ("arguments", array(diagnostic.message.arguments.map(quoted))),
        ]
        if let span = diagnostic.span { fields += place(span) }
        if let expected = diagnostic.expected { fields.append(("expected", quoted(expected.description))) }
        if let hint = diagnostic.hint { fields.append(("hint", quoted(hint.description))) }
        if !diagnostic.fixIts.isEmpty {
            fields.append(
                (
                    "fixIts",
                    array(diagnostic.fixIts.map { object(place($0.span) + [("replacement", quoted($0.replacement))]) })
                )
            )
        }
        if !diagnostic.notes.isEmpty {
            let notes = diagnostic.notes.map { note in
                object([("message", quoted(note.message.description))] + (note.span.map(place) ?? []))
            }
            fields.append(("notes", array(notes)))
        }
        return fields
    }

    private func place(_ span: SourceSpan) -> [(String, String)] {
        let start = span.start
        let end = span.end
        return [
            ("file", quoted(span.source.name)),
            ("line", String(start.line)), ("column", String(start.column)),
            ("endLine", String(end.line)), ("endColumn", String(end.column)),
            ("offset", String(span.range.lowerBound)), ("length", String(span.range.count)),
            ("text", quoted(String(span.text.unicodeScalars.prefix(200)))),
        ] + (span.source.placeName(at: span.range.lowerBound).map { [("cell", quoted($0))] } ?? [])
    }

    private func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { quoted($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
    }

    private func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
