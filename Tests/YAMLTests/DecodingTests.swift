import Diagnostics
import Testing

@testable import YAML

@Suite("Values are read by what is expected")
struct DecodingTests {
    private func decode<Value>(
        _ text: String,
        _ read: (Decoder) -> (Node) -> Value?
    ) -> (value: Value?, problem: String) {
        let decoder = Decoder()
        guard let root = parse("v: \(text)").document?.root else { return (nil, "unreadable") }
        let value = read(decoder)(root.value(0))
        return (value, decoder.diagnostics.first?.identifier ?? "none")
    }

    @Test(
        "numbers",
        arguments: [
            ("1", 1.0), ("-1.5", -1.5), ("1e3", 1000), (".5", 0.5), ("5.", 5), ("+7", 7), ("0010", 10), ("1.10", 1.1),
            ("-0", 0),
            ("1E-2", 0.01),
        ]
    )
    func numbers(text: String, value: Double) { #expect(decode(text, { $0.number }).value == value) }

    @Test(
        "what looks like a number to others is none, and a hint says how to write it",
        arguments: [
            ("0o7", nil), ("0x1F", nil), ("1_000", nil), (".inf", nil), ("-.inf", nil), (".nan", nil), ("1e999", nil),
            ("'5'", "write 5"), ("1 000", "write 1000"), ("1,5", "write 1.5"), ("1 234,5", "write 1234.5"),
            ("1,280", "write 1280, or 1.280 where the comma is the decimal mark"), ("1,2,3", nil),
            ("1,234,567", "write 1234567"), ("1,234.5", "write 1234.5"), ("five", nil),
            ("2020-01-01", nil),
            ("1\u{A0}000", "write 1000"), ("5 %", nil), ("--5", nil), ("e5", nil), (".", nil), ("1e", nil),
        ]
    )
    func noNumbers(text: String, hint: String?) {
        let decoder = Decoder()
        let root = parse("v: \(text)").document?.root
        #expect(root.flatMap { decoder.number($0.value(0)) } == nil)
        #expect(decoder.diagnostics.map(\.identifier) == ["wrong-type"])
        #expect(decoder.diagnostics.first?.hint?.description == hint)
    }

    @Test("whole numbers keep their bounds")
    func integers() {
        #expect(decode("12", { decoder in { decoder.integer($0, in: 1...31) } }).value == 12)
        #expect(decode("12.0", { decoder in { decoder.integer($0, in: 1...31) } }).value == 12)
        #expect(decode("1e1", { decoder in { decoder.integer($0, in: 1...31) } }).value == 10)
        #expect(decode("1.5", { decoder in { decoder.integer($0, in: 1...31) } }).problem == "not-whole")
        #expect(decode("32", { decoder in { decoder.integer($0, in: 1...31) } }).problem == "out-of-bounds")
        #expect(decode("1e300", { decoder in { decoder.integer($0, in: 1...31) } }).problem != "none")
        #expect(decode("many", { decoder in { decoder.integer($0, in: 1...31) } }).problem == "wrong-type")
    }

    @Test("texts take what others read as something else")
    func texts() {
        for text in ["no", "1.10", "2020-01-01", "0o7", "1e3", "true", ".inf", "1:30"] {
            #expect(decode(text, { $0.string }).value == text)
        }
        #expect(decode("~", { $0.string }).problem == "empty-value")
        #expect(decode("", { $0.string }).problem == "empty-value")
        #expect(decode("'  '", { $0.string }).problem == "empty-value")
        #expect(decode("[a]", { $0.string }).problem == "wrong-type")
        #expect(decode("{a: b}", { $0.string }).problem == "wrong-type")
        #expect(decode("\"a\u{200B}b\"", { $0.string }).problem == "invisible-character")
    }

    @Test("identifiers are ASCII slugs; `1.10` is one, and `no`")
    func identifiers() {
        for text in ["no", "1.10", "a", "0x1f", "2020-01-01", "a-b.c", "1e3", "true"] {
            #expect(decode(text, { $0.identifier }).value == text)
        }
        for text in ["A", "a_b", "-a", ".a", "а", "a b", "é", "\"a\u{301}\"", "''"] {
            #expect(decode(text, { $0.identifier }).value == nil)
        }
        #expect(decode(String(repeating: "a", count: 64), { $0.identifier }).problem == "none")
        #expect(decode(String(repeating: "a", count: 65), { $0.identifier }).problem == "bad-identifier")
    }

    @Test("only true and false are truth values, and only without quotes")
    func booleans() {
        #expect(decode("true", { $0.boolean }).value == true)
        #expect(decode("false", { $0.boolean }).value == false)
        for text in ["yes", "no", "on", "True", "TRUE", "'true'", "1", "~"] {
            #expect(decode(text, { $0.boolean }).value == nil)
        }
    }

    @Test("an unknown key is told with what was meant, a missing one with how to write it")
    func fields() {
        let decoder = Decoder()
        let root = parse("{nmae: a, colour: b, size: 1}").document?.root
        var fields = root.flatMap { decoder.fields($0, of: "a thing") }
        #expect(fields?.optional("size", decoder.number) == 1)
        #expect(fields?.required("name", decoder.string) == nil)
        fields?.finish()
        #expect(
            decoder.diagnostics.map(\.description) == [
                "a thing without `name`; expected: a line `name: …`", "nmae is no key of a thing; did you mean `name`?",
                "colour is no key of a thing; expected: one of: size, name",
            ]
        )
    }

    @Test("a key may be asked for twice")
    func askedTwice() {
        let decoder = Decoder()
        let root = parse("{a: 1}").document?.root
        var fields = root.flatMap { decoder.fields($0, of: "a thing") }
        #expect(fields?.value("a")?.text == "1")
        #expect(fields?.value("a")?.text == "1")
        #expect(fields?.key("a")?.text == "a")
        fields?.finish()
        #expect(decoder.diagnostics.isEmpty)
    }

    @Test("more problems than anyone reads are counted, and an error among them is not lost")
    func manyProblems() {
        let decoder = Decoder()
        for _ in 0..<2_500 { decoder.report(Diagnostic("doubtful", "doubtful", severity: .warning)) }
        #expect(decoder.diagnostics.count == 2_001)
        #expect(!decoder.diagnostics.hasErrors)
        decoder.report(Diagnostic("wrong", "wrong"))
        #expect(decoder.diagnostics.hasErrors)
        #expect(decoder.diagnostics.last?.message.description == "501 more problems are not shown")
    }
}

extension Diagnostic {
    fileprivate var description: String {
        message.description + (expected.map { "; expected: \($0)" } ?? "") + (hint.map { "; \($0)" } ?? "")
    }
}
