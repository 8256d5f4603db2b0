import Diagnostics
import Testing

@testable import Spreadsheet

@Suite("Files that are no workbooks, or stand for too much, are refused")
struct LimitTests {
    private func identifier(_ bytes: [UInt8], _ limits: SpreadsheetLimits = SpreadsheetLimits()) -> String? {
        let (workbook, diagnostics) = Archive.read(bytes, limits: limits)
        #expect(workbook == nil)
        return diagnostics.first?.identifier
    }

    private let row = "<row><c><v>1</v></c></row>"

    @Test("what is no archive, an old Excel file, a cut or an empty one, each has its own reason")
    func strangers() {
        #expect(identifier([]) == "no-spreadsheet")
        #expect(identifier(Array("Item;Period".utf8)) == "no-spreadsheet")
        #expect(identifier([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == "old-spreadsheet")
        #expect(identifier(Array(Archive.workbook(sheet: row).prefix(300))) == "no-spreadsheet")
        #expect(identifier(Archive.zip([("a.txt", [65])])) == "spreadsheet-incomplete")
        #expect(identifier(Archive.workbook(sheet: "")) == "empty-file")
    }

    @Test("a part that cannot be unpacked or read is named")
    func damaged() {
        var bytes = Archive.workbook(sheet: row)
        // Behind its name a part begins.
        let name = Array("sheet1.xml".utf8)
        let place = bytes.indices.first { bytes[$0...].starts(with: name) } ?? 0
        for offset in 0..<8 { bytes[place + name.count + offset] ^= 0xFF }
        #expect(identifier(bytes) == "spreadsheet-damaged")
        let entity = ["xl/sharedStrings.xml": "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst><si><t>&a;</t></si></sst>"]
        #expect(identifier(Archive.workbook(sheet: row, entity)) == "spreadsheet-damaged")
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(identifier(Archive.workbook(sheet: deep)) == "spreadsheet-damaged")
    }

    @Test("a part that unpacks to thousands of times its size is not unpacked")
    func bomb() {
        let bomb = Archive.workbook(
            sheet: row,
            ["xl/sharedStrings.xml": "<sst>" + String(repeating: " ", count: 40 << 20) + "</sst>"]
        )
        #expect(bomb.count < 100_000)
        #expect(identifier(bomb) == "spreadsheet-too-large")
    }

    @Test("every quantity has a limit")
    func limits() {
        let changes: [(inout SpreadsheetLimits) -> Void] = [
            { $0.bytes = 100 }, { $0.entries = 2 }, { $0.expandedBytes = 500 }, { $0.sheets = 0 }, { $0.rows = 1 },
            { $0.columns = 1 }, { $0.cells = 2 }, { $0.strings = 1 }, { $0.textBytes = 3 }, { $0.cellBytes = 3 },
            { $0.mergedRanges = 0 },
        ]
        let bytes = Archive.workbook(
            sheet: """
                <row><c t="s"><v>0</v></c><c><v>1</v></c></row><row><c t="s"><v>1</v></c></row></sheetData>
                <mergeCells><mergeCell ref="A1:B1"/></mergeCells><sheetData>
                """,
            ["xl/sharedStrings.xml": "<sst><si><t>long</t></si><si><t>text</t></si></sst>"]
        )
        #expect(Archive.read(bytes).workbook != nil)
        for change in changes {
            var limits = SpreadsheetLimits()
            change(&limits)
            #expect(identifier(bytes, limits) == "spreadsheet-too-large")
        }
    }

    @Test("numbers beyond all measure do not overflow")
    func extremes() {
        let sheet = """
            <row r="9223372036854775807"><c r="ZZZZZZZZZZZ9"><v>1e999</v></c></row><row><c s="99999999999999999999"><v>-1</v></c></row>
            """
        #expect(identifier(Archive.workbook(sheet: sheet)) == "spreadsheet-too-large")
        let negative = Archive.read(Archive.workbook(sheet: #"<row r="-5"><c t="s"><v>-1</v></c></row>"#)).workbook
        #expect(negative?.sheets.first?["A1"] == .fault("#REF!"))
    }
}
