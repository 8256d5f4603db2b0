import ActionPlan

/// The reports of a snapshot by the item that they are about.
///
/// The records are those of the snapshot, not copies; where a report of an item changes, that item's are kept apart.
struct ReportIndex: Sendable {
    private var items: [ItemID: ItemReports]

    /// Indexes a snapshot, whose records stand in the order of their keys.
    init(_ snapshot: Snapshot) {
        let records = snapshot.records
        var items: [ItemID: ItemReports] = [:]
        var start = records.startIndex
        while start < records.endIndex {
            let item = records[start].key.item
            var end = start + 1
            while end < records.endIndex, records[end].key.item == item { end += 1 }
            items[item] = ItemReports(records: records[start..<end])
            start = end
        }
        self.items = items
    }

    /// The reports on an item.
    subscript(item: ItemID) -> ItemReports { items[item] ?? ItemReports(records: []) }

    /// All reports in the order of their keys.
    var records: [ReportRecord] { items.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value.records) }

    /// What is known of a report.
    subscript(key: ReportKey) -> ReportRecord? {
        get { items[key.item]?[key] }
        set { items[key.item, default: ItemReports(records: [])][key] = newValue }
    }
}

/// The reports on one item, in the order of their keys.
struct ItemReports: Sendable {
    private(set) var records: ArraySlice<ReportRecord>

    /// Those on a period, in the order of agencies.
    subscript(period: PeriodID) -> ArraySlice<ReportRecord> {
        let start = position { $0.key.period < period }
        var end = start
        while end < records.endIndex, records[end].key.period == period { end += 1 }
        return records[start..<end]
    }

    subscript(key: ReportKey) -> ReportRecord? {
        get {
            let place = position { $0.key < key }
            return place < records.endIndex && records[place].key == key ? records[place] : nil
        }
        set {
            let place = position { $0.key < key }
            let isThere = place < records.endIndex && records[place].key == key
            records.replaceSubrange(place..<(isThere ? place + 1 : place), with: newValue.map { [$0] } ?? [])
        }
    }

    /// Those of one agency.
    func sent(by agency: AgencyID) -> ItemReports {
        ItemReports(records: records.filter { $0.key.agency == agency }[...])
    }

    /// The first record that does not come before something.
    private func position(_ isBefore: (ReportRecord) -> Bool) -> Int {
        var low = records.startIndex
        var high = records.endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(records[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
