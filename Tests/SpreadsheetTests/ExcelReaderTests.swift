import Testing

@testable import Spreadsheet

@Suite("Workbooks as spreadsheet programs save them")
struct ExcelReaderTests {
    @Test("texts stand in the cell, among the shared ones, or in runs")
    func texts() throws {
        let bytes = Archive.workbook(
            sheet: """
                <row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>Aşgabat</t></is></c>
                <c r="E2" t="str"><f>A1&amp;"x"</f><v>gone_x000D_on</v></c></row>
                """,
            [
                "xl/sharedStrings.xml": """
                <sst><si><t>no</t></si><si><r><t>One </t></r><r><rPr><b/></rPr><t xml:space="preserve">two</t></r>
                <rPh sb="0" eb="1"><t>read aloud</t></rPh></si></sst>
                """
            ]
        )
        let sheet = try #require(Archive.read(bytes).workbook?.sheets.first)
        #expect(sheet.name == "Лист 1")
        #expect(sheet["B2"] == .text("One two"))
        #expect(sheet["D2"] == .text("Aşgabat"))
        #expect(sheet["E2"] == .text("gone\ron"))
        #expect(sheet["C2"] == nil)
        #expect(sheet.rows.map(\.number) == [2])
    }

    @Test("cells and rows without address follow each other")
    func unaddressed() throws {
        let bytes = Archive.workbook(sheet: "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")
        let sheet = try #require(Archive.read(bytes).workbook?.sheets.first)
        #expect(sheet["A1"] == .number(1))
        #expect(sheet["C1"] == .number(3))
        #expect(sheet["A2"] == .number(4))
    }

    @Test("rows and cells in any order are put in theirs")
    func order() throws {
        let bytes = Archive.workbook(
            sheet:
                #"<row r="5"><c r="B5"><v>2</v></c><c r="A5"><v>1</v></c></row><row r="3"><c r="A3"><v>0</v></c></row>"#
        )
        let sheet = try #require(Archive.read(bytes).workbook?.sheets.first)
        #expect(sheet.rows.map(\.number) == [3, 5])
        #expect(sheet.rows.last?.cells.map(\.column) == [1, 2])
    }

    private let styles = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-419]dd\\.mm\\.yyyy;@"/>\
        <numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts>\
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>\
        <xf numFmtId="10"/></cellXfs></styleSheet>
        """

    @Test("what is a date, a percentage or a plain number is told by its format")
    func formats() throws {
        let cells = ["44316.5", "44316", "12", "0.75", "0.5"].enumerated()
            .map { #"<c s="\#($0.offset + 1)"><v>\#($0.element)</v></c>"# }.joined()
        let bytes = Archive.workbook(sheet: "<row>\(cells)</row>", ["xl/styles.xml": styles])
        let sheet = try #require(Archive.read(bytes).workbook?.sheets.first)
        #expect(sheet["A1"] == .date(SheetDate(year: 2021, month: 4, day: 30, seconds: 43_200)))
        #expect(sheet["B1"] == .date(SheetDate(year: 2021, month: 4, day: 30)))
        #expect(sheet["C1"] == .number(12))
        #expect(sheet["D1"] == .percentage(0.75))
        #expect(sheet["E1"] == .percentage(0.5))
    }

    @Test("a workbook that counts from 1904 means other days by the same numbers")
    func macintosh() throws {
        let bytes = Archive.workbook(
            sheet: #"<row><c s="1"><v>42854</v></c></row>"#,
            [
                "xl/styles.xml": styles,
                "xl/workbook.xml":
                    #"<workbook><workbookPr date1904="1"/><sheets><sheet name="x" r:id="rId1"/></sheets></workbook>"#,
            ]
        )
        let sheet = try #require(Archive.read(bytes).workbook?.sheets.first)
        #expect(sheet["A1"] == .date(SheetDate(year: 2021, month: 4, day: 30)))
    }

    @Test(
        "days are counted as Excel counts them, its leap day of 1900 included",
        arguments: [
            (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (36_526, "2000-01-01"), (73_050, "2099-12-31"),
        ]
    )
    func serials(serial: Int, date: String) {
        #expect(SheetDate(serial: Double(serial), from1904: false)?.description == date)
    }

    @Test("a formula gives the value that was saved; an error and a missing value are said to be that")
    func formulas() throws {
        let bytes = Archive.workbook(
            sheet: """
                <row><c><f>1+1</f><v>2</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f></c><c t="b"><v>1</v></c>\
                <c t="str"><f>""</f><v></v></c></row>
                """
        )
        let sheet = try #require(Archive.read(bytes).workbook?.sheets.first)
        #expect(sheet["A1"] == .number(2))
        #expect(sheet["B1"] == .fault("#DIV/0!"))
        #expect(sheet["C1"] == .uncomputed)
        #expect(sheet["D1"] == .truth(true))
        #expect(sheet["E1"] == nil)
    }

    @Test("the raised mark of a footnote does not become part of a year")
    func footnote() throws {
        let bytes = Archive.workbook(
            sheet: """
                <row><c t="inlineStr"><is><r><t>2022</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c></row>
                """
        )
        #expect(try #require(Archive.read(bytes).workbook?.sheets.first)["A1"] == .text("2022¹"))
    }

    @Test("hidden sheets are known as such, sheets of charts left out, merged ranges kept")
    func sheets() throws {
        let bytes = Archive.workbook(
            sheet:
                #"<row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells><sheetData>"#,
            [
                "xl/workbook.xml": """
                <workbook><sheets><sheet name="a" r:id="rId1"/><sheet name="b" state="veryHidden" r:id="rId1"/>\
                <sheet name="c" r:id="rId3"/></sheets></workbook>
                """
            ]
        )
        let sheets = try #require(Archive.read(bytes).workbook?.sheets)
        #expect(sheets.map(\.name) == ["a", "b"])
        #expect(sheets.map(\.isHidden) == [false, true])
        #expect(sheets.first?.merged == [CellRange(rows: 1...2, columns: 1...3)])
    }

    @Test("a name in the package never leads out of it")
    func targets() {
        #expect(ExcelReader.resolve("../../../../etc/passwd", in: "xl") == "etc/passwd")
        #expect(ExcelReader.resolve("/xl/a.xml", in: "xl") == "xl/a.xml")
        #expect(ExcelReader.resolve("./worksheets/../a.xml", in: "xl") == "xl/a.xml")
    }

    @Test(
        "addresses are letters and numbers",
        arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("$B$2", 2, 2)]
    )
    func addresses(text: String, row: Int, column: Int) {
        #expect(CellAddress(text) == CellAddress(row: row, column: column))
        #expect(CellAddress(row: row, column: column).description == text.replacing("$", with: ""))
    }

    @Test("what is no address is none", arguments: ["", "A", "1", "A0", "a1", "A1B", "ААА1", "A99999999999999999999"])
    func noAddress(text: String) { #expect(CellAddress(text) == nil) }
}

@Suite("OpenDocument")
struct OpenDocumentReaderTests {
    @Test("an ODS file is read: values, dates, repeated and merged cells, hidden sheets")
    func content() throws {
        let content = """
            <office:document-content><office:automatic-styles><style:style style:name="t2" style:family="table">\
            <style:table-properties table:display="false"/></style:style></office:automatic-styles>\
            <office:body><office:spreadsheet><table:table table:name="Hasabat">\
            <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2">\
            <text:p>Aş<text:s text:c="2"/><text:span>ga</text:span></text:p><text:p>bat</text:p>\
            <office:annotation><text:p>remark</text:p></office:annotation></table:table-cell><table:covered-table-cell/>\
            <table:table-cell office:value-type="float" office:value="1280.6" table:number-columns-repeated="2">\
            <text:p>1 280,6</text:p></table:table-cell></table:table-row>\
            <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>\
            <table:table-row><table:table-cell office:value-type="date" office:date-value="2021-04-30"/>\
            <table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>\
            <table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>\
            </table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>\
            </table:table><table:table table:name="x" table:style-name="t2"/></office:spreadsheet></office:body>\
            </office:document-content>
            """
        let mime = "application/vnd.oasis.opendocument.spreadsheet"
        let bytes = Archive.zip([("mimetype", Array(mime.utf8)), ("content.xml", Array(content.utf8))])
        let sheets = try #require(Archive.read(bytes).workbook?.sheets)
        let sheet = try #require(sheets.first)
        #expect(sheet["A1"] == .text("Aş  ga\nbat"))
        #expect(sheet["C1"] == .number(1280.6))
        #expect(sheet["D1"] == .number(1280.6))
        #expect(sheet["A5"] == .date(SheetDate(year: 2021, month: 4, day: 30)))
        #expect(sheet["B5"] == .percentage(0.5))
        #expect(sheet["C5"] == .fault("#DIV/0!"))
        #expect(sheet.merged == [CellRange(rows: 1...1, columns: 1...2)])
        #expect(sheets.map(\.isHidden) == [false, true])
    }
}
