import ActionPlan
import Diagnostics
import Exchange
import Spreadsheet
import Testing

@Suite("Reports from a workbook")
struct ReportWorkbookTests {
    @Test("the table is found below titles and remarks, whatever stands around it")
    func heading() throws {
        let (entries, diagnostics) = Workbooks.read(
            Workbooks.sheet("Görkezme", ["Read this first"]),
            Workbooks.sheet([
                "Ministry of the Interior", "", "|Given||To be filled in", "|Item|Period|Value|Comment",
                "|i-trained|2021-H1|12|fine",
            ])
        )
        #expect(!diagnostics.hasErrors)
        #expect(
            diagnostics.contains { $0.identifier == "sheets-left-out" && $0.message.description.contains("Görkezme") }
        )
        let entry = try #require(entries.first)
        #expect(entry.content.body == .value(.number(12)))
        #expect(entry.key.period.rawValue == "2021-H1")
    }

    @Test("headings may take two lines, the upper merged over its parts")
    func twoLines() throws {
        let (entries, diagnostics) = Workbooks.read(
            Workbooks.sheet(
                ["Item|Period|Value|Sex", "|||female|male", "i-trained|2021-H1|12|7|5"],
                merged: [
                    CellRange(rows: 1...2, columns: 1...1), CellRange(rows: 1...2, columns: 2...2),
                    CellRange(rows: 1...1, columns: 4...5),
                ]
            )
        )
        #expect(!diagnostics.hasErrors)
        #expect(entries.first?.content.cells.map(\.value) == [7, 5])
    }

    @Test("mistakes are named by sheet and cell")
    func places() {
        let (_, diagnostics) = Workbooks.read(
            Workbooks.sheet("Maksat 1", ["Item|Period|Value", "", "i-trained|2021-H1|abc", "i-share|2021-H1|5"])
        )
        let text = TextRenderer().render(diagnostics)
        #expect(text.contains("t.xlsx:Maksat 1:C3: "))
        #expect(text.contains("t.xlsx:Maksat 1:A4: ") || text.contains("t.xlsx:Maksat 1:C4: "))
        #expect(JSONRenderer().render(diagnostics).contains("\"cell\": \"C3\""))
    }

    @Test("a number that the file holds needs no guess; one typed as text is read as people type")
    func numbers() {
        let sheet = Workbooks.sheet(["Item|Period|Numerator|Denominator", "i-share|2021-H1|1.234|1\u{A0}280,6"])
        let (entries, diagnostics) = Workbooks.read(sheet)
        #expect(!diagnostics.hasErrors)
        #expect(entries.first?.content.body == .value(.ratio(numerator: 1.234, denominator: 1280.6)))
    }

    @Test(
        "what is no figure is refused, never taken for one",
        arguments: [
            ("75%%", "no-number"), ("—", "placeholder"), ("…", "placeholder"), ("2022¹", "no-number"),
            ("#DIV/0!", "error-cell"), ("=", "formula-without-value"), ("1,280", "ambiguous-number"),
        ]
    )
    func noFigure(cell: String, identifier: String) {
        let (_, diagnostics) = Workbooks.read(Workbooks.sheet(["Item|Period|Value", "i-trained|2021-H1|\(cell)"]))
        #expect(diagnostics.contains { $0.identifier == identifier && $0.severity == .error })
    }

    @Test("a cell merged over rows names the item of each, but its value is that of none")
    func merged() {
        let lines = ["Item|Period|Value", "i-trained|2021-H1|12", "|2021-H2|"]
        let item = CellRange(rows: 2...3, columns: 1...1)
        let good = Workbooks.read(
            Workbooks.sheet(["Item|Period|Value", "i-trained|2021-H1|12", "|2021-H2|15"], merged: [item])
        )
        #expect(good.entries.map(\.key.period.rawValue) == ["2021-H1", "2021-H2"])
        #expect(good.entries.map(\.key.item.rawValue) == ["i-trained", "i-trained"])
        let bad = Workbooks.read(Workbooks.sheet(lines, merged: [item, CellRange(rows: 2...3, columns: 3...3)]))
        #expect(bad.diagnostics.contains { $0.identifier == "merged-cells" && $0.severity == .error })
    }

    @Test("a sheet that is there twice, and rows that are there twice, are refused")
    func twice() {
        let lines = ["Item|Period|Value", "i-trained|2021-H1|12"]
        let copy = Workbooks.read(Workbooks.sheet("a", lines), Workbooks.sheet("a (2)", lines))
        #expect(copy.diagnostics.contains { $0.identifier == "duplicate-sheet" })
        let changed = Workbooks.read(
            Workbooks.sheet("a", lines),
            Workbooks.sheet("a (2)", ["Item|Period|Value", "i-trained|2021-H1|13"])
        )
        #expect(changed.diagnostics.contains { $0.identifier == "duplicate-report" })
    }

    @Test("hidden sheets are not read; a workbook without any table is refused")
    func noTable() {
        let lines = ["Item|Period|Value", "i-trained|2021-H1|12"]
        let hidden = Workbooks.read(Workbooks.sheet("lists", lines, isHidden: true))
        #expect(hidden.entries.isEmpty)
        #expect(hidden.diagnostics.contains { $0.identifier == "no-table" && $0.severity == .error })
    }

    @Test("a period that the program took for a date is the period around it")
    func dates() {
        let sheet = Sheet(
            name: "a",
            rows: [
                Workbooks.sheet(["Item|Period|Value"]).rows[0],
                Sheet.Row(
                    number: 2,
                    cells: [
                        Sheet.Cell(column: 1, content: .text("i-trained")),
                        Sheet.Cell(column: 2, content: .date(SheetDate(year: 2021, month: 6, day: 30))),
                        Sheet.Cell(column: 3, content: .number(12)),
                    ]
                ),
            ]
        )
        #expect(Workbooks.read(sheet).entries.first?.key.period.rawValue == "2021-H1")
    }

    @Test("codes with line ends and no-break spaces around them are still codes")
    func codes() {
        let (entries, diagnostics) = Workbooks.read(
            Workbooks.sheet(["Item|Period|Value", "i-trained\n|\u{A0}2021-H1 |12"])
        )
        #expect(!diagnostics.hasErrors)
        #expect(entries.count == 1)
    }
}

@Suite("The long form of reports")
struct LongFormTests {
    @Test("rows of one item and period become one report")
    func widened() {
        let (entries, diagnostics) = SmallPlan.read(
            """
            Indicator;Agency;Period;Kind of value;Value
            i-trained;moi;2021-H1;Value;12
            i-share;moi;2021-H1;numerator;3
            i-trained;МВД;2021-H1;Sex: female;7
            i-share;moi;2021-H1;Знаменатель;4
            i-trained;moi;2021-H1;sex: male;5
            i-trained;moi;2021-H1;comment;a comment
            i-stage;moi;2021-H1;value;Adopted
            i-trained;moi;2021-H2;target;100
            i-trained;moi;2021-H2;value;
            """
        )
        #expect(diagnostics.contains { $0.identifier == "rows-of-the-plan" })
        let trained = entries.first { $0.key.item.rawValue == "i-trained" }
        #expect(!diagnostics.hasErrors)
        #expect(entries.count == 3)
        #expect(trained?.content.body == .value(.number(12)))
        #expect(trained?.content.cells.map(\.value) == [7, 5])
        #expect(trained?.content.comment?["ru"] == "a comment")
        #expect(entries.contains { $0.content.body == .value(.ratio(numerator: 3, denominator: 4)) })
    }

    @Test("the same value twice, an unknown kind and another agency's row are refused, each at its row")
    func mistakes() {
        let (_, diagnostics) = SmallPlan.read(
            """
            Item;Agency;Period;Kind of value;Value
            i-trained;moi;2021-H1;Value;12
            i-trained;moi;2021-H1;Value;13
            i-share;moi;2021-H1;Valeu;13
            i-manual;moe;2021-H1;Nothing to report;yes
            """
        )
        func line(_ identifier: String) -> Int? { diagnostics.first { $0.identifier == identifier }?.span?.start.line }
        #expect(line("duplicate-value") == 3)
        #expect(line("unknown-kind-of-value") == 4)
        #expect(line("other-agency") == 5)
    }

    @Test("a workbook may be in the long form too")
    func workbook() {
        let (entries, diagnostics) = Workbooks.read(
            Workbooks.sheet([
                "identifiant_indic|date_valeur|type_valeur|valeur", "i-trained|2021-H1|va|12", "i-trained|2021-H1|vi|5",
            ])
        )
        #expect(!diagnostics.hasErrors)
        #expect(entries.map(\.content.body) == [.value(.number(12))])
    }

    @Test("a row of a part of the country is a part of the value, one of the country the whole")
    func zones() {
        let (entries, diagnostics) = Workbooks.read(
            Workbooks.sheet([
                "identifiant_indic|zone_id|zone_nom|date_valeur|type_valeur|valeur",
                "i-trained|NAT||2021-H1|va|12", "i-trained|female|Women|2021-H1|va|7", "i-trained||Men|2021-H1|va|5",
                "i-share|||2021-H1|numerator|3", "i-share|||2021-H1|denominator|4",
            ])
        )
        #expect(!diagnostics.hasErrors)
        #expect(entries.first?.content.body == .value(.number(12)))
        #expect(entries.first?.content.cells.map(\.value) == [7, 5])
        #expect(entries.last?.content.body == .value(.ratio(numerator: 3, denominator: 4)))
    }

    @Test("a zone that the plan does not know, and a zone of what is no value, are refused with their cell")
    func unknownZones() {
        let (_, diagnostics) = Workbooks.read(
            Workbooks.sheet([
                "identifiant_indic|zone_id|zone_nom|date_valeur|type_valeur|valeur",
                "i-trained|REG-11|Île-de-France|2021-H1|va|12", "i-trained|female||2021-H1|comment|fine",
            ])
        )
        #expect(diagnostics.filter { $0.severity == .error }.map(\.identifier) == ["unknown-zone", "zone-of-no-value"])
        #expect(diagnostics.first { $0.identifier == "unknown-zone" }?.span != nil)
    }
}
