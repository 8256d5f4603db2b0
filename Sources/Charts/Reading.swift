/// What is known of a period's value: the ways of not having one are kept apart from each other and from zero.
package enum Reading<Value: Hashable & Sendable>: Hashable, Sendable {
    case value(Value, isVerified: Bool)
    /// Reported: nothing to report.
    case nilReport
    case notApplicable
    /// Known, but not shown.
    case withheld
    /// Not reported, although it should have been.
    case missing
    /// Not reported, and there is still time.
    case awaited
    /// The period has not ended.
    case notDue
}

extension Reading {
    /// The value and whether it is verified, where there is one.
    var known: (value: Value, isVerified: Bool)? {
        if case .value(let value, let isVerified) = self { (value, isVerified) } else { nil }
    }
}
