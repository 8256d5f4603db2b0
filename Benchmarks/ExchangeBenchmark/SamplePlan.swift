import ActionPlan
import Diagnostics
import Rules

/// A plan with as many indicators and periods as a benchmark asks for, and what is reported on them.
struct SamplePlan {
    let index: PlanIndex
    let agency = AgencyID(rawValue: "agency")
    let indicators: Int
    let periods: Int

    init(indicators: Int, periods: Int) {
        self.indicators = indicators
        self.periods = periods
        let years = (periods + 11) / 12
        var text = """
            format: nap-plan/1
            plan:
              id: sample
              title: {en: Sample, ru: Образец, tk: Nusga}
              start: 2020-01-01
              end: \(2019 + years)-12-31
              languages: [en, ru, tk]
              calendar: monthly
              provenance: {kind: illustrative}
            agencies:
              - {id: agency, title: {en: Agency, ru: Ведомство, tk: Edara}, kind: ministry, language: ru}
            calendars:
              - {id: monthly, frequency: monthly, due-day: 15}
            objectives:
              - id: o
                title: {en: Objective, ru: Цель, tk: Maksat}
                lead: agency
                activities:
                  - id: a
                    title: {en: Activity, ru: Мероприятие, tk: Çäre}
                    indicators:

            """
        for number in 1...indicators {
            let titles = [
                "en: \"People trained in district \(number)\"", "ru: \"Обучено лиц в этрапе \(number)\"",
                "tk: \"\(number) etrapda okadylanlar\"",
            ]
            text += """
                          - id: i\(number)
                            title: {\(titles.joined(separator: ", "))}
                            measure: unit
                            unit: {en: persons, ru: чел., tk: adam}
                            direction: increase
                            accumulation: per-period

                """
        }
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "sample.yaml", text: text)])
        guard let plan else { preconditionFailure(TextRenderer().render(diagnostics)) }
        index = PlanIndex(plan)
    }

    /// The day after the last period.
    var today: Day { index.plan.days.end + 1 }

    /// The period of a number from 0.
    func period(_ number: Int) -> ReportingPeriod { index.plan.calendars[0].periods[number] }

    /// The figure that is reported of an indicator for a period.
    static func figure(_ indicator: Int, _ period: Int) -> Int { (indicator * 31 + period * 17) % 900 + 100 }

    /// Where the plan stands when everything is reported.
    var assessment: Assessment {
        let none = ItemVerdicts([])
        let assessed = (1...indicators)
            .map { number in
                IndicatorAssessment(
                    id: ItemID(rawValue: "i\(number)"),
                    verdicts: none,
                    periods: (0..<periods)
                        .map { period in
                            let figure = Double(Self.figure(number, period))
                            return PeriodAssessment(
                                period: self.period(period),
                                state: .value,
                                actual: figure,
                                value: .number(figure),
                                target: .number(500),
                                expected: nil,
                                reports: [],
                                cells: [],
                                verdicts: [],
                                isIllustrative: true
                            )
                        },
                    latest: nil,
                    reports: ReportCounts(),
                    isIllustrative: true
                )
            }
        return Assessment(
            plan: index,
            asOf: today,
            knownAt: Moment(seconds: 0),
            packs: [],
            statuses: StatusSet([]),
            indicators: assessed,
            activities: [],
            objectives: [],
            agencies: [],
            overall: PlanAssessment(
                verdicts: none,
                tally: Tally(),
                indicatorTally: Tally(),
                activityTally: Tally(),
                reports: ReportCounts(),
                isIllustrative: true
            ),
            findings: FindingList(index.plan),
            edition: .internal
        )
    }
}
