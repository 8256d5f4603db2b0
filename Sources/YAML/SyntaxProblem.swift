import CLibYAML
import Diagnostics

/// Says what libyaml found wrong in words that help to mend it.
enum SyntaxProblem {
    static func diagnostic(_ parser: yaml_parser_t, source: SourceText, place: Int, context: Int) -> Diagnostic {
        let problem = parser.problem.map { String(cString: $0) } ?? ""
        let situation = parser.context.map { String(cString: $0) } ?? ""
        let place = min(place, source.bytes.count)
        let point = SourceSpan(source, place..<min(place + 1, source.bytes.count))
        let opening = SourceSpan(source, min(context, source.bytes.count)..<min(context + 1, source.bytes.count))
        if let space = noBreakSpace(source, before: point.start.line) {
            return Diagnostic(
                "no-break-space",
                "a no-break space, U+00A0, where YAML wants spaces",
                at: space,
                hint: "replace it with spaces; most editors can do so by themselves"
            )
        }
        if problem.contains("cannot start any token") {
            return atBadStart(source, point)
        }
        if problem.contains("tab character") {
            let line = source.byteRange(ofLine: point.start.line)
            let tab = source.bytes[line].firstIndex(of: 0x09) ?? point.range.lowerBound
            return tabIndentation(SourceSpan(source, tab..<(tab + 1)))
        }
        if situation.contains("scanning an alias") || situation.contains("scanning an anchor") {
            return Diagnostic(
                "bad-name",
                "\(opening.text) begins the name of a value, and this is none",
                at: opening,
                hint: "put quotes around a text that begins with \(opening.text)"
            )
        }
        if situation.contains("directive") { return atBadStart(source, opening) }
        if problem.contains("mapping keys are not allowed") { return atBadStart(source, point) }
        if situation.contains("block scalar"), problem.contains("comment or line break") {
            return Diagnostic(
                "text-after-block-mark",
                "text stands on the line of | or >",
                at: point,
                hint: "begin the text on the next line, or put quotes around all of it"
            )
        }
        if problem.contains("unexpected ':'") {
            return Diagnostic(
                "unexpected-colon",
                "a colon within brackets that parts nothing",
                at: point,
                expected: "`key: value`, with a space after the colon",
                hint: "put quotes around a text that contains a colon"
            )
        }
        if situation.contains("quoted scalar") {
            if problem.contains("escape") {
                return Diagnostic(
                    "bad-escape",
                    "\\ begins an escape that YAML does not know",
                    at: point,
                    hint: "write \\\\ for a backslash, or put the text in single quotes"
                )
            }
            return Diagnostic(
                "unclosed-quote",
                "the quotation that begins here is never closed",
                at: opening,
                hint: "close it with the same mark; inside single quotes, write '' for an apostrophe"
            )
        }
        if problem.contains("mapping values are not allowed") {
            return Diagnostic(
                "unexpected-colon",
                "a second `: ` in one line",
                at: point,
                expected: "one `key: value` to a line",
                hint: "put quotes around a text that contains `: `"
            )
        }
        if problem.contains("could not find expected ':'") {
            return Diagnostic(
                "missing-colon",
                "this is neither a key nor a value",
                at: opening,
                expected: "`key: value`, with a space after the colon",
                hint: "is a colon missing, or is the line indented otherwise than its neighbours?"
            )
        }
        if isAfterQuote(source, place) {
            return Diagnostic(
                "text-after-quote",
                "the text goes on after the closing quotation mark",
                at: point,
                hint:
                    "put quotes around all of it, or around none; inside double quotes write \\\" for a quotation mark"
            )
        }
        if problem.contains("document start") {
            return Diagnostic(
                "bad-indentation",
                "this line does not fit those above",
                at: point,
                expected: "the same indentation as the other entries of the list or mapping",
                hint: "indent with spaces; a text that goes on, or contains quotes, needs quotes around all of it"
            )
        }
        if problem.contains("did not find expected key") || problem.contains("block end")
            || problem.contains("block sequence entries are not allowed")
            || problem.contains("did not find expected '-' indicator")
        {
            return Diagnostic(
                "bad-indentation",
                "this line does not fit those above",
                at: point,
                expected: "the same indentation as the other entries of the list or mapping",
                hint: "indent with spaces; a text that goes on, or contains quotes, needs quotes around all of it",
                notes: [Diagnostic.Note("the list or mapping begins here", at: opening)]
            )
        }
        if problem.contains("node content") {
            if place >= source.bytes.count {
                return Diagnostic(
                    "unclosed-bracket",
                    "the file ends before a bracket is closed",
                    at: point,
                    expected: "entries separated by commas, and a closing bracket"
                )
            }
            return Diagnostic(
                "missing-value",
                "\(point.text) stands where a value belongs",
                at: point,
                expected: "a value",
                hint: "put quotes around a text that begins with \(point.text), or remove a comma too many"
            )
        }
        if problem.contains("expected ',' or") {
            return Diagnostic(
                "unclosed-bracket",
                "the bracket that opens here is not closed as it should be",
                at: opening,
                expected: "entries separated by commas, and a closing bracket",
                hint: point.text == ":" && point.start.line == opening.start.line
                    ? "put quotes around a text that contains `: `" : nil
            )
        }
        if parser.error == YAML_READER_ERROR || problem.contains("control characters") {
            let control = firstControl(source)
            return Diagnostic(
                "control-character",
                "the character \(control.name) may not stand in a text",
                at: SourceSpan(source, control.range),
                hint: "delete it; it is invisible and was probably copied with the text around it"
            )
        }
        return Diagnostic(
            "yaml-syntax",
            "this is not YAML: \(problem)",
            at: point,
            hint: "compare it with the lines before, or ask for help with this message"
        )
    }

    /// A no-break space in the indentation of a line or of the one above it.
    private static func noBreakSpace(_ source: SourceText, before line: Int) -> SourceSpan? {
        for line in [line, line - 1] where line >= 1 {
            let range = source.byteRange(ofLine: line)
            let start = source.bytes[range].firstIndex { $0 != 0x20 } ?? range.upperBound
            if source.bytes[start..<range.upperBound].starts(with: [0xC2, 0xA0]) {
                return SourceSpan(source, start..<(start + 2))
            }
        }
        return nil
    }

    private static func tabIndentation(_ tab: SourceSpan) -> Diagnostic {
        Diagnostic(
            "tab-indentation",
            "a tab where YAML wants spaces",
            at: tab,
            hint: "replace it with spaces; most editors can do so by themselves"
        )
    }

    /// Whether a place is on the same line as a quotation mark that only spaces part it from.
    private static func isAfterQuote(_ source: SourceText, _ place: Int) -> Bool {
        var index = min(place, source.bytes.count) - 1
        while index >= 0, source.bytes[index] == 0x20 { index -= 1 }
        return index >= 0 && (source.bytes[index] == UInt8(ascii: "\"") || source.bytes[index] == UInt8(ascii: "'"))
    }

    private static func atBadStart(_ source: SourceText, _ point: SourceSpan) -> Diagnostic {
        if point.text == "\t" {
            return tabIndentation(point)
        }
        return Diagnostic(
            "bad-start",
            "no value can begin with \(point.text)",
            at: point,
            hint: "put quotes around a text that begins with \(point.text)"
        )
    }

    /// The first character that YAML allows nowhere (a byte order mark: nowhere but at the start).
    private static func firstControl(_ source: SourceText) -> (range: Range<Int>, name: String) {
        var offset = 0
        for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
            let width = UTF8.width(scalar)
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...:
                offset += width
            case 0xFEFF where offset == 0: offset += width
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
                return (offset..<(offset + width), name)
            }
        }
        return (0..<min(1, source.bytes.count), "U+0000")
    }
}
