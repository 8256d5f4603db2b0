/// A date in a cell, with a time of day where it has one.
package struct SheetDate: Hashable, Sendable, CustomStringConvertible {
    package var year: Int
    package var month: Int
    package var day: Int
    /// Since midnight.
    package var seconds: Int

    package init(year: Int, month: Int, day: Int, seconds: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.seconds = seconds
    }

    /// The date that a number of days stands for.
    ///
    /// Excel counts from 1900 and takes that year for a leap year: the days up to February are one further on than a
    /// calendar has them (ECMA-376, part 1, 18.17.4). Workbooks begun on a Macintosh may count from 1904.
    init?(serial: Double, from1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 {
            seconds = 0
            days += 1
        }
        // Days of the Gregorian calendar from 1970-01-01.
        let start = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        self.init(daysSince1970: start + days, seconds: seconds)
    }

    /// Counts in years that begin in March, so that the leap day comes last.
    private init(daysSince1970 days: Int, seconds: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
            seconds: seconds
        )
    }

    /// - Parameter iso: `2021-04-29`, or with a time, `2021-04-29T10:00:00`.
    init?(iso: String) {
        let halves = iso.utf8.split(separator: UInt8(ascii: "T"), maxSplits: 1)
        let parts = (halves.first ?? Substring().utf8).split(separator: UInt8(ascii: "-")).map { Int(Substring($0)) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...9999).contains(year),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var seconds = 0
        if halves.count == 2 {
            let times = halves[1].split(separator: UInt8(ascii: ":")).prefix(3)
                .compactMap { Int(Substring($0.prefix(2))) }
            guard times.count >= 2, times.allSatisfy({ (0..<60).contains($0) }) else { return nil }
            seconds = times[0] * 3600 + times[1] * 60 + (times.count > 2 ? times[2] : 0)
        }
        self.init(year: year, month: month, day: day, seconds: seconds)
    }

    /// As ISO 8601 has it: `2021-04-29`, with the time where there is one.
    package var description: String {
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        guard seconds > 0 else { return date }
        return date + " \(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }
}
