import Testing

@testable import Spreadsheet

@Suite("Documents are read piece by piece")
struct MarkupReaderTests {
    /// What a document gives, as one line: `<a x=1> "text" </a>`.
    private func events(_ reader: MarkupReader) throws(MarkupFault) -> String {
        var words: [String] = []
        while true {
            switch try reader.next() {
            case .start:
                words.append(
                    "<"
                        + ([reader.name] + reader.attributes.map { "\($0.name)=\($0.value)" })
                        .joined(separator: " ") + ">"
                )
            case .end: words.append("</\(reader.name)>")
            case .text: words.append("\"\(reader.string)\"")
            case .endOfDocument: return words.joined(separator: " ")
            }
        }
    }

    /// The same document in pieces of some bytes.
    private func reader(_ text: String, pieces: Int, limits: MarkupReader.Limits = .init()) -> MarkupReader {
        var rest = Array(text.utf8)[...]
        return MarkupReader(limits: limits) { () throws(MarkupFault) in
            defer { rest = rest.dropFirst(pieces) }
            return Array(rest.prefix(pieces))
        }
    }

    private let document = """
        \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
        <!-- a remark -->
        <x:book xmlns:x="urn:x"><row r='1'  s = "a&amp;b&#10;"/>Aş &lt;&#x42F;&gt;<![CDATA[<raw>]]></x:book>
        """

    @Test(
        "elements, attributes, references and CDATA come in order, whole or in any pieces",
        arguments: [1, 2, 7, 10_000]
    )
    func order(pieces: Int) throws {
        #expect(
            try events(reader(document, pieces: pieces))
                == "<book x=urn:x> <row r=1 s=a&b\n> </row> \"Aş <Я>\" \"<raw>\" </book>"
        )
    }

    @Test(
        "what is no document, or could do harm, is refused with its reason",
        arguments: [
            ("", MarkupFault.Reason.unexpectedEnd), ("<a>", .unexpectedEnd), ("<a></b>", .mismatchedTag),
            ("<a/><b/>", .malformed), ("text<a/>", .malformed), ("<a b=c/>", .malformed), ("<a b='<'/>", .malformed),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .documentType), ("<a>&x;</a>", .unknownEntity),
            ("<a>&#0;</a>", .controlCharacter), ("<a>&#xD800;</a>", .controlCharacter),
            ("<a>\u{1}</a>", .controlCharacter),
            ("<a>&aaaaaaaaaaaaaaaaaaaa", .unknownEntity), ("\u{FEFF}", .unexpectedEnd), ("<a", .unexpectedEnd),
        ]
    )
    func refused(text: String, reason: MarkupFault.Reason) {
        #expect { try events(MarkupReader(Array(text.utf8))) } throws: { ($0 as? MarkupFault)?.reason == reason }
    }

    @Test("a document in UTF-16 is refused by name")
    func encoding() {
        #expect { try events(MarkupReader([0xFF, 0xFE, 0x3C, 0])) } throws: {
            ($0 as? MarkupFault)?.reason == .encoding
        }
    }

    @Test("nesting, names, values, texts and attributes have limits")
    func limits() {
        var limits = MarkupReader.Limits()
        limits.depth = 3
        limits.name = 8
        limits.value = 8
        limits.text = 8
        limits.attributes = 2
        let cases: [(String, MarkupFault.Reason)] = [
            ("<a><b><c><d/></c></b></a>", .tooDeep), ("<abcdefghi/>", .tooLong), ("<a b='123456789'/>", .tooLong),
            ("<a>123456789</a>", .tooLong), ("<a><![CDATA[123456789012]]></a>", .tooLong),
            ("<a b='' c='' d=''/>", .tooMany),
        ]
        for (text, reason) in cases {
            #expect { try events(reader(text, pieces: 5, limits: limits)) } throws: {
                ($0 as? MarkupFault)?.reason == reason
            }
        }
    }

    @Test("an element can be passed over, or taken as its text")
    func parts() throws {
        let reader = MarkupReader(Array("<a><b>one<c>not</c> two</b><d><e/></d><f/></a>".utf8))
        _ = try reader.next()
        _ = try reader.next()
        #expect(try reader.elementText() == "one two")
        _ = try reader.next()
        try reader.skipElement()
        _ = try reader.next()
        #expect(reader.name == "f")
        try reader.skipElement()
        #expect(try reader.next() == .end)
        #expect(reader.name == "a")
    }
}
