import Markup
import Testing

@Suite("Writing XML")
struct XMLWriterTests {
    @Test("texts and values are escaped, scalar by scalar")
    func escaping() {
        var writer = XMLWriter()
        writer.element("a", [("b", "\"\u{301}<&\n"), ("c", nil)]) { writer in
            writer.element("d", text: "<\u{338} & > \u{1}\"")
            writer.empty("e")
        }
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(
            text
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;\u{301}&lt;&amp;&#10;\">\n  <d>&lt;\u{338} &amp; &gt; \"</d>\n  <e/>\n</a>\n"
        )
    }

    @Test("an element in which nothing is written is empty")
    func empty() {
        var writer = XMLWriter()
        writer.element("a") { _ in }
        #expect(String(decoding: writer.bytes, as: UTF8.self).hasSuffix("?>\n<a/>\n"))
    }
}
