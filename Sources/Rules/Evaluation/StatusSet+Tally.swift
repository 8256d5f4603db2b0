import ActionPlan

extension StatusSet {
    /// How some items stand.
    func tally(_ children: [ChildSubject]) -> Tally {
        var tally = Tally()
        var counts: [StatusID: Int] = [:]
        for child in children {
            counts[child.standing.status, default: 0] += 1
            tally.total += 1
            switch child.standing.group {
            case .good: (tally.good, tally.goodWeight) = (tally.good + 1, tally.goodWeight + child.weight)
            case .attention:
                (tally.attention, tally.attentionWeight) = (tally.attention + 1, tally.attentionWeight + child.weight)
            case .bad: (tally.bad, tally.badWeight) = (tally.bad + 1, tally.badWeight + child.weight)
            case .unknown:
                (tally.unknown, tally.unknownWeight) = (tally.unknown + 1, tally.unknownWeight + child.weight)
            case .neutral:
                (tally.neutral, tally.neutralWeight) = (tally.neutral + 1, tally.neutralWeight + child.weight)
            }
        }
        tally.byStatus = inOrder(counts)
        return tally
    }

    /// Several tallies of different items together.
    func sum(_ tallies: [Tally]) -> Tally {
        var sum = Tally()
        var counts: [StatusID: Int] = [:]
        for tally in tallies {
            for entry in tally.byStatus { counts[entry.status, default: 0] += entry.count }
            sum.total += tally.total
            sum.good += tally.good
            sum.attention += tally.attention
            sum.bad += tally.bad
            sum.unknown += tally.unknown
            sum.neutral += tally.neutral
            sum.goodWeight += tally.goodWeight
            sum.attentionWeight += tally.attentionWeight
            sum.badWeight += tally.badWeight
            sum.unknownWeight += tally.unknownWeight
            sum.neutralWeight += tally.neutralWeight
        }
        sum.byStatus = inOrder(counts)
        return sum
    }

    private func inOrder(_ counts: [StatusID: Int]) -> [Tally.StatusCount] {
        guard !counts.isEmpty else { return [] }
        return all.compactMap { status in
            counts[status.id].map { Tally.StatusCount(status: status.id, count: $0) }
        }
    }
}
