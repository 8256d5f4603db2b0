package import ActionPlan

/// What a plan asks for by a day: reports, activities, milestones, targets, meetings, in the order of time.
///
/// It is the plan's own, whatever has been reported since, so that it holds no figure and changes only with the plan.
package struct Deadlines: Sendable {
    /// Something that falls on a day.
    package struct Event: Sendable {
        package var day: Day
        package var kind: Kind
        /// What it is about.
        package var items: [ItemID]
        /// Whom it concerns; nil for everybody.
        package var agencies: Set<AgencyID>?
    }

    package enum Kind: Hashable, Sendable {
        /// For a period of a calendar.
        case reports(calendar: String, period: PeriodID)
        case activities
        case milestones
        case targets
        /// By its place among the plan's meetings.
        case meeting(Int)
        case planEnds
    }

    package let plan: PlanIndex
    package let events: [Event]
    /// When the plan was last changed, as far as it says: the day of the last amendment in force, else its first day.
    package let changed: Moment
    /// Who is to report on an item.
    let reporters: [ItemID: [AgencyID]]

    /// - Parameters:
    ///   - plan: as amended on the day.
    ///   - asOf: the day.
    package init(_ plan: PlanIndex, asOf: Day) {
        self.plan = plan
        let amended = plan.plan.amendments.map(\.inForce).filter { $0 <= asOf }.max()
        changed = Moment(startOf: amended ?? plan.plan.days.start, at: plan.plan.utcOffset)
        let items = plan.plan.activities.map(\.id) + plan.plan.indicators.map(\.id)
        reporters = Dictionary(
            items.map { ($0, plan.expectedReporters(of: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
        var events = Self.reports(plan, items, reporters)
        events += Self.byDay(plan, plan.plan.activities.compactMap(Self.end), .activities)
        events += Self.byDay(plan, plan.plan.indicators.compactMap(Self.milestone), .milestones)
        events += Self.byDay(plan, plan.plan.indicators.compactMap(Self.target), .targets)
        events += plan.plan.meetings.enumerated()
            .map { Event(day: $1.date, kind: .meeting($0), items: [], agencies: nil) }
        events.append(Event(day: plan.plan.days.end, kind: .planEnds, items: [], agencies: nil))
        // Those of one day stay in the order of their kinds, which is that above.
        self.events = events.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    private static func reports(
        _ plan: PlanIndex,
        _ items: [ItemID],
        _ reporters: [ItemID: [AgencyID]]
    ) -> [Event] {
        var byCalendar: [String: [ItemID]] = [:]
        for item in items where !reporters[item, default: []].isEmpty {
            if let calendar = plan.calendar(of: item) { byCalendar[calendar, default: []].append(item) }
        }
        return plan.plan.calendars.flatMap { calendar -> [Event] in
            guard let owed = byCalendar[calendar.id] else { return [] }
            let agencies = Set(owed.flatMap { reporters[$0] ?? [] })
            return calendar.periods.map { period in
                Event(
                    day: period.due,
                    kind: .reports(calendar: calendar.id, period: period.id),
                    items: owed,
                    agencies: agencies
                )
            }
        }
    }

    private static func byDay(_ plan: PlanIndex, _ found: [(day: Day, item: ItemID)], _ kind: Kind) -> [Event] {
        Dictionary(grouping: found, by: \.day).sorted { $0.key < $1.key }
            .map { day, found in
                let items = found.map(\.item)
                return Event(
                    day: day,
                    kind: kind,
                    items: items,
                    agencies: Set(items.flatMap { plan.involved(in: $0) })
                )
            }
    }

    /// The last day of an activity that has one; those that recur or never end have none.
    private static func end(_ activity: Activity) -> (day: Day, item: ItemID)? {
        guard let timing = activity.timing, timing.kind == .fixed, !activity.isCancelled else { return nil }
        return (timing.days.end, activity.id)
    }

    private static func milestone(_ indicator: Indicator) -> (day: Day, item: ItemID)? {
        guard case .milestone(let due, _) = indicator.measure, !indicator.isCancelled else { return nil }
        return (due, indicator.id)
    }

    private static func target(_ indicator: Indicator) -> (day: Day, item: ItemID)? {
        guard let target = indicator.finalTarget, !indicator.isCancelled else { return nil }
        return (target.by, indicator.id)
    }
}

extension PlanIndex {
    /// The agencies that have to do with an item: that lead it, do it, or report on it.
    func involved(in item: ItemID) -> [AgencyID] {
        if let indicator = indicator(item) { return (indicator.lead.map { [$0] } ?? []) + indicator.reporters }
        if let activity = activity(item) {
            return (activity.lead.map { [$0] } ?? []) + activity.coLeads + activity.implementers
        }
        return objective(item)?.lead.map { [$0] } ?? []
    }

    /// The number in the printed plan and the title, in a language.
    func heading(of item: ItemID, _ language: String) -> String {
        let title = self.title(of: item)?.best(for: language).text ?? item.rawValue
        return code(of: item).map { "\($0) \(title)" } ?? title
    }
}
