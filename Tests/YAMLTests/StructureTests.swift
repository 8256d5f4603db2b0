import Diagnostics
import Testing

@testable import YAML

@Suite("What a YAML text says")
struct StructureTests {
    @Test(
        "collections and scalars in every style",
        arguments: [
            ("a: 1", #"{"a": "1"}"#), ("- a\n- b", #"["a", "b"]"#), ("[a, [b], {c: d}]", #"["a", ["b"], {"c": "d"}]"#),
            ("a:\n- b\n- c: d", #"{"a": ["b", {"c": "d"}]}"#), ("a:\nb: {}\nc: []", #"{"a": "", "b": {}, "c": []}"#),
            ("'it''s'", #""it's""#), (#""a\tb\u00e9\x41""#, "\"a\tbéA\""),
            ("a: >-\n  b\n  c\n\n  d", "{\"a\": \"b c\nd\"}"),
            ("a: |\n  b\n   c\n", "{\"a\": \"b\n c\n\"}"), ("a: b\n   c", #"{"a": "b c"}"#),
            ("\"a\": b", #"{"a": "b"}"#),
            ("? a\n: b", #"{"a": "b"}"#), ("--- a", #""a""#), ("%YAML 1.2\n---\na: b\n...", #"{"a": "b"}"#),
            ("# only\na: b # remark\n# end", #"{"a": "b"}"#), ("a: b#c", #"{"a": "b#c"}"#),
            ("{a, b}", #"{"a": "", "b": ""}"#),
            ("Ýaş: «ýol» 研", #"{"Ýaş": "«ýol» 研"}"#), ("a: 👩‍👧 e\u{301}", "{\"a\": \"👩‍👧 e\u{301}\"}"),
            ("a: 'b\n\n  c'", "{\"a\": \"b\nc\"}"), ("a: \"b\\\n  c\"", #"{"a": "bc"}"#),
        ]
    )
    func styles(text: String, meaning: String) { #expect(tree(text) == meaning) }

    @Test("line ends of every kind and a byte order mark change nothing")
    func lineEnds() {
        let meaning = tree("a:\n  - b\n  - c\n")
        #expect(meaning == #"{"a": ["b", "c"]}"#)
        #expect(tree("a:\r\n  - b\r\n  - c\r\n") == meaning)
        #expect(tree("a:\r  - b\r  - c\r") == meaning)
        #expect(tree("\u{FEFF}a:\n  - b\n  - c\n") == meaning)
    }

    @Test("a text is what it is written as, and never a number, a date or a truth value")
    func noGuessing() {
        let texts = ["no", "1.10", "2020-01-01", "0o7", "1e3", "~", "1_000", "1:30", "0x1F", ".inf", "Yes", "null"]
        for text in texts { #expect(parse(text).document?.root.text == text) }
        #expect(parse("~").document?.root.isNull == true)
        #expect(parse("'~'").document?.root.isNull == false)
        #expect(parse("null").document?.root.isNull == true)
        #expect(parse("nil").document?.root.isNull == false)
        #expect(parse("a:").document?.root.value(0).isNull == true)
        #expect(parse("a: ''").document?.root.value(0).isNull == false)
    }

    @Test("an alias stands for what its anchor names, wherever it is")
    func aliases() {
        #expect(tree("a: &x [1, 2]\nb: *x\nc: [*x]") == #"{"a": ["1", "2"], "b": ["1", "2"], "c": [["1", "2"]]}"#)
        #expect(tree("- &x a\n- &x b\n- *x") == #"["a", "b", "b"]"#)
        #expect(tree("&x a: *y") == "unknown-anchor 1:7")
        #expect(tree("&x {a: &y b, c: *y}") == #"{"a": "b", "c": "b"}"#)
        #expect(tree("- &x a\n- *x\n").contains(#"["a", "a"]"#))
    }

    @Test("an alias of the whole document's only value is the value itself")
    func rootIsNotLast() {
        #expect(tree("&x [a, &y {b: c}]") == #"["a", {"b": "c"}]"#)
    }

    @Test("a merge key puts in what is not there, the nearer before the farther")
    func merges() {
        let base = "a: &a {k: 1, l: 2}\nb: &b {l: 3, m: 4}\n"
        #expect(tree(base + "c: {<<: *a, k: 0}").hasSuffix(#""c": {"k": "0", "l": "2"}}"#))
        #expect(tree(base + "c:\n  k: 0\n  <<: *a").hasSuffix(#""c": {"k": "0", "l": "2"}}"#))
        #expect(tree(base + "c: {<<: [*a, *b]}").hasSuffix(#""c": {"k": "1", "l": "2", "m": "4"}}"#))
        #expect(tree(base + "c: {<<: [*b, *a]}").hasSuffix(#""c": {"l": "3", "m": "4", "k": "1"}}"#))
        #expect(tree("a: {<<: {<<: {k: 1, l: 2}, k: 0}, m: 3}") == #"{"a": {"m": "3", "k": "0", "l": "2"}}"#)
        #expect(tree(base + "c: &c {<<: *a, n: 5}\nd: {<<: *c}").hasSuffix(#""d": {"n": "5", "k": "1", "l": "2"}}"#))
        #expect(tree("a: {\"<<\": 1}") == #"{"a": {"<<": "1"}}"#)
        #expect(problem("a: {<<: b}") == "bad-merge 1:9")
        #expect(problem("a: {<<: [{b: c}, d]}") == "bad-merge 1:9")
    }

    @Test("a merge over many keys is the same as over few")
    func largeMerges() {
        let many = (0..<60).map { "k\($0): \($0)" }.joined(separator: ", ")
        let document = parse("a: &a {\(many)}\nb: {<<: *a, k7: x, z: y}").document
        let merged = document?.root.value(1)
        #expect(merged?.count == 61)
        #expect(merged?.value(ofKey: "k7")?.text == "x")
        #expect(merged?.value(ofKey: "k59")?.text == "59")
        #expect(problem("{\(many), k13: 5}") == "duplicate-key 1:\(many.utf8.count + 4)")
    }
}
