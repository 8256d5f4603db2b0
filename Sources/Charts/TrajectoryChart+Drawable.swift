extension TrajectoryChart {
    /// The chart without what no drawing can show: numbers that are none, or are beyond all measure.
    ///
    /// They leave a gap and are never drawn at the edge, where they would look like a value.
    var drawable: TrajectoryChart {
        func sane(_ value: Double?) -> Double? { value.flatMap { $0.isFinite && abs($0) < 1e15 ? $0 : nil } }
        var chart = self
        for position in chart.periods.indices {
            let period = chart.periods[position]
            if let known = period.actual.known, sane(known.value) == nil { chart.periods[position].actual = .notDue }
            chart.periods[position].target = sane(period.target)
            chart.periods[position].expected = sane(period.expected)
            chart.periods[position].band = period.band.map { Band(lower: sane($0.lower), upper: sane($0.upper)) }
        }
        chart.baseline = baseline.flatMap { sane($0.value) == nil ? nil : $0 }
        chart.finalTarget = finalTarget.flatMap { target in
            let isKnown = target.period.map(periods.indices.contains) ?? true
            return sane(target.value) == nil || !isKnown ? nil : target
        }
        chart.kept = kept.flatMap { sane($0.lowerBound) == nil || sane($0.upperBound) == nil ? nil : $0 }
        chart.forecast = forecast.filter { sane($0.value) != nil && periods.indices.contains($0.period) }
            .map { Forecast(period: $0.period, value: $0.value, lower: sane($0.lower), upper: sane($0.upper)) }
        return chart
    }
}
