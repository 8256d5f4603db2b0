/// Writes diagnostics for a person at a terminal: place, message, source line with carets, hint.
public struct TextRenderer: Sendable {
    private let translation: @Sendable (String) -> String?
    private let color: Bool

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - color: whether to use terminal colours.
    ///   - translation: gives the pattern of a message in the reader's language, or nil for English.
    public init(color: Bool = false, translation: @escaping @Sendable (String) -> String? = { _ in nil }) {
        self.color = color
        self.translation = translation
    }

    /// The text of several diagnostics, a blank line between two, and at the end how many there were.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined(separator: "\n")
    }

    /// The text of one diagnostic, ending in a line feed.
    public func render(_ diagnostic: Diagnostic) -> String {
        var lines = [headline(diagnostic)]
        if let span = diagnostic.span { lines += snippet(span, color: code(of: diagnostic.severity)) }
        if let expected = diagnostic.expected { lines.append(labelled("expected", expected)) }
        if let hint = diagnostic.hint { lines.append(labelled("hint", hint)) }
        for fixIt in diagnostic.fixIts {
            lines.append(labelled("fix", "replace “\(fixIt.span.text)” with “\(fixIt.replacement)”"))
        }
        for note in diagnostic.notes {
            lines.append(place(note.span) + say("note") + ": " + printable(note.message.text(translation)))
            if let span = note.span { lines += snippet(span, color: "36") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func headline(_ diagnostic: Diagnostic) -> String {
        place(diagnostic.span)
            + paint(say(diagnostic.severity.rawValue) + ":", code(of: diagnostic.severity)) + " "
            + paint(printable(diagnostic.message.text(translation)), "1") + " [\(diagnostic.identifier)]"
    }

    private func labelled(_ label: String, _ message: Message) -> String {
        "   = " + say(label) + ": " + printable(message.text(translation))
    }

    private func place(_ span: SourceSpan?) -> String {
        guard let span else { return "" }
        if let name = span.source.placeName(at: span.range.lowerBound) {
            return printable("\(span.source.name):\(name): ")
        }
        let start = span.start
        return printable("\(span.source.name):\(start.line):\(start.column): ")
    }

    private func snippet(_ span: SourceSpan, color: String) -> [String] {
        let start = span.start
        let line = span.source.byteRange(ofLine: start.line)
        let excerpt = Excerpt(source: span.source, line: line, span: span.range)
        let number = String(start.line)
        let margin = String(repeating: " ", count: number.utf8.count)
        return [" \(number) | \(excerpt.text)", " \(margin) | \(excerpt.indent)\(paint(excerpt.carets, color))"]
    }

    private func say(_ word: String) -> String { translation(word) ?? word }

    private func paint(_ text: String, _ code: String) -> String {
        color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func code(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;33"
        case .information: "1;36"
        }
    }
}

/// A text that cannot move the cursor, ring a bell or turn round the direction of writing.
func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09: result.append(contentsOf: "    ".unicodeScalars)
        case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
        case 0x7F: result.append("\u{2421}")
        case 0x80..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
        default: result.append(scalar)
        }
    }
    return String(result)
}
