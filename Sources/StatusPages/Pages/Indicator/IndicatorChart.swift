import ActionPlan
import Charts
import Language
import Markup
import Rules

/// The way of an indicator, period by period: figures from the baseline to the target, or levels and categories.
struct IndicatorChart: Sendable {
    private let pair: ChartPair

    /// A chart, or nil where there is nothing to draw: no periods, or a measure that only has words.
    init?(_ indicator: Indicator, _ assessment: IndicatorAssessment, _ context: PageContext) {
        guard !assessment.periods.isEmpty else { return nil }
        let frame = ChartFrame(
            id: "chart",
            title: context.words("Trajectory of: {1}", context.phrase(indicator.title).text),
            description: Self.description(indicator, assessment, context),
            mark: assessment.isIllustrative ? context.words("Illustrative") : nil
        )
        switch indicator.measure {
        case .unit, .percentage:
            let chart = Self.trajectory(indicator, assessment, frame, context)
            pair = ChartPair(frame) { frame, page in
                var chart = chart
                chart.frame = frame
                chart.write(into: &page)
            }
        case .ordinal(let levels), .nominal(let levels):
            let chart = Self.levels(levels, indicator, assessment, frame, context)
            pair = ChartPair(frame) { frame, page in
                var chart = chart
                chart.frame = frame
                chart.write(into: &page)
            }
        case .qualitative, .milestone: return nil
        }
    }

    func write(into page: inout Markup) { pair.write(into: &page) }

    private static func trajectory(
        _ indicator: Indicator,
        _ assessment: IndicatorAssessment,
        _ frame: ChartFrame,
        _ context: PageContext
    ) -> TrajectoryChart {
        let writing = context.writing
        let isPercentage = if case .percentage = indicator.measure { true } else { false }
        let sign = isPercentage ? (writing == .english ? "%" : "\u{A0}%") : ""
        var chart = TrajectoryChart(
            frame: frame,
            periods: assessment.periods.map { Self.period($0, indicator, context) },
            form: indicator.accumulation == .perPeriod ? .columns : .line,
            format: NumberFormat { value, decimals in writing.number(value, decimals: 0...max(0, decimals)) + sign },
            texts: Self.texts(context.words)
        )
        chart.isPercentage = isPercentage
        if case .known(let value, let year, _, _) = indicator.baseline {
            chart.baseline = TrajectoryChart.Baseline(value: value, label: String(year))
        }
        if case .number(let value)? = indicator.finalTarget?.value, let by = indicator.finalTarget?.by {
            chart.finalTarget = TrajectoryChart.FinalTarget(
                value: value,
                label: writing.shortDate(by),
                period: assessment.periods.firstIndex { by <= $0.period.days.end }
            )
        }
        if case .maintain(let band) = indicator.direction { chart.kept = band }
        chart.today = Self.today(context.site.asOf, assessment.periods)
        chart.forecast = forecast(indicator, assessment, context).map { [$0] } ?? []
        return chart
    }

    private static func levels(
        _ levels: [Dimension.Category],
        _ indicator: Indicator,
        _ assessment: IndicatorAssessment,
        _ frame: ChartFrame,
        _ context: PageContext
    ) -> LevelChart {
        let isOrdered = if case .ordinal = indicator.measure { true } else { false }
        let rows = isOrdered ? levels : levels.reversed()
        func position(_ target: TargetValue?) -> Int? {
            guard case .level(let id)? = target else { return nil }
            return rows.firstIndex { $0.id == id }
        }
        return LevelChart(
            frame: frame,
            levels: rows.map { context.phrase($0.title).text },
            isOrdered: isOrdered,
            periods: assessment.periods.map { period in
                let name = context.name(of: period.period, for: indicator.id).text
                let reading: Reading<Int> = Self.reading(period) { value in
                    switch value {
                    case .level(let id), .category(let id): rows.firstIndex { $0.id == id }
                    default: nil
                    }
                }
                return LevelChart.Period(
                    label: name,
                    shortLabel: context.shortName(of: period.period, for: indicator.id),
                    actual: reading,
                    target: position(period.target),
                    hint: "\(name): \(context.figure(period, of: indicator.measure).text.text)"
                )
            },
            finalTarget: position(indicator.finalTarget?.value),
            finalPeriod: indicator.finalTarget.flatMap { target in
                assessment.periods.firstIndex { target.by <= $0.period.days.end }
            },
            today: Self.today(context.site.asOf, assessment.periods),
            texts: Self.texts(context.words)
        )
    }

    private static func period(
        _ period: PeriodAssessment,
        _ indicator: Indicator,
        _ context: PageContext
    ) -> TrajectoryChart.Period {
        var target: Double?
        if case .number(let value)? = period.target { target = value }
        let figure = context.figure(period, of: indicator.measure)
        let name = context.name(of: period.period, for: indicator.id).text
        return TrajectoryChart.Period(
            label: name,
            shortLabel: context.shortName(of: period.period, for: indicator.id),
            actual: reading(period) { $0.number },
            target: target,
            expected: period.expected,
            band: period.state == .withheld ? nil : band(period, indicator.direction, context),
            hint: "\(name): \(figure.text.text)"
        )
    }

    /// What is known of a period: a value, or why there is none.
    private static func reading<Value>(
        _ period: PeriodAssessment,
        _ value: (ReportedValue) -> Value?
    ) -> Reading<Value> {
        switch period.state {
        case .value, .zero:
            let received = period.reports.filter(\.isReceived)
            let isVerified = !received.isEmpty && received.allSatisfy(\.isVerified)
            return period.value.flatMap(value).map { .value($0, isVerified: isVerified) } ?? .missing
        case .overdue: return .missing
        case .due: return .awaited
        case .notDue: return .notDue
        case .nilReport: return .nilReport
        case .notApplicable: return .notApplicable
        case .withheld: return .withheld
        }
    }

    /// From where on a value counts as on track, by the measure that a pack names for the band of charts.
    private static func band(
        _ period: PeriodAssessment,
        _ direction: Direction,
        _ context: PageContext
    ) -> TrajectoryChart.Band? {
        let drawn = context.site.packs.compactMap { $0.pack.scopes[.period]?.drawing.band }
        guard case .number(let line)? = period.measures.first(where: { drawn.contains($0.id) })?.value else {
            return nil
        }
        switch direction {
        case .increase: return TrajectoryChart.Band(lower: line, upper: nil)
        case .decrease: return TrajectoryChart.Band(lower: nil, upper: line)
        case .maintain, .zeroTolerance, .contextual: return nil
        }
    }

    /// The period in which the final target is reached at the present pace, by the measure that a pack names for
    /// the forecast of charts; nil where that is after the last period, or before the day of assessment: what was to be
    /// by then and is not is no forecast.
    private static func forecast(
        _ indicator: Indicator,
        _ assessment: IndicatorAssessment,
        _ context: PageContext
    ) -> TrajectoryChart.Forecast? {
        let drawn = context.site.packs.compactMap { summary in
            summary.pack.scopes[.indicator]?.drawing.forecast.map { (pack: summary.pack.id, measure: $0) }
        }
        guard case .number(let value)? = indicator.finalTarget?.value, indicator.accumulation != .perPeriod,
            !assessment.periods.contains(where: { $0.state == .withheld }),
            case .day(let day)? = drawn.lazy
                .compactMap({ assessment.verdicts.verdict(of: $0.pack)?.measure($0.measure) }).first,
            day > context.site.asOf,
            let period = assessment.periods.firstIndex(where: { day <= $0.period.days.end }),
            period > assessment.latest ?? -1
        else { return nil }
        return TrajectoryChart.Forecast(period: period, value: value)
    }

    /// Where a day lies, counted in periods.
    private static func today(_ day: Day, _ periods: [PeriodAssessment]) -> Double? {
        guard let position = periods.firstIndex(where: { day <= $0.period.days.end }) else { return nil }
        let days = periods[position].period.days
        guard days.start <= day else { return position == 0 ? nil : Double(position) }
        return Double(position) + Double(day - days.start) / Double(days.count)
    }

    /// What is to be seen, for those who do not see it.
    private static func description(
        _ indicator: Indicator,
        _ assessment: IndicatorAssessment,
        _ context: PageContext
    ) -> String {
        let words = context.words
        var parts: [String] = []
        if let latest = assessment.latest.map({ assessment.periods[$0] }) {
            parts.append(
                words(
                    "Latest value: {1} ({2}).",
                    context.figure(latest, of: indicator.measure).text.text,
                    context.name(of: latest.period, for: indicator.id).text
                )
            )
        } else {
            parts.append(words("No value has been reported."))
        }
        if let target = indicator.finalTarget {
            parts.append(
                words(
                    "Final target: {1} by {2}.",
                    context.target(target.value, of: indicator.measure).text,
                    context.writing.shortDate(target.by)
                )
            )
        }
        parts.append(words("The table below has all figures."))
        return parts.joined(separator: " ")
    }

    private static func texts(_ words: Catalogue) -> TrajectoryChart.Texts {
        TrajectoryChart.Texts(
            actual: words("Reported and verified"),
            unverified: words("Reported, not yet verified"),
            target: words("Target of the period"),
            finalTarget: words("Final target"),
            expected: words("Expected on the way to the targets"),
            band: words("On track"),
            baseline: words("Baseline"),
            forecast: words("Forecast"),
            today: words("Day of the assessment"),
            nilReport: words("Nothing to report"),
            notApplicable: words("Not applicable"),
            withheld: words("Withheld"),
            missing: words("Report missing"),
            awaited: words("Report awaited"),
            cutAxis: words("The axis does not begin at zero.")
        )
    }
}
