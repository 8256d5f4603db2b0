import ActionPlan
import Language
import Rules
import Spreadsheet

extension AssessmentWorkbook {
    /// What every pack says of every item, and why.
    func writeItems(_ sheet: SheetWriter) {
        var table = TableSheet(
            sheet,
            row: Self.firstRow,
            columns: [
                .init(words("No."), 9), .init(words("Kind"), 14), .init(words("Title"), 55),
                .init(words("Status"), 24, showsStatus: true), .init(words("Why"), 70), .init(words("Rule pack"), 16),
                .init(words("Reports expected"), 12), .init(words("Reports received"), 12),
                .init(words("Reports overdue"), 12), .init(words("Item"), 20),
            ]
        )
        for item in assessment.objectives { add(item.id, words("Objective"), item.verdicts, item.reports, to: &table) }
        for item in assessment.activities { add(item.id, words("Activity"), item.verdicts, item.reports, to: &table) }
        for item in assessment.indicators { add(item.id, words("Indicator"), item.verdicts, item.reports, to: &table) }
        table.color(assessment.statuses, name)
        table.settle(frozenColumns: 3)
    }

    private func add(
        _ id: ItemID,
        _ kind: String,
        _ verdicts: ItemVerdicts,
        _ reports: ReportCounts,
        to table: inout TableSheet
    ) {
        for verdict in verdicts.all {
            table.add([
                .text(code(id)), .text(kind), .text(text(plan.title(of: id))),
                .text(assessment.statuses[verdict.status].map(name) ?? verdict.status.rawValue),
                .text(verdict.because.text(language)), .text(verdict.pack),
                .number(Double(reports.expected), decimals: 0), .number(Double(reports.received), decimals: 0),
                .number(Double(reports.overdue), decimals: 0), .text(id.rawValue),
            ])
        }
    }

    /// The number that an item bears in the printed plan.
    func code(_ id: ItemID) -> String { plan.code(of: id) ?? "" }

    /// What a person should look at.
    func writeFindings(_ sheet: SheetWriter) {
        var table = TableSheet(
            sheet,
            row: Self.firstRow,
            columns: [
                .init(words("Severity"), 16), .init(words("Title"), 55), .init(words("Period"), 14),
                .init(words("Agency"), 28), .init(words("What is the matter"), 80), .init(words("Item"), 20),
            ]
        )
        for finding in assessment.findings {
            table.add([
                .text(words(finding.severity.rawValue)), .text(text(plan.title(of: finding.item))),
                .text(finding.period?.rawValue ?? ""), .text(agency(finding.agency)),
                .text(finding.sentence.text(language)), .text(finding.item.rawValue),
            ])
        }
        table.settle(frozenColumns: 2)
    }
}
