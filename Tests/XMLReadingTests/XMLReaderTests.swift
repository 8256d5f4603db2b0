import Diagnostics
import Testing

@testable import XMLReading

@Suite("Reading XML")
struct XMLReaderTests {
    /// The events of a text in short, or the identifier of what is wrong with it and its line and column.
    private func events(_ text: String, _ limits: XMLLimits = XMLLimits()) -> String {
        events(Array(text.utf8), limits)
    }

    private func events(_ bytes: [UInt8], _ limits: XMLLimits = XMLLimits()) -> String {
        var found: [String] = []
        do {
            var reader = try XMLReader(SourceText(name: "x.xml", bytes: bytes), limits: limits)
            while let event = try reader.next() {
                switch event {
                case .start(let tag):
                    let attributes = tag.attributes.map { " \(short($0.name))=\($0.value)" }.joined()
                    found.append("<\(short(tag.name))\(attributes)>")
                case .end: found.append("/")
                case .text(let text, _): found.append(text)
                }
            }
            return found.joined()
        } catch {
            let place = error.diagnostic.span.map { " \($0.start.line):\($0.start.column)" } ?? ""
            return error.diagnostic.identifier + place
        }
    }

    private func short(_ name: XMLName) -> String {
        name.namespace.isEmpty ? name.local : "{\(name.namespace)}\(name.local)"
    }

    @Test("elements, attributes and texts come in the order in which they stand")
    func order() {
        #expect(
            events("<?xml version='1.0'?>\n<a b='1' c=\"2\">x<d/>y<!-- no --><![CDATA[<&]]></a>\n")
                == "<a b=1 c=2>x<d>/y<&/"
        )
    }

    @Test("references stand for their characters, in texts and in values")
    func references() {
        #expect(events("<a b='&lt;&#233;&#x44F;&quot;'>&amp;&gt;&apos;</a>") == "<a b=<éя\">&>'/")
        #expect(events("<a>&#0;</a>") == "xml-unknown-entity 1:4")
        #expect(events("<a>&#xD800;</a>") == "xml-unknown-entity 1:4")
        #expect(events("<a>&#x-1;</a>") == "xml-unknown-entity 1:4")
        #expect(events("<a>&nbsp;</a>") == "xml-unknown-entity 1:4")
        #expect(events("<a>Fish & chips</a>") == "xml-stray-ampersand 1:9")
    }

    @Test("a document type is refused wherever it stands, so that no entity can be declared")
    func documentTypes() {
        #expect(events("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>") == "xml-document-type 1:1")
        #expect(events("<a>\n <!ENTITY b SYSTEM 'file:///etc/passwd'></a>") == "xml-document-type 2:2")
    }

    @Test("line ends are LF in texts and spaces in values")
    func lineEnds() {
        #expect(events("<a b='x\r\ny\tz'>1\r\n2\r3\n4</a>") == "<a b=x y z>1\n2\n3\n4/")
    }

    @Test("names are known by their namespace, whatever the prefix")
    func namespaces() {
        #expect(
            events("<x:a xmlns:x='urn:1' xmlns='urn:2'><b x:c='' d=''/></x:a>") == "<{urn:1}a><{urn:2}b {urn:1}c= d=>//"
        )
        #expect(events("<a xmlns='urn:1'><b xmlns=''/><c/></a>") == "<{urn:1}a><b>/<{urn:1}c>//")
        #expect(events("<a xml:lang='tk' o:p=''/>") == "<a {\(XMLName.xml)}lang=tk o:p=>/")
    }

    @Test(
        "what is not well-formed is told with its line and column",
        arguments: [
            ("<a>\n<b></a>", "xml-wrong-end 2:4"), ("<a>\n <b>", "xml-unclosed 2:2"), ("</a>", "xml-stray-end 1:1"),
            ("<a/><b/>", "xml-second-root 1:5"), ("<a/>x", "xml-text-outside 1:5"), ("x<a/>", "xml-text-outside 1:1"),
            ("", "xml-empty"), ("  \n", "xml-empty"), ("<a b=1/>", "xml-unquoted 1:4"), ("<a b/>", "xml-no-value 1:4"),
            ("<a b='1' b='2'/>", "xml-duplicate-attribute 1:10"), ("<a b='1'c='2'/>", "xml-no-space 1:9"),
            ("<a b='<'/>", "xml-tag-in-value 1:7"), ("<a b='", "xml-unclosed-value 1:4"), ("<1/>", "xml-no-name 1:2"),
            ("<a>< b/></a>", "xml-no-name 1:5"), ("<a>\u{1}</a>", "xml-control-character 1:4"),
            ("<a", "xml-unclosed-tag 1:1"), ("<a><![CDATA[x</a>", "xml-unclosed-section 1:4"),
            ("<a><!-- x</a>", "xml-unclosed-comment 1:4"), ("<?xml <a/>", "xml-unclosed-instruction 1:1"),
            ("<", "xml-no-name 1:2"),
        ]
    )
    func malformed(text: String, problem: String) {
        #expect(events(text) == problem)
    }

    @Test("a mark that joins a quotation mark is still outside the quotation")
    func combiningMarks() {
        #expect(events("<a b=\"x\"\u{301}/>") == "xml-no-space 1:9")
    }

    @Test("what is too large or too deep is refused before it fills the memory")
    func limits() {
        var limits = XMLLimits()
        limits.depth = 3
        #expect(events("<a><b><c/></b></a>", limits) == "<a><b><c>///")
        #expect(events("<a><b><c><d/></c></b></a>", limits) == "xml-too-deep 1:10")
        limits.text = 4
        #expect(events("<a>12345</a>", limits).hasPrefix("xml-text-too-long"))
        #expect(events("<a b='12345'/>", limits).hasPrefix("xml-text-too-long"))
        #expect(events("<a><![CDATA[12345]]></a>", limits).hasPrefix("xml-text-too-long"))
        limits.bytes = 10
        #expect(events("<a>1</a>   ", limits) == "file-too-large")
    }

    @Test("a text says in which encoding it is, by its mark or its first line")
    func encodings() {
        #expect(events([0xEF, 0xBB, 0xBF] + Array("<a>ň</a>".utf8)) == "<a>ň/")
        #expect(events([0xFF, 0xFE] + "<a>ň</a>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == "<a>ň/")
        #expect(events([0xFE, 0xFF] + "<a>ň</a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == "<a>ň/")
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(events(latin) == "<a>é/")
        let cyrillic = Array("<?xml version='1.0' encoding=\"windows-1251\"?><a>".utf8) + [0xFF] + Array("</a>".utf8)
        #expect(events(cyrillic) == "<a>я/")
        #expect(events(Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)) == "xml-wrong-encoding 1:4")
        #expect(events("<?xml version='1.0' encoding='EBCDIC'?><a/>") == "xml-unknown-encoding 1:1")
    }

    @Test("an element is read whole where it is asked for")
    func elements() throws {
        var reader = try XMLReader(SourceText(name: "x.xml", text: "<a><b c='1'>x<d/>y</b><e/></a>"))
        guard case .start? = try reader.next(), case .start(let tag)? = try reader.next() else {
            Issue.record("two elements begin")
            return
        }
        let element = try reader.element(tag)
        #expect(element["c"] == "1")
        #expect(element.text == "xy")
        #expect(element.children.map(\.name.local) == ["d"])
        guard case .start(let next)? = try reader.next() else {
            Issue.record("reading goes on after the element")
            return
        }
        #expect(next.name.local == "e")
    }

    @Test("no change of a byte makes it crash, hang or lose its place")
    func mutations() {
        let text = Array("<?xml version='1.0'?><a b='&lt;1'><![CDATA[x]]><!-- y --><c:d xmlns:c='u'/>&#233; z</a>".utf8)
        for place in text.indices {
            for byte in [UInt8](0...255) {
                var mutated = text
                mutated[place] = byte
                _ = events(mutated)
            }
            _ = events(Array(text[..<place]))
            _ = events(Array(text[place...]))
        }
    }
}
