package import ActionPlan
package import Mail

extension MailDate {
    /// An instant.
    package init(_ moment: Moment) {
        let day = moment.day(at: .zero)
        let (year, month, dayOfMonth) = day.date
        self.init(
            year: year,
            month: month,
            day: dayOfMonth,
            weekday: day.weekday,
            second: Int(moment.seconds - Moment(startOf: day, at: .zero).seconds)
        )
    }
}
