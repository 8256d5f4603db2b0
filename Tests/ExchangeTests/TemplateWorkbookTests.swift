import ActionPlan
import Diagnostics
import Exchange
import Rules
import Spreadsheet
import Testing

@Suite("Templates as workbooks")
struct TemplateWorkbookTests {
    private let owed = [
        ("i-trained", "2021-H1"), ("i-share", "2021-H1"), ("i-manual", "2021-H1"), ("i-stage", "2021-H1"),
        ("a1", "2021-H1"),
    ]

    private func template(_ language: String) throws -> Workbook {
        let assessment = Workbooks.assessment(owed: owed)
        let agency = try #require(SmallPlan.index.agency(AgencyID(rawValue: "moi")))
        let bytes = try ReportTemplate(assessment, agency: agency, language: language).workbook(claims: [])
        return try #require(WorkbookReader().read(SourceText(name: "t.xlsx", bytes: bytes)).workbook)
    }

    @Test(
        "there is a sheet for each objective and one with instructions, in the language",
        arguments: ["en", "ru", "tk"]
    )
    func sheets(language: String) throws {
        let sheets = try template(language).sheets
        #expect(sheets.map(\.isHidden) == [false, true, false])
        #expect(["Prevention", "Профилактика", "Öňüni alyş"].contains(sheets[2].name))
        let items = sheets[2].rows.compactMap { $0.cells.first?.content }
        #expect(items.suffix(5) == owed.map { .text($0.0) })
    }

    @Test(
        "filled in with its columns turned round and its rows re-sorted it is read back",
        arguments: ["en", "ru", "tk"]
    )
    func filled(language: String) throws {
        var sheet = try template(language).sheets[2]
        let heading =
            try #require(sheet.rows.first { $0.cells.contains { $0.content == .text("i-trained") } }?.number) - 1
        let headings = try #require(sheet.rows.first { $0.number == heading }?.cells)
        func column(_ names: String...) throws -> Int {
            try #require(headings.first { cell in names.contains { cell.content == .text($0) } }?.column)
        }
        let value = try column("Value", "Значение", "Baha")
        let answers: [String: [Int: CellContent]] = [
            "i-trained": [value: .number(12), try column("Sex: Women", "Пол: Женщины", "Jynsy: Aýallar"): .number(7)],
            "i-share": [
                try column("Numerator", "Числитель", "Sanawjy"): .number(1),
                try column("Denominator", "Знаменатель", "Maýdalawjy"): .number(2),
            ],
            "i-manual": [
                value: .text("да"),
                try column("Date achieved", "Дата достижения", "Ýerine ýetirilen senesi"): .date(
                    SheetDate(year: 2021, month: 5, day: 30)
                ),
            ],
            "i-stage": [value: .text("Kabul edildi")],
            "a1": [try column("Nothing to report", "Нечего сообщить", "Habar berere zat ýok"): .text("hawa")],
        ]
        var rows: [Sheet.Row] = []
        for row in sheet.rows {
            guard row.number > heading, case .text(let item)? = row.cells.first?.content, let answer = answers[item]
            else {
                if row.number <= heading { rows.append(row) }
                continue
            }
            let cells =
                row.cells.filter { answer[$0.column] == nil } + answer.map { Sheet.Cell(column: $0, content: $1) }
            rows.append(Sheet.Row(number: 100 - row.number, cells: cells))
        }
        // All columns from right to left.
        sheet.rows = rows.sorted { $0.number < $1.number }
            .map { row in
                Sheet.Row(
                    number: row.number,
                    cells: row.cells.map { Sheet.Cell(column: 60 - $0.column, content: $0.content) }
                        .sorted { $0.column < $1.column }
                )
            }
        sheet.merged = []
        let (entries, diagnostics) = Workbooks.read(sheet)
        #expect(!diagnostics.hasErrors, "\(TextRenderer().render(diagnostics))")
        #expect(
            Set(entries.map(\.content.body)) == [
                .value(.number(12)), .value(.ratio(numerator: 1, denominator: 2)),
                .value(.milestone(achieved: true, on: Day(year: 2021, month: 5, day: 30))), .value(.level("adopted")),
                .nilReport,
            ]
        )
    }

    @Test("sent back as it was, it holds no report")
    func empty() throws {
        let (entries, diagnostics) = Workbooks.read(try template("ru").sheets[2])
        #expect(entries.isEmpty)
        #expect(!diagnostics.hasErrors)
    }

    @Test("where nothing is due, the instructions say so")
    func nothing() throws {
        let agency = try #require(SmallPlan.index.agency(AgencyID(rawValue: "moi")))
        let bytes = try ReportTemplate(Workbooks.assessment(), agency: agency).workbook(claims: [])
        let workbook = try #require(WorkbookReader().read(SourceText(name: "t.xlsx", bytes: bytes)).workbook)
        #expect(workbook.sheets.count == 2)
        #expect(workbook.sheets[0].rows.contains { $0.cells.contains { $0.content == .text("Представлять нечего.") } })
    }
}
