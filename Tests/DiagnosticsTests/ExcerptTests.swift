import Testing

@testable import Diagnostics

@Suite("Carets under a source line")
struct ExcerptTests {
    /// The line and its carets, of the stretch between « and » of a text.
    private func lines(_ marked: String) -> [String] {
        let bytes = Array(marked.utf8)
        let open = Array("«".utf8)
        let close = Array("»".utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: open) } ?? 0
        let end = bytes.indices.first { bytes[$0...].starts(with: close) } ?? bytes.count
        var rest = bytes
        rest.removeSubrange(end..<(end + 2))
        rest.removeSubrange(start..<(start + 2))
        let span = SourceSpan(SourceText(name: "t", bytes: rest), start..<(end - 2))
        return TextRenderer().render(Diagnostic("x", "x", at: span)).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test("letters of one column each, also in Turkmen and Russian")
    func plain() {
        #expect(lines("a: «bcd» e") == [" 1 | a: bcd e", "   |    ^^^"])
        #expect(lines("ýaş: «мир»") == [" 1 | ýaş: мир", "   |      ^^^"])
    }

    @Test("wide letters take two columns, before the carets and under them")
    func wide() {
        #expect(lines("研修: «会x»") == [" 1 | 研修: 会x", "   |       ^^^"])
        #expect(lines("👍 «a»") == [" 1 | 👍 a", "   |    ^"])
    }

    @Test("combining marks, joiners and variation selectors take none")
    func combining() {
        #expect(lines("e\u{301}: «a\u{308}b»") == [" 1 | e\u{301}: a\u{308}b", "   |    ^^"])
    }

    @Test("a tab is shown as four spaces")
    func tabs() {
        #expect(lines("\t«a»\tb") == [" 1 |     a    b", "   |     ^"])
        #expect(lines("a«\t»b") == [" 1 | a    b", "   |  ^^^^"])
    }

    @Test("a point between two letters, and the end of a line, have one caret")
    func points() {
        #expect(lines("ab«»c") == [" 1 | abc", "   |   ^"])
        #expect(lines("abc«»") == [" 1 | abc", "   |    ^"])
        #expect(lines("«»") == [" 1 | ", "   | ^"])
    }

    @Test("a stretch over several lines is underlined on its first")
    func severalLines() {
        #expect(lines("a: «b\nc» d") == [" 1 | a: b", "   |    ^"])
        #expect(lines("x\ny «z\r\n» d") == [" 2 | y z", "   |   ^"])
    }

    @Test("a long line is cut on both sides, never within a letter")
    func long() throws {
        let found = lines(String(repeating: "ý", count: 300) + "«here»" + String(repeating: "ш", count: 300))
        let text = try #require(found.first)
        #expect(text.hasPrefix(" 1 | …") && text.hasSuffix("…"))
        #expect(text.unicodeScalars.count < 200)
        #expect(!text.contains("\u{FFFD}"))
        let caret = try #require(
            found.last?.unicodeScalars.firstIndex(of: "^")
                .map { found[1].unicodeScalars.distance(from: found[1].unicodeScalars.startIndex, to: $0) }
        )
        #expect(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(caret).prefix(4))) == "here")
    }

    @Test("bytes that are no text are shown as such and break nothing")
    func noText() {
        let source = SourceText(name: "t", bytes: [0x61, 0xFF, 0xFE, 0x1B, 0x5B, 0x0A])
        let text = TextRenderer().render(Diagnostic("x", "x", at: SourceSpan(source, 1..<3)))
        #expect(text.contains("a\u{FFFD}\u{FFFD}␛["))
    }

    @Test("a stretch beyond the end of the text stands at its end")
    func beyond() {
        let source = SourceText(name: "t", text: "ab")
        #expect(
            TextRenderer().render(Diagnostic("x", "x", at: SourceSpan(source, 10..<20)))
                .hasPrefix("t:1:3: error: x [x]")
        )
    }
}

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("are told in the order in which a person reads, those of no place first")
    func order() {
        let one = SourceText(name: "a.yaml", text: "12345")
        let two = SourceText(name: "b.yaml", text: "12345")
        let diagnostics = [
            Diagnostic("4", "x", at: SourceSpan(two, 0..<1)), Diagnostic("3", "x", at: SourceSpan(one, 3..<4)),
            Diagnostic("1", "x"), Diagnostic("2", "x", at: SourceSpan(one, 1..<2)),
            Diagnostic("5", "x", at: SourceSpan(two, 0..<1)),
        ]
        #expect(diagnostics.inReadingOrder().map(\.identifier) == ["1", "2", "3", "4", "5"])
    }

    @Test("errors refuse an input, warnings do not")
    func errors() {
        #expect([Diagnostic("x", "x", severity: .warning), Diagnostic("x", "x")].hasErrors)
        #expect(![Diagnostic("x", "x", severity: .warning), Diagnostic("x", "x", severity: .information)].hasErrors)
        #expect(Diagnostic.Severity.error < .warning)
    }

    @Test("a phrase within a sentence is translated with it, a value is not")
    func phrases() {
        let phrase: Message = "an agency"
        let message: Message = "\(phrase) without `\("an agency")`"
        #expect(message.description == "an agency without `an agency`")
        #expect(message.pattern == "{1} without `{2}`")
        let russian = ["{1} without `{2}`": "{1}: нет ключа `{2}`", "an agency": "ведомство"]
        #expect(message.text { russian[$0] } == "ведомство: нет ключа `an agency`")
    }

    @Test("a value that looks like a place holder is not filled in")
    func placeHolders() {
        let message: Message = "\("{2}") and \("b")"
        #expect(message.description == "{2} and b")
        #expect(message.text { _ in "{2}, {1}, {3}, {" } == "b, {2}, {3}, {")
    }

    @Test("notes, expectations, hints and fixes are told in the reader's language")
    func translated() {
        let source = SourceText(name: "t", text: "lead: mfaa\n")
        let span = SourceSpan(source, 6..<10)
        let diagnostic = Diagnostic(
            "unknown",
            "no",
            severity: .warning,
            at: span,
            expected: "a",
            hint: "b",
            notes: [.init("c")],
            fixIts: [FixIt(replace: span, with: "mfa")]
        )
        let words = [
            "warning": "предупреждение", "no": "нет", "expected": "ожидается", "a": "А", "hint": "подсказка", "b": "Б",
            "note": "примечание", "c": "В", "fix": "исправление", "replace “{1}” with “{2}”": "«{1}» → «{2}»",
        ]
        #expect(
            TextRenderer(translation: { words[$0] }).render(diagnostic) == """
                t:1:7: предупреждение: нет [unknown]
                 1 | lead: mfaa
                   |       ^^^^
                   = ожидается: А
                   = подсказка: Б
                   = исправление: «mfaa» → «mfa»
                примечание: В

                """
        )
    }
}

@Suite("Source texts")
struct SourceTextTests {
    @Test("an empty text has one line, and a text that ends in a line feed one more than it seems")
    func lines() {
        #expect(SourceText(name: "t", text: "").lineCount == 1)
        #expect(SourceText(name: "t", text: "a\n").lineCount == 2)
        #expect(SourceText(name: "t", text: "a\r\nb\rc\nd").lineCount == 4)
        #expect(SourceText(name: "t", text: "a\r\nb\rc\nd").text(ofLine: 3) == "c")
        #expect(SourceText(name: "t", text: "a").text(ofLine: 7) == "")
    }

    @Test("every offset has its place, also within a letter and beyond the ends")
    func places() {
        let source = SourceText(name: "t", text: "ý研\n👍b")
        #expect(source.location(at: -5) == SourceLocation(line: 1, column: 1))
        #expect(source.location(at: 2) == SourceLocation(line: 1, column: 2))
        #expect(source.location(at: 6) == SourceLocation(line: 2, column: 1))
        #expect(source.location(at: 10) == SourceLocation(line: 2, column: 2))
        #expect(source.location(at: 99) == SourceLocation(line: 2, column: 3))
    }
}

@Suite("What was probably meant")
struct SuggestionTests {
    @Test(
        "one word that is near",
        arguments: [
            ("agency", "agencies"), ("provenence", "provenance"), ("indicator", "indicators"), ("lead_agency", nil),
            ("", nil),
            ("objectivs", "objectives"), ("AGENCIES", "agencies"), ("co_leads", "co-leads"), ("tile", "title"),
            ("titel", "title"), ("titlepage", "title"),
        ]
    )
    func near(word: String, meant: String?) {
        let known = ["agencies", "provenance", "indicators", "objectives", "title", "co-leads", "lead"]
        #expect(Suggestion.nearest(to: word, among: known) == meant)
    }

    @Test("a word of ten thousand letters costs nothing")
    func long() {
        #expect(Suggestion.nearest(to: String(repeating: "a", count: 10_000), among: ["aaaa"]) == nil)
    }
}
