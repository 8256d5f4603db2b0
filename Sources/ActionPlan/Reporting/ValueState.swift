/// What is known of a figure for a period.
///
/// The states are never mixed up: an absent figure is not zero.
package enum ValueState: String, Sendable, CaseIterable {
    /// The period has not ended.
    case notDue = "not-due"
    /// The period has ended and the report may still come in time, or within the days of grace.
    case due
    /// No report although the days of grace are over.
    case overdue
    /// Reported: there is nothing to report.
    case nilReport = "nil"
    /// Reported: zero.
    case zero
    /// Reported: a value.
    case value
    /// Reported: the item does not apply.
    case notApplicable = "not-applicable"
    /// Known, but not shown to the public.
    case withheld
}
