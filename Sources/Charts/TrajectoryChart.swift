package import Markup

/// The way of an indicator from its baseline to its target, period by period.
///
/// Every period has a column of the same width. Values that are missing leave a gap: the line is never drawn across
/// it, and never down to zero; a sign beneath the axis says why there is none. A withheld value is hatched over the
/// whole height of its column, so that nothing can be read from where it would be.
package struct TrajectoryChart: Sendable {
    package var frame: ChartFrame
    /// In the order of time.
    package var periods: [Period]
    package var form: Form
    package var baseline: Baseline?
    package var finalTarget: FinalTarget?
    /// The band in which values are to stay, both ends included.
    package var kept: ClosedRange<Double>?
    /// Where the day of assessment lies, counted in periods: 2.25 is when a quarter of the third is over.
    ///
    /// Not drawn where it lies outside them.
    package var today: Double?
    /// What is foreseen for periods without a value.
    package var forecast: [Forecast]
    package var isPercentage: Bool
    package var format: NumberFormat
    package var texts: Texts

    /// How values are drawn.
    package enum Form: Sendable {
        /// As points joined by a line: running totals and states.
        case line
        /// As columns from zero: what happened within each period.
        case columns
    }

    /// What is drawn for a period.
    package struct Period: Hashable, Sendable {
        /// Its name, as full as there is room for.
        package var label: String
        /// A shorter name for narrow columns; nil where there is none.
        package var shortLabel: String?
        package var actual: Actual
        package var target: Double?
        /// What is expected at its end on the way to the targets.
        package var expected: Double?
        /// What still counts as on track; an edge that is nil is open.
        package var band: Band?
        /// What a pointer on the value is told; nil for nothing.
        package var hint: String?

        package init(
            label: String,
            shortLabel: String? = nil,
            actual: Actual,
            target: Double? = nil,
            expected: Double? = nil,
            band: Band? = nil,
            hint: String? = nil
        ) {
            self.label = label
            self.shortLabel = shortLabel
            self.actual = actual
            self.target = target
            self.expected = expected
            self.band = band
            self.hint = hint
        }
    }

    /// What is known of a period's value.
    package typealias Actual = Reading<Double>

    /// The edges of a tolerance band.
    package struct Band: Hashable, Sendable {
        package var lower: Double?
        package var upper: Double?

        package init(lower: Double?, upper: Double?) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// Where the indicator stood before the plan.
    package struct Baseline: Hashable, Sendable {
        package var value: Double
        /// When, such as `2019`.
        package var label: String

        package init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// What is to be reached in the end.
    package struct FinalTarget: Hashable, Sendable {
        package var value: Double
        /// By when, such as `31.12.2022`; shown only where it lies after all periods.
        package var label: String
        /// The position of the period at whose end it is due; nil where it lies after all periods.
        package var period: Int?

        package init(value: Double, label: String, period: Int?) {
            self.value = value
            self.label = label
            self.period = period
        }
    }

    /// What is foreseen for a period.
    package struct Forecast: Hashable, Sendable {
        /// Its position.
        package var period: Int
        package var value: Double
        package var lower: Double?
        package var upper: Double?

        package init(period: Int, value: Double, lower: Double? = nil, upper: Double? = nil) {
            self.period = period
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// The words of the key.
    package struct Texts: Hashable, Sendable {
        package var actual: String
        package var unverified: String
        package var target: String
        package var finalTarget: String
        package var expected: String
        /// Of the tolerance band, and of the band in which to stay.
        package var band: String
        package var baseline: String
        package var forecast: String
        package var today: String
        package var nilReport: String
        package var notApplicable: String
        package var withheld: String
        package var missing: String
        package var awaited: String
        /// Said where the axis does not begin at zero.
        package var cutAxis: String

        package init(
            actual: String,
            unverified: String,
            target: String,
            finalTarget: String,
            expected: String,
            band: String,
            baseline: String,
            forecast: String,
            today: String,
            nilReport: String,
            notApplicable: String,
            withheld: String,
            missing: String,
            awaited: String,
            cutAxis: String
        ) {
            self.actual = actual
            self.unverified = unverified
            self.target = target
            self.finalTarget = finalTarget
            self.expected = expected
            self.band = band
            self.baseline = baseline
            self.forecast = forecast
            self.today = today
            self.nilReport = nilReport
            self.notApplicable = notApplicable
            self.withheld = withheld
            self.missing = missing
            self.awaited = awaited
            self.cutAxis = cutAxis
        }
    }

    package init(
        frame: ChartFrame,
        periods: [Period],
        form: Form,
        baseline: Baseline? = nil,
        finalTarget: FinalTarget? = nil,
        kept: ClosedRange<Double>? = nil,
        today: Double? = nil,
        forecast: [Forecast] = [],
        isPercentage: Bool = false,
        format: NumberFormat,
        texts: Texts
    ) {
        self.frame = frame
        self.periods = periods
        self.form = form
        self.baseline = baseline
        self.finalTarget = finalTarget
        self.kept = kept
        self.today = today
        self.forecast = forecast
        self.isPercentage = isPercentage
        self.format = format
        self.texts = texts
    }

    /// Writes the chart.
    package func write(into markup: inout Markup) {
        TrajectoryDrawing(self).write(into: &markup)
    }
}

/// How numbers on axes and beside marks are written in the reader's language.
package struct NumberFormat: Sendable {
    let written: @Sendable (_ value: Double, _ decimals: Int) -> String

    /// A format.
    ///
    /// - Parameter written: writes a value with so many digits after the decimal mark, with its unit sign if it has
    ///   one (`60 %`).
    package init(_ written: @escaping @Sendable (_ value: Double, _ decimals: Int) -> String) { self.written = written }
}
