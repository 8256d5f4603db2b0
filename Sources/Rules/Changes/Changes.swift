package import ActionPlan

/// What is otherwise in a later assessment than in an earlier one: what a meeting asks about the time since the last.
package struct Changes: Sendable {
    /// The days as of which the two assessments judge.
    package var from: Day
    package var to: Day
    /// The plan as a whole, where its status changed.
    package var overall: StatusChange?
    /// Items whose headline status changed, and items that are new, in the order of the plan; then those that are gone.
    package var items: [ItemChange]
    package var reports: ReportChanges

    /// Items that stand better than before, and worse, in the order of the plan.
    package var improved: [ItemChange] { items.filter { $0.change.trend == .better } }
    package var worsened: [ItemChange] { items.filter { $0.change.trend == .worse } }

    /// Whether nothing changed at all.
    package var isEmpty: Bool { overall == nil && items.isEmpty && reports.isEmpty }
}

/// A status before and after.
package struct StatusChange: Equatable, Sendable {
    /// Nil where there was no status, or where there is none any more.
    package var before: Status?
    package var after: Status?
    /// Why it stands so now, in words.
    package var because: Sentence?
    /// What made it change; never empty.
    package var causes: [Cause]

    /// Better, worse, or neither: a status for want of data, or with nothing to judge, is on no scale.
    package var trend: Trend {
        guard let before, let after, before.isOnScale, after.isOnScale, before.rank != after.rank else { return .other }
        return after.rank < before.rank ? .better : .worse
    }

    package enum Trend: String, Sendable, CaseIterable {
        case better
        case worse
        case other
    }

    /// What can make a status change.
    package enum Cause: Hashable, Sendable {
        /// These reports came, or were corrected, returned or verified.
        case reports([ReportKey])
        /// The plan's text changed: these items were amended, are new or gone.
        case plan([ItemID])
        /// These packs changed, or the values of their parameters.
        case rules([String])
        /// Nothing else changed: a period ended, or a deadline or the days of grace passed.
        case time
    }
}

/// An item whose status changed.
package struct ItemChange: Sendable {
    package var item: ItemReference
    package var change: StatusChange
}

/// What happened to reports in between.
package struct ReportChanges: Hashable, Sendable {
    /// Sent for the first time, in the order of the plan.
    package var received: [ReportKey] = []
    package var corrected: [ReportKey] = []
    package var returned: [ReportKey] = []
    package var verified: [ReportKey] = []
    /// Whose days of grace have run out since.
    package var becameOverdue: [ReportKey] = []

    /// Whether nothing happened.
    package var isEmpty: Bool { self == ReportChanges() }
}

extension Status {
    /// Whether it says that something stands well or badly, so that it can be compared with another.
    var isOnScale: Bool { group != .unknown && group != .neutral }
}
