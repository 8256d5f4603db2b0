import ActionPlan
import Language
import Rules
import Spreadsheet

extension AssessmentWorkbook {
    /// What a chair takes into a meeting: how the plan stands, what stands badly, and which reports are missing.
    func writeBrief(_ sheet: SheetWriter) {
        var row = Self.firstRow
        let verdict = assessment.overall.verdicts.headline
        sheet.write(words("The plan as a whole"), row: row, column: 1, style: SheetLook.title)
        sheet.write(
            status(assessment.overall.verdicts),
            row: row + 1,
            column: 1,
            style: CellStyle().with { $0.isBold = true }
        )
        sheet.write(verdict?.because.text(language) ?? "", row: row + 1, column: 2)
        row = writeTallies(sheet, row: row + 3)
        row = writeBadItems(sheet, row: row + 2)
        writeOwed(sheet, row: row + 2)
        for (offset, width) in Self.widths.enumerated() { sheet.width(width, columns: (offset + 1)...(offset + 1)) }
        sheet.printAcross()
        sheet.activate()
    }

    /// Of the columns that its tables share.
    private static let widths = [42.0, 24, 70, 28, 50, 14, 14]

    private func columns(_ headings: [String]) -> [TableSheet.Column] {
        zip(headings, Self.widths).map { TableSheet.Column(words($0), $1) }
    }

    private func writeTallies(_ sheet: SheetWriter, row: Int) -> Int {
        sheet.write(words("How items stand"), row: row, column: 1, style: SheetLook.title)
        let headings = ["Level", "Total", "Good", "Attention", "Bad", "Unknown", "Not judged"]
        var table = TableSheet(sheet, row: row + 1, columns: columns(headings), setsWidths: false)
        let overall = assessment.overall
        let levels = [
            ("Objectives", overall.tally), ("Activities", overall.activityTally),
            ("Indicators", overall.indicatorTally),
        ]
        for (name, tally) in levels {
            let counts = [tally.total, tally.good, tally.attention, tally.bad, tally.unknown, tally.neutral]
            table.add([.text(words(name))] + counts.map { .number(Double($0), decimals: 0) })
        }
        table.end(isFiltered: false)
        return table.row
    }

    private func writeBadItems(_ sheet: SheetWriter, row: Int) -> Int {
        sheet.write(words("For discussion: what stands badly"), row: row, column: 1, style: SheetLook.title)
        var table = TableSheet(
            sheet,
            row: row + 1,
            columns: [
                .init(words("Title"), 42), .init(words("Status"), 24, showsStatus: true), .init(words("Why"), 70),
                .init(words("Lead"), 28), .init(words("What to do"), 50),
            ],
            setsWidths: false
        )
        let items =
            assessment.activities.map { ($0.id, $0.verdicts) } + assessment.indicators.map { ($0.id, $0.verdicts) }
        for (id, verdicts) in items {
            guard let verdict = verdicts.headline, let status = assessment.statuses[verdict.status],
                status.group == .bad
            else { continue }
            let lead = plan.lead(of: id)
            let title = [code(id), text(plan.title(of: id))].filter { !$0.isEmpty }.joined(separator: " ")
            table.add([
                .text(title), .text(name(status)), .text(verdict.because.text(language)), .text(agency(lead)),
                .text(text(status.advice)),
            ])
        }
        if table.row == row + 1 { table.add([.text(words("Nothing."))]) }
        table.color(assessment.statuses, name)
        table.end(isFiltered: false)
        return table.row
    }

    private func writeOwed(_ sheet: SheetWriter, row: Int) {
        sheet.write(words("Reports that agencies owe"), row: row, column: 1, style: SheetLook.title)
        let headings = ["Agency", "Overdue", "Due", "Returned", "Oldest due day"]
        var table = TableSheet(sheet, row: row + 1, columns: columns(headings), setsWidths: false)
        for assessed in assessment.agencies where !assessed.owed.isEmpty {
            func count(_ reason: OwedReport.Reason) -> TableSheet.Value {
                .number(Double(assessed.owed.count { $0.reason == reason }), decimals: 0)
            }
            table.add([
                .text(plan.agency(assessed.id).map { text($0.title) } ?? assessed.id.rawValue), count(.overdue),
                count(.due), count(.returned), assessed.owed.map(\.due).min().map { .day($0) } ?? .empty,
            ])
        }
        if table.row == row + 1 { table.add([.text(words("Nothing."))]) }
        table.end(isFiltered: false)
    }
}
