import ActionPlan

extension Changes {
    /// Compares two assessments of a plan.
    ///
    /// A change is put down to what differs in the item and all below it: the reports, the plan's text, the rules that
    /// gave the status; to the passing of time where nothing of that differs, or where a third assessment shows that time
    /// alone would have changed it so.
    ///
    /// - Parameters:
    ///   - earlier: the one before.
    ///   - later: the one after.
    ///   - timeAlone: the earlier plan, rules and reports as of the later day, if it was assessed.
    ///   - differences: in which reports the two differ, where that is known already.
    /// - Returns: what is otherwise.
    package static func between(
        _ earlier: Assessment,
        _ later: Assessment,
        timeAlone: Assessment? = nil,
        differences: ReportDifferences? = nil
    ) -> Changes {
        let found = differences ?? ReportDifferences(earlier, later)
        let comparison = Comparison(earlier, later, timeAlone: timeAlone, found)
        return Changes(
            from: earlier.asOf,
            to: later.asOf,
            overall: comparison.overall(),
            items: comparison.items(),
            reports: comparison.reportChanges()
        )
    }
}

/// Two assessments.
private struct Comparison {
    private struct Side {
        let assessment: Assessment

        func verdicts(of item: ItemReference) -> ItemVerdicts? { assessment.verdicts(of: item.id) }

        /// The status shown first.
        func status(_ verdicts: ItemVerdicts?) -> Status? {
            verdicts?.status.flatMap { assessment.statuses[$0] }
        }

        /// All items, each before what is below it.
        func items() -> [ItemReference] {
            func walk(_ references: [ItemReference]) -> [ItemReference] {
                references.flatMap { [$0] + walk(assessment.plan.children(of: $0.id)) }
            }
            return walk(assessment.plan.roots)
        }
    }

    private let earlier: Side
    private let later: Side
    private let timeAlone: Side?
    private let differences: ReportDifferences
    private let isSamePlan: Bool
    /// All items of the later plan, each before what is below it.
    private let present: [ItemReference]
    /// Whose text changed.
    private let amended: Set<ItemID>
    private let changedPacks: [String]

    init(_ earlier: Assessment, _ later: Assessment, timeAlone: Assessment?, _ differences: ReportDifferences) {
        self.earlier = Side(assessment: earlier)
        self.later = Side(assessment: later)
        self.differences = differences
        self.timeAlone = timeAlone.map { Side(assessment: $0) }
        isSamePlan = earlier.plan.plan == later.plan.plan
        amended = isSamePlan ? [] : Self.amended(earlier.plan, later.plan)
        present = self.later.items()
        let former = earlier.packs.map { Self.identity($0) }
        let present = later.packs.map { Self.identity($0) }
        changedPacks =
            later.packs.map(\.pack.id).enumerated()
            .filter { !former.contains(present[$0.offset]) }.map(\.element)
            + earlier.packs.map(\.pack.id).filter { id in !later.packs.contains { $0.pack.id == id } }
    }

    private struct PackIdentity: Equatable {
        let id: String
        let digest: String
        let parameters: [MeasuredValue]
    }

    private static func identity(_ summary: PackSummary) -> PackIdentity {
        PackIdentity(id: summary.pack.id, digest: summary.digest, parameters: summary.parameters)
    }

    /// Items whose text, place or calendar is another, that are new, or gone.
    private static func amended(_ before: PlanIndex, _ after: PlanIndex) -> Set<ItemID> {
        var changed: Set<ItemID> = []
        func compare<Item: Hashable>(_ old: [Item], _ new: [Item], _ id: (Item) -> ItemID) {
            let former = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
            for item in new where former[id(item)] != item { changed.insert(id(item)) }
            let present = Set(new.map(id))
            for item in old where !present.contains(id(item)) { changed.insert(id(item)) }
        }
        compare(before.plan.objectives, after.plan.objectives, \.id)
        compare(before.plan.activities, after.plan.activities, \.id)
        compare(before.plan.indicators, after.plan.indicators, \.id)
        for item in after.plan.indicators.map(\.id) + after.plan.activities.map(\.id)
        where before.reference(item) != nil && before.periods(of: item) != after.periods(of: item) {
            changed.insert(item)
        }
        return changed
    }

    // MARK: - Statuses

    func overall() -> StatusChange? {
        let roots = later.assessment.plan.roots.map(\.id) + earlier.assessment.plan.roots.map(\.id)
        return change(
            earlier.status(earlier.assessment.overall.verdicts),
            later.status(later.assessment.overall.verdicts),
            later.assessment.overall.verdicts,
            isTimeEnough: timeAlone.map { $0.status($0.assessment.overall.verdicts) },
            causes(below: roots)
        )
    }

    func items() -> [ItemChange] {
        (present + gone())
            .compactMap { item in
                guard earlier.assessment.status(of: item.id) != later.assessment.status(of: item.id) else { return nil }
                let (before, after) = (earlier.verdicts(of: item), later.verdicts(of: item))
                let change = change(
                    earlier.status(before),
                    later.status(after),
                    after,
                    isTimeEnough: timeAlone.map { $0.status($0.verdicts(of: item)) },
                    causes(below: [item.id])
                )
                return change.map { ItemChange(item: item, change: $0) }
            }
    }

    private func gone() -> [ItemReference] {
        guard !isSamePlan else { return [] }
        let known = Set(present)
        return earlier.items().filter { !known.contains($0) }
    }

    private func change(
        _ before: Status?,
        _ after: Status?,
        _ verdicts: ItemVerdicts?,
        isTimeEnough: Status??,
        _ findCauses: @autoclosure () -> [StatusChange.Cause]
    ) -> StatusChange? {
        guard before?.id != after?.id else { return nil }
        let causes = findCauses()
        let byTime = isTimeEnough.map { $0?.id == after?.id } ?? false
        return StatusChange(
            before: before,
            after: after,
            because: verdicts?.headline?.because,
            causes: byTime || causes.isEmpty ? [.time] : causes
        )
    }

    /// What differs in some items and all below them.
    private func causes(below roots: [ItemID]) -> [StatusChange.Cause] {
        var reports: [ReportKey] = []
        var texts: [ItemID] = []
        var seen: Set<ItemID> = []
        func visit(_ item: ItemID) {
            guard seen.insert(item).inserted else { return }
            reports += differences.changed[item] ?? []
            if amended.contains(item) { texts.append(item) }
            for child in later.assessment.plan.children(of: item) { visit(child.id) }
            for child in earlier.assessment.plan.children(of: item) { visit(child.id) }
        }
        for root in roots { visit(root) }
        var causes: [StatusChange.Cause] = []
        if !reports.isEmpty { causes.append(.reports(reports)) }
        if !texts.isEmpty { causes.append(.plan(texts)) }
        if !changedPacks.isEmpty { causes.append(.rules(changedPacks)) }
        return causes
    }

    // MARK: - Reports

    func reportChanges() -> ReportChanges {
        var changes = ReportChanges()
        for item in present {
            guard let own = differences.reports[item.id] else { continue }
            changes.received += own.received
            changes.corrected += own.corrected
            changes.verified += own.verified
            changes.returned += own.returned
            changes.becameOverdue += own.becameOverdue
        }
        return changes
    }
}
