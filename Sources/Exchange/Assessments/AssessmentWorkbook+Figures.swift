import ActionPlan
import Language
import Rules
import Spreadsheet

extension AssessmentWorkbook {
    /// The figures of indicators period by period, each followed by its parts; one that is not there has its state.
    func writeFigures(_ sheet: SheetWriter) {
        var table = TableSheet(
            sheet,
            row: Self.firstRow,
            columns: [
                .init(words("Item"), 20), .init(words("Title"), 50), .init(words("Period"), 12),
                .init(words("From"), 12), .init(words("To"), 12), .init(words("Breakdown"), 24),
                .init(words("State"), 18), .init(words("Value"), 13), .init(words("In words"), 24),
                .init(words("Target"), 13), .init(words("Expected by then"), 13), .init(words("Source"), 18),
            ]
        )
        for assessed in assessment.indicators {
            guard let indicator = plan.indicator(assessed.id) else { continue }
            let title = text(indicator.title)
            for period in assessed.periods { add(period, indicator, title, to: &table) }
        }
        table.settle(frozenColumns: 3)
    }

    private func add(_ period: PeriodAssessment, _ indicator: Indicator, _ title: String, to table: inout TableSheet) {
        let decimals = indicator.measure.decimals
        let start: [TableSheet.Value] = [
            .text(indicator.id.rawValue), .text(title), .text(period.period.id.rawValue),
            .day(period.period.days.start),
            .day(period.period.days.end),
        ]
        let source = TableSheet.Value.text(words(period.isIllustrative ? "illustrative" : "of the plan itself"))
        let isShown = period.state == .value || period.state == .zero
        table.add(
            start + [
                .empty, .text(state(period.state)), isShown ? number(period.actual, decimals) : .empty,
                isShown ? .text(inWords(period.value, indicator)) : .empty, target(period.target, indicator),
                number(period.expected, max(decimals, 1)), source,
            ]
        )
        guard period.state != .withheld else { return }
        for cell in period.cells {
            let state = self.state(cell.value == 0 ? .zero : .value)
            table.add(
                start + [
                    .text(breakdown(cell.categories)), .text(state), .number(cell.value, decimals: decimals), .empty,
                    .empty, .empty, source,
                ]
            )
        }
        for categories in period.withheldCells {
            table.add(
                start + [
                    .text(breakdown(categories)), .text(self.state(.withheld)), .empty, .empty, .empty, .empty, source,
                ]
            )
        }
    }

    private func breakdown(_ categories: [ReportContent.CellCategory]) -> String {
        categories
            .map { cell in
                let dimension = plan.plan.dimensions.first { $0.id == cell.dimension }
                let category = dimension?.categories.first { $0.id == cell.category }
                return
                    "\(dimension.map { text($0.title) } ?? cell.dimension): \(category.map { text($0.title) } ?? cell.category)"
            }
            .joined(separator: ", ")
    }

    /// What is no number: a level, a text, the day of a milestone, the parts of a share.
    private func inWords(_ value: ReportedValue?, _ indicator: Indicator) -> String {
        switch value {
        case .number?, nil: return ""
        case .ratio(let numerator, let denominator)?:
            return "\(writing.number(numerator)) / \(writing.number(denominator))"
        case .category(let id)?, .level(let id)?: return word(id, indicator)
        case .text(let text)?: return self.text(text)
        case .milestone(let isAchieved, let day)?:
            return words(isAchieved ? "yes" : "no") + (day.map { ", " + writing.shortDate($0) } ?? "")
        case .implementation(let status)?: return status.rawValue
        }
    }
}
