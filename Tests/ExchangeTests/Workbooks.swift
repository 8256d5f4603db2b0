import ActionPlan
import Diagnostics
import Exchange
import Rules
import Spreadsheet

/// Makes sheets for tests, and reads what an agency sends in them.
enum Workbooks {
    /// A sheet whose rows are given as lines of cells divided by `|`; numbers are numbers, the rest texts.
    static func sheet(
        _ name: String,
        _ lines: [String],
        merged: [CellRange] = [],
        isHidden: Bool = false
    ) -> Sheet {
        let rows = lines.enumerated()
            .map { number, line in
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                return Sheet.Row(
                    number: number + 1,
                    cells: cells.enumerated().filter { !$0.element.isEmpty }
                        .map { Sheet.Cell(column: $0.offset + 1, content: content($0.element)) }
                )
            }
            .filter { !$0.cells.isEmpty }
        return Sheet(name: name, isHidden: isHidden, rows: rows, merged: merged)
    }

    static func sheet(_ lines: [String], merged: [CellRange] = []) -> Sheet {
        sheet("Hasabat", lines, merged: merged)
    }

    private static func content(_ text: String) -> CellContent {
        if text.hasPrefix("#") { return .fault(text) }
        if text == "=" { return .uncomputed }
        if text.hasSuffix("%%"), let number = Double(text.dropLast(2)) { return .percentage(number / 100) }
        return Double(text).map { .number($0) } ?? .text(text)
    }

    static func read(
        _ sheets: Sheet...,
        agency: String = "moi",
        today: Day = SmallPlan.lastDay
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        ReportTableReader(SmallPlan.index, agency: AgencyID(rawValue: agency), statuses: [])
            .reports(Workbook(sheets: sheets), of: "t.xlsx", today: today)
    }

    /// The small plan, with an agency that owes some reports and nothing else known.
    static func assessment(owed: [(item: String, period: String)] = []) -> Assessment {
        let index = SmallPlan.index
        let none = ItemVerdicts([])
        let agency = AgencyID(rawValue: "moi")
        return Assessment(
            plan: index,
            asOf: SmallPlan.lastDay,
            knownAt: Moment(seconds: 0),
            packs: [],
            statuses: StatusSet([]),
            indicators: [],
            activities: [],
            objectives: [],
            agencies: [
                AgencyAssessment(
                    id: agency,
                    verdicts: none,
                    items: [],
                    tally: Tally(),
                    reports: ReportCounts(),
                    owed: owed.map { entry in
                        OwedReport(
                            key: ReportKey(
                                item: ItemID(rawValue: entry.item),
                                period: PeriodID(rawValue: entry.period),
                                agency: agency
                            ),
                            reason: .due,
                            due: SmallPlan.lastDay,
                            daysLate: 0
                        )
                    }
                )
            ],
            overall: PlanAssessment(
                verdicts: none,
                tally: Tally(),
                indicatorTally: Tally(),
                activityTally: Tally(),
                reports: ReportCounts(),
                isIllustrative: true
            ),
            findings: FindingList(index.plan),
            edition: .public
        )
    }
}
