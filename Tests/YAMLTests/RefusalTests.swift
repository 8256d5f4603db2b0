import Diagnostics
import Testing

@testable import YAML

@Suite("What is refused, and where")
struct RefusalTests {
    @Test(
        "a mistake of structure is found at its place",
        arguments: [
            ("a: 1\na: 2", "duplicate-key 2:1"), ("{a: 1, b: 2, \"a\": 3}", "duplicate-key 1:14"),
            ("{é: 1, \"\\u00e9\": 2}", "duplicate-key 1:8"), ("a: 1\nb:\n  c: 1\n  c: 2", "duplicate-key 4:3"),
            ("a:\n\tb: 1", "tab-indentation 2:1"), ("\ta: 1", "tab-indentation 1:1"),
            ("- a\n-\tb\n\t- c", "tab-indentation 2:2"),
            ("a: *b", "unknown-anchor 1:4"), ("a: &x [*x]", "recursive-alias 1:8"),
            ("&x {a: {b: *x}}", "recursive-alias 1:12"),
            ("&x a: 1\n*x : 2", "alias-as-key 2:1"), ("- &x a\n- {*x : b}", "alias-as-key 2:4"),
            ("[a, b]: c", "key-not-a-text 1:1"),
            ("{a: b}: c", "key-not-a-text 1:1"), ("? - a\n: b", "key-not-a-text 1:3"),
            ("a: !!int 1", "tag-not-supported 1:4"),
            ("!x {a: b}", "tag-not-supported 1:1"), ("a: ! b", "tag-not-supported 1:4"),
            ("a\n---\nb", "several-documents 2:1"),
            ("a: 'b", "unclosed-quote 1:4"), ("a: \"b\n", "unclosed-quote 1:4"), ("a: [b", "unclosed-bracket 1:4"),
            ("a: {b: c]", "unclosed-bracket 1:4"), ("a: b: c", "unexpected-colon 1:5"),
            ("a: \"\\q\"", "bad-escape 1:5"),
            ("a: @b", "bad-start 1:4"), ("a: `b", "bad-start 1:4"), ("a: %b", "bad-start 1:4"),
            ("a: \"b\" c", "text-after-quote 1:8"),
            ("a: b\nc", "missing-colon 2:1"), ("a: b\n c: d", "unexpected-colon 2:3"),
            ("a:\n  - b\n c: d", "bad-indentation 3:2"),
            ("a: \u{1}", "control-character 1:4"), ("a: b\u{7F}", "control-character 1:5"),
            ("a: \u{FFFE}", "control-character 1:4"),
            ("a: \u{85}\u{9F}", "control-character 1:5"), ("a: [b", "unclosed-bracket 1:4"),
            ("a: [", "unclosed-bracket 1:5"), ("[,]", "missing-value 1:2"), ("[a,,b]", "missing-value 1:4"),
            ("a: |b\n c", "text-after-block-mark 1:5"), ("[a:,b]", "unexpected-colon 1:3"),
            ("a: b\n%x", "bad-start 2:1"),
            ("%x y z", "bad-start 1:1"), ("- a\nb: c", "bad-indentation 2:1"), ("a: &", "bad-name 1:4"),
            ("a: *", "bad-name 1:4"), ("a:\n  b: 1\n \u{A0}c: 2", "no-break-space 3:2"),
            ("a:\n - b: 1\n   c: 2\n   b: 3\n   c: 4", "duplicate-key 4:4"),
        ]
    )
    func structure(text: String, expected: String) { #expect(problem(text) == expected) }

    @Test("a list of empty entries, a lone comma and stray brackets are refused in words, not with a crash")
    func oddities() {
        for text in [
            "[,]", "{,}", "]", "}", "[a,,b]", "- - ]", "? ? ?", ": : :", "&a &b c", "!<", "%TAG", "--- ---", "|", ">\n",
            "a: |x",
        ] {
            let (document, diagnostics) = parse(text)
            #expect((document == nil) == diagnostics.hasErrors, "\(text)")
        }
    }

    @Test(
        "a file of nothing, of comments or of markers alone is empty",
        arguments: ["", "\n\n", "# a\n# b", "\u{FEFF}", "   "]
    )
    func empty(text: String) { #expect(problem(text) == "empty-file 1:1") }

    @Test("all keys that stand twice are told in one run, each with the place of the first")
    func allAtOnce() {
        let diagnostics = parse("a: 1\nb: 2\na: 3\nb: 4\nc: {d: 1, d: 2}\n").diagnostics
        #expect(diagnostics.map(brief).sorted() == ["duplicate-key 3:1", "duplicate-key 4:1", "duplicate-key 5:11"])
        #expect(diagnostics.compactMap { $0.notes.first?.span?.start.line }.sorted() == [1, 2, 5])
    }

    @Test(
        "bytes that are no UTF-8 text are named for what they seem to be",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], "wrong-encoding 1:1"), ([0xFE, 0xFF, 0, 0x61], "wrong-encoding 1:1"),
            ([0x61, 0, 0x3A, 0, 0x20, 0, 0x62, 0], "wrong-encoding 1:1"), ([0x61, 0x3A, 0x20, 0], "binary-file 1:4"),
            ([0x50, 0x4B, 3, 4, 0, 0xFF], "binary-file 1:5"), ([0x61, 0x3A, 0x20, 0xE9, 0x74], "wrong-encoding 1:4"),
            ([0x61, 0x0A, 0xC0, 0xAF], "wrong-encoding 2:1"), ([0xED, 0xA0, 0x80], "wrong-encoding 1:1"),
            ([0xF4, 0x90, 0x80, 0x80], "wrong-encoding 1:1"), ([0xF8, 0x88, 0x80, 0x80, 0x80], "wrong-encoding 1:1"),
            ([0x61, 0xE2, 0x82], "wrong-encoding 1:2"), ([0x61, 0x80], "wrong-encoding 1:2"),
        ] as [([UInt8], String)]
    )
    func encodings(bytes: [UInt8], expected: String) { #expect(parse(bytes).diagnostics.map(brief) == [expected]) }

    @Test("Russian in Windows-1251 is recognized")
    func windows1251() {
        let bytes: [UInt8] = Array("a: ".utf8) + [0xCF, 0xEB, 0xE0, 0xED, 0x20, 0xE4, 0xE5, 0xE9]
        let message = parse(bytes).diagnostics.first?.message.pattern
        #expect(message == "{1} is not UTF-8; it seems to be Windows-1251")
    }
}

@Suite("Limits")
struct LimitTests {
    @Test("sixty-four collections within each other are taken, sixty-five are not, in every style")
    func depth() {
        func flow(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(problem(flow(64)) == "none")
        #expect(problem(flow(65)) == "too-deep 1:65")
        #expect(problem(String(repeating: "{a: ", count: 65)) == "too-deep 1:257")
        #expect(problem(String(repeating: "- ", count: 64) + "a") == "none")
        #expect(problem(String(repeating: "- ", count: 65) + "a") == "too-deep 1:129")
        #expect(problem(String(repeating: "? ", count: 65) + "a") == "too-deep 1:129")
    }

    @Test("a hundred thousand brackets end at once, on a thread of the smallest stack too")
    func brackets() {
        let time = ContinuousClock()
            .measure { #expect(problem(String(repeating: "[", count: 100_000)) == "too-deep 1:65") }
        #expect(time < .milliseconds(500))
    }

    @Test("values are counted, those that aliases stand for each time")
    func nodes() {
        var limits = YAMLLimits()
        limits.nodes = 10
        #expect(problem("[1, 2, 3, 4, 5, 6, 7, 8, 9]", limits: limits) == "none")
        #expect(problem("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", limits: limits) == "too-many-nodes 1:29")
        #expect(problem("[&a [1, 2], *a, *a]", limits: limits) == "none")
        #expect(problem("[&a [1, 2], *a, *a, *a]", limits: limits) == "too-many-nodes 1:21")
    }

    @Test("a long text behind an alias counts by its length")
    func longTexts() {
        var limits = YAMLLimits()
        limits.nodes = 100
        let text = String(repeating: "x", count: 64 * 30)
        #expect(problem("[&a \(text), *a, *a]", limits: limits) == "none")
        #expect(problem("[&a \(text), *a, *a, *a]", limits: limits).hasPrefix("too-many-nodes"))
    }

    @Test("billions of laughs end in a diagnostic")
    func laughs() {
        var text = "a0: &a0 lol\n"
        for level in 1...12 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ","))]\n"
        }
        let time = ContinuousClock().measure { #expect(problem(text).hasPrefix("too-many-nodes")) }
        #expect(time < .milliseconds(500))
    }

    @Test("a large mapping merged many times ends in a diagnostic")
    func merges() {
        let large = (0..<5000).map { "k\($0): 1" }.joined(separator: ", ")
        let many = (0..<20_000).map { "m\($0): {<<: *a}" }.joined(separator: ", ")
        #expect(problem("{a: &a {\(large)}, \(many)}").hasPrefix("too-many-nodes"))
    }

    @Test("a text or a file that is too long is refused with its size")
    func sizes() {
        var limits = YAMLLimits()
        limits.scalar = 5
        #expect(problem("a: 12345", limits: limits) == "none")
        #expect(problem("a: 123456", limits: limits) == "scalar-too-long 1:4")
        limits.size = 4
        #expect(problem("a: 12", limits: limits) == "file-too-large")
    }
}
