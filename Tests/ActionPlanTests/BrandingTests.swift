import ActionPlan
import Diagnostics
import Testing

@Suite("What a site says of itself")
struct BrandingTests {
    private static let picture = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8"/></svg>"#

    private func load(
        _ lines: String,
        picture: String = picture,
        languages: [String] = ["en"]
    ) -> (branding: Branding?, diagnostics: [Diagnostic]) {
        let text = "format: nap-site/1\nprovenance: stated\n" + lines
        return BrandingLoader.load(SourceText(name: "site.yaml", bytes: Array(text.utf8)), languages: languages) {
            name in
            (SourceText(name: name, bytes: Array(picture.utf8)), nil)
        }
    }

    private func identifiers(_ lines: String, picture: String = picture) -> [String] {
        load(lines, picture: picture).diagnostics.map(\.identifier)
    }

    @Test("a file with everything is read without a word")
    func everything() throws {
        let (branding, diagnostics) = BrandingLoader.load(
            try Fixtures.source("valid/sites/everything.yaml"),
            languages: ["en", "ru"]
        ) { name in (SourceText(name: name, bytes: Array(Self.picture.utf8)), nil) }
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        #expect(branding?.emblem?.kind == .svg)
        #expect(branding?.accent?.dark == Color(0x7CC4CF))
        #expect(branding?.contact?.email == "forest+plan@example.org")
    }

    @Test("an unknown key is told with the one that was meant")
    func unknownKey() {
        let diagnostics = load("acent: \"#14505c\"").diagnostics
        #expect(diagnostics.map(\.identifier) == ["unknown-key"])
        #expect(TextRenderer().render(diagnostics).contains("accent"))
    }

    @Test("a colour that cannot be read is refused with its contrast and the nearest that can")
    func contrast() throws {
        let diagnostics = load("accent: \"#e8a317\"").diagnostics
        let text = TextRenderer().render(diagnostics)
        #expect(diagnostics.map(\.identifier) == ["low-contrast"])
        #expect(text.contains("#e8a317 has a contrast of 1.9"))
        let nearest = try #require(text.firstRange(of: "the nearest colour that has it is \"")).upperBound
        let color = try #require(Color(String(text[nearest...].prefix(7))))
        #expect(color.contrast(withAll: Accent.lightGrounds) >= 4.5)
        #expect(load("accent: \"\(color.text)\"").diagnostics.isEmpty)
    }

    @Test("one colour for light pages gives one of the same hue that can be read on dark ones")
    func dark() throws {
        let accent = try #require(load("accent: \"#14505c\"").branding?.accent)
        #expect(accent.light == Color(0x14505C))
        #expect(accent.dark.contrast(withAll: Accent.darkGrounds) >= 4.5)
        #expect(identifiers("accent: {light: \"#14505c\", dark: \"#14505c\"}") == ["low-contrast"])
    }

    @Test("contrast is what WCAG says: 21 for black on white, 4.54 for #767676 on white")
    func formula() {
        #expect(Color(0x000000).contrast(with: Color(0xFFFFFF)) == 21)
        #expect(abs(Color(0x767676).contrast(with: Color(0xFFFFFF)) - 4.54) < 0.005)
    }

    @Test("what is no colour is none", arguments: ["#fff", "14505c", "#14505g", "#+4505c", "rgb(0,0,0)", "#14505c;"])
    func noColor(text: String) { #expect(Color(text) == nil) }

    @Test("an emblem that only draws is taken")
    func emblem() {
        for good in [
            Self.picture,
            "<?xml version=\"1.0\"?>\n<!-- ours --><svg><title>A &amp; B</title><g fill=\"url(#g)\"/></svg>\n",
            "<svg><defs><linearGradient id='g'/></defs><use href='#g'/></svg>",
        ] { #expect(identifiers("emblem: {file: e.svg}", picture: good) == []) }
    }

    @Test(
        "an emblem that could act, or lead elsewhere, is refused",
        arguments: [
            "<svg><script>alert(1)</script></svg>", "<svg onload=\"alert(1)\"/>", "<svg ONLOAD='x'/>",
            "<svg><a href=\"#x\"/></svg>", "<svg><foreignObject/></svg>", "<svg><use href=\"other.svg#a\"/></svg>",
            "<svg><use xlink:href=\"https://example.org/a.svg#a\"/></svg>", "<svg><image href=\"a.png\"/></svg>",
            "<svg><path fill=\"url(https://example.org/x)\"/></svg>",
            "<svg><path style=\"fill:url( 'x.svg#a' )\"/></svg>",
            "<svg><animate attributeName=\"href\"/></svg>", "<svg><style>@import 'x'</style></svg>",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg/>",
            "<svg><g xml:base=\"https://example.org/\"/></svg>",
            "<?xml-stylesheet href=\"x.css\"?><svg/>", "<svg><path d=\"&#106;avascript\"/></svg>",
            "<svg><path style=\"fill:u\\72l(x)\"/></svg>", "<svg><![CDATA[<script>]]></svg>",
        ]
    )
    func unsafe(picture: String) {
        #expect(identifiers("emblem: {file: e.svg}", picture: picture) == ["emblem-unsafe"])
    }

    @Test(
        "what is no picture is none",
        arguments: [
            "", "hello", "<html></html>", "<svg>", "<svg", "<svg a=b/>", "<svg a='<'/>", "<svg/></svg>", "<!-- <svg/>",
        ]
    )
    func noPicture(picture: String) {
        #expect(identifiers("emblem: {file: e.svg}", picture: picture) == ["emblem-unreadable"])
        #expect(identifiers("emblem: {file: e.png}", picture: picture) == ["emblem-unreadable"])
    }

    @Test("a PNG file is known by what is in it, and may not be huge")
    func png() {
        func bytes(width: UInt8) -> [UInt8] {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [
                0, 0, width, 8, 0, 0, 0, 8,
            ]
                + [8, 6, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
        }
        func found(_ width: UInt8) -> [String] {
            let source = SourceText(
                name: "site.yaml",
                bytes: Array("format: nap-site/1\nprovenance: stated\nemblem: {file: e.png}".utf8)
            )
            return
                BrandingLoader.load(source, languages: ["en"]) {
                    (SourceText(name: $0, bytes: bytes(width: width)), nil)
                }
                .diagnostics.map(\.identifier)
        }
        #expect(found(0) == [])
        #expect(found(9) == ["emblem-too-large"])
    }

    @Test(
        "a file name leads nowhere else",
        arguments: ["../e.svg", "/e.svg", "a/e.svg", ".svg", "e.html", "e.svg#x", "e%2f.svg"]
    )
    func fileName(name: String) { #expect(identifiers("emblem: {file: \"\(name)\"}") == ["malformed-value"]) }

    @Test(
        "a contact is an address that only means itself",
        arguments: ["a@b", "a b@c.org", "a@b.org?cc=x", "a@@b.org", "\"<x>\"@b.org"]
    )
    func email(address: String) { #expect(identifiers("contact: {email: '\(address)'}") == ["malformed-value"]) }

    @Test("a text that lacks one of the plan's languages is worth a warning")
    func languages() {
        let found = load("footer: {en: Hello}", languages: ["en", "ru"]).diagnostics
        #expect(found.map(\.severity) == [.warning])
    }

    @Test("a file of another kind is refused")
    func otherKind() {
        let source = SourceText(name: "site.yaml", bytes: Array("format: nap-plan/1\n".utf8))
        let found = BrandingLoader.load(source, languages: ["en"]) { _ in (nil, nil) }
        #expect(found.branding == nil)
        #expect(found.diagnostics.map(\.identifier) == ["wrong-format"])
    }
}
