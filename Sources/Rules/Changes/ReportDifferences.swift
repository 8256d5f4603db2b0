package import ActionPlan

/// In which reports two assessments differ, item by item: what takes longest to find in a comparison, and what can be
/// kept when one of the two moves on by a few reports.
package struct ReportDifferences: Sendable {
    /// The reports on an item that are not the same in both.
    private(set) var changed: [ItemID: [ReportKey]] = [:]
    /// Those that are overdue in the later assessment and were not in the earlier.
    private(set) var becameOverdue: [ItemID: [ReportKey]] = [:]

    /// - Parameters:
    ///   - earlier: the one assessment.
    ///   - later: the other.
    package init(_ earlier: Assessment, _ later: Assessment) {
        let sides = (Side(earlier), Side(later))
        for item in Set(sides.0.periods.keys).union(sides.1.periods.keys) { compare(item, sides) }
    }

    /// The same between the earlier assessment and one in which some items stand otherwise than in the later.
    ///
    /// - Parameters:
    ///   - earlier: the earlier assessment.
    ///   - next: the one that takes the place of the later.
    ///   - items: all of which anything may be otherwise.
    /// - Returns: the differences.
    package func updated(_ earlier: Assessment, _ next: Assessment, items: Set<ItemID>) -> ReportDifferences {
        var differences = self
        let sides = (Side(earlier, only: items), Side(next, only: items))
        for item in items { differences.compare(item, sides) }
        return differences
    }

    private mutating func compare(_ item: ItemID, _ sides: (earlier: Side, later: Side)) {
        let keys = Set(sides.earlier.keys(of: item, otherThan: sides.later))
            .union(sides.later.keys(of: item, otherThan: sides.earlier))
        changed[item] = keys.isEmpty ? nil : keys.sorted()
        let overdue = sides.later.overdue(item).filter { sides.earlier.part($0)?.state != .overdue }
        becameOverdue[item] = overdue.isEmpty ? nil : overdue
    }

    /// The periods of an assessment by item.
    private struct Side {
        let plan: PlanIndex
        private(set) var periods: [ItemID: [PeriodAssessment]] = [:]

        init(_ assessment: Assessment, only items: Set<ItemID>? = nil) {
            plan = assessment.plan
            for item in assessment.activities where items?.contains(item.id) ?? true { periods[item.id] = item.periods }
            for item in assessment.indicators where items?.contains(item.id) ?? true { periods[item.id] = item.periods }
        }

        func part(_ key: ReportKey) -> ReportedPart? {
            periods[key.item]?.first { $0.period.id == key.period }?.reports.first { $0.agency == key.agency }
        }

        /// The keys of the reports on an item that are not the same on another side.
        func keys(of item: ItemID, otherThan other: Side) -> [ReportKey] {
            let theirs = other.periods[item] ?? []
            return (periods[item] ?? []).enumerated()
                .flatMap { position, period -> [ReportKey] in
                    let same = theirs.indices.contains(position) ? theirs[position] : nil
                    let counterpart =
                        same?.period.id == period.period.id ? same : theirs.first { $0.period.id == period.period.id }
                    return period.reports
                        .filter { part in
                            counterpart?.reports.first { $0.agency == part.agency }?.record != part.record
                        }
                        .map { ReportKey(item: item, period: period.period.id, agency: $0.agency) }
                }
        }

        /// The reports on an item that are overdue, in the order of its periods.
        func overdue(_ item: ItemID) -> [ReportKey] {
            guard let periods = periods[item], periods.contains(where: { $0.reports.contains { $0.state == .overdue } })
            else { return [] }
            return plan.periods(of: item)
                .flatMap { period in
                    plan.expectedReporters(of: item).map { ReportKey(item: item, period: period.id, agency: $0) }
                }
                .filter { part($0)?.state == .overdue }
        }
    }
}
