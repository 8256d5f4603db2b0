import ActionPlan
import Diagnostics
import Exchange
import Rules
import Testing

@Suite("Assessments as tables")
struct AssessmentTablesTests {
    private static func period(
        _ state: ValueState,
        _ actual: Double?,
        value: ReportedValue? = nil
    ) throws -> PeriodAssessment {
        PeriodAssessment(
            period: try #require(try plan().calendars.first?.periods.first),
            state: state,
            actual: actual,
            value: value,
            target: nil,
            expected: 12.5,
            reports: [],
            cells: [],
            verdicts: [],
            isIllustrative: false
        )
    }

    private static func plan() throws -> Plan {
        let text = """
            format: nap-plan/1
            plan:
              {id: p, title: P, start: 2020-01-01, end: 2020-12-31, languages: [en], provenance: {kind: illustrative}}
            agencies: [{id: a, title: A, kind: ministry}]
            calendars: [{id: half, frequency: half-yearly, due-day: 15}]
            objectives:
              - {id: o, title: O, lead: a, activities: [{id: act, title: T}], indicators: [{id: i, title: I, measure: unit, unit: things, direction: increase, accumulation: per-period, calendar: half}]}
            """
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "plan.yaml", bytes: Array(text.utf8))])
        return try #require(plan, "\(TextRenderer().render(diagnostics))")
    }

    private static func figures(_ periods: [PeriodAssessment]) throws -> [Substring] {
        let index = PlanIndex(try plan())
        let verdicts = ItemVerdicts([])
        let indicator = IndicatorAssessment(
            id: ItemID(rawValue: "i"),
            verdicts: verdicts,
            periods: periods,
            latest: nil,
            reports: ReportCounts(),
            isIllustrative: true
        )
        let assessment = Assessment(
            plan: index,
            asOf: try #require(Day("2020-08-01")),
            knownAt: Moment(seconds: 0),
            packs: [],
            statuses: StatusSet([]),
            indicators: [indicator],
            activities: [],
            objectives: [],
            agencies: [],
            overall: PlanAssessment(
                verdicts: verdicts,
                tally: Tally(),
                indicatorTally: Tally(),
                activityTally: Tally(),
                reports: ReportCounts(),
                isIllustrative: true
            ),
            findings: FindingList(index.plan),
            edition: .public
        )
        return String(decoding: AssessmentTables(assessment).figures.csv(.spreadsheet), as: UTF8.self)
            .split(separator: "\r\n")
    }

    @Test("a figure that is not there is an empty cell with its state, and zero is 0")
    func absence() throws {
        let rows = try Self.figures([
            try Self.period(.overdue, nil), try Self.period(.zero, 0, value: .number(0)),
            try Self.period(.value, 36.7, value: .number(36.7)),
        ])
        #expect(rows[1].contains(";overdue;;;;;"))
        #expect(rows[2].contains(";zero;0;;;;"))
        #expect(rows[3].hasSuffix(";value;\"36,7\";;;;;\"12,5\";no"))
    }

    @Test("a withheld figure is not in the table, even where it was left in the assessment")
    func withheld() throws {
        var period = try Self.period(.withheld, 7, value: .ratio(numerator: 7, denominator: 9))
        period.cells = [
            ReportContent.Cell(categories: [.init(dimension: "sex", category: "female")], value: 7)
        ]
        period.expected = nil
        let rows = try Self.figures([period])
        #expect(rows.count == 2)
        #expect(!rows[1].replacing("2020-0", with: "").contains("7") && !rows[1].contains("9"))
    }

    @Test("a part that is withheld is named without its figure")
    func withheldPart() throws {
        var period = try Self.period(.value, 40)
        period.withheldCells = [[.init(dimension: "sex", category: "female")]]
        #expect(try Self.figures([period]).last?.contains(";sex=female;withheld;;;;") == true)
    }
}
