/// Names an objective, activity or indicator; all items of a plan share one namespace.
package struct ItemID: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names an agency.
package struct AgencyID: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a reporting period, such as `2021-H1`.
package struct PeriodID: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a status that rule packs give, agencies claim and reviewers judge, such as `on-track`.
package struct StatusID: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
