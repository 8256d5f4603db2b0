package import Markup

/// When things are to be done: a row for each, with its name above its bar, milestones and the day of assessment.
package struct TimelineChart: Sendable {
    package var frame: ChartFrame
    package var rows: [Row]
    /// From which to which day the chart runs; days are numbers on any scale.
    package var span: ClosedRange<Double>
    /// Names of times, in their order; as many are written as there is room for.
    package var ticks: [Tick]
    package var today: Double?
    package var texts: Texts

    /// Something that takes its time.
    package struct Row: Hashable, Sendable {
        package var label: String
        package var symbol: StatusSymbol?
        /// The class that gives the bar and its symbol their colour, as `color`.
        package var style: String
        /// Nil where no time is stated: words stand in the place of the bar.
        package var start: Double?
        package var end: Double?
        /// Whether it goes on without an end: drawn without closed ends.
        package var isPermanent: Bool
        package var milestones: [Milestone]

        package init(
            label: String,
            symbol: StatusSymbol? = nil,
            style: String,
            start: Double?,
            end: Double?,
            isPermanent: Bool = false,
            milestones: [Milestone] = []
        ) {
            self.label = label
            self.symbol = symbol
            self.style = style
            self.start = start
            self.end = end
            self.isPermanent = isPermanent
            self.milestones = milestones
        }
    }

    /// Something that is reached on a day or not.
    package struct Milestone: Hashable, Sendable {
        package var day: Double
        package var state: State
        /// What a pointer on it is told.
        package var hint: String?

        package enum State: Sendable, CaseIterable {
            case achieved
            case achievedLate
            case overdue
            case ahead
            /// Due, and nobody has said whether it was achieved.
            case unknown
        }

        package init(day: Double, state: State, hint: String? = nil) {
            self.day = day
            self.state = state
            self.hint = hint
        }
    }

    /// A time that has a name.
    package struct Tick: Hashable, Sendable {
        package var day: Double
        package var label: String

        package init(day: Double, label: String) {
            self.day = day
            self.label = label
        }
    }

    /// The words of the key.
    package struct Texts: Hashable, Sendable {
        package var achieved: String
        package var achievedLate: String
        package var overdue: String
        package var ahead: String
        package var unknown: String
        package var permanent: String
        package var today: String
        /// Stands in the place of a bar where no time is stated.
        package var undated: String

        package init(
            achieved: String,
            achievedLate: String,
            overdue: String,
            ahead: String,
            unknown: String,
            permanent: String,
            today: String,
            undated: String
        ) {
            self.achieved = achieved
            self.achievedLate = achievedLate
            self.overdue = overdue
            self.ahead = ahead
            self.unknown = unknown
            self.permanent = permanent
            self.today = today
            self.undated = undated
        }
    }

    package init(
        frame: ChartFrame,
        rows: [Row],
        span: ClosedRange<Double>,
        ticks: [Tick],
        today: Double?,
        texts: Texts
    ) {
        self.frame = frame
        self.rows = rows
        self.span = span
        self.ticks = ticks
        self.today = today
        self.texts = texts
    }

    /// Writes the chart.
    package func write(into markup: inout Markup) { TimelineDrawing(self).write(into: &markup) }
}
