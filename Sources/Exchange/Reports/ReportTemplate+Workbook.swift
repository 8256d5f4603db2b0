import ActionPlan
import Language
package import Rules
package import Spreadsheet

extension ReportTemplate {
    /// The template as a workbook: a sheet for each objective, besides one with instructions.
    ///
    /// - Parameter claims: the statuses that an agency may claim.
    /// - Returns: XLSX.
    /// - Throws: ``WorkbookError`` where the machine cannot write it.
    package func workbook(claims: [Status]) throws(WorkbookError) -> [UInt8] {
        let words = TemplateWords(language: language)
        let writer = try WorkbookWriter(title: words.reportsDue, date: SheetDate(assessment.asOf))
        let cover = try writer.sheet(words.instructions)
        let hidden = try writer.sheet("lists")
        hidden.hide()
        let lists = TemplateLists(hidden)
        var contents: [(sheet: String, count: Int)] = []
        for (objective, owed) in owedByObjective {
            let name = [objective.code, objective.title.best(for: language).text].compactMap { $0 }
                .joined(separator: " ")
            let sheet = try writer.sheet(name)
            TemplateSheet(self, words, owed, claims: claims, lists: lists).write(to: sheet, title: name)
            contents.append((sheet.name, owed.count))
        }
        writeCover(cover, words, contents)
        return try writer.finish()
    }

    /// What is owed, under the objective at the top of the plan to which it belongs, in the order of the plan.
    private var owedByObjective: [(Objective, [OwedReport])] {
        let index = assessment.plan
        let top = Dictionary(grouping: owed) { report in
            (index.ancestors(of: report.key.item) + [report.key.item]).first { index.parent(of: $0) == nil }
        }
        return index.plan.objectives.compactMap { objective in top[objective.id].map { (objective, $0) } }
    }

    private func writeCover(_ sheet: SheetWriter, _ words: TemplateWords, _ contents: [(sheet: String, count: Int)]) {
        sheet.hideGrid()
        sheet.printAcross()
        sheet.width(4, columns: 1...1)
        sheet.width(90, columns: 2...2)
        sheet.width(18, columns: 3...3)
        sheet.write(
            "\(words.reportsDue): \(agency.title.best(for: language).text)",
            row: 1,
            column: 1,
            style: SheetLook.title
        )
        let plan = assessment.plan.plan.title.best(for: language).text
        sheet.write(plan, row: 2, column: 1, style: SheetLook.remark.with { $0.wraps = false })
        sheet.write(
            "\(words.asOf) \(writing.shortDate(assessment.asOf))",
            row: 3,
            column: 1,
            style: SheetLook.remark.with { $0.wraps = false }
        )
        var row = 5
        for (offset, step) in words.steps.enumerated() {
            sheet.write(Double(offset + 1), row: row, column: 1)
            sheet.write(step, row: row, column: 2, style: CellStyle().with { $0.wraps = true })
            if let height = SheetLook.height([(step, 90)]) { sheet.height(height, row: row) }
            row += 1
        }
        row += 1
        for (text, style) in [
            (words.toFillIn, SheetLook.open), (words.given, SheetLook.given),
            ("– : \(words.doesNotApply)", SheetLook.given),
        ] {
            sheet.write(text, row: row, column: 2, style: style.with { $0.isLocked = true })
            row += 1
        }
        row += 1
        guard !contents.isEmpty else {
            sheet.write(words.nothingDue, row: row, column: 2, style: SheetLook.title)
            return
        }
        sheet.write(words.sheet, row: row, column: 2, style: SheetLook.heading)
        sheet.write(words.rows, row: row, column: 3, style: SheetLook.heading)
        if let height = SheetLook.height([(words.rows, 18)]) { sheet.height(height, row: row) }
        for (name, count) in contents {
            row += 1
            sheet.write(name, row: row, column: 2, style: SheetLook.cell)
            sheet.write(Double(count), row: row, column: 3, style: SheetLook.cell)
        }
        sheet.protect()
        sheet.activate()
    }
}
