import ActionPlan
import Language
import Rules
import Spreadsheet

extension AssessmentWorkbook {
    /// The plan as its tree: what is to be done, by whom, by when, how it is measured, and how it stands.
    func writeMatrix(_ sheet: SheetWriter) {
        var table = TableSheet(
            sheet,
            row: Self.firstRow,
            columns: [
                .init(words("No."), 9), .init(words("Kind"), 14), .init(words("Title"), 55), .init(words("Lead"), 24),
                .init(words("Implementers and partners"), 30), .init(words("Time"), 24), .init(words("Baseline"), 13),
                .init(words("Target"), 13), .init(words("By"), 12), .init(words("Latest value"), 13),
                .init(words("Status"), 24, showsStatus: true), .init(words("Source"), 18), .init(words("Item"), 20),
            ]
        )
        let rows = Dictionary(uniqueKeysWithValues: assessment.indicators.map { ($0.id, $0) })
        let activities = Dictionary(uniqueKeysWithValues: assessment.activities.map { ($0.id, $0.verdicts) })
        let objectives = Dictionary(uniqueKeysWithValues: assessment.objectives.map { ($0.id, $0.verdicts) })
        var waiting = Array(plan.roots.reversed())
        while let reference = waiting.popLast() {
            switch reference {
            case .objective(let id):
                if let objective = plan.objective(id) {
                    table.add(cells(objective, objectives[id]), style: SheetLook.given.with { $0.isBold = true })
                }
            case .activity(let id):
                if let activity = plan.activity(id) { table.add(cells(activity, activities[id])) }
            case .indicator(let id):
                if let indicator = plan.indicator(id) {
                    table.add(cells(indicator, rows[id]), style: SheetLook.cell.with { $0.isItalic = true })
                }
            }
            waiting += plan.children(of: reference.id).reversed()
        }
        table.color(assessment.statuses, name)
        table.settle(frozenColumns: 3)
    }

    private func cells(_ objective: Objective, _ verdicts: ItemVerdicts?) -> [TableSheet.Value] {
        [
            .text(objective.code ?? ""), .text(objective.kind.map { text($0) } ?? words("Objective")),
            .text(text(objective.title)), .text(agency(objective.lead)), .empty, .empty, .empty, .empty, .empty, .empty,
            .text(verdicts.map(status) ?? ""), .text(source(objective.provenance)), .text(objective.id.rawValue),
        ]
    }

    private func cells(_ activity: Activity, _ verdicts: ItemVerdicts?) -> [TableSheet.Value] {
        let others = (activity.coLeads + activity.implementers + activity.partners).map { agency($0) }
        return [
            .text(activity.code ?? ""), .text(words("Activity")), .text(text(activity.title)),
            .text(agency(activity.lead)), .text(others.joined(separator: ", ")), .text(time(activity.timing)), .empty,
            .empty, activity.timing.flatMap(lastDay) ?? .empty, .empty, .text(verdicts.map(status) ?? ""),
            .text(source(activity.provenance)), .text(activity.id.rawValue),
        ]
    }

    private func cells(_ indicator: Indicator, _ assessed: IndicatorAssessment?) -> [TableSheet.Value] {
        var baseline = TableSheet.Value.empty
        if case .known(let value, _, _, _) = indicator.baseline {
            baseline = .number(value, decimals: indicator.measure.decimals)
        }
        var by = indicator.finalTarget?.by
        if case .milestone(let due, _) = indicator.measure { by = due }
        let latest = assessed?.periods.last { $0.state == .value || $0.state == .zero }
        return [
            .text(indicator.code ?? ""), .text(words("Indicator")), .text(text(indicator.title)),
            .text(agency(indicator.lead)), .text(indicator.contributors.map { agency($0) }.joined(separator: ", ")),
            .empty, baseline, target(indicator.finalTarget?.value, indicator), by.map { .day($0) } ?? .empty,
            number(latest?.actual, indicator.measure.decimals), .text(assessed.map { status($0.verdicts) } ?? ""),
            .text(source(indicator.provenance)), .text(indicator.id.rawValue),
        ]
    }

    /// In the plan's own words, where it has any.
    private func time(_ timing: Timing?) -> String {
        guard let timing else { return "" }
        if let stated = timing.stated { return stated }
        if timing.kind == .permanent { return words("permanent") }
        return "\(writing.shortDate(timing.days.start)) – \(writing.shortDate(timing.days.end))"
    }

    private func lastDay(_ timing: Timing) -> TableSheet.Value? {
        timing.kind == .permanent ? nil : .day(timing.days.end)
    }
}
