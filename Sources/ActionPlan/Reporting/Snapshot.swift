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
        self.records = records.sorted { $0.key < $1.key }
        self.locks = locks.sorted { $0.period < $1.period }
    }
}
