import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Spreadsheet
import Testing

@testable import Portal

@Suite("Filled tables")
struct UploadTests {
    private static func workbook(_ value: String) throws -> [UInt8] {
        let writer = try WorkbookWriter(title: "Reports", date: SheetDate(year: 2021, month: 7, day: 10))
        let sheet = try writer.sheet("Reports")
        for (column, heading) in ["item", "period", "value", "comment"].enumerated() {
            sheet.write(heading, row: 1, column: column + 1)
        }
        for (column, text) in ["i-trained", "2021-H1", value, "Counted by hand."].enumerated() {
            sheet.write(text, row: 2, column: column + 1)
        }
        return try writer.finish()
    }

    @Test("a workbook is looked through row by row, and stored only when it is sent")
    func workbookStory() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let looked = try await agency.post(
                "/en/upload",
                [:],
                file: ("table", "due.xlsx", try Self.workbook("104")),
                client
            )
            #expect(looked.status == .ok)
            #expect(looked.text.contains("People trained"))
            #expect(looked.text.contains("Counted by hand."))
            #expect(looked.text.contains("class=\"status status-"))
            #expect(try service.records().isEmpty)
            let packed = try #require(looked.text.firstMatch(of: #/name="workbook" value="([^"]*)"/#))
            let number = try #require(looked.text.firstMatch(of: #/name="request" value="([^"]*)"/#))
            let fields = ["name": "due.xlsx", "workbook": String(packed.1), "request": String(number.1)]
            for _ in 1...2 {
                let sent = try await agency.post("/en/upload/send", fields, client)
                #expect(sent.status == .seeOther)
            }
        }
        #expect(try service.records().count == 1)
        #expect(try service.records().first?.versions.count == 1)
    }

    @Test("what is wrong in a workbook is told by sheet and cell, and nothing is stored")
    func brokenWorkbook() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            for bytes in [try Self.workbook("thirty"), Array("PK\u{3}\u{4}nothing".utf8)] {
                let looked = try await agency.post("/en/upload", [:], file: ("table", "due.xlsx", bytes), client)
                #expect(looked.status == .unprocessableContent)
                #expect(!looked.text.contains("Send all of them"))
            }
        }
        #expect(try service.records().isEmpty)
    }

    @Test("what is wrong in a table is told by line and in the words of a person, the worst first")
    func brokenText() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let table = "item;period;value\ni-trained;2021-H1;104\ni-nothing;2021-H1;1\n"
        try await service.visit { client in
            let looked = try await agency.post("/en/upload", [:], file: ("table", "due.csv", Array(table.utf8)), client)
            #expect(looked.text.contains("Error, line 3: </strong>“i-nothing”"))
            let wrong = try #require(looked.text.range(of: "Error, line 3"))
            let note = try #require(looked.text.range(of: "For your information"))
            #expect(wrong.lowerBound < note.lowerBound)
            #expect(looked.text.contains("<td data-label=\"Row\">2</td>"))
        }
    }

    @Test("each of many wrong rows is told by row and column, with names and not with codes, as a table has it")
    func manyWrongRows() async throws {
        let service = try Service()
        let agency = try service.enter("moe", .agency)
        var table = "item;period;value;date\n"
        for number in 1...20 { table += "i-trained;2021-H1;\(number)x;\n" }
        table += "i-manual;2021-H1;yes;\ni-trained;2021-H1;104;\n"
        let bytes = Array(table.utf8)
        try await service.visit { client in
            let looked = try await agency.post("/en/upload", [:], file: ("table", "due.csv", bytes), client).text
            for row in 2...21 { #expect(looked.contains("Error, row \(row), column “value”: ")) }
            #expect(looked.contains("Error, row 22, column “date”: </strong>Nothing stands under"))
            #expect(looked.contains("Expected: a date such as 29.04.2021."))
            #expect(looked.contains("Education does not report on “People trained”. Those who do: Interior."))
            #expect(!looked.contains("`achieved`"))
        }
    }

    @Test("the workbook that is handed out comes back as it was filled in: nothing, while it is empty")
    func template() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let template = try await agency.get("/en/template.xlsx", client)
            #expect(template.status == .ok)
            #expect(template.headers[.contentDisposition] == "attachment; filename=\"moi-2021-07-10.xlsx\"")
            let looked = try await agency.post(
                "/en/upload",
                [:],
                file: ("table", "moi.xlsx", Array(template.body.readableBytesView)),
                client
            )
            #expect(looked.text.contains("No row of the table is filled in."))
        }
    }
}
