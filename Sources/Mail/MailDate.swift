/// An instant as the head of a mail has it (RFC 5322, 3.3), in UTC.
package struct MailDate: Hashable, Sendable {
    private let year: Int
    private let month: Int
    private let day: Int
    private let weekday: Int
    private let second: Int

    /// - Parameters:
    ///   - year: of the Gregorian calendar.
    ///   - month: 1 to 12.
    ///   - day: of the month, from 1.
    ///   - weekday: 1 for Monday to 7 for Sunday.
    ///   - second: of the day, from 0.
    package init(year: Int, month: Int, day: Int, weekday: Int, second: Int) {
        self.year = year
        self.month = min(max(month, 1), 12)
        self.day = day
        self.weekday = min(max(weekday, 1), 7)
        self.second = second
    }

    /// Such as `Sat, 10 Jul 2021 09:00:00 +0000`.
    var text: String {
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(Self.padded).joined(separator: ":")
        return "\(Self.weekdays[weekday - 1]), \(Self.padded(day)) \(Self.months[month - 1]) \(year) \(clock) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
