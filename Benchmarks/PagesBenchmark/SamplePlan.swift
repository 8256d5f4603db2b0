/// A made-up plan of a size and reports on it, the same every time, as the files that people write.
struct SamplePlan {
    let activities: Int

    static let agencies = 20
    static let objectives = 20
    static let indicatorsOfEach = 5
    static let periods = (2020...2022).flatMap { year in (1...4).map { "\(year)-Q\($0)" } }

    /// The file of the plan.
    var plan: String {
        var text = """
            format: nap-plan/1
            plan:
              id: sample
              title: {en: "National plan for safe bridges 2020-2022", ru: "Национальный план безопасности мостов на 2020–2022 годы", tk: "2020-2022-nji ýyllar üçin köprüleriň howpsuzlygynyň milli meýilnamasy"}
              short-title: {en: "Safe bridges 2020-2022", ru: "Безопасные мосты 2020–2022", tk: "Howpsuz köprüler 2020-2022"}
              start: 2020-01-01
              end: 2022-12-31
              languages: [en, ru, tk]
              utc-offset: "+05:00"
              provenance: {kind: illustrative}
              awaiting-review: [tk]
              calendar: quarterly
              rules: [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}, {pack: data-quality, version: "1.0"}]
              headline: [pace, core]
              meetings: [{date: 2022-10-20}]
            calendars:
              - {id: quarterly, frequency: quarterly, due-day: 15, grace-days: 10}
            agencies:

            """
        for agency in 0..<Self.agencies {
            text += "  - {id: agency\(agency), title: \(SampleTexts.agency(agency)), kind: ministry}\n"
        }
        text += "objectives:\n"
        for objective in 0..<Self.objectives {
            text += "  - id: o\(objective)\n    code: \"\(objective + 1)\"\n"
            text += "    title: \(SampleTexts.objective(objective + 1))\n    activities:\n"
            for activity in stride(from: objective, to: activities, by: Self.objectives) { text += yaml(activity) }
        }
        return text
    }

    private func yaml(_ activity: Int) -> String {
        var text = """
                  - id: a\(activity)
                    code: "\(activity % Self.objectives + 1).\(activity / Self.objectives + 1)"
                    title: \(SampleTexts.activity(activity))
                    description: \(SampleTexts.activityDescription(activity))
                    lead: agency\(activity % Self.agencies)
                    partners: [agency\((activity + 1) % Self.agencies)]
                    timing: {kind: permanent}
                    indicators:

            """
        for number in 0..<Self.indicatorsOfEach {
            let isContext = number == Self.indicatorsOfEach - 1
            let target = number % 3 == 1 ? 50 : 600
            text += """
                          - id: i\(activity)-\(number)
                            title: \(SampleTexts.indicator(number, of: activity))
                            measure: unit
                            unit: \(SampleTexts.unit)
                            counts: things
                            direction: \(isContext ? "contextual" : "increase")
                            accumulation: \(["cumulative", "per-period", "point-in-time"][number % 3])
                            baseline: {value: 0, year: 2019}
                            \(isContext ? "" : "target: {value: \(target)}")
                            definition: \(SampleTexts.definition)
                            means-of-verification: \(SampleTexts.verification)

                """
        }
        return text
    }

    /// The files of the reports: one for each agency and period.
    var reports: [(name: String, text: String)] {
        (0..<Self.agencies)
            .flatMap { agency in
                Self.periods.indices.map { ("agency\(agency)-\(Self.periods[$0]).yaml", reports(agency, $0)) }
            }
    }

    private func reports(_ agency: Int, _ period: Int) -> String {
        let (year, quarter) = (2020 + period / 4, period % 4)
        // The third quarter of each year comes after the days of grace.
        let day = quarter == 2 ? "28" : "10"
        let sent = quarter == 3 ? "\(year + 1)-01-\(day)" : "\(year)-\(["04", "07", "10"][quarter])-\(day)"
        var text = """
            format: nap-reports/1
            plan: sample
            agency: agency\(agency)
            submitted: \(sent)T10:00+05:00
            provenance: {kind: illustrative}
            reports:

            """
        for activity in stride(from: agency, to: activities, by: Self.agencies) {
            for number in 0..<Self.indicatorsOfEach where !Self.isMissing(activity, number, period) {
                text += "  - " + report(activity, number, period) + "\n"
            }
        }
        return text
    }

    /// One in fifteen reports does not come.
    private static func isMissing(_ activity: Int, _ number: Int, _ period: Int) -> Bool {
        (activity * 7 + number * 5 + period * 3) % 15 == 14
    }

    /// A report in the form of a file of reports.
    func report(_ activity: Int, _ number: Int, _ period: Int) -> String {
        // One in seven indicators runs behind; a quarter's figure goes up and down a little.
        let pace = (activity * 3 + number) % 7 == 6 ? 22 : 47
        let change = (activity * 31 + number * 17 + period * 7) % 5
        let value = number % 3 == 1 ? pace + change : (period + 1) * pace + change
        let claim = period % 4 == 3 ? ", claim: on-track" : ""
        let comment =
            (activity + period) % 6 == 0
            ? ", comment: {ru: \"Работы приняты по акту; сведения по двум районам уточняются.\"}" : ""
        // One in twelve reports names no evidence.
        let evidence =
            (activity * 5 + number + period) % 12 == 11
            ? ""
            : ", evidence: [{title: {ru: \"Акт приёмки \(period + 1)-\(activity)\"}, url: \"https://example.org/acts/\(activity)/\(period)\"}]"
        return
            "{item: i\(activity)-\(number), period: \(Self.periods[period]), value: \(value)\(claim)\(comment)\(evidence)}"
    }
}
