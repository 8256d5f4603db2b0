import ActionPlan

/// The way to an indicator's targets, by which the value expected at the end of a day is known.
struct ExpectedPath {
    /// A value to be reached at the end of a day.
    private struct Point {
        var day: Day
        var value: Double
    }

    private let points: [Point]
    private let isFinal: Bool
    private let perPeriod: Double?
    private let accumulation: Accumulation
    private let periodTargets: [PeriodID: TargetValue]

    /// The path of an indicator; days count with both ends, so that the baseline holds on the eve of the plan.
    init(_ indicator: Indicator, periods: [ReportingPeriod], plan: DayRange) {
        accumulation = indicator.accumulation
        periodTargets = indicator.periodTargets
        var final: Double?
        if case .number(let value)? = indicator.finalTarget?.value { final = value }
        perPeriod = indicator.accumulation == .perPeriod ? final : nil
        var points: [Point] = []
        if case .known(let value, _, _, _) = indicator.baseline {
            points.append(Point(day: plan.start + -1, value: value))
        }
        for period in periods {
            if case .number(let value)? = indicator.periodTargets[period.id] {
                points.append(Point(day: period.days.end, value: value))
            }
        }
        isFinal = final != nil
        if let final, let by = indicator.finalTarget?.by {
            points.removeAll { $0.day >= by }
            points.append(Point(day: by, value: final))
        }
        self.points = points
    }

    /// The target of a period: its own; of a per-period indicator else the final target, which is a value per period.
    func target(of period: ReportingPeriod) -> Double? {
        if case .number(let value)? = periodTargets[period.id] { return value }
        return perPeriod
    }

    /// The value expected at the end of a period, or nil where it cannot be known.
    func expected(at period: ReportingPeriod) -> Double? {
        if let target = target(of: period) { return target }
        return accumulation == .perPeriod ? nil : expected(on: period.days.end)
    }

    /// The value expected at the end of a day, on the line between the points around it; after the final target, that.
    private func expected(on day: Day) -> Double? {
        guard let next = points.firstIndex(where: { $0.day >= day }) else {
            return isFinal ? points.last?.value : nil
        }
        let after = points[next]
        if after.day == day { return after.value }
        guard next > 0 else { return nil }
        let before = points[next - 1]
        let share = Double(day - before.day) / Double(after.day - before.day)
        return before.value + (after.value - before.value) * share
    }
}
