package import ActionPlan

/// In which reports two assessments differ, item by item: what takes longest to find in a comparison, and what can be
/// kept when one of the two moves on by a few reports.
package struct ReportDifferences: Sendable {
    /// The reports on an item that are not the same in both.
    private(set) var changed: [ItemID: [ReportKey]] = [:]
    /// What became of the reports on an item.
    private(set) var reports: [ItemID: ReportChanges] = [:]

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
        var changes = ReportChanges()
        for key in changed[item] ?? [] {
            if let after = sides.later.part(key)?.record {
                changes.add(key, before: sides.earlier.part(key)?.record, after: after)
            }
        }
        changes.becameOverdue = sides.later.overdue(item).filter { sides.earlier.part($0)?.state != .overdue }
        reports[item] = changes.isEmpty ? nil : changes
    }

    /// The periods of an assessment by item.
    private struct Side {
        let plan: PlanIndex
        private(set) var periods: [ItemID: [PeriodAssessment]] = [:]

        init(_ assessment: Assessment, only items: Set<ItemID>? = nil) {
            plan = assessment.plan
            if let items {
                for id in items {
                    periods[id] =
                        plan.position(ofIndicator: id).map { assessment.indicators[$0].periods }
                        ?? plan.position(ofActivity: id).map { assessment.activities[$0].periods }
                }
            } else {
                for item in assessment.activities { periods[item.id] = item.periods }
                for item in assessment.indicators { periods[item.id] = item.periods }
            }
        }

        func part(_ key: ReportKey) -> ReportedPart? {
            guard let periods = periods[key.item] else { return nil }
            // By position: to look at an element would copy all of it.
            let position = periods.indices.first { periods[$0].period.id == key.period }
            return position.flatMap { periods[$0].reports.first { $0.agency == key.agency } }
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

extension ReportChanges {
    fileprivate mutating func add(_ key: ReportKey, before: ReportRecord?, after: ReportRecord) {
        let sent = after.versions.filter { !$0.isDraft }
        let known = before?.versions.filter { !$0.isDraft }.map(\.number) ?? []
        if known.isEmpty, !sent.isEmpty { received.append(key) }
        if sent.contains(where: { $0.correction != nil && !known.contains($0.number) }) { corrected.append(key) }
        let decisions = after.reviews.dropFirst(before?.reviews.count ?? 0).map(\.decision)
        if decisions.contains(.verified) { verified.append(key) }
        if decisions.contains(.returned) { returned.append(key) }
    }
}
