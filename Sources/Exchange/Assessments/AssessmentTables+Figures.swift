import ActionPlan
import Rules

extension AssessmentTables {
    /// The figures of indicators period by period, then their breakdown; a figure that is not there has its state.
    package var figures: DataTable {
        var table = DataTable(
            name: "figures",
            title: "The figures of indicators, period by period, with their breakdown",
            columns: [
                .init("item", .text, "#indicator+code", "The indicator", .names("items")),
                .init("period", .text, "#date+period", "The reporting period"),
                .init("start", .day, "#date+start", "Its first day"),
                .init("end", .day, "#date+end", "Its last day"),
                .init("breakdown", .text, "#description+breakdown", "dimension=category of a part; empty of the whole"),
                .init(
                    "state",
                    .text,
                    "#status+state",
                    "What is known: value, zero, nil, due, overdue, withheld and so on"
                ),
                .init("value", .number, "#indicator+value+num", "The figure; of a share its percentage"),
                .init("numerator", .number, "#indicator+value+numerator", "Of a share"),
                .init("denominator", .number, "#indicator+value+denominator", "Of a share"),
                .init("word", .text, "#indicator+value+text", "A level, category or text that is the value"),
                .init("target", .text, "#indicator+target", "The period's own target: a number or a level"),
                .init("expected", .number, "#indicator+expected", "What is expected by the end of the period"),
                .init("illustrative", .flag, "#meta+illustrative", "yes: made up to show how it could be"),
            ]
        )
        for indicator in assessment.indicators {
            for period in indicator.periods { add(period, of: indicator.id, to: &table) }
        }
        return table
    }

    private func add(_ period: PeriodAssessment, of item: ItemID, to table: inout DataTable) {
        let start: [DataTable.Cell] = [
            .text(item.rawValue), .text(period.period.id.rawValue), .day(period.period.days.start),
            .day(period.period.days.end),
        ]
        let mark = DataTable.Cell.flag(period.isIllustrative)
        var target = DataTable.Cell.empty
        switch period.target {
        case .number(let number): target = .number(number)
        case .level(let id): target = .text(id)
        case nil: break
        }
        let isShown = period.state == .value || period.state == .zero
        table.rows.append(
            start + [.empty, .text(period.state.rawValue)]
                + (isShown ? Self.value(period) : [.empty, .empty, .empty, .empty])
                + [target, period.expected.map { .number($0) } ?? .empty, mark]
        )
        guard period.state != .withheld else { return }
        func breakdown(_ categories: [ReportContent.CellCategory]) -> DataTable.Cell {
            .text(categories.map { "\($0.dimension)=\($0.category)" }.joined(separator: " "))
        }
        let rest = Array(repeating: DataTable.Cell.empty, count: 5) + [mark]
        for cell in period.cells {
            let state: ValueState = cell.value == 0 ? .zero : .value
            table.rows.append(
                start + [breakdown(cell.categories), .text(state.rawValue), .number(cell.value)] + rest
            )
        }
        for categories in period.withheldCells {
            table.rows.append(
                start + [breakdown(categories), .text(ValueState.withheld.rawValue), .empty] + rest
            )
        }
    }

    /// The number, the parts of a share, and the word of a period.
    private static func value(_ period: PeriodAssessment) -> [DataTable.Cell] {
        let number: DataTable.Cell = period.actual.map { .number($0) } ?? .empty
        func word(_ text: String) -> [DataTable.Cell] { [number, .empty, .empty, .text(text)] }
        switch period.value {
        case .number, nil: return [number, .empty, .empty, .empty]
        case .ratio(let numerator, let denominator):
            return [number, .number(numerator), .number(denominator), .empty]
        case .category(let id), .level(let id): return word(id)
        case .text(let text): return word(text.entries.first?.text ?? "")
        case .milestone(let isAchieved, let day):
            return word(isAchieved ? "achieved" + (day.map { " \($0)" } ?? "") : "not-achieved")
        case .implementation(let status): return word(status.rawValue)
        }
    }
}
