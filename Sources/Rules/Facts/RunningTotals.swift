import ActionPlan

/// What the ended periods of an indicator give together, taken up one after the other.
struct RunningTotals {
    private let isShare: Bool
    /// The position of the last period with a value, and of the one with a value before it.
    private(set) var latest: Int?
    private(set) var previous: Int?
    /// How many periods with a value there are in a row, up to the last, that have the very same value.
    private(set) var sameFor = 0
    private var lastActual: Double?
    private var actual = 0.0
    private var target = 0.0
    private var count = 0
    private var shares = Shares()

    /// Numerators and denominators added up; each period's target counts by its denominator.
    private struct Shares {
        var areComplete = true
        var part = 0.0
        var whole = 0.0
        var weightedTarget = 0.0
    }

    init(of measure: Measure) {
        if case .percentage = measure { isShare = true } else { isShare = false }
    }

    /// Takes up the next period.
    mutating func add(_ period: PeriodAssessment, at position: Int) {
        if period.hasValue { (previous, latest) = (latest, position) }
        guard let value = period.actual else { return }
        sameFor = value == lastActual ? sameFor + 1 : 1
        lastActual = value
        guard case .number(let wanted)? = period.target else { return }
        // A percentage that cannot be is left out.
        if isShare, !(0...100).contains(value) { return }
        actual += value
        target += wanted
        count += 1
        guard isShare else { return }
        if case .ratio(let numerator, let denominator)? = period.value {
            shares.part += numerator
            shares.whole += denominator
            shares.weightedTarget += wanted * denominator
        } else {
            shares.areComplete = false
        }
    }

    /// Actual values and targets of the periods that have both, added up; nil where there are none.
    ///
    /// Percentages are never added up: it is the share of all periods together. Where a period has only its percentage,
    /// all count alike.
    var sums: (actual: Double, target: Double, count: Int)? {
        guard count > 0 else { return nil }
        guard isShare else { return (actual, target, count) }
        guard shares.areComplete, shares.whole > 0 else {
            return (actual / Double(count), target / Double(count), count)
        }
        return (100 * shares.part / shares.whole, shares.weightedTarget / shares.whole, count)
    }
}
