package import ActionPlan
package import Rules

/// What happened to a plan, the latest first: reports that came or were verified, statuses that changed since the last
/// meeting, amendments.
///
/// It says no more than the assessment that it is made of; that of the public edition withholds what the public may not
/// know. No figure of a report is in it.
package struct News: Sendable {
    package struct Entry: Sendable {
        /// The day of the plan's own clock on which it happened, or was first seen.
        package var day: Day
        package var kind: Kind
        /// Whom it concerns; nil for everybody.
        package var agencies: Set<AgencyID>?
    }

    package enum Kind: Sendable {
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
    package let entries: [Entry]

    /// - Parameters:
    ///   - assessment: where the plan stands.
    ///   - changes: what is otherwise than at the last meeting; nil where there was none.
    package init(_ assessment: Assessment, changes: Changes?) {
        self.assessment = assessment
        var entries = Self.reports(assessment)
        if let changes { entries += Self.statuses(assessment, changes) }
        entries += assessment.plan.plan.amendments.enumerated().filter { $1.inForce <= assessment.asOf }
            .map { place, amendment in
                let agencies = Set(amendment.changes.flatMap { assessment.plan.involved(in: $0.item) })
                return Entry(day: amendment.inForce, kind: .amended(place), agencies: agencies)
            }
        self.entries = entries.enumerated()
            .sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
    }

    // MARK: - Reports

    private struct Lot: Hashable, Comparable {
        var day: Day
        var agency: AgencyID
        var calendar: String
        var period: PeriodID
        var isVerified: Bool

        static func < (left: Self, right: Self) -> Bool {
            (left.day, left.agency, left.calendar, left.period, left.isVerified ? 1 : 0)
                < (right.day, right.agency, right.calendar, right.period, right.isVerified ? 1 : 0)
        }
    }

    private static func reports(_ assessment: Assessment) -> [Entry] {
        let plan = assessment.plan
        var lots: [Lot: [ItemID]] = [:]
        let all =
            assessment.activities.map { ($0.id, $0.periods) } + assessment.indicators.map { ($0.id, $0.periods) }
        for (item, periods) in all {
            guard let calendar = plan.calendar(of: item) else { continue }
            for period in periods {
                for part in period.reports {
                    func add(_ day: Day, isVerified: Bool) {
                        let lot = Lot(
                            day: day,
                            agency: part.agency,
                            calendar: calendar,
                            period: period.period.id,
                            isVerified: isVerified
                        )
                        lots[lot, default: []].append(item)
                    }
                    if let received = part.receivedOn { add(received, isVerified: false) }
                    if let review = part.record?.effectiveReview, review.decision == .verified {
                        add(review.reviewed.day(at: plan.plan.utcOffset), isVerified: true)
                    }
                }
            }
        }
        return lots.sorted { $0.key < $1.key }
            .map { lot, items in
                Entry(
                    day: lot.day,
                    kind: lot.isVerified
                        ? .verified(lot.agency, calendar: lot.calendar, period: lot.period, items)
                        : .received(lot.agency, calendar: lot.calendar, period: lot.period, items),
                    agencies: [lot.agency]
                )
            }
    }

    // MARK: - Statuses

    private static func statuses(_ assessment: Assessment, _ changes: Changes) -> [Entry] {
        let times = EventDays(assessment, after: changes.from)
        var entries: [Entry] = []
        if let overall = changes.overall {
            entries.append(
                Entry(
                    day: times.latest ?? changes.to,
                    kind: .status(nil, overall, since: changes.from),
                    agencies: nil
                )
            )
        }
        for item in changes.items {
            entries.append(
                Entry(
                    day: times[item.item.id] ?? changes.to,
                    kind: .status(item.item.id, item.change, since: changes.from),
                    agencies: Set(assessment.plan.involved(in: item.item.id))
                )
            )
        }
        return entries
    }
}

/// The last day, up to that of the assessment, on which anything happened that can have changed an item's status: a report
/// came or was reviewed, a period or its days of grace ended, an activity was to be done.
private struct EventDays {
    private var days: [ItemID: Day] = [:]
    private(set) var latest: Day?

    init(_ assessment: Assessment, after earlier: Day) {
        let plan = assessment.plan
        let all =
            assessment.activities.map { ($0.id, $0.periods) } + assessment.indicators.map { ($0.id, $0.periods) }
        for (item, periods) in all {
            var found: [Day] = []
            for period in periods {
                found += [period.period.days.end + 1, period.period.due + 1, period.period.graceEnd + 1]
                for part in period.reports {
                    if let received = part.receivedOn { found.append(received) }
                    if let review = part.record?.effectiveReview {
                        found.append(review.reviewed.day(at: plan.plan.utcOffset))
                    }
                }
            }
            if let timing = plan.activity(item)?.timing { found.append(timing.days.end + 1) }
            if let indicator = plan.indicator(item) {
                if case .milestone(let due, _) = indicator.measure { found.append(due + 1) }
                if let target = indicator.finalTarget { found.append(target.by + 1) }
            }
            guard let last = found.filter({ earlier < $0 && $0 <= assessment.asOf }).max() else { continue }
            latest = max(latest ?? last, last)
            for place in [item] + plan.ancestors(of: item) { days[place] = max(days[place] ?? last, last) }
        }
    }

    subscript(_ item: ItemID) -> Day? { days[item] }
}
