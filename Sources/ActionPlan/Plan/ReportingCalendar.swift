/// When agencies report.
package struct ReportingCalendar: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText?
    package var frequency: Frequency
    package var graceDays: Int
    /// In the order of time, without overlap.
    package var periods: [ReportingPeriod]
    package var provenance: Provenance

    package enum Frequency: String, Sendable, CaseIterable {
        case monthly
        case quarterly
        case halfYearly = "half-yearly"
        case yearly
        case custom

        /// How many months a period has; nil for custom periods.
        package var months: Int? {
            switch self {
            case .monthly: 1
            case .quarterly: 3
            case .halfYearly: 6
            case .yearly: 12
            case .custom: nil
            }
        }
    }

    /// The period of a name.
    package func period(_ id: PeriodID) -> ReportingPeriod? { periods.first { $0.id == id } }

    /// A calendar of its parts.
    package init(
        id: String,
        title: LocalizedText? = nil,
        frequency: Frequency,
        graceDays: Int,
        periods: [ReportingPeriod],
        provenance: Provenance
    ) {
        self.id = id
        self.title = title
        self.frequency = frequency
        self.graceDays = graceDays
        self.periods = periods
        self.provenance = provenance
    }
}

/// A stretch of time on which agencies report.
package struct ReportingPeriod: Hashable, Sendable {
    package var id: PeriodID
    /// Its name in a custom calendar; others are named after the calendar's frequency.
    package var title: LocalizedText?
    package var days: DayRange
    /// The last day on which a report is on time.
    package var due: Day
    /// The last day on which a report that is due is not yet overdue.
    package var graceEnd: Day

    /// A period of its parts.
    package init(
        id: PeriodID,
        title: LocalizedText? = nil,
        days: DayRange,
        due: Day,
        graceEnd: Day
    ) {
        self.id = id
        self.title = title
        self.days = days
        self.due = due
        self.graceEnd = graceEnd
    }
}

extension ReportingCalendar {
    /// The periods of a regular frequency that lie within some days, whole or in part; those cut by the plan's start
    /// or end keep their name and are shortened.
    ///
    /// - Parameters:
    ///   - frequency: how often.
    ///   - days: the days of the plan.
    ///   - dueDay: day of the month on which reports are due; the last day of a shorter month.
    ///   - dueMonth: months after the end of the period, 1 for the month that follows.
    ///   - graceDays: days after the due day on which a report is not yet overdue.
    /// - Returns: the periods in the order of time; none for a custom frequency.
    package static func regularPeriods(
        _ frequency: Frequency,
        within days: DayRange,
        dueDay: Int,
        dueMonth: Int,
        graceDays: Int
    ) -> [ReportingPeriod] {
        guard let months = frequency.months else { return [] }
        var periods: [ReportingPeriod] = []
        let first = days.start.date
        var index = (first.year * 12 + first.month - 1) / months
        while true {
            let startMonth = index * months
            let endMonth = startMonth + months - 1
            guard let start = Day(year: startMonth / 12, month: startMonth % 12 + 1, day: 1), start <= days.end,
                let end = lastDay(ofMonth: endMonth),
                let whole = DayRange(max(start, days.start), min(end, days.end)),
                let due = self.day(dueDay, ofMonth: endMonth + dueMonth)
            else { break }
            let name = name(of: frequency, year: startMonth / 12, number: startMonth % 12 / months + 1)
            periods.append(
                ReportingPeriod(id: name, title: nil, days: whole, due: due, graceEnd: due + graceDays)
            )
            index += 1
        }
        return periods
    }

    private static func name(of frequency: Frequency, year: Int, number: Int) -> PeriodID {
        switch frequency {
        case .monthly: PeriodID(rawValue: "\(year)-\(number < 10 ? "0" : "")\(number)")
        case .quarterly: PeriodID(rawValue: "\(year)-Q\(number)")
        case .halfYearly: PeriodID(rawValue: "\(year)-H\(number)")
        case .yearly, .custom: PeriodID(rawValue: String(year))
        }
    }

    private static func lastDay(ofMonth month: Int) -> Day? { day(31, ofMonth: month) }

    private static func day(_ day: Int, ofMonth month: Int) -> Day? {
        let year = month / 12
        let length = Day.length(ofMonth: month % 12 + 1, year: year)
        return Day(year: year, month: month % 12 + 1, day: min(day, length))
    }
}
