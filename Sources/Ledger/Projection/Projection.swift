import ActionPlan
import GRDB
import TransparencyLog

/// Keeps the derived tables in step with the events: the same events give the same tables, whether they come one by
/// one or all at once.
struct Projection {
    private let db: Database
    private let schema: String
    private(set) var frontier: MerkleFrontier
    private var reports: [ReportKey: Standing] = [:]
    private var locks: [PeriodID: PeriodLock] = [:]
    private var knownLocks: Set<PeriodID> = []
    private var lastReport: Int64?

    /// A report, and its row.
    private struct Standing {
        var id: Int64
        var record: ReportRecord
    }

    /// How many reports are kept at hand.
    private static let capacity = 20_000

    /// A projection that goes on from where the tables are.
    ///
    /// - Parameters:
    ///   - db: the connection, in a transaction.
    ///   - schema: the schema that has the derived tables.
    ///   - frontier: the right edge of the tree so far.
    init(_ db: Database, schema: String = "main", frontier: MerkleFrontier) {
        self.db = db
        self.schema = schema
        self.frontier = frontier
    }

    /// Takes up the entry that comes next.
    ///
    /// - Throws: ``IllegalTransition``, and the tables are as before; or an error of the database.
    mutating func take(_ entry: LedgerEntry, leaf: MerkleHash) throws {
        switch entry.event {
        case .report(let event): try take(event, number: entry.number)
        case .period(let event): try take(event)
        case .notice: break
        }
        if let submission = entry.submission { try take(submission, number: entry.number) }
        var nodes: [(Subtree, MerkleHash)] = []
        frontier.append(leaf) { subtree, hash in
            if subtree.level > 0, subtree.level.isMultiple(of: StoredTree.stride) { nodes.append((subtree, hash)) }
        }
        for (subtree, hash) in nodes {
            let values: StatementArguments = [subtree.level, subtree.index, Self.data(hash)]
            try execute("INSERT INTO \(schema).tree_node (level, place, hash) VALUES (?, ?, ?)", values)
        }
    }

    private mutating func take(_ event: ReportEvent, number: Int) throws {
        var standing = try standing(of: event.key)
        try ReportBook.check(event, against: try lock(of: event.key.period), state: standing?.record)
        if standing == nil {
            let record = try ReportRecord(event)
            standing = Standing(id: try nextReport(), record: record)
        } else {
            try standing?.record.apply(event)
        }
        guard let standing else { return }
        if reports.count >= Self.capacity { reports.removeAll(keepingCapacity: true) }
        reports[event.key] = standing
        let record = standing.record
        try execute(
            """
            INSERT INTO \(schema).report (id, item, period, agency, state, version, changed)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                state = excluded.state, version = excluded.version, changed = excluded.changed
            """,
            [
                standing.id, event.key.item.rawValue, event.key.period.rawValue, event.key.agency.rawValue,
                record.state.rawValue, record.versions.last?.number ?? 0, event.moment.seconds,
            ]
        )
        try execute(
            "INSERT INTO \(schema).report_event (number, report, moment) VALUES (?, ?, ?)",
            [number, standing.id, event.moment.seconds]
        )
    }

    private mutating func take(_ event: PeriodEvent) throws {
        let lock = try PeriodLock.after(try lock(of: event.period), event)
        locks[event.period] = lock
        try execute(
            """
            INSERT INTO \(schema).period_lock (period, locked, since) VALUES (?, ?, ?)
            ON CONFLICT (period) DO UPDATE SET locked = excluded.locked, since = excluded.since
            """,
            [lock.period.rawValue, lock.isLocked, lock.since.seconds]
        )
    }

    private func take(_ submission: Submission, number: Int) throws {
        try execute(
            """
            INSERT INTO \(schema).submission (sender, key, sha256, first, last) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (sender, key) DO UPDATE SET last = excluded.last
            """,
            [submission.sender, submission.key, submission.sha256, number, number]
        )
    }

    private mutating func nextReport() throws -> Int64 {
        let last =
            try lastReport ?? Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM \(schema).report")) ?? 0
        lastReport = last + 1
        return last + 1
    }

    private mutating func standing(of key: ReportKey) throws -> Standing? {
        if let standing = reports[key] { return standing }
        let id = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM \(schema).report WHERE item = ? AND period = ? AND agency = ?"),
            arguments: [key.item.rawValue, key.period.rawValue, key.agency.rawValue]
        )
        guard let id else { return nil }
        let bodies = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT body FROM \(schema).report_event JOIN main.event USING (number)
                    WHERE report = ? ORDER BY number
                    """
            ),
            arguments: [id]
        )
        var record: ReportRecord?
        while let row = try bodies.next() {
            guard case .report(let event) = try LedgerEntry(row, column: 0).event else { continue }
            if record == nil { record = try ReportRecord(event) } else { try record?.apply(event) }
        }
        guard let record else { return nil }
        let standing = Standing(id: id, record: record)
        reports[key] = standing
        return standing
    }

    private mutating func lock(of period: PeriodID) throws -> PeriodLock? {
        if !knownLocks.insert(period).inserted { return locks[period] }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT locked, since FROM \(schema).period_lock WHERE period = ?"),
            arguments: [period.rawValue]
        )
        locks[period] = row.map { PeriodLock(period: period, isLocked: $0[0], since: Moment(seconds: $0[1])) }
        return locks[period]
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
