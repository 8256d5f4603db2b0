import ActionPlan

/// Which items and agencies have to be judged again when something about an item is known anew.
///
/// An item is judged by the reports on it, by the milestones and activities that come before it, and by what stands
/// directly below it; an agency by the items that it leads, contributes to or reports on; the plan by everything.
struct ItemDependencies: Sendable {
    /// What an agency is judged by.
    struct AgencyItems: Sendable {
        /// What it leads or contributes to: activities, then indicators.
        var items: [ItemReference] = []
        /// Positions of the indicators and activities on which its reports are expected.
        var reportedIndicators: [Int] = []
        var reportedActivities: [Int] = []
    }

    let agencies: [AgencyID: AgencyItems]
    private let agenciesOf: [ItemID: [AgencyID]]
    private let after: [ItemID: [ItemReference]]

    init(_ index: PlanIndex) {
        var agencies: [AgencyID: AgencyItems] = [:]
        var agenciesOf: [ItemID: [AgencyID]] = [:]
        var after: [ItemID: [ItemReference]] = [:]
        for (position, activity) in index.plan.activities.enumerated() {
            if let lead = activity.lead { agencies[lead, default: .init()].items.append(.activity(activity.id)) }
            let expected = index.expectedReporters(of: activity.id)
            for agency in expected { agencies[agency, default: .init()].reportedActivities.append(position) }
            agenciesOf[activity.id] = (activity.lead.map { [$0] } ?? []) + expected
            for former in activity.dependsOn { after[former, default: []].append(.activity(activity.id)) }
        }
        for (position, indicator) in index.plan.indicators.enumerated() {
            let lead = indicator.lead.map { [$0] } ?? []
            let concerned = lead + indicator.contributors.filter { !lead.contains($0) }
            for agency in concerned { agencies[agency, default: .init()].items.append(.indicator(indicator.id)) }
            let expected = index.expectedReporters(of: indicator.id)
            for agency in expected { agencies[agency, default: .init()].reportedIndicators.append(position) }
            agenciesOf[indicator.id] = concerned + expected
            if case .milestone(_, let milestones) = indicator.measure {
                for former in milestones { after[former, default: []].append(.indicator(indicator.id)) }
            }
        }
        self.agencies = agencies
        self.agenciesOf = agenciesOf
        self.after = after
    }

    /// What is judged by the reports on an item, from below upward; nothing where the plan has no such item.
    func concerned(by item: ItemID, in index: PlanIndex) -> Concerned {
        guard let reported = index.reference(item) else { return Concerned() }
        var items = [reported] + (after[item] ?? [])
        // An activity is completed too when the milestones below it are achieved.
        if let parent = index.parent(of: item) { items += after[parent] ?? [] }
        return concerned(upwardFrom: items, agencies: [], in: index)
    }

    /// What is judged by the verdicts on some items: all above them, and their agencies, but not the items themselves.
    func concerned(byVerdictsOn items: [ItemID], in index: PlanIndex) -> Concerned {
        let parents = items.compactMap { index.parent(of: $0).flatMap { index.reference($0) } }
        return concerned(upwardFrom: parents, agencies: Set(items.flatMap { agenciesOf[$0] ?? [] }), in: index)
    }

    private func concerned(
        upwardFrom items: [ItemReference],
        agencies: Set<AgencyID>,
        in index: PlanIndex
    ) -> Concerned {
        var concerned = Concerned()
        var open = items
        var agencies = agencies
        while let reference = open.popLast() {
            guard concerned.insert(reference, index) else { continue }
            agencies.formUnion(agenciesOf[reference.id] ?? [])
            if let parent = index.parent(of: reference.id).flatMap({ index.reference($0) }) { open.append(parent) }
        }
        concerned.agencies = index.plan.agencies.indices.filter { agencies.contains(index.plan.agencies[$0].id) }
        return concerned
    }
}

/// Items and agencies by their positions in the plan.
struct Concerned: Sendable {
    private(set) var indicators: Set<Int> = []
    private(set) var activities: Set<Int> = []
    private(set) var objectives: Set<Int> = []
    var agencies: [Int] = []

    init() {}

    /// Everything in a plan.
    init(allOf plan: Plan) {
        indicators = Set(plan.indicators.indices)
        activities = Set(plan.activities.indices)
        objectives = Set(plan.objectives.indices)
        agencies = Array(plan.agencies.indices)
    }

    var isEmpty: Bool { indicators.isEmpty && activities.isEmpty && objectives.isEmpty && agencies.isEmpty }

    /// Adds what others are.
    mutating func formUnion(_ other: Concerned) {
        indicators.formUnion(other.indicators)
        activities.formUnion(other.activities)
        objectives.formUnion(other.objectives)
        agencies = Set(agencies).union(other.agencies).sorted()
    }

    /// - Returns: whether it is new.
    mutating func insert(_ reference: ItemReference, _ index: PlanIndex) -> Bool {
        switch reference {
        case .indicator(let id): index.position(ofIndicator: id).map { indicators.insert($0).inserted } ?? false
        case .activity(let id): index.position(ofActivity: id).map { activities.insert($0).inserted } ?? false
        case .objective(let id): index.position(ofObjective: id).map { objectives.insert($0).inserted } ?? false
        }
    }
}
