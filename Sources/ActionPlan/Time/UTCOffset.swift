/// How far local time is ahead of UTC.
package struct UTCOffset: Hashable, Sendable {
    /// Seconds ahead of UTC; negative west of Greenwich.
    package let seconds: Int

    /// UTC itself.
    package static let zero = UTCOffset(seconds: 0)

    private init(seconds: Int) {
        self.seconds = seconds
    }

    /// An offset written as `+05:00`, `-03:30` or `Z`, at most 18 hours, or nil.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        if bytes == [UInt8(ascii: "Z")] {
            seconds = 0
            return
        }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
        else { return nil }
        let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
        guard minutes <= 18 * 60, digits[2] < 6 else { return nil }
        seconds = (bytes[0] == UInt8(ascii: "-") ? -60 : 60) * minutes
    }
}
