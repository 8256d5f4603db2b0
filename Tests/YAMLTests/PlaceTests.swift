import Diagnostics
import Testing

@testable import YAML

@Suite("Where nodes stand")
struct PlaceTests {
    private func node(_ text: String, _ path: Int...) throws -> Node {
        var node = try #require(parse(text).document?.root)
        for position in path { node = node.kind == .mapping ? node.value(position) : node.element(position) }
        return node
    }

    @Test("a node covers exactly what is written, quotes and brackets included")
    func spans() throws {
        let text = "# é 研\nключ: [a, 'b c', \"d\\te\"]\nblock:\n  - x\n  - y: {z: 1}\ntext: |\n  line\n"
        #expect(try node(text, 0).span.text == "[a, 'b c', \"d\\te\"]")
        #expect(try node(text, 0, 1).span.text == "'b c'")
        #expect(try node(text, 0, 2).span.text == "\"d\\te\"")
        #expect(try node(text, 1, 1, 0).span.text == "{z: 1}")
        #expect(try node(text, 1).span.text == "- x\n  - y: {z: 1}")
        #expect(try node(text, 0).span.start == SourceLocation(line: 2, column: 7))
        #expect(try node(text, 1, 0).span.start == SourceLocation(line: 4, column: 5))
    }

    @Test("columns count letters after wide, combining and four-byte letters, and after tabs")
    func columns() throws {
        #expect(try node("{a: 研修会, b: c}", 1).span.start == SourceLocation(line: 1, column: 13))
        #expect(try node("{a: e\u{301}, b: c}", 1).span.start == SourceLocation(line: 1, column: 12))
        #expect(try node("{a: 👩‍👧, b: c}", 1).span.start == SourceLocation(line: 1, column: 13))
        #expect(try node("{a:\t1,\tb:\tc}", 1).span.start == SourceLocation(line: 1, column: 11))
        #expect(try node("\u{FEFF}a: b", 0).span.start == SourceLocation(line: 1, column: 5))
    }

    @Test("places are right however long the text before is, one letter or four bytes to a letter")
    func longTexts() throws {
        for filler in ["a", "ý", "研", "👍", "aý研👍"] {
            let long = String(repeating: filler, count: 3000)
            let text = "- \(long)\n- x: \(long)\n- [\(long), here]\n"
            let found = try node(text, 2, 1)
            #expect(found.span.text == "here")
            #expect(found.span.start.line == 3)
            #expect(found.span.start.column == 6 + long.unicodeScalars.count)
        }
    }

    @Test("a letter inside a scalar is found in the file, whatever the quotes, escapes and folds")
    func inside() throws {
        func place(_ text: String, of letter: UInt8, _ path: Int...) throws -> String {
            let value = try node(text, 0)
            let offset = try #require(value.text.utf8.firstIndex(of: letter))
            let inText = value.text.utf8.distance(from: value.text.utf8.startIndex, to: offset)
            let inFile = value.sourceOffset(ofTextOffset: inText)
            let location = value.document.source.location(at: inFile)
            return "\(location.line):\(location.column)"
        }
        let x = UInt8(ascii: "X")
        #expect(try place("a: abcX", of: x) == "1:7")
        #expect(try place("a: 'it''s X'", of: x) == "1:11")
        #expect(try place(#"a: "\t\u00e9\\X""#, of: x) == "1:15")
        #expect(try place("a: >\n  b\n  c X\n", of: x) == "3:5")
        #expect(try place("a: |\n  b\n   c\n  X\n", of: x) == "4:3")
        #expect(try place("a: b\n   c\n   X", of: x) == "3:4")
        #expect(try place("a: ýaş X", of: x) == "1:8")
    }
}
