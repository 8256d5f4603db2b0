import ActionPlan
import Diagnostics
import Exchange
import Foundation
import Spreadsheet

// Takes in 100,000 reported values from CSV and from XLSX, and writes an assessment of 60,000 figures as XLSX, beside the
// same cells written by libxlsxwriter alone. Ends with status 1 where a limit is not kept.

let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3
let sample = SamplePlan(indicators: 5_000, periods: 20)
let reader = ReportTableReader(sample.index, agency: sample.agency, statuses: [])
let day = SheetDate(year: 2022, month: 1, day: 1)

var table = CSVWriter()
let book = try WorkbookWriter(title: "sample", date: day)
let sheet = try book.sheet("reports")
let headings = ["Item", "Period", "Value", "Comment"]
table.row(headings)
for (offset, heading) in headings.enumerated() { sheet.write(heading, row: 1, column: offset + 1) }
var row = 1
for indicator in 1...sample.indicators {
    for period in 0..<sample.periods {
        row += 1
        let figure = SamplePlan.figure(indicator, period)
        let name = sample.period(period).id.rawValue
        table.row(["i\(indicator)", name, String(figure), "по приказу № \(indicator % 100)"])
        sheet.write("i\(indicator)", row: row, column: 1)
        sheet.write(name, row: row, column: 2)
        sheet.write(Double(figure), row: row, column: 3)
        sheet.write("по приказу № \(indicator % 100)", row: row, column: 4)
    }
}
let csv = table.bytes
let xlsx = try book.finish()
print("100,000 values: CSV \(csv.count / 1024) kB, XLSX \(xlsx.count / 1024) kB; memory before: \(Measuring.peak) MB\n")
print("| | time | limit | | memory so far |\n|---|--:|--:|---|--:|")

let fromCSV = Measuring.best(of: rounds) {
    let (table, _) = CSVReader().read(SourceText(name: "t.csv", bytes: csv))
    return table.map { reader.reports($0, today: sample.today).entries.count } ?? 0
}
var kept = Measuring.tell("100,000 values from CSV", fromCSV.seconds, limit: 2, unit: "s")
let fromXLSX = Measuring.best(of: rounds) {
    let (workbook, _) = WorkbookReader().read(SourceText(name: "t.xlsx", bytes: xlsx))
    return workbook.map { reader.reports($0, of: "t.xlsx", today: sample.today).entries.count } ?? 0
}
kept = Measuring.tell("100,000 values from XLSX", fromXLSX.seconds, limit: 5, unit: "s") && kept
guard fromCSV.result == 100_000, fromXLSX.result == 100_000 else {
    print("not all values were taken: \(fromCSV.result) and \(fromXLSX.result)")
    exit(1)
}

let assessment = SamplePlan(indicators: 5_000, periods: 12).assessment
let export = AssessmentWorkbook(assessment, language: "ru")
let written = try Measuring.best(of: rounds) { try export.bytes() }
kept = Measuring.tell("60,000 figures to XLSX", written.seconds, limit: 3, unit: "s") && kept
if let again = WorkbookReader().read(SourceText(name: "e.xlsx", bytes: written.result)).workbook {
    let bare = BareWorkbook(again)
    let alone = Measuring.best(of: rounds) { bare.write() }
    print("| the same cells by libxlsxwriter alone | \(String(format: "%.2f", alone.seconds)) s | | | |")
    kept = Measuring.tell("times that", written.seconds / alone.seconds, limit: 1.5, unit: "×") && kept
}
exit(kept ? 0 : 1)
