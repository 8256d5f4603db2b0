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
        if problem.contains("cannot start any token") {
            return atBadStart(source, point)
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
        if problem.contains("expected ',' or") {
            return Diagnostic(
                "unclosed-bracket",
                "the bracket that opens here is not closed as it should be",
                at: opening,
                expected: "entries separated by commas, and a closing bracket"
            )
        }
        if parser.error == YAML_READER_ERROR || problem.contains("control characters") {
            return Diagnostic(
                "control-character",
                "a control character that no text may hold",
                at: SourceSpan(source, firstControl(source)),
                hint: "delete it"
            )
        }
        return Diagnostic(
            "yaml-syntax",
            "this is not YAML: \(problem)",
            at: point,
            hint: "compare it with the lines before, or ask for help with this message"
        )
    }

    private static func atBadStart(_ source: SourceText, _ point: SourceSpan) -> Diagnostic {
        if point.text == "\t" {
            return Diagnostic(
                "tab-indentation",
                "a tab where YAML wants spaces",
                at: point,
                hint: "replace it with spaces"
            )
        }
        return Diagnostic(
            "bad-start",
            "no value can begin with \(point.text)",
            at: point,
            hint: "put quotes around a text that begins with \(point.text)"
        )
    }

    private static func firstControl(_ source: SourceText) -> Range<Int> {
        let bytes = source.bytes
        let offset =
            bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F } ?? bytes.indices
            .first { index in
                bytes[index] == 0xC2 && index + 1 < bytes.count && (0x80..<0xA0).contains(bytes[index + 1])
                    && bytes[index + 1] != 0x85
            } ?? 0
        return offset..<min(offset + 1, bytes.count)
    }
}
