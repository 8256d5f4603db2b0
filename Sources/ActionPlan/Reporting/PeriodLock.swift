/// That a period's books were closed, or opened again.
package struct PeriodEvent: Hashable, Sendable {
    package var period: PeriodID
    package var moment: Moment
    package var party: Party
    package var change: Change
    /// Why; opening again needs it.
    package var reason: LocalizedText?

    package init(period: PeriodID, moment: Moment, party: Party, change: Change, reason: LocalizedText? = nil) {
        self.period = period
        self.moment = moment
        self.party = party
        self.change = change
        self.reason = reason
    }

    package enum Change: String, Sendable, CaseIterable {
        /// From now on nothing about the period may change.
        case lock
        case unlock
    }
}

/// Whether a period's books are closed, and since when that is so.
package struct PeriodLock: Hashable, Sendable {
    package var period: PeriodID
    package var isLocked: Bool
    package var since: Moment

    package init(period: PeriodID, isLocked: Bool, since: Moment) {
        self.period = period
        self.isLocked = isLocked
        self.since = since
    }

    /// The lock of a period after an event.
    ///
    /// - Parameters:
    ///   - lock: the lock before it; nil where the period was never locked.
    ///   - event: the event.
    /// - Returns: the lock after it.
    /// - Throws: ``IllegalTransition`` where the period is so already, or the event is earlier than the last, or a
    ///   reason is missing.
    package static func after(_ lock: PeriodLock?, _ event: PeriodEvent) throws(IllegalTransition) -> PeriodLock {
        func refuse(_ cause: IllegalTransition.Cause) -> IllegalTransition {
            IllegalTransition(subject: .period(event.period, attempted: event.change), cause: cause)
        }
        if let lock, event.moment < lock.since { throw refuse(.earlierThanLast(lock.since)) }
        guard event.change == (lock?.isLocked == true ? .unlock : .lock) else { throw refuse(.state) }
        if event.change == .unlock, event.reason?.isBlank ?? true { throw refuse(.reasonMissing) }
        return PeriodLock(period: event.period, isLocked: event.change == .lock, since: event.moment)
    }
}

extension LocalizedText {
    /// Whether it says nothing in any language.
    var isBlank: Bool {
        entries.allSatisfy { entry in
            entry.text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        }
    }
}
