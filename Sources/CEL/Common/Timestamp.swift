/// An instant from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds after them, 0 to 999,999,999.
    public let nanoseconds: Int32

    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// An instant; nil outside the years 1 to 9999.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Whether one instant comes before another.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The instant a length of time later; nil outside the years 1 to 9999.
    func advanced(by duration: Duration) -> Timestamp? {
        var whole = seconds + duration.nanoseconds / 1_000_000_000
        var rest = Int64(nanoseconds) + duration.nanoseconds % 1_000_000_000
        if rest < 0 {
            rest += 1_000_000_000
            whole -= 1
        } else if rest >= 1_000_000_000 {
            rest -= 1_000_000_000
            whole += 1
        }
        return Timestamp(seconds: whole, nanoseconds: Int32(rest))
    }

    /// The length of time since another instant; nil where it is too long.
    func since(_ other: Timestamp) -> Duration? {
        let (product, overflow) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, tooLong) = product.addingReportingOverflow(Int64(nanoseconds) - Int64(other.nanoseconds))
        return overflow || tooLong ? nil : Duration(nanoseconds: sum)
    }

    /// An instant as RFC 3339 writes it, such as `2009-02-13T23:31:30.5Z`; nil where it is malformed.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        func digits(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var number = 0
            for byte in bytes[range] {
                guard (48...57).contains(byte) else { return nil }
                number = number * 10 + Int(byte - 48)
            }
            return number
        }
        func has(_ character: Character, at index: Int) -> Bool {
            index < bytes.count && bytes[index] == character.asciiValue
        }
        guard let year = digits(0..<4), has("-", at: 4), let month = digits(5..<7), has("-", at: 7),
            let day = digits(8..<10), has("T", at: 10) || has("t", at: 10), let hour = digits(11..<13),
            has(":", at: 13),
            let minute = digits(14..<16), has(":", at: 16), let second = digits(17..<19),
            hour < 24, minute < 60, second < 60, let days = CivilDate(year: year, month: month, day: day)?.days
        else { return nil }
        var index = 19
        var nanoseconds: Int32 = 0
        if has(".", at: index) {
            index += 1
            var place: Int32 = 100_000_000
            let start = index
            while index < bytes.count, (48...57).contains(bytes[index]) {
                nanoseconds += Int32(bytes[index] - 48) * place
                place /= 10
                index += 1
            }
            guard index > start else { return nil }
        }
        var offset = 0
        if has("Z", at: index) || has("z", at: index) {
            index += 1
        } else {
            guard has("+", at: index) || has("-", at: index), let hours = digits((index + 1)..<(index + 3)),
                has(":", at: index + 3), let minutes = digits((index + 4)..<(index + 6)), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 3600 + minutes * 60) * (has("-", at: index) ? -1 : 1)
            index += 6
        }
        guard index == bytes.count else { return nil }
        self.init(
            seconds: Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset),
            nanoseconds: nanoseconds
        )
    }
}

extension Timestamp: CustomStringConvertible {
    /// The instant as RFC 3339 writes it, in UTC.
    public var description: String {
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = Int(seconds) - days * 86_400
        let date = CivilDate(days: days)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        var fraction = ""
        if nanoseconds > 0 {
            fraction = "." + padded(Int(nanoseconds), 9)
            while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
        }
        return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T"
            + padded(rest / 3600, 2) + ":" + padded(rest / 60 % 60, 2) + ":" + padded(rest % 60, 2) + fraction + "Z"
    }
}
