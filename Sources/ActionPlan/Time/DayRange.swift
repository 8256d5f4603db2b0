/// A stretch of days, both ends included.
package struct DayRange: Hashable, Sendable {
    /// The first day.
    package var start: Day
    /// The last day.
    package var end: Day

    /// A stretch of days, or nil where it would end before it starts.
    package init?(_ start: Day, _ end: Day) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    /// One day.
    package static func day(_ day: Day) -> DayRange { DayRange(only: day) }

    private init(only day: Day) {
        start = day
        end = day
    }

    /// How many days it has, both ends counted.
    package var count: Int { end - start + 1 }

    /// Whether a day is in it.
    package func contains(_ day: Day) -> Bool { start <= day && day <= end }

    /// How many of its days are over at the end of a day: 0 before it, `count` after it.
    package func elapsed(at day: Day) -> Int { min(max(day - start + 1, 0), count) }
}
