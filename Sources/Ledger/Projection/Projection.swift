import ActionPlan
import GRDB
import TransparencyLog

/// Keeps the derived tables in step with the events: the same events give the same tables, whether they come one by
/// one or all at once.
struct Projection {
    private let db: Database
    private let schema: String
    private(set) var frontier: MerkleFrontier
    private var reports: [ReportKey: ReportRecord] = [:]
    private var locks: [PeriodID: PeriodLock] = [:]
    private var knownLocks: Set<PeriodID> = []
    private var accounts: [AccountID: AccountRecord] = [:]

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
        case .period(let event): try take(event, number: entry.number)
        case .account(let event): try take(event)
        case .amendment, .assessment, .decision: break
        }
        if let topic = entry.event.topic { try take(topic, number: entry.number) }
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
        var record = try record(of: event.key)
        try ReportBook.check(event, against: try lock(of: event.key.period), state: record)
        if record == nil { record = try ReportRecord(event) } else { try record?.apply(event) }
        guard let record else { return }
        if reports.count >= Self.capacity { reports.removeAll(keepingCapacity: true) }
        reports[event.key] = record
        try execute(
            """
            INSERT INTO \(schema).report (item, period, agency, state, version, changed, entries)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (item, period, agency) DO UPDATE SET
                state = excluded.state, version = excluded.version, changed = excluded.changed,
                entries = entries || ' ' || excluded.entries
            """,
            [
                event.key.item.rawValue, event.key.period.rawValue, event.key.agency.rawValue,
                record.state.rawValue, record.versions.last?.number ?? 0, event.moment.seconds, String(number),
            ]
        )
    }

    private mutating func take(_ event: PeriodEvent, number: Int) throws {
        let lock = try PeriodLock.after(try lock(of: event.period), event)
        locks[event.period] = lock
        try execute(
            """
            INSERT INTO \(schema).period_lock (period, locked, since, entries) VALUES (?, ?, ?, ?)
            ON CONFLICT (period) DO UPDATE SET
                locked = excluded.locked, since = excluded.since, entries = entries || ' ' || excluded.entries
            """,
            [lock.period.rawValue, lock.isLocked, lock.since.seconds, String(number)]
        )
    }

    private mutating func take(_ event: AccountEvent) throws {
        var record = try accounts[event.account] ?? db.account(event.account, schema: schema)
        if record == nil { record = try AccountRecord(event) } else { try record?.apply(event) }
        accounts[event.account] = record
    }

    private func take(_ topic: LedgerEvent.Topic, number: Int) throws {
        try execute(
            """
            INSERT INTO \(schema).topic (kind, id, entries) VALUES (?, ?, ?)
            ON CONFLICT (kind, id) DO UPDATE SET entries = entries || ' ' || excluded.entries
            """,
            [topic.kind.rawValue, topic.id, String(number)]
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

    private mutating func record(of key: ReportKey) throws -> ReportRecord? {
        if let record = reports[key] { return record }
        let entries = try String.fetchOne(
            db.cachedStatement(
                sql: "SELECT entries FROM \(schema).report WHERE item = ? AND period = ? AND agency = ?"
            ),
            arguments: [key.item.rawValue, key.period.rawValue, key.agency.rawValue]
        )
        guard let entries else { return nil }
        var record: ReportRecord?
        for number in EntryNumbers(entries) {
            guard case .report(let event) = try db.entry(number)?.event else { continue }
            if record == nil { record = try ReportRecord(event) } else { try record?.apply(event) }
        }
        reports[key] = record
        return record
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
