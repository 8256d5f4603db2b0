import ActionPlan

/// The reports of a snapshot by the item that they are about.
struct ReportIndex: Sendable {
    private let records: [ReportRecord]
    private let ranges: [ItemID: Range<Int>]

    /// Indexes a snapshot, whose records stand in the order of their keys.
    init(_ snapshot: Snapshot) {
        records = snapshot.records
        var ranges: [ItemID: Range<Int>] = [:]
        var start = records.startIndex
        while start < records.endIndex {
            let item = records[start].key.item
            var end = start + 1
            while end < records.endIndex, records[end].key.item == item { end += 1 }
            ranges[item] = start..<end
            start = end
        }
        self.ranges = ranges
    }

    /// The records on an item, by period; of each period in the order of agencies.
    func byPeriod(of item: ItemID) -> [PeriodID: [ReportRecord]] {
        guard let range = ranges[item] else { return [:] }
        return Dictionary(grouping: records[range], by: \.key.period)
    }
}
