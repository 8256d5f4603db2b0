/// All reports as they were known at an instant.
package struct Snapshot: Hashable, Sendable {
    /// Everything that happened up to here is in it, nothing that happened later.
    package var knownAt: Moment
    /// In the order of their keys.
    package var records: [ReportRecord]

    /// A snapshot of some records, in any order.
    package init(knownAt: Moment, records: [ReportRecord]) {
        self.knownAt = knownAt
        self.records = records.sorted { $0.key < $1.key }
    }
}
