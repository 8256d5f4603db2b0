import ActionPlan

/// Which periods are locked, as far as it was asked: there are few of them, and every report asks.
struct KnownLocks: Sendable {
    private var locks: [PeriodID: PeriodLock?] = [:]

    /// Whether a period was asked about.
    func has(_ period: PeriodID) -> Bool { locks[period] != nil }

    /// The lock of a period that was asked about; nil where it never was locked.
    subscript(period: PeriodID) -> PeriodLock? { locks[period] ?? nil }

    mutating func set(_ lock: PeriodLock) { set(lock, of: lock.period) }

    /// Notes the lock of a period, or that it never was locked.
    mutating func set(_ lock: PeriodLock?, of period: PeriodID) { locks[period] = .some(lock) }
}
