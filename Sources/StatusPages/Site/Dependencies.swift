import ActionPlan
import Rules

/// Which activities wait for which, and what is held up because something before it is late.
struct Dependencies: Sendable {
    /// Groups of activities that hang together, in the order of the plan.
    let chains: [Chain]
    /// What is waited for and should be finished, or stands so that it may be late; the late ones first, of them those that
    /// hold up most.
    let blockers: [Blocker]

    /// Activities that hang together, each after all that it waits for.
    struct Chain: Sendable {
        var places: [Place]
    }

    struct Place: Sendable {
        var activity: ItemID
        /// How many stand one after another before it.
        var depth: Int
        /// The positions in the chain of what it waits for.
        var waitsFor: [Int]
    }

    /// Something that others wait for and that is late, or may become so.
    struct Blocker: Sendable {
        var activity: ItemID
        /// The day by which it is to be finished; nil where it is not done once.
        var due: Day?
        var isLate: Bool
        /// What waits for it directly, and what waits for that in turn; nothing that is finished.
        var waiting: [ItemID]
        var further: [ItemID]
    }

    init(_ site: Site) {
        let activities = site.plan.plan.activities
        var successors: [ItemID: [ItemID]] = [:]
        for activity in activities {
            for id in activity.dependsOn { successors[id, default: []].append(activity.id) }
        }
        chains = Self.chains(activities, successors)
        blockers = chains.flatMap(\.places).compactMap { Self.blocker($0.activity, successors, site) }
            .enumerated()
            .sorted { left, right in
                let counts = (
                    left.element.waiting.count + left.element.further.count,
                    right.element.waiting.count + right.element.further.count
                )
                if left.element.isLate != right.element.isLate { return left.element.isLate }
                return (-counts.0, left.offset) < (-counts.1, right.offset)
            }
            .map(\.element)
    }

    /// Whether an activity should be finished and is not known to be.
    static func isLate(_ id: ItemID, _ site: Site) -> Bool {
        guard let activity = site.plan.activity(id), let timing = activity.timing, timing.kind == .fixed else {
            return false
        }
        return timing.days.end < site.asOf && !activity.isCancelled && !isFinished(id, site)
    }

    /// Whether an activity is reported as completed, or has milestones that are all achieved.
    static func isFinished(_ id: ItemID, _ site: Site) -> Bool {
        if site.activity(id)?.implementation == .completed { return true }
        let milestones = site.plan.children(of: id)
            .filter { site.plan.indicator($0.id)?.measure.keyword == "milestone" }
        return !milestones.isEmpty && milestones.allSatisfy { site.group(of: $0.id) == .good }
    }

    private static func blocker(_ id: ItemID, _ successors: [ItemID: [ItemID]], _ site: Site) -> Blocker? {
        let isLate = isLate(id, site)
        let group = site.group(of: id)
        guard let activity = site.plan.activity(id), !activity.isCancelled, !isFinished(id, site),
            isLate || group == .bad || group == .attention
        else { return nil }
        func isOpen(_ id: ItemID) -> Bool {
            !isFinished(id, site) && !(site.plan.activity(id)?.isCancelled ?? true)
        }
        let waiting = (successors[id] ?? []).filter(isOpen)
        guard !waiting.isEmpty else { return nil }
        var further: [ItemID] = []
        var open = waiting
        while let next = open.popLast() {
            for id in successors[next] ?? [] where isOpen(id) && !waiting.contains(id) && !further.contains(id) {
                further.append(id)
                open.append(id)
            }
        }
        return Blocker(
            activity: id,
            due: activity.timing.flatMap { $0.kind == .fixed ? $0.days.end : nil },
            isLate: isLate,
            waiting: waiting,
            further: further
        )
    }

    private static func chains(_ activities: [Activity], _ successors: [ItemID: [ItemID]]) -> [Chain] {
        let byID = Dictionary(activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var isPlaced: Set<ItemID> = []
        var chains: [Chain] = []
        for activity in activities where !isPlaced.contains(activity.id) {
            guard !activity.dependsOn.isEmpty || successors[activity.id] != nil else { continue }
            let members = component(of: activity, byID, successors)
            isPlaced.formUnion(members)
            let ordered = activities.filter { members.contains($0.id) }
            chains.append(chain(ordered, successors))
        }
        return chains
    }

    /// All that hangs together with an activity.
    private static func component(
        of activity: Activity,
        _ byID: [ItemID: Activity],
        _ successors: [ItemID: [ItemID]]
    ) -> Set<ItemID> {
        var members: Set<ItemID> = [activity.id]
        var open = [activity.id]
        while let id = open.popLast() {
            for next in (byID[id]?.dependsOn ?? []) + (successors[id] ?? []) where members.insert(next).inserted {
                open.append(next)
            }
        }
        return members
    }

    /// Activities in an order in which each comes right after what it waits for, as far as that can be.
    private static func chain(_ activities: [Activity], _ successors: [ItemID: [ItemID]]) -> Chain {
        var positions: [ItemID: Int] = [:]
        var places: [Place] = []
        let byID = Dictionary(activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var open = Array(activities.filter(\.dependsOn.isEmpty).reversed())
        while let activity = open.popLast() {
            let before = activity.dependsOn.compactMap { positions[$0] }
            positions[activity.id] = places.count
            places.append(
                Place(
                    activity: activity.id,
                    depth: before.map { places[$0].depth + 1 }.max() ?? 0,
                    waitsFor: before
                )
            )
            let ready = (successors[activity.id] ?? []).compactMap { byID[$0] }
                .filter { next in positions[next.id] == nil && next.dependsOn.allSatisfy { positions[$0] != nil } }
            open += ready.reversed()
        }
        return Chain(places: places)
    }
}
