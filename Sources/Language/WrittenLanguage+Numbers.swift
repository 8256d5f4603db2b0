extension WrittenLanguage {
    private var decimalMark: String { self == .english ? "." : "," }
    private var groupMark: String { self == .english ? "," : "\u{A0}" }

    /// A number with groups of thousands.
    ///
    /// - Parameters:
    ///   - value: a finite number.
    ///   - decimals: how many digits stand after the decimal mark: at least the lower bound, at most the upper; halves are
    ///     rounded away from zero.
    ///   - isGrouped: whether the digits are grouped, as those of a year are not.
    /// - Returns: the number; zero without sign.
    package func number(_ value: Double, decimals: ClosedRange<Int> = 0...6, isGrouped: Bool = true) -> String {
        guard value.isFinite else { return "–" }
        var (whole, fraction) = Self.digits(abs(value), decimals: decimals.upperBound)
        while fraction.utf8.count > decimals.lowerBound, fraction.utf8.last == UInt8(ascii: "0") {
            fraction.removeLast()
        }
        let isZero = whole == "0" && fraction.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if isGrouped, index > 0, (whole.utf8.count - index) % 3 == 0 { grouped += groupMark }
            grouped.append(digit)
        }
        let sign = value < 0 && !isZero ? "\u{2212}" : ""
        return sign + grouped + (fraction.isEmpty ? "" : decimalMark + fraction)
    }

    /// A whole number with groups of thousands.
    package func number(_ value: Int) -> String { number(Double(value), decimals: 0...0) }

    /// A share as a percentage: 0.94 is 94 %.
    package func percent(_ share: Double, decimals: Int = 0) -> String {
        number(share * 100, decimals: 0...decimals) + (self == .english ? "%" : "\u{A0}%")
    }

    /// The decimal digits of a number that is not negative, rounded to some places.
    private static func digits(_ value: Double, decimals: Int) -> (whole: String, fraction: String) {
        guard value < 1e15 else { return (wholeDigits(value), "") }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        // The sum lifts halves that binary fractions put just below, such as 1.005.
        let scaled = (value * scale + value * scale * 1e-15).rounded(.toNearestOrAwayFromZero)
        let number = UInt64(scaled)
        let divisor = UInt64(scale)
        let fraction = String(number % divisor)
        let zeros = String(repeating: "0", count: max(0, decimals - fraction.utf8.count))
        return (String(number / divisor), decimals == 0 ? "" : zeros + fraction)
    }

    private static func wholeDigits(_ value: Double) -> String {
        var rest = value.rounded()
        var digits = ""
        while rest >= 1 {
            digits = String(Int(rest.truncatingRemainder(dividingBy: 10))) + digits
            rest = (rest / 10).rounded(.down)
        }
        return digits.isEmpty ? "0" : digits
    }
}
