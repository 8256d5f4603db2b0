/// Where all reports and periods stand after some events: the state that the events in their order lead to.
package struct ReportBook: Hashable, Sendable {
    private var records: [ReportKey: ReportRecord] = [:]
    private var locks: [PeriodID: PeriodLock] = [:]
    private var accounts: [AccountID: AccountRecord] = [:]

    /// The book before anything happened.
    package init() {}

    /// What is known of a report.
    package subscript(key: ReportKey) -> ReportRecord? { records[key] }

    /// Whether a period is locked; nil where it never was.
    package subscript(period: PeriodID) -> PeriodLock? { locks[period] }

    /// Where an account stands.
    package subscript(account: AccountID) -> AccountRecord? { accounts[account] }

    /// Takes up what happened next.
    ///
    /// - Throws: ``IllegalTransition``, and nothing is changed.
    package mutating func apply(_ event: LedgerEvent) throws(IllegalTransition) {
        switch event {
        case .report(let event):
            records[event.key] = try ReportRecord(records[event.key], after: event, lock: locks[event.key.period])
        case .period(let event): locks[event.period] = try PeriodLock.after(locks[event.period], event)
        case .account(let event):
            if accounts[event.account] == nil {
                accounts[event.account] = try AccountRecord(event)
            } else {
                try accounts[event.account]?.apply(event)
            }
        case .amendment, .assessment, .decision: break
        }
    }

    /// Refuses a step on a report of a locked period, and one dated before the period was last locked or unlocked.
    package static func check(
        _ event: ReportEvent,
        against lock: PeriodLock?,
        state record: ReportRecord?
    ) throws(IllegalTransition) {
        guard let lock, lock.isLocked || event.moment < lock.since else { return }
        let subject = IllegalTransition.Subject.report(
            event.key,
            attempted: event.action.kind,
            state: record?.state,
            legal: []
        )
        let cause: IllegalTransition.Cause =
            lock.isLocked ? .locked(since: lock.since) : .earlierThanLast(lock.since)
        throw IllegalTransition(subject: subject, cause: cause)
    }

    /// Everything in it, as known at an instant.
    package func snapshot(knownAt: Moment) -> Snapshot {
        Snapshot(
            knownAt: knownAt,
            records: Array(records.values),
            locks: Array(locks.values)
        )
    }
}

extension ReportRecord {
    /// What a report is after an event.
    ///
    /// - Parameters:
    ///   - record: what it was before; nil where nothing was known of it.
    ///   - event: what happened to it.
    ///   - lock: the lock of its period; nil where it never was locked.
    /// - Throws: ``IllegalTransition`` where that cannot follow.
    package init(_ record: ReportRecord?, after event: ReportEvent, lock: PeriodLock?) throws(IllegalTransition) {
        try ReportBook.check(event, against: lock, state: record)
        guard var record else {
            try self.init(event)
            return
        }
        try record.apply(event)
        self = record
    }
}

extension Snapshot {
    /// What was known at an instant.
    ///
    /// - Parameters:
    ///   - events: in the order in which the ledger has them; later than the instant are left out.
    ///   - knownAt: the instant.
    /// - Throws: ``IllegalTransition`` where an event cannot follow those before it.
    package init(replaying events: some Sequence<LedgerEvent>, knownAt: Moment) throws(IllegalTransition) {
        var book = ReportBook()
        for event in events where event.moment <= knownAt { try book.apply(event) }
        self = book.snapshot(knownAt: knownAt)
    }
}
