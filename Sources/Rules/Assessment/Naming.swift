package import ActionPlan
package import Language

extension WrittenLanguage {
    /// A day in figures.
    package func shortDate(_ day: Day) -> String {
        let date = day.date
        return shortDate(year: date.year, month: date.month, day: date.day)
    }

    /// A day in words.
    package func longDate(_ day: Day) -> String {
        let date = day.date
        return longDate(year: date.year, month: date.month, day: date.day)
    }

    /// The name of a period: its title in a custom calendar, else after the calendar's frequency.
    package func name(of period: ReportingPeriod, _ frequency: ReportingCalendar.Frequency) -> String {
        let date = period.days.end.date
        switch frequency {
        case .monthly: return month(year: date.year, month: date.month)
        case .quarterly: return quarter(year: date.year, number: (date.month + 2) / 3)
        case .halfYearly: return halfYear(year: date.year, number: (date.month + 5) / 6)
        case .yearly: return year(date.year)
        case .custom: return period.title?.best(for: rawValue).text ?? period.id.rawValue
        }
    }
}

extension PlanIndex {
    /// The name of a period of an item's calendar in several languages.
    package func name(of period: PeriodID, for item: ItemID) -> LocalizedText {
        guard let id = indicator(item)?.calendar ?? activity(item)?.calendar, let calendar = calendar(id),
            let found = calendar.period(period)
        else { return LocalizedText(period.rawValue, language: plan.languages.first ?? "en") }
        return LocalizedText(
            plan.languages.map { language in
                let name = WrittenLanguage(tag: language).name(of: found, calendar.frequency)
                return LocalizedText.Entry(language: language, text: name)
            }
        )
    }
}
