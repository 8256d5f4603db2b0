import ActionPlan
import Diagnostics

/// Objectives and activities.
extension IATIPlanBuilder {
    /// Every activity of the file, each after the one above it.
    mutating func buildTree() {
        var positions: [String: Int] = [:]
        for (position, activity) in file.activities.enumerated() where positions[activity.identifier] == nil {
            positions[activity.identifier] = position
        }
        var parents: [Int: Int] = [:]
        for (position, activity) in file.activities.enumerated() {
            if let parent = activity.parents.lazy.compactMap({ positions[$0] }).first, parent != position {
                parents[position] = parent
            }
            for child in activity.children.compactMap({ positions[$0] })
            where child != position && parents[child] == nil {
                parents[child] = position
            }
        }
        cutLoops(in: &parents)
        var children: [Int: [Int]] = [:]
        for position in file.activities.indices {
            if let parent = parents[position] { children[parent, default: []].append(position) }
        }
        var isNeeded = Set(
            file.activities.indices.filter {
                !file.activities[$0].results.isEmpty || file.activities[$0].own.kind != nil
            }
        )
        for position in isNeeded {
            var above = parents[position]
            while let next = above, isNeeded.insert(next).inserted { above = parents[next] }
        }
        let unneeded = file.activities.count - isNeeded.count
        if unneeded > 0 {
            notes.add(
                "iati-activities-without-results",
                "activities without results are left behind: \(unneeded)",
                severity: .information,
                at: nil
            )
        }
        var items: [Int: ItemID] = [:]
        var open = file.activities.indices.filter { parents[$0] == nil && isNeeded.contains($0) }.reversed().map { $0 }
        while let position = open.popLast() {
            build(position, below: parents[position].flatMap { items[$0] }, &items)
            open += (children[position] ?? []).filter(isNeeded.contains).reversed()
        }
        inherit()
    }

    private func cutLoops(in parents: inout [Int: Int]) {
        for start in file.activities.indices {
            var seen: Set<Int> = [start]
            var current = start
            while let next = parents[current] {
                if !seen.insert(next).inserted {
                    parents[current] = nil
                    break
                }
                current = next
            }
        }
    }

    private mutating func build(_ position: Int, below parent: ItemID?, _ items: inout [Int: ItemID]) {
        let activity = file.activities[position]
        switch activity.own.kind {
        case "plan": return
        case "activity":
            guard let parent else { fallthrough }
            items[position] = buildOwn(activity, position, below: parent)
        default: items[position] = buildObjective(activity, position, below: parent)
        }
    }

    private mutating func buildOwn(_ activity: IATIActivity, _ position: Int, below parent: ItemID) -> ItemID {
        let id = identifiers.item(activity.own.id ?? "a\(position + 1)")
        func agencies(_ role: IATIRole, _ builder: inout Self) -> [AgencyID] {
            activity.organisations.filter { $0.ownRole == role }.compactMap { builder.agency($0) }
        }
        var timing: Timing?
        if let kind = activity.own.timing, let start = activity.start, let end = activity.end,
            let days = DayRange(start, end)
        {
            let kinds: Timing.Kind =
                switch kind {
                case "recurring":
                    .recurring(every: activity.own.every.flatMap(Timing.Interval.init(rawValue:)) ?? .year)
                case "permanent": .permanent
                default: .fixed
                }
            timing = Timing(kind: kinds, days: days, stated: activity.stated)
        }
        planActivities.append(
            Activity(
                id: id,
                parent: parent,
                code: activity.own.code,
                title: activity.title ?? title(activity.identifier),
                description: activity.descriptions.first { $0.role == nil }?.text,
                expectedOutput: activity.descriptions.first { $0.role == "expected-output" }?.text,
                lead: agencies(.lead, &self).first,
                coLeads: agencies(.coLead, &self),
                implementers: agencies(.implementer, &self),
                partners: agencies(.partner, &self),
                timing: timing,
                dependsOn: [],
                funding: [],
                reportsEachPeriod: false,
                calendar: nil,
                weight: 1,
                isCancelled: false,
                provenance: provenance(activity.own.isIllustrative)
            )
        )
        for result in activity.results {
            build(result.indicators, of: result, activity, below: id, prefix: id.rawValue)
        }
        return id
    }

    private mutating func buildObjective(_ activity: IATIActivity, _ position: Int, below parent: ItemID?) -> ItemID {
        let isOwn = activity.own.kind != nil
        let id = identifiers.item(activity.own.id ?? "o\(position + 1)")
        let own = activity.organisations.first { $0.ownRole == .lead }
        let lead = isOwn ? own.flatMap { agency($0) } : lead(of: activity)
        objectives.append(
            Objective(
                id: id,
                parent: parent,
                code: activity.own.code ?? (isOwn ? nil : activity.identifier.isEmpty ? nil : activity.identifier),
                kind: activity.own.title,
                title: activity.title ?? title(activity.identifier),
                description: activity.descriptions.first { $0.role == nil }?.text,
                lead: lead,
                weight: 1,
                provenance: provenance(activity.own.isIllustrative)
            )
        )
        for (number, result) in activity.results.enumerated() {
            if isOwn {
                build(result.indicators, of: result, activity, below: id, prefix: id.rawValue)
            } else if !result.indicators.isEmpty {
                build(result, number, of: activity, below: id, lead)
            }
        }
        return id
    }

    /// A result of somebody else's activity.
    private mutating func build(
        _ result: IATIActivity.Result,
        _ number: Int,
        of activity: IATIActivity,
        below parent: ItemID,
        _ lead: AgencyID?
    ) {
        let id = identifiers.item("\(parent)-r\(number + 1)")
        func agencies(_ codes: [String], _ builder: inout Self) -> [AgencyID] {
            var seen: Set<AgencyID> = []
            return activity.organisations.filter { codes.contains($0.role ?? "") }
                .compactMap { builder.agency($0) }.filter { $0 != lead && seen.insert($0).inserted }
        }
        let implementers = agencies(["4"], &self)
        let timing = activity.start.flatMap { start in activity.end.flatMap { DayRange(start, $0) } }
            .map { Timing(kind: .fixed, days: $0, stated: nil) }
        planActivities.append(
            Activity(
                id: id,
                parent: parent,
                code: nil,
                title: result.title ?? activity.title ?? title(activity.identifier),
                description: result.description,
                expectedOutput: nil,
                lead: lead,
                coLeads: [],
                implementers: implementers,
                partners: agencies(["1", "3"], &self).filter { !implementers.contains($0) },
                timing: timing,
                dependsOn: [],
                funding: [],
                reportsEachPeriod: false,
                calendar: nil,
                weight: 1,
                isCancelled: false,
                provenance: provenance(false)
            )
        )
        build(result.indicators, of: result, activity, below: id, prefix: id.rawValue)
    }

    /// Who answers for somebody else's activity: who is accountable, else who implements it, else who reports it.
    private mutating func lead(of activity: IATIActivity) -> AgencyID? {
        for code in ["2", "4"] {
            if let found = activity.organisations.first(where: { $0.role == code && !$0.key.isEmpty }) {
                return agency(found)
            }
        }
        return activity.reporter.flatMap { agency($0) }
    }

    /// What has no lead of its own has that of what is above it, as in plan files.
    private mutating func inherit() {
        var leads: [ItemID: AgencyID] = [:]
        for position in objectives.indices {
            let above = objectives[position].parent.flatMap { leads[$0] }
            objectives[position].lead = objectives[position].lead ?? above
            leads[objectives[position].id] = objectives[position].lead
        }
        for position in planActivities.indices {
            planActivities[position].lead = planActivities[position].lead ?? leads[planActivities[position].parent]
            leads[planActivities[position].id] = planActivities[position].lead
        }
        for position in indicators.indices {
            let parent = indicators[position].indicator.parent
            indicators[position].indicator.lead = indicators[position].indicator.lead ?? leads[parent]
        }
    }

    func title(_ text: String) -> LocalizedText {
        LocalizedText(text.isEmpty ? "–" : text, language: languages[0])
    }
}
