import Markup
import Testing

@Suite("Markup escapes by construction")
struct EscapingTests {
    private func written(_ write: (inout Markup) -> Void) -> String {
        var markup = Markup()
        write(&markup)
        return markup.description
    }

    @Test("a text that looks like a tag stays a text")
    func tagInText() {
        #expect(
            written { $0.text("<script>alert(1)</script> & co") } == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"
        )
    }

    @Test("a quotation mark under a combining accent cannot end an attribute")
    func combiningMark() {
        let attack = "\"\u{301} onmouseover=alert(1)"
        let result = written { $0.element(.p, Attribute("title", attack), text: "") }
        #expect(result == "<p title=\"&quot;\u{301} onmouseover=alert(1)\"></p>")
    }

    @Test("controls that turn the writing direction or are forbidden in HTML are replaced")
    func controls() {
        #expect(written { $0.text("a\u{202E}b\u{2066}c\u{0}d\u{85}e") } == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e")
        #expect(written { $0.text("tab\tline\nend") } == "tab\tline\nend")
    }

    @Test("letters of Turkmen and Russian and emoji pass unharmed")
    func letters() {
        #expect(written { $0.text("Ýeňme — Отчёт 🇹🇲") } == "Ýeňme — Отчёт 🇹🇲")
    }

    @Test("an SVG element without content closes itself, an HTML one does not")
    func emptyElements() {
        #expect(written { $0.empty(.line, .number("x1", 1.005)) } == "<line x1=\"1\"/>")
        #expect(written { $0.empty(.br) } == "<br>")
    }
}

@Suite("Links lead nowhere unsafe")
struct LinkTests {
    @Test(
        "an address that runs a script is refused",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x",
            "https://a.b/\u{0}", "https://a b", "//evil.example",
        ]
    )
    func refused(address: String) { #expect(Link(external: address) == nil) }

    @Test(
        "an address of the web is taken as it is",
        arguments: ["https://example.org/a?b=c#d", "mailto:a@b.tm", "HTTP://a.tm"]
    )
    func taken(address: String) { #expect(Link(external: address)?.address == address) }

    @Test("a path cannot become another kind of address")
    func paths() {
        #expect(Link(path: "../agency/mia.html#due").address == "../agency/mia.html#due")
        #expect(Link(path: "javascript:alert(1)").address.hasPrefix("./"))
        #expect(Link(path: "//evil.example/x").address.hasPrefix("./"))
    }
}

@Suite("Numbers in drawings")
struct DecimalTests {
    @Test(
        "have a decimal point and at most two digits on every machine",
        arguments: [
            (1.0, "1"), (-0.5, "-0.5"), (12.345, "12.35"), (0.04, "0.04"), (-0.001, "0"), (.infinity, "0"),
        ]
    )
    func decimals(value: Double, text: String) { #expect(Attribute.decimal(value) == text) }
}
