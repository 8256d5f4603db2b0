import Testing

@testable import Spreadsheet

@Suite("Workbooks that are written")
struct WriterTests {
    private func sample(_ texts: [String]) throws -> [UInt8] {
        let writer = try WorkbookWriter(title: "Hasabat", date: SheetDate(year: 2021, month: 4, day: 30))
        let sheet = try writer.sheet("Maksat 1: ähli/ýurt")
        for (offset, text) in texts.enumerated() { sheet.write(text, row: offset + 1, column: 1) }
        sheet.write(1280.6, row: 1, column: 2)
        sheet.write(SheetDate(year: 2021, month: 6, day: 30), row: 1, column: 3)
        sheet.merge("both", row: 2, columns: 3...4, style: CellStyle().with { $0.isBold = true })
        sheet.validate(row: 1, column: 2, CellValidation(.number(0...5000), advice: "a number", refusal: "no number"))
        sheet.highlight(
            CellRange(rows: 1...9, columns: 1...1),
            where: "say \"x\"",
            style: CellStyle().with { $0.fill = 0xFFC7CE }
        )
        sheet.freeze(rows: 1, columns: 1)
        sheet.protect()
        return try writer.finish()
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        let texts = [
            "=1+1", "+cmd|' /C calc'!A0", "line\nbreak", "Ýaş <b> & \"q\"", "\u{301}=x", "_x0041_", "  space ",
        ]
        let sheet = try #require(Archive.read(try sample(texts)).workbook?.sheets.first)
        #expect(sheet.name == "Maksat 1  ähli ýurt")
        for (offset, text) in texts.enumerated() { #expect(sheet["A\(offset + 1)"] == .text(text)) }
        #expect(sheet["B1"] == .number(1280.6))
        #expect(sheet["C1"] == .date(SheetDate(year: 2021, month: 6, day: 30)))
        #expect(sheet.merged == [CellRange(rows: 2...2, columns: 3...4)])
    }

    @Test(
        "headings with rows below them are a table of the spreadsheet program; two equal headings or none below are not"
    )
    func tables() throws {
        func tables(_ headings: [String], rows: Int) throws -> Bool {
            let writer = try WorkbookWriter(title: "t", date: SheetDate(year: 2021, month: 4, day: 30))
            let sheet = try writer.sheet("t")
            for row in 0...rows {
                for column in 1...2 { sheet.write("\(headings[column - 1])", row: row + 3, column: column) }
            }
            sheet.table(CellRange(rows: 3...(3 + rows), columns: 1...2), headings: headings, style: CellStyle())
            let bytes = try writer.finish()
            #expect(Archive.read(bytes).workbook?.sheets.first?["A3"] == .text(headings[0]))
            return try ZipPackage(bytes, limits: SpreadsheetLimits()).has("xl/tables/table1.xml")
        }
        #expect(try tables(["Döwür", "Baha"], rows: 2))
        #expect(try !tables(["Döwür", "Baha"], rows: 0))
        #expect(try !tables(["Baha", "Baha"], rows: 2))
    }

    @Test("the same calls give the same bytes")
    func determinism() throws { #expect(try sample(["a", "b"]) == sample(["a", "b"])) }

    @Test("a text longer than a cell can hold is cut, and says so")
    func long() throws {
        let sheet = try #require(
            Archive.read(try sample([String(repeating: "я", count: 40_000)])).workbook?.sheets.first
        )
        guard case .text(let text)? = sheet["A1"] else {
            Issue.record("no text")
            return
        }
        #expect(text.utf16.count == SheetWriter.longestText)
        #expect(text.hasSuffix("я…"))
    }

    @Test("names of sheets are such as programs take, and no two the same")
    func names() {
        var names = SheetNames()
        let long = "Улучшение координации и мониторинга действий"
        #expect(names.name(for: "a/b:[c]*?\\d") == "a b  c    d")
        #expect(names.name(for: long).utf16.count <= 31)
        #expect(names.name(for: long.uppercased()).hasSuffix("(2)"))
        #expect(names.name(for: "") == "Sheet")
        #expect(names.name(for: "'q'") == "q")
        #expect(names.name(for: "History") == "History_")
    }

    @Test("a workbook that is given up leaves nothing behind")
    func givenUp() throws {
        var writer: WorkbookWriter? = try WorkbookWriter(title: "", date: SheetDate(year: 2021, month: 1, day: 1))
        _ = try writer?.sheet("x")
        writer = nil
        #expect(writer == nil)
    }
}
