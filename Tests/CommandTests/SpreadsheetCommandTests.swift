import Foundation
import Testing

@Suite("Workbooks and tables, from the command line")
struct SpreadsheetCommandTests {
    @Test("a template comes as a workbook, and the same one twice")
    func template() throws {
        let program = try Program()
        _ = try program.run(["init"] + Array(program.common().dropLast(2)))
        for name in ["a.xlsx", "b.xlsx"] {
            let made = try program.run(
                ["template", "--agency", "moi", "--format", "xlsx", "--out", name] + program.common()
            )
            #expect(made.status == 0, "\(made.errors)")
        }
        let first = try Data(contentsOf: program.folder.appendingPathComponent("a.xlsx"))
        #expect(first.starts(with: [0x50, 0x4B]))
        #expect(try first == Data(contentsOf: program.folder.appendingPathComponent("b.xlsx")))
    }

    @Test("sent back unfilled it holds nothing; a rehearsal stores nothing; what is no workbook is refused")
    func importing() throws {
        let program = try Program()
        _ = try program.run(["init"] + Array(program.common().dropLast(2)))
        _ = try program.run(["template", "--agency", "moi", "--format", "xlsx", "--out", "a.xlsx"] + program.common())
        let sent = try program.run(
            ["import", "a.xlsx", "--agency", "moi", "--dry-run", "--language", "en"] + program.common()
        )
        #expect(sent.status == 0, "\(sent.errors)")
        #expect(sent.errors.contains("Nothing was stored"), "\(sent.errors)")
        try program.write("this is no workbook", to: "b.xlsx")
        let refused = try program.run(["import", "b.xlsx", "--agency", "moi", "--language", "en"] + program.common())
        #expect(refused.status == 1)
        #expect(refused.errors.contains("[no-spreadsheet]"))
    }

    @Test("an export is the public edition unless another is asked for")
    func exporting() throws {
        let program = try Program()
        _ = try program.run(["init"] + Array(program.common().dropLast(2)))
        let made = try program.run(["export", "--format", "xlsx", "--out", "plan.xlsx"] + program.common())
        #expect(made.status == 0, "\(made.errors)")
        let internalOne = try program.run(
            ["export", "--format", "xlsx", "--edition", "internal", "--out", "all.xlsx"] + program.common()
        )
        #expect(internalOne.status == 0)
        let files = try ["plan.xlsx", "all.xlsx"]
            .map { try Data(contentsOf: program.folder.appendingPathComponent($0)) }
        #expect(files[0] != files[1])
    }

    @Test("a published table becomes a plan that passes the check, and is never overwritten")
    func plan() throws {
        let program = try Program()
        let table = """
            № п/п;Мероприятие;Срок исполнения;Ответственные исполнители
            1. Профилактика
            1.1;Провести обучение;2021-2022;МВД; МИД
            1.2;Издать пособие;II квартал 2021 г.;МВД
            """
        try program.write(table, to: "matrix.csv")
        let made = try program.nap("import", "plan", "matrix.csv", "--out", "draft", "--language", "en")
        #expect(made.status == 0, "\(made.errors)")
        let plan = try String(contentsOfFile: program.path("draft/plan.yaml"), encoding: .utf8)
        #expect(plan.contains("languages: [ru]"))
        #expect(plan.contains("end: 2021-06-30, stated: \"II квартал 2021 г.\""))
        let rules = Program.root.appendingPathComponent("rules").path
        let checked = try program.nap("check", "draft", "--rules", rules)
        #expect(checked.status == 0, "\(checked.errors)\(checked.output)")
        let questions = try String(contentsOfFile: program.path("draft/import/questions.md"), encoding: .utf8)
        #expect(questions.contains("- [ ]"))
        let again = try program.nap("import", "plan", "matrix.csv", "--out", "draft", "--language", "en")
        #expect(again.status == 1)
        #expect(again.errors.contains("[file-exists]"))
        let mapped = try program.nap(
            "import",
            "plan",
            "matrix.csv",
            "--out",
            "other",
            "--columns",
            "draft/import/columns.yaml"
        )
        #expect(mapped.status == 0, "\(mapped.errors)")
    }
}
