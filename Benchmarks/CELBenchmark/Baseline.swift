/// The first expression of the table as Swift that someone wrote by hand.
final class Baseline {
    struct Indicator {
        var actual: Double
        var target: Double
        var daysLate: Int
    }

    private let indicators: [Indicator]
    private var next = 0
    private let holds: (Indicator) -> Bool

    init() {
        indicators = (0..<8).map { Indicator(actual: 74.5 + Double($0), target: 80, daysLate: 12 + $0) }
        holds = Self.rule()
    }

    @inline(never)
    private static func rule() -> (Indicator) -> Bool {
        { $0.actual >= $0.target * 0.9 && $0.daysLate < 30 }
    }

    func evaluate() -> Bool {
        next = (next + 1) & 7
        return holds(indicators[next])
    }
}
