extension Plan {
    /// The plan as amended up to a day: every amendment in force on it is applied, in the order of their dates.
    package func amended(on day: Day) -> Plan {
        let inForce = amendments.enumerated().filter { $0.element.inForce <= day }
            .sorted { ($0.element.inForce, $0.offset) < ($1.element.inForce, $1.offset) }
        guard !inForce.isEmpty else { return self }
        var plan = self
        for (_, amendment) in inForce {
            for change in amendment.changes { plan.apply(change) }
        }
        return plan
    }

    private mutating func apply(_ change: Amendment.Change) {
        if let index = indicators.firstIndex(where: { $0.id == change.item }) {
            var indicator = indicators[index]
            if let title = change.title { indicator.title = title }
            if let lead = change.lead { indicator.lead = lead }
            if let target = change.finalTarget { indicator.finalTarget = target }
            indicator.periodTargets.merge(change.periodTargets) { $1 }
            if let due = change.due, case .milestone(_, let after) = indicator.measure {
                indicator.measure = .milestone(due: due, after: after)
            }
            indicator.isCancelled = indicator.isCancelled || change.cancelled
            indicators[index] = indicator
        } else if let index = activities.firstIndex(where: { $0.id == change.item }) {
            amendActivity(at: index, change)
        } else if let index = objectives.firstIndex(where: { $0.id == change.item }) {
            if let title = change.title { objectives[index].title = title }
            if let lead = change.lead { objectives[index].lead = lead }
        }
    }

    private mutating func amendActivity(at index: Int, _ change: Amendment.Change) {
        let former = activities[index].lead
        if let title = change.title { activities[index].title = title }
        if let lead = change.lead { activities[index].lead = lead }
        if let end = change.end, let timing = activities[index].timing, let days = DayRange(timing.days.start, end) {
            activities[index].timing?.days = days
        }
        guard change.cancelled || change.lead != nil else { return }
        let below = itemsBelow(activities[index].id)
        for position in activities.indices where below.contains(activities[position].id) {
            if change.cancelled { activities[position].isCancelled = true }
            if let lead = change.lead, activities[position].lead == former { activities[position].lead = lead }
        }
        for position in indicators.indices where below.contains(indicators[position].id) {
            if change.cancelled { indicators[position].isCancelled = true }
            if let lead = change.lead, indicators[position].lead == former { indicators[position].lead = lead }
        }
        if change.cancelled { activities[index].isCancelled = true }
    }

    /// All activities and indicators below an activity.
    private func itemsBelow(_ id: ItemID) -> Set<ItemID> {
        var found: Set<ItemID> = [id]
        for activity in activities where found.contains(activity.parent) { found.insert(activity.id) }
        for indicator in indicators where found.contains(indicator.parent) { found.insert(indicator.id) }
        found.remove(id)
        return found
    }
}
