import Testing

@testable import ActionPlan

@Suite("Reporting calendars")
struct CalendarTests {
    private func periods(
        _ frequency: ReportingCalendar.Frequency,
        _ start: String,
        _ end: String,
        dueDay: Int = 15,
        dueMonth: Int = 1,
        grace: Int = 5
    ) throws -> [ReportingPeriod] {
        let days = try #require(DayRange(day(start), day(end)))
        return ReportingCalendar.regularPeriods(
            frequency,
            within: days,
            dueDay: dueDay,
            dueMonth: dueMonth,
            graceDays: grace
        )
    }

    @Test("months have 28 to 31 days, and reports due on the 31st are due on the last day of a shorter month")
    func months() throws {
        let periods = try periods(.monthly, "2020-01-01", "2021-02-28", dueDay: 31)
        #expect(periods.count == 14)
        #expect(periods.map(\.days.count) == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28])
        #expect(periods[0].due.description == "2020-02-29")
        #expect(periods[12].due.description == "2021-02-28")
        #expect(periods[1].due.description == "2020-03-31")
        #expect(periods[2].due.description == "2020-04-30")
        #expect(periods[11].due.description == "2021-01-31")
        #expect(periods[11].graceEnd.description == "2021-02-05")
    }

    @Test("periods are named after their frequency")
    func names() throws {
        #expect(try periods(.monthly, "2020-09-01", "2020-10-31").map(\.id.rawValue) == ["2020-09", "2020-10"])
        #expect(
            try periods(.quarterly, "2020-07-01", "2021-03-31").map(\.id.rawValue) == ["2020-Q3", "2020-Q4", "2021-Q1"]
        )
        #expect(
            try periods(.halfYearly, "2020-01-01", "2021-06-30").map(\.id.rawValue) == [
                "2020-H1", "2020-H2", "2021-H1",
            ]
        )
        #expect(try periods(.yearly, "2020-01-01", "2021-12-31").map(\.id.rawValue) == ["2020", "2021"])
        #expect(try periods(.custom, "2020-01-01", "2021-12-31").isEmpty)
    }

    @Test("a plan that begins or ends within a period shortens it; the report is due as for a whole one")
    func shortened() throws {
        let periods = try periods(.halfYearly, "2020-02-15", "2022-11-20")
        #expect(periods.map(\.id.rawValue) == ["2020-H1", "2020-H2", "2021-H1", "2021-H2", "2022-H1", "2022-H2"])
        #expect(periods.first?.days.start.description == "2020-02-15")
        #expect(periods.first?.days.end.description == "2020-06-30")
        #expect(periods.last?.days.start.description == "2022-07-01")
        #expect(periods.last?.days.end.description == "2022-11-20")
        #expect(periods.last?.due.description == "2023-01-15")
    }

    @Test(
        "periods follow each other without gap or overlap, whatever the plan's days",
        arguments: ReportingCalendar.Frequency.allCases.filter { $0 != .custom }
    )
    func seamless(frequency: ReportingCalendar.Frequency) throws {
        for offset in stride(from: 0, to: 800, by: 7) {
            let start = try day("2019-03-10") + offset
            let periods = try periods(frequency, start.description, (start + 500 + offset).description)
            #expect(periods.first?.days.start == start)
            #expect(periods.last?.days.end == start + 500 + offset)
            for (before, after) in zip(periods, periods.dropFirst()) {
                #expect(before.days.end + 1 == after.days.start)
            }
            #expect(Set(periods.map(\.id)).count == periods.count)
            #expect(periods.allSatisfy { $0.due >= $0.days.end && $0.graceEnd == $0.due + 5 })
        }
    }

    @Test("a report can be due many months after its period")
    func dueMonths() throws {
        #expect(
            try periods(.yearly, "2020-01-01", "2020-12-31", dueDay: 30, dueMonth: 2).first?.due.description
                == "2021-02-28"
        )
        #expect(
            try periods(.yearly, "2020-01-01", "2020-12-31", dueDay: 1, dueMonth: 13).first?.due.description
                == "2022-01-01"
        )
    }

    @Test("a custom calendar lists its own periods, gaps allowed")
    func custom() throws {
        let plan = try #require(PlanLoader.load([try Fixtures.source("valid/plans/everything.yaml")]).plan)
        let rounds = try #require(plan.calendars.first { $0.id == "rounds" })
        #expect(rounds.periods.map(\.id.rawValue) == ["first-round", "second-round"])
        #expect(rounds.periods[0].graceEnd.description == "2021-02-10")
        #expect(rounds.periods[0].title?["ru"] == "Первый")
        #expect(rounds.period(PeriodID(rawValue: "second-round"))?.days.start.description == "2021-02-01")
    }
}

@Suite("Days")
struct DayTests {
    @Test(
        "a day that the calendar does not have is none",
        arguments: [
            "2021-02-30", "2021-02-29", "1900-02-29", "2021-04-31", "2021-13-01", "2021-00-01", "2021-01-00",
            "2021-01-32", "0000-01-01",
            "21-01-01", "2021-1-1", "2021-01-01T00:00", "2021/01/01", " 2021-01-01", "２０２１-01-01", "",
            "2021-01-0\u{301}1",
        ]
    )
    func none(text: String) { #expect(Day(text) == nil) }

    @Test("a day is written as it is read, over four hundred years and beyond")
    func roundTrip() throws {
        var current = try day("1899-12-25")
        for _ in 0..<2000 {
            #expect(Day(current.description) == current)
            current = current + 73
        }
        #expect(try day("2000-02-29") + 366 == Day("2001-03-01"))
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("0001-01-01")?.number == -719_162)
        #expect(Day("9999-12-31")?.number == 2_932_896)
    }
}
