import ActionPlan
import GRDB
import TransparencyLog

/// Keeps the derived tables in step with the events: the same events give the same tables, whether they come one by
/// one or all at once.
struct Projection {
    private let db: Database
    private let schema: String
    private let sql: ProjectionSQL
    private(set) var frontier: MerkleFrontier
    private var reports: [ReportKey: ReportRecord] = [:]
    /// What was asked about periods so far.
    private(set) var locks: KnownLocks
    /// The request whose entries come now and which was taken up as a whole.
    private var request: Submission?
    private var accounts: [AccountID: AccountRecord] = [:]

    /// How many reports are kept at hand.
    private static let capacity = 20_000

    /// A projection that goes on from where the tables are.
    ///
    /// - Parameters:
    ///   - db: the connection, in a transaction.
    ///   - schema: the schema that has the derived tables: `main`, or `temp` to compare with.
    ///   - frontier: the right edge of the tree so far.
    ///   - locks: what is known about periods.
    init(_ db: Database, schema: String = "main", frontier: MerkleFrontier, locks: KnownLocks = KnownLocks()) {
        self.db = db
        self.schema = schema
        sql = schema == "main" ? .main : .temporary
        self.frontier = frontier
        self.locks = locks
    }

    /// Takes up a request whose entries come next.
    ///
    /// - Returns: whether it is new; nothing is changed where it is not.
    mutating func take(_ submission: Submission, numbers: ClosedRange<Int>) throws -> Bool {
        try execute(
            sql.insertSubmission,
            [submission.sender, submission.key, submission.sha256, numbers.lowerBound, numbers.upperBound]
        )
        guard db.changesCount == 1 else { return false }
        request = submission
        return true
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
        if let submission = entry.submission, submission != request { try take(submission, number: entry.number) }
        for (subtree, hash) in StoredTree.append(leaf, to: &frontier) {
            let values: StatementArguments = [subtree.level, subtree.index, Self.data(hash)]
            try execute(sql.insertNode, values)
        }
    }

    private mutating func take(_ event: ReportEvent, number: Int) throws {
        if reports[event.key] == nil, try begin(event, number: number) { return }
        let record = try ReportRecord(record(of: event.key), after: event, lock: lock(of: event.key.period))
        keep(record)
        try execute(sql.putReport, Self.row(record, event, number))
    }

    /// Takes up what may be the first that happens to a report, without asking before whether it is.
    ///
    /// - Returns: whether it was; nothing is changed where it was not.
    private mutating func begin(_ event: ReportEvent, number: Int) throws -> Bool {
        let lock = try lock(of: event.key.period)
        guard let record = try? ReportRecord(nil, after: event, lock: lock) else { return false }
        try execute(sql.insertReport, Self.row(record, event, number))
        guard db.changesCount == 1 else { return false }
        keep(record)
        return true
    }

    private mutating func keep(_ record: ReportRecord) {
        if reports.count >= Self.capacity { reports.removeAll(keepingCapacity: true) }
        reports[record.key] = record
    }

    private static func row(_ record: ReportRecord, _ event: ReportEvent, _ number: Int) -> StatementArguments {
        [
            event.key.item.rawValue, event.key.period.rawValue, event.key.agency.rawValue, record.state.rawValue,
            record.versions.last?.number ?? 0, event.moment.seconds, String(number),
        ]
    }

    private mutating func take(_ event: PeriodEvent, number: Int) throws {
        let lock = try PeriodLock.after(try lock(of: event.period), event)
        locks.set(lock)
        try execute(
            sql.putLock,
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
            sql.putTopic,
            [topic.kind.rawValue, topic.id, String(number)]
        )
    }

    private func take(_ submission: Submission, number: Int) throws {
        try execute(
            sql.putSubmission,
            [submission.sender, submission.key, submission.sha256, number, number]
        )
    }

    private mutating func record(of key: ReportKey) throws -> ReportRecord? {
        if let record = reports[key] { return record }
        let entries = try String.fetchOne(
            db.cachedStatement(sql: sql.reportEntries),
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
        if locks.has(period) { return locks[period] }
        let row = try Row.fetchOne(db.cachedStatement(sql: sql.lock), arguments: [period.rawValue])
        let lock = row.map { PeriodLock(period: period, isLocked: $0[0], since: Moment(seconds: $0[1])) }
        locks.set(lock, of: period)
        return lock
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
