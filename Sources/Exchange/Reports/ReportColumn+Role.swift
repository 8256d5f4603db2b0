import ActionPlan

extension ReportColumn {
    /// What a column of this kind is for.
    var role: HeadingRole {
        switch self {
        case .item, .agency, .period, .kind: .about
        case .title, .definition, .due, .unit, .target, .lastValue: .remark
        default: .statement
        }
    }

    /// What the heading of a column of reports is for; nil where it is none.
    static func role(_ heading: String, dimensions: [Dimension]) -> HeadingRole? {
        named(heading, dimensions: dimensions)?.role
    }
}
