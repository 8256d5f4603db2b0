import Testing

@testable import Diagnostics

@Suite("How a problem is told")
struct RenderingTests {
    private let source = SourceText(name: "plan.yaml", text: "agencies:\n  - id: mfaa\r\n\tname: Ýaş «ýol»\n")

    @Test("a diagnostic names file, line and column and puts carets under the text")
    func carets() {
        let diagnostic = Diagnostic(
            "unknown-agency",
            "agency \("mfaa") is not declared",
            at: SourceSpan(source, 18..<22),
            expected: "the identifier of an agency",
            hint: "did you mean \("mfa")?"
        )
        #expect(
            TextRenderer().render(diagnostic) == """
                plan.yaml:2:9: error: agency mfaa is not declared [unknown-agency]
                 2 |   - id: mfaa
                   |         ^^^^
                   = expected: the identifier of an agency
                   = hint: did you mean mfa?

                """
        )
    }

    @Test("a message is said in another language, its values in that language's order")
    func translation() {
        let message: Message = "\(3) of \("5") reported {no value}"
        #expect(message.description == "3 of 5 reported {no value}")
        #expect(
            message.text { $0 == "{1} of {2} reported {no value}" ? "из {2} получено {1}" : nil } == "из 5 получено 3"
        )
    }

    @Test("columns count letters, not bytes, and line ends of every kind end a line")
    func columns() {
        let offset = Array(source.bytes).firstIndex(of: 0xC2) ?? 0
        #expect(source.lineCount == 4)
        #expect(source.location(at: offset) == SourceLocation(line: 3, column: 12))
        #expect(source.text(ofLine: 2) == "  - id: mfaa")
        #expect(source.location(at: 10_000) == SourceLocation(line: 4, column: 1))
    }

    @Test("control characters and direction marks in an input cannot act on the terminal")
    func controls() {
        #expect(printable("a\u{1B}[31m\u{202E}b\u{7}") == "a␛[31m\u{FFFD}b␇")
    }

    @Test("a machine reads the same facts as JSON")
    func json() {
        let text = JSONRenderer()
            .render([Diagnostic("x", "a \"b\"\u{0}", severity: .warning, at: SourceSpan(source, 0..<8))])
        #expect(
            text == """
                [
                  {"identifier": "x", "severity": "warning", "message": "a \\"b\\"\\u0000", "pattern": "a \\"b\\"\\u0000", \
                "arguments": [], "file": "plan.yaml", "line": 1, "column": 1, "endLine": 1, "endColumn": 9, "offset": 0, \
                "length": 8, "text": "agencies"}
                ]

                """
        )
    }

    @Test(
        "the word that was meant is found, and none where two are equally near",
        arguments: [
            ("trget", "target"), ("Target", "target"), ("base_line", "base-line"), ("xyz", nil), ("targte", "target"),
            ("a", nil),
        ]
    )
    func suggestion(word: String, meant: String?) {
        #expect(Suggestion.nearest(to: word, among: ["target", "base-line", "b", "c"]) == meant)
    }
}
