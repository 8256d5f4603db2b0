package import ActionPlan
package import Rules

/// What happened to a plan, the latest first: reports that came or were verified, statuses that changed since the last
/// meeting, amendments.
///
/// It says no more than the assessment that it is made of; that of the public edition withholds what the public may not
/// know. No figure of a report is in it.
package struct News: Sendable {
    package struct Entry: Equatable, Sendable {
        /// The day of the plan's own clock on which it happened, or was first seen.
        package var day: Day
        package var kind: Kind
        /// Whom it concerns; nil for everybody.
        package var agencies: Set<AgencyID>?
    }

    package enum Kind: Equatable, Sendable {
        /// Reports of an agency for a period of a calendar that came on the day.
        case received(AgencyID, calendar: String, period: PeriodID, [ItemID])
        /// Such reports that were verified on the day.
        case verified(AgencyID, calendar: String, period: PeriodID, [ItemID])
        /// An item stands otherwise; of the whole plan where there is none.
        case status(ItemID?, StatusChange, since: Day)
        /// By its place among the plan's amendments.
        case amended(Int)
    }

    package let assessment: Assessment
    /// What reports did on each day.
    private var lots: [Day: [Lot: [ItemID]]] = [:]
    /// The last day on which anything happened that can have changed an item's status, of items that are reported on.
    private var lastDays: [ItemID: Day] = [:]
    /// The latest of all, and of each agency.
    private var latest: [AgencyID?: [Entry]] = [:]

    /// How many entries are kept at most of all and of each agency, the latest ones.
    package static let most = 50

    /// - Parameters:
    ///   - assessment: where the plan stands.
    ///   - changes: what is otherwise than at the last meeting; nil where there was none.
    package init(_ assessment: Assessment, changes: Changes?) {
        self.assessment = assessment
        for position in assessment.activities.indices { add(assessment.activities[position].id, assessment, changes) }
        for position in assessment.indicators.indices { add(assessment.indicators[position].id, assessment, changes) }
        latest = found(changes)
    }

    /// The same of an assessment in which some items stand otherwise, as of the same day.
    package func updated(_ assessment: Assessment, changes: Changes?, items: Set<ItemID>) -> News {
        var news = News(of: assessment, lots: lots, lastDays: lastDays)
        for id in items {
            for lot in Self.lots(of: id, self.assessment) { news.lots[lot.day]?[lot]?.removeAll { $0 == id } }
            news.lastDays[id] = nil
        }
        for id in items.sorted() { news.add(id, assessment, changes) }
        news.latest = news.found(changes)
        return news
    }

    private init(of assessment: Assessment, lots: [Day: [Lot: [ItemID]]], lastDays: [ItemID: Day]) {
        self.assessment = assessment
        self.lots = lots
        self.lastDays = lastDays
    }

    /// The latest entries, the latest first.
    ///
    /// - Parameter agency: what concerns it, or everybody; all entries where there is none.
    /// - Returns: ``most`` of them where there are more.
    package func entries(of agency: AgencyID? = nil) -> [Entry] { latest[agency] ?? [] }

    // MARK: - Reports

    private struct Lot: Hashable {
        var day: Day
        var agency: AgencyID
        var calendar: String
        var period: PeriodID
        var isVerified: Bool

        /// In the order in which those of one day are told.
        static func comesFirst(_ left: Self, _ right: Self) -> Bool {
            (left.agency, left.calendar, left.period, left.isVerified ? 1 : 0)
                < (right.agency, right.calendar, right.period, right.isVerified ? 1 : 0)
        }
    }

    private mutating func add(_ id: ItemID, _ assessment: Assessment, _ changes: Changes?) {
        for lot in Self.lots(of: id, assessment) { lots[lot.day, default: [:]][lot, default: []].append(id) }
        lastDays[id] = changes.flatMap { Self.lastDay(of: id, assessment, after: $0.from) }
    }

    private static func lots(of id: ItemID, _ assessment: Assessment) -> [Lot] {
        let plan = assessment.plan
        guard let calendar = plan.calendar(of: id) else { return [] }
        var lots: [Lot] = []
        for period in assessment.periods(of: id) {
            for part in period.reports {
                func add(_ day: Day, isVerified: Bool) {
                    lots.append(
                        Lot(
                            day: day,
                            agency: part.agency,
                            calendar: calendar,
                            period: period.period.id,
                            isVerified: isVerified
                        )
                    )
                }
                if let received = part.receivedOn { add(received, isVerified: false) }
                if let review = part.record?.effectiveReview, review.decision == .verified {
                    add(review.reviewed.day(at: plan.plan.utcOffset), isVerified: true)
                }
            }
        }
        return lots
    }

    private func entry(_ lot: Lot, _ items: [ItemID]) -> Entry {
        let plan = assessment.plan
        // Activities first, as all lists of a plan have them, each in its place.
        let ordered =
            items
            .map { id in
                (plan.position(ofActivity: id) ?? .max, plan.position(ofIndicator: id) ?? .max, id)
            }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map(\.2)
        return Entry(
            day: lot.day,
            kind: lot.isVerified
                ? .verified(lot.agency, calendar: lot.calendar, period: lot.period, ordered)
                : .received(lot.agency, calendar: lot.calendar, period: lot.period, ordered),
            agencies: [lot.agency]
        )
    }

    // MARK: - What is latest

    private func found(_ changes: Changes?) -> [AgencyID?: [Entry]] {
        let plan = assessment.plan.plan
        let others = Dictionary(grouping: changes.map { statuses($0) } ?? [] + amendments, by: \.day)
        var latest: [AgencyID?: [Entry]] = [:]
        var open = Set(plan.agencies.map { Optional($0.id) } + [nil])
        func take(_ entry: @autoclosure () -> Entry, for concerned: [AgencyID?]) {
            let wanted = concerned.filter { open.contains($0) }
            guard !wanted.isEmpty else { return }
            let entry = entry()
            for agency in wanted {
                latest[agency, default: []].append(entry)
                if latest[agency]?.count == Self.most { open.remove(agency) }
            }
        }
        for day in Set(lots.keys).union(others.keys).sorted(by: >) where !open.isEmpty {
            for entry in (others[day] ?? []).reversed() {
                take(entry, for: [nil] + (entry.agencies?.map { $0 } ?? plan.agencies.map(\.id)))
            }
            let own = (lots[day] ?? [:])
                .filter { !$0.value.isEmpty && (open.contains(nil) || open.contains($0.key.agency)) }
            for (lot, items) in own.sorted(by: { Lot.comesFirst($1.key, $0.key) }) {
                take(self.entry(lot, items), for: [nil, lot.agency])
            }
        }
        return latest
    }

    private var amendments: [Entry] {
        assessment.plan.plan.amendments.enumerated().filter { $1.inForce <= assessment.asOf }
            .map { place, amendment in
                let agencies = Set(amendment.changes.flatMap { assessment.plan.involved(in: $0.item) })
                return Entry(day: amendment.inForce, kind: .amended(place), agencies: agencies)
            }
    }

    // MARK: - Statuses

    private func statuses(_ changes: Changes) -> [Entry] {
        var entries: [Entry] = []
        if let overall = changes.overall {
            entries.append(
                Entry(
                    day: lastDays.values.max() ?? changes.to,
                    kind: .status(nil, overall, since: changes.from),
                    agencies: nil
                )
            )
        }
        for item in changes.items {
            entries.append(
                Entry(
                    day: lastDay(below: item.item.id) ?? changes.to,
                    kind: .status(item.item.id, item.change, since: changes.from),
                    agencies: Set(assessment.plan.involved(in: item.item.id))
                )
            )
        }
        return entries
    }

    /// The last day on which anything happened to an item or to anything below it.
    private func lastDay(below id: ItemID) -> Day? {
        let days = assessment.plan.children(of: id).map { lastDay(below: $0.id) } + [lastDays[id]]
        return days.compactMap(\.self).max()
    }

    /// The last day, after an earlier one and up to that of the assessment, on which anything happened that can have
    /// changed an item's status: a report came or was reviewed, a period or its days of grace ended, an activity was to be
    /// done.
    private static func lastDay(of id: ItemID, _ assessment: Assessment, after earlier: Day) -> Day? {
        let plan = assessment.plan
        var last: Day?
        func find(_ day: Day) {
            if earlier < day, day <= assessment.asOf { last = max(last ?? day, day) }
        }
        for period in assessment.periods(of: id) {
            for day in [period.period.days.end, period.period.due, period.period.graceEnd] { find(day + 1) }
            for part in period.reports {
                if let received = part.receivedOn { find(received) }
                if let review = part.record?.effectiveReview { find(review.reviewed.day(at: plan.plan.utcOffset)) }
            }
        }
        if let timing = plan.activity(id)?.timing { find(timing.days.end + 1) }
        if let indicator = plan.indicator(id) {
            if case .milestone(let due, _) = indicator.measure { find(due + 1) }
            if let target = indicator.finalTarget { find(target.by + 1) }
        }
        return last
    }
}
