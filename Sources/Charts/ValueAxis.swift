/// The vertical axis of a chart: from which to which value, with ticks at round numbers.
///
/// It starts at zero where columns are drawn (their length is the message), for percentages, and wherever the lowest
/// value is at most half of the highest. Elsewhere a start at zero would flatten what is to be seen; then the axis is
/// cut, and `isCut` makes the chart say so with a break in the axis. No value that is drawn ever lies outside.
struct ValueAxis: Hashable, Sendable {
    /// Round numbers from the lowest to the highest, at least two.
    let ticks: [Double]
    /// Digits that tell the ticks apart.
    let decimals: Int
    /// Whether zero is left out although all values lie on one side of it.
    let isCut: Bool

    var lowest: Double { ticks[0] }
    var highest: Double { ticks[ticks.count - 1] }

    /// An axis for values.
    ///
    /// - Parameters:
    ///   - values: all values that will be drawn, in any order; those that are not finite are passed over.
    ///   - fromZero: whether zero must be on it.
    ///   - isPercentage: whether 100 is the natural end.
    ///   - most: how many steps between ticks are wanted at most.
    init(values: [Double], fromZero: Bool, isPercentage: Bool = false, most: Int = 5) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e15 }
        var low = finite.min() ?? 0
        var high = finite.max() ?? (isPercentage ? 100 : 1)
        if fromZero || isPercentage || low > 0 && low <= high / 2 || high < 0 && high >= low / 2 {
            low = min(low, 0)
            high = max(high, 0)
        }
        if isPercentage, high > 60, high <= 100 { high = 100 }
        if low == high {
            let spread = low == 0 ? 1 : abs(low) / 2
            if low >= 0 { high += spread }
            if low < 0 { low -= spread } else if low > 0 { low = max(0, low - spread) }
        }
        let step = Self.roundStep((high - low) / Double(max(most, 1)))
        var first = (low / step.size).rounded(.down)
        var last = max((high / step.size).rounded(.up), first + 1)
        // Where the axis is cut, nothing stands on the cut itself: it would look like nothing.
        if first > 0, low - first * step.size < step.size * 0.2 { first -= 1 }
        if last < 0, last * step.size - high < step.size * 0.2 { last += 1 }
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step.size }
        decimals = step.decimals
        isCut = ticks[0] > 0 || ticks[ticks.count - 1] < 0
    }

    /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below a width.
    private static func roundStep(_ width: Double) -> (size: Double, decimals: Int) {
        var power = 0
        var unit = 1.0
        while unit * 10 <= width, power < 18 {
            power += 1
            unit *= 10
        }
        while unit > width, power > -12 {
            power -= 1
            unit = 1
            for _ in 0..<(-power) { unit /= 10 }
        }
        let factor = [1, 2, 2.5, 5].first { $0 * unit >= width * 0.999_999 } ?? 10
        let digits = factor == 2.5 ? 1 - power : factor == 10 ? -power - 1 : -power
        return (factor * unit, max(0, digits))
    }
}
