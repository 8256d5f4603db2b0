package import ActionPlan
import Diagnostics
import GRDB

extension Ledger {
    /// What was known at an instant: everything that happened up to it, however late it was recorded.
    ///
    /// - Parameter knownAt: the instant.
    /// - Returns: all reports and locks.
    /// - Throws: ``LedgerError`` where the file cannot be read or is damaged.
    package func snapshot(knownAt: Moment) throws(LedgerError) -> Snapshot {
        try reading { db in
            var records: [ReportRecord?] = []
            let count = try Int.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0
            records = Array(repeating: nil, count: count + 1)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT report, body FROM report_event JOIN event USING (number)
                    WHERE moment <= ? ORDER BY number
                    """,
                arguments: [knownAt.seconds]
            )
            while let row = try rows.next() {
                let report: Int = row[0]
                guard case .report(let event) = try LedgerEntry(row, column: 1).event, records.indices.contains(report)
                else { continue }
                if records[report] == nil {
                    records[report] = try ReportRecord(event)
                } else {
                    try records[report]?.apply(event)
                }
            }
            let order = try Int.fetchCursor(db, sql: "SELECT id FROM report ORDER BY item, period, agency")
            var ordered: [ReportRecord] = []
            ordered.reserveCapacity(count)
            while let report = try order.next() {
                if records.indices.contains(report), let record = records[report] { ordered.append(record) }
            }
            return Snapshot(knownAt: knownAt, records: ordered, locks: try Self.locks(db, knownAt))
        }
    }

    /// The life of one report, from its first entry on.
    package func history(of key: ReportKey) throws(LedgerError) -> [LedgerEntry] {
        try entries(
            "WHERE item = ? AND period = ? AND agency = ?",
            [key.item.rawValue, key.period.rawValue, key.agency.rawValue]
        )
    }

    /// What happened to all reports on an item, in the order of entries.
    package func history(item: ItemID) throws(LedgerError) -> [LedgerEntry] {
        try entries("WHERE item = ?", [item.rawValue])
    }

    /// One entry.
    ///
    /// - Throws: ``LedgerError/noEntry(number:count:)`` where there is none.
    package func entry(_ number: Int) throws(LedgerError) -> LedgerEntry {
        try reading { db in
            let row = try Row.fetchOne(db, sql: "SELECT body FROM event WHERE number = ?", arguments: [number])
            guard let row else { throw LedgerError.noEntry(number: number, count: try Self.count(db)) }
            return try LedgerEntry(row, column: 0)
        }
    }

    /// Gives a closure every entry in order, with its canonical bytes, without keeping them all at hand.
    package func forEachEntry(_ body: (LedgerEntry, [UInt8]) throws -> Void) throws(LedgerError) {
        try reading { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT body FROM event ORDER BY number")
            while let row = try rows.next() {
                let bytes = try row.withUnsafeData(atIndex: 0) { $0.map { Array($0) } } ?? []
                try body(try LedgerEntry(row, column: 0), bytes)
            }
        }
    }

    private func entries(_ condition: String, _ arguments: StatementArguments) throws(LedgerError) -> [LedgerEntry] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT body FROM report JOIN report_event ON report = id JOIN event USING (number)
                    \(condition) ORDER BY number
                    """,
                arguments: arguments
            )
            var entries: [LedgerEntry] = []
            while let row = try rows.next() { entries.append(try LedgerEntry(row, column: 0)) }
            return entries
        }
    }

    private static func locks(_ db: Database, _ knownAt: Moment) throws -> [PeriodLock] {
        // Locks are few: their events are replayed. They are what is neither about a report nor a notice.
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT body FROM event WHERE number NOT IN (SELECT number FROM report_event) ORDER BY number"
        )
        var locks: [PeriodID: PeriodLock] = [:]
        while let row = try rows.next() {
            guard case .period(let event) = try LedgerEntry(row, column: 0).event, event.moment <= knownAt else {
                continue
            }
            locks[event.period] = try PeriodLock.after(locks[event.period], event)
        }
        return Array(locks.values)
    }

    /// Reads, and calls an entry that cannot be understood a damage.
    func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try file.read { db in
            do {
                return try body(db)
            } catch let fault as EntryFault {
                throw LedgerError.damaged(path: path, detail: "an entry wants \(fault.expected) at \(fault.offset)")
            } catch let error as IllegalTransition {
                throw LedgerError.damaged(path: path, detail: error.diagnostic.message.description)
            }
        }
    }
}
