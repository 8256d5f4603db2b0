/// All reports as they were known at an instant.
package struct Snapshot: Hashable, Sendable {
    /// Everything that happened up to here is in it, nothing that happened later.
    package var knownAt: Moment
    /// In the order of their keys.
    package var records: [ReportRecord]
    /// Periods that are or were locked, in the order of their names.
    package var locks: [PeriodLock]

    /// A snapshot of some records and locks, in any order.
    package init(knownAt: Moment, records: [ReportRecord], locks: [PeriodLock] = []) {
        self.knownAt = knownAt
        let isInOrder = records.indices.dropLast().allSatisfy { records[$0].key < records[$0 + 1].key }
        self.records = isInOrder ? records : records.sorted { $0.key < $1.key }
        self.locks = locks.sorted { $0.period < $1.period }
    }

    /// The same of some periods only: what was known at an instant about those periods.
    package func limited(to periods: Set<PeriodID>) -> Snapshot {
        Snapshot(
            knownAt: knownAt,
            records: records.filter { periods.contains($0.key.period) },
            locks: locks.filter { periods.contains($0.period) }
        )
    }
}
