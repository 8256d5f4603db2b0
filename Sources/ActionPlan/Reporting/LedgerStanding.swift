/// Where in a ledger the events of reports stand, by which anyone can check them against the ledger itself.
package struct LedgerStanding: Sendable {
    /// The name of the ledger in checkpoints.
    package var origin: String
    /// How many entries it has, and the root of the tree over them as checkpoints write it.
    package var size: Int
    package var root: String
    /// What happened to each report, in the order of entries.
    package var entries: [ReportKey: [Entry]]

    /// An entry that is about a report.
    package struct Entry: Hashable, Sendable {
        /// Its number, from 1.
        package var number: Int
        package var kind: ReportEvent.Kind
        package var party: Party
        /// When it happened, and when the ledger took it up.
        package var moment: Moment
        package var recorded: Moment

        package init(number: Int, kind: ReportEvent.Kind, party: Party, moment: Moment, recorded: Moment) {
            self.number = number
            self.kind = kind
            self.party = party
            self.moment = moment
            self.recorded = recorded
        }
    }

    package init(origin: String, size: Int, root: String, entries: [ReportKey: [Entry]]) {
        self.origin = origin
        self.size = size
        self.root = root
        self.entries = entries
    }
}
