package import ActionPlan
package import Ledger
import TransparencyLog

extension Tracker {
    /// Where in the ledger the events of reports stand.
    ///
    /// - Parameter day: events after it are left out.
    /// - Returns: the entries about each report, with the size and root of the whole ledger.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func standing(asOf day: Day) throws(LedgerError) -> LedgerStanding {
        let end = Moment(startOf: day + 1, at: workspace.plan.utcOffset)
        var entries: [ReportKey: [LedgerStanding.Entry]] = [:]
        try ledger.forEachEntry { entry, _ in
            guard case .report(let event) = entry.event, event.moment < end, event.action.kind != .draft else { return }
            entries[event.key, default: []]
                .append(
                    LedgerStanding.Entry(
                        number: entry.number,
                        kind: event.action.kind,
                        party: event.party,
                        moment: event.moment,
                        recorded: entry.recorded
                    )
                )
        }
        let lines = try ledger.checkpoint().text.split(separator: "\n")
        guard lines.count >= 3 else { return LedgerStanding(origin: "", size: 0, root: "", entries: [:]) }
        return LedgerStanding(
            origin: String(lines[0]),
            size: Int(lines[1]) ?? 0,
            root: String(lines[2]),
            entries: entries
        )
    }
}
