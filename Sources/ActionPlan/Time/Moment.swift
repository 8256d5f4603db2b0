/// An instant in whole seconds, UTC.
package struct Moment: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    /// The instant a number of seconds after 1970-01-01T00:00:00Z.
    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The start of a day at an offset from UTC.
    package init(startOf day: Day, at offset: UTCOffset) {
        seconds = Int64(day.number) * 86_400 - Int64(offset.seconds)
    }

    /// An instant written as RFC 3339 has it, such as `2020-07-14T10:30:00+05:00` or `2020-07-14T05:30Z`
    /// (seconds may be left out; fractions are dropped), or nil.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self))
        else { return nil }
        func number(_ at: Int, below limit: Int) -> Int? {
            guard at + 2 <= bytes.count else { return nil }
            let tens = Int(bytes[at]) - 48
            let units = Int(bytes[at + 1]) - 48
            guard (0...9).contains(tens), (0...9).contains(units), tens * 10 + units < limit else { return nil }
            return tens * 10 + units
        }
        guard let hour = number(11, below: 24), bytes[13] == UInt8(ascii: ":"), let minute = number(14, below: 60)
        else { return nil }
        var index = 16
        var second = 0
        if bytes[index] == UInt8(ascii: ":") {
            guard let value = number(17, below: 60) else { return nil }
            second = value
            index = 19
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
                index += 1
                while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            }
        }
        guard let offset = UTCOffset(String(decoding: bytes[index...], as: UTF8.self)) else { return nil }
        seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset.seconds)
    }

    /// The day on which it falls at an offset from UTC.
    package func day(at offset: UTCOffset) -> Day {
        let local = seconds + Int64(offset.seconds)
        return Day(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// Whether one instant comes before another.
    package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}

extension Moment: CustomStringConvertible {
    /// The instant as `2020-07-14T05:30:00Z`.
    package var description: String {
        let day = day(at: .zero)
        let rest = Int(seconds - Int64(day.number) * 86_400)
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        return "\(day)T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }
}
