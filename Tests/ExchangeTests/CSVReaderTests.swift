import Diagnostics
import Testing

@testable import Exchange

@Suite("Tables as spreadsheet programs save them")
struct CSVReaderTests {
    private func read(_ bytes: [UInt8]) -> (table: Table?, diagnostics: [Diagnostic]) {
        CSVReader().read(SourceText(name: "t.csv", bytes: bytes))
    }

    private func texts(_ text: String) -> [[String]]? {
        let table = read(Array(text.utf8)).table
        return table.map { [$0.headings.map(\.text)] + $0.rows.map { $0.cells.map(\.text) } }
    }

    @Test(
        "the separator is the one that the line of headings speaks for",
        arguments: [
            "a;b,c\n1;2", "a\tb,c\n1\t2", "\u{FEFF}a;b,c\r\n1;2\r\n", "sep=;\na;b,c\n1;2",
        ]
    )
    func separator(text: String) { #expect(texts(text) == [["a", "b,c"], ["1", "2"]]) }

    @Test("quoted cells hold separators, line breaks and quotation marks")
    func quotes() {
        #expect(texts("a,b\n\"x, \"\"y\"\"\r\nz\",2\n") == [["a", "b"], ["x, \"y\"\r\nz", "2"]])
    }

    @Test("a row keeps the number that the spreadsheet shows, empty rows counted")
    func numbers() { #expect(read(Array("a\n\n\n1\n".utf8)).table?.rows.first?.number == 4) }

    @Test("Windows-1251 is recognised by its runs of Cyrillic, and said aloud")
    func cyrillic() {
        let bytes: [UInt8] = [0xCF, 0xE5, 0xF0, 0xE8, 0xEE, 0xE4, 0x3B, 0x61, 0x0A, 0x31, 0x3B, 0x32]
        let (table, diagnostics) = read(bytes)
        #expect(table?.headings.first?.text == "Период")
        #expect(diagnostics.contains { $0.identifier == "encoding-assumed" && $0.message.description.contains("1251") })
    }

    @Test("Windows-1250 is recognised by single Turkmen letters among Latin ones")
    func turkmen() {
        let bytes: [UInt8] = Array("D".utf8) + [0xF6] + Array("w".utf8) + [0xFC] + Array("r;a\n1;2".utf8)
        #expect(read(bytes).table?.headings.first?.text == "Döwür")
    }

    @Test("letters that Windows-1251 lost are pointed out")
    func lost() {
        let bytes: [UInt8] = [0xCF, 0xE5, 0xF0, 0xE8, 0xEE, 0xE4] + Array(";Bellik\n1;D?w?r".utf8)
        #expect(read(bytes).diagnostics.contains { $0.identifier == "letters-lost" && $0.severity == .warning })
    }

    @Test("letters are lost also where nothing but Latin ones is left, and an address is no lost letter")
    func lostAmongLatin() {
        let lost = read(Array("Görkeziji;Bellik\ni1;D?w?r\n".utf8)).diagnostics
        #expect(lost.contains { $0.identifier == "letters-lost" && $0.message.description.contains("Windows-1250") })
        let kept = read(Array("Item;Evidence\ni1;https://example.org/a?b\ni2;Why? Because\n".utf8)).diagnostics
        #expect(!kept.contains { $0.identifier == "letters-lost" })
    }

    @Test("UTF-16 with its mark is read")
    func wide() {
        let bytes: [UInt8] = [0xFF, 0xFE] + Array("Ý;b".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(read(bytes).table?.headings.map(\.text) == ["Ý", "b"])
    }

    @Test(
        "what is no table is refused with a reason",
        arguments: [
            ([UInt8](), "empty-file"), ([0x50, 0x4B, 0x03, 0x04, 0x00], "binary-file"),
            (Array("a;b\n\"open;2".utf8), "unclosed-quote"), (Array("a;b\n\"x\"y;2".utf8), "text-after-quote"),
        ]
    )
    func refused(bytes: [UInt8], identifier: String) {
        let (table, diagnostics) = read(bytes)
        #expect(table == nil)
        #expect(diagnostics.contains { $0.identifier == identifier && $0.severity == .error })
    }

    @Test("a table of too many rows is refused")
    func tooLarge() {
        var limits = CSVReader.Limits()
        limits.rows = 10
        let text = String(repeating: "1;2\n", count: 20)
        let (table, diagnostics) = CSVReader(limits: limits).read(SourceText(name: "t.csv", text: text))
        #expect(table == nil)
        #expect(diagnostics.contains { $0.identifier == "table-too-large" })
    }
}

@Suite("Numbers as people type them")
struct NumberTextTests {
    @Test(
        "spaces, commas and signs of many kinds are understood",
        arguments: [
            ("1280", 1280.0), ("1 280,6", 1280.6), ("1\u{A0}280,6", 1280.6), ("1\u{202F}280.6", 1280.6), ("12,5", 12.5),
            ("1.234.567", 1_234_567), ("1,234,567.5", 1_234_567.5), ("1.234.567,5", 1_234_567.5), ("\u{2212}5", -5),
            ("1'000", 1000), ("0,125", 0.125), ("12,3456", 12.3456),
        ]
    )
    func understood(text: String, value: Double) { #expect(NumberText.read(text) == .number(value)) }

    @Test("1,280 is refused, since it can mean two numbers")
    func ambiguous() {
        #expect(NumberText.read("1,280") == .ambiguous(whole: "1280", fraction: "1.280"))
        #expect(NumberText.read("1.280") == .ambiguous(whole: "1280", fraction: "1.280"))
    }

    @Test(
        "what is no number is none",
        arguments: [
            "", "-", "…", "abc", "1a", "1-2", "٣", "0x10", "1e5", "NaN", "inf", "--1", "1,\u{301}5", "1.\u{301}280",
        ]
    )
    func none(text: String) { #expect(NumberText.read(text) == .none) }
}

@Suite("Tables that are written run nothing")
struct CSVWriterTests {
    @Test(
        "a text that a program could take for a formula begins with an apostrophe",
        arguments: [
            "=1+1", "+cmd", "-2+3", "@SUM(A1)", "\u{301}=1", "\u{200B}=1", " =1", "＝1", "\t=1",
        ]
    )
    func neutralised(text: String) {
        let cell = CSVWriter.cell(text)
        #expect(Array(cell.utf8.drop { $0 == 0x22 }).first == UInt8(ascii: "'"))
    }

    @Test("plain numbers, negative ones too, and words stay as they are", arguments: ["-5", "12,5", "Ynam", "−3"])
    func harmless(text: String) {
        #expect(CSVWriter.cell(text).hasSuffix(text) || CSVWriter.cell(text) == "\"\(text)\"")
    }

    @Test("what is written is read back")
    func roundTrip() {
        let cells = ["a;b", "x\"y", "line\r\nbreak", "plain", ""]
        var writer = CSVWriter()
        writer.row(["h1", "h2", "h3", "h4", "h5"])
        writer.row(cells)
        let table = CSVReader().read(SourceText(name: "t.csv", bytes: writer.bytes)).table
        #expect(table?.rows.first?.cells.map(\.text) == cells)
    }
}
