package import ActionPlan
import Diagnostics
import GRDB
import Synchronization

extension Ledger {
    /// What was known at an instant: everything that happened up to it, however late it was recorded.
    ///
    /// - Parameter knownAt: the instant.
    /// - Returns: all reports and locks.
    /// - Throws: ``LedgerError`` where the file cannot be read or is damaged.
    package func snapshot(knownAt: Moment) throws(LedgerError) -> Snapshot {
        try reading { db in
            let records = try SnapshotReader(file, db, knownAt: knownAt).run(db)
            return Snapshot(knownAt: knownAt, records: records, locks: try Self.locks(db, knownAt))
        }
    }

    /// Everything that is in the ledger now, and how many entries that is.
    ///
    /// - Parameter knownAt: what the clock says; no entry is later.
    /// - Returns: all reports and locks, and the number of entries.
    /// - Throws: ``LedgerError`` where the file cannot be read or is damaged.
    package func present(knownAt: Moment) throws(LedgerError) -> (snapshot: Snapshot, count: Int) {
        try reading { db in
            let all = Moment(seconds: .max)
            let records = try SnapshotReader(file, db, knownAt: all).run(db)
            let snapshot = Snapshot(knownAt: knownAt, records: records, locks: try Self.locks(db, all))
            return (snapshot, try Self.count(db))
        }
    }

    /// The entries that come after some number of them, in order.
    package func entries(after count: Int) throws(LedgerError) -> [LedgerEntry] {
        if let recent = recent.withLock({ $0.after(count).map(Array.init) }) { return recent }
        return try reading { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: "SELECT body FROM event WHERE number > ? ORDER BY number"),
                arguments: [count]
            )
            var entries: [LedgerEntry] = []
            while let row = try rows.next() { entries.append(try LedgerEntry(row, column: 0)) }
            return entries
        }
    }

    /// Which periods are or were locked, as was known at an instant, in the order of their names.
    ///
    /// - Throws: ``LedgerError`` where the file cannot be read or is damaged.
    package func locks(knownAt: Moment) throws(LedgerError) -> [PeriodLock] {
        try reading { db in try Self.locks(db, knownAt) }
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
            try String.fetchAll(db, sql: "SELECT entries FROM report \(condition)", arguments: arguments)
                .flatMap { EntryNumbers($0) }
                .sorted()
                .compactMap { try db.entry($0) }
        }
    }

    private static func locks(_ db: Database, _ knownAt: Moment) throws -> [PeriodLock] {
        var locks: [PeriodLock] = []
        for list in try String.fetchAll(db, sql: "SELECT entries FROM period_lock ORDER BY period") {
            var lock: PeriodLock?
            for number in EntryNumbers(list) {
                guard case .period(let event) = try db.entry(number)?.event, event.moment <= knownAt else { continue }
                lock = try PeriodLock.after(lock, event)
            }
            if let lock { locks.append(lock) }
        }
        return locks
    }

    /// Reads, and calls an entry that cannot be understood a damage.
    func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try file.read { db in
            do {
                return try body(db)
            } catch let fault as EntryFault {
                throw LedgerError.damaged(path: path, detail: "an entry wants \(fault.expected) at \(fault.offset)")
            } catch let error as IllegalTransition {
                throw LedgerError.damaged(path: path, detail: error.diagnostic.message)
            }
        }
    }
}
