/// Finds the parts of a plan by identifier and by where they hang in the tree.
package struct PlanIndex: Sendable {
    package let plan: Plan
    private let objectives: [ItemID: Int]
    private let activities: [ItemID: Int]
    private let indicators: [ItemID: Int]
    private let agencies: [AgencyID: Int]
    private let calendars: [String: Int]
    private let childrenOf: [ItemID: [ItemReference]]
    /// The objectives at the top of the tree.
    package let roots: [ItemReference]

    /// Indexes a plan.
    package init(_ plan: Plan) {
        self.plan = plan
        objectives = Self.positions(plan.objectives.map(\.id))
        activities = Self.positions(plan.activities.map(\.id))
        indicators = Self.positions(plan.indicators.map(\.id))
        agencies = Self.positions(plan.agencies.map(\.id))
        calendars = Self.positions(plan.calendars.map(\.id))
        var children: [ItemID: [ItemReference]] = [:]
        var roots: [ItemReference] = []
        for objective in plan.objectives {
            if let parent = objective.parent {
                children[parent, default: []].append(.objective(objective.id))
            } else {
                roots.append(.objective(objective.id))
            }
        }
        for activity in plan.activities { children[activity.parent, default: []].append(.activity(activity.id)) }
        for indicator in plan.indicators { children[indicator.parent, default: []].append(.indicator(indicator.id)) }
        childrenOf = children
        self.roots = roots
    }

    private static func positions<ID: Hashable>(_ identifiers: [ID]) -> [ID: Int] {
        Dictionary(identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func objective(_ id: ItemID) -> Objective? { objectives[id].map { plan.objectives[$0] } }
    package func activity(_ id: ItemID) -> Activity? { activities[id].map { plan.activities[$0] } }
    package func indicator(_ id: ItemID) -> Indicator? { indicators[id].map { plan.indicators[$0] } }
    package func agency(_ id: AgencyID) -> Agency? { agencies[id].map { plan.agencies[$0] } }
    package func calendar(_ id: String) -> ReportingCalendar? { calendars[id].map { plan.calendars[$0] } }

    /// Where an objective, activity or indicator stands in the plan's list of its kind.
    package func position(ofObjective id: ItemID) -> Int? { objectives[id] }
    package func position(ofActivity id: ItemID) -> Int? { activities[id] }
    package func position(ofIndicator id: ItemID) -> Int? { indicators[id] }

    /// What kind of item an identifier names, or nil where it names none.
    package func reference(_ id: ItemID) -> ItemReference? {
        if indicators[id] != nil { return .indicator(id) }
        if activities[id] != nil { return .activity(id) }
        if objectives[id] != nil { return .objective(id) }
        return nil
    }

    /// What hangs directly below an item: objectives, then activities, then indicators, each in the order of the plan.
    package func children(of id: ItemID) -> [ItemReference] { childrenOf[id] ?? [] }

    /// The item above, or nil at the top.
    package func parent(of id: ItemID) -> ItemID? {
        if let position = indicators[id] { return plan.indicators[position].parent }
        if let position = activities[id] { return plan.activities[position].parent }
        return objectives[id].flatMap { plan.objectives[$0].parent }
    }

    /// The items above, from the top down.
    package func ancestors(of id: ItemID) -> [ItemID] {
        var path: [ItemID] = []
        var current = parent(of: id)
        while let item = current {
            path.append(item)
            current = parent(of: item)
        }
        return path.reversed()
    }

    /// The title of an item.
    package func title(of id: ItemID) -> LocalizedText? {
        if let position = indicators[id] { return plan.indicators[position].title }
        if let position = activities[id] { return plan.activities[position].title }
        return objectives[id].map { plan.objectives[$0].title }
    }

    /// The short name that the plan gives an item, as "2.1".
    package func code(of id: ItemID) -> String? {
        if let position = indicators[id] { return plan.indicators[position].code }
        if let position = activities[id] { return plan.activities[position].code }
        return objectives[id].flatMap { plan.objectives[$0].code }
    }

    /// The agency that leads an activity or reports on an indicator first.
    package func lead(of id: ItemID) -> AgencyID? {
        if let position = indicators[id] { return plan.indicators[position].lead }
        return activities[id].flatMap { plan.activities[$0].lead }
    }

    /// The calendar by which an item is reported; nil where nothing is reported regularly.
    package func calendar(of id: ItemID) -> String? {
        indicators[id].flatMap { plan.indicators[$0].calendar }
            ?? activities[id].flatMap { plan.activities[$0].calendar }
    }

    /// The periods of an item's calendar; none where nothing is reported regularly.
    package func periods(of id: ItemID) -> [ReportingPeriod] {
        let name =
            indicators[id].map { plan.indicators[$0].calendar } ?? activities[id].map { plan.activities[$0].calendar }
        guard let name = name ?? nil, let position = calendars[name] else { return [] }
        return plan.calendars[position].periods
    }

    /// The agencies whose reports on an item are expected each period; none where none is expected.
    package func expectedReporters(of id: ItemID) -> [AgencyID] {
        if let position = indicators[id] {
            let isExpected = !plan.indicators[position].isCancelled && plan.indicators[position].calendar != nil
            return isExpected ? plan.indicators[position].reporters : []
        }
        guard let activity = activity(id), activity.reportsEachPeriod, activity.calendar != nil, !activity.isCancelled
        else { return [] }
        return activity.lead.map { [$0] } ?? []
    }

    /// The agencies that may report on an item.
    package func entitledReporters(of id: ItemID) -> [AgencyID] {
        if let indicator = indicator(id) { return indicator.reporters }
        guard let activity = activity(id) else { return [] }
        return (activity.lead.map { [$0] } ?? []) + activity.coLeads
    }
}

/// An item of a plan by kind and identifier.
package enum ItemReference: Hashable, Sendable {
    case objective(ItemID)
    case activity(ItemID)
    case indicator(ItemID)

    /// The identifier.
    package var id: ItemID {
        switch self {
        case .objective(let id), .activity(let id), .indicator(let id): id
        }
    }
}
