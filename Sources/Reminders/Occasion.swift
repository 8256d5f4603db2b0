package import ActionPlan
package import Rules

/// Something of which a focal point is told once.
package struct Occasion: Hashable, Sendable {
    package var report: OwedReport
    package var kind: Kind

    package enum Kind: Hashable, Sendable {
        /// Few days are left: the number of days below which this is told.
        case due(within: Int)
        /// The days of grace are over.
        case overdue
        /// It was sent back, for the how manieth time.
        case returned(Int)
    }

    package init(report: OwedReport, kind: Kind) {
        self.report = report
        self.kind = kind
    }

    /// On how many days before the due day a report is told of; where one was missed it is told on a later day.
    package static let days = [1, 7, 14]

    /// What is to be told of a report; nil while there is more time.
    ///
    /// - Parameters:
    ///   - report: what an agency owes.
    ///   - record: what is known of it.
    package init?(_ report: OwedReport, _ record: ReportRecord?) {
        self.report = report
        switch report.reason {
        case .returned: kind = .returned(record?.reviews.count { $0.decision == .returned } ?? 0)
        case .overdue: kind = .overdue
        case .due:
            guard let days = Self.days.first(where: { -report.daysLate <= $0 }) else { return nil }
            kind = .due(within: days)
        }
    }

    /// The name under which is remembered that it was told.
    package var name: String {
        let what =
            switch kind {
            case .due(let days): "due-\(days)"
            case .overdue: "overdue"
            case .returned(let number): "returned-\(number)"
            }
        return "\(what) \(report.key.item) \(report.key.period) \(report.key.agency)"
    }
}
