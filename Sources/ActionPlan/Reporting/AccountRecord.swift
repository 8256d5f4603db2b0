/// Where an account stands: what its events in their order lead to.
package struct AccountRecord: Hashable, Sendable {
    package let account: AccountID
    package private(set) var state: State
    /// What it may do while it is open, in order.
    package private(set) var grants: [AccountEvent.Grant]
    /// When the last thing happened to it.
    package private(set) var lastChange: Moment

    package enum State: String, Sendable, CaseIterable {
        case invited
        case open
        case disabled
    }

    /// The account from the first thing that happened to it.
    package init(_ first: AccountEvent) throws(IllegalTransition) {
        try Self.check(first, after: nil)
        guard case .invited(let grant) = first.change else { throw Self.refusal(of: first, after: nil, .state) }
        account = first.account
        state = .invited
        grants = [grant]
        lastChange = first.moment
    }

    /// Takes up what happened next.
    ///
    /// - Throws: ``IllegalTransition``, and nothing is changed.
    package mutating func apply(_ event: AccountEvent) throws(IllegalTransition) {
        try Self.check(event, after: self)
        switch event.change {
        case .invited(let grant): grants = [grant]
        case .opened, .enabled: state = .open
        case .granted(let grant): grants = (grants + [grant]).sorted()
        case .revoked(let grant, _): grants.removeAll { $0 == grant }
        case .disabled: state = .disabled
        case .credentialReplaced: break
        }
        lastChange = event.moment
    }

    /// Whether it can be used in a role for a body.
    package func allows(_ grant: AccountEvent.Grant) -> Bool { state == .open && grants.contains(grant) }

    /// The steps that can follow a record, or begin one.
    package static func legalSteps(after record: AccountRecord?) -> [AccountEvent.Kind] {
        switch record?.state {
        case nil: [.invite]
        case .invited: [.open, .invite, .disable]
        case .open: [.grant, .revoke, .replaceCredential, .disable]
        case .disabled: [.enable]
        }
    }

    private static func check(_ event: AccountEvent, after record: AccountRecord?) throws(IllegalTransition) {
        if let cause = cause(against: event, after: record) { throw refusal(of: event, after: record, cause) }
    }

    private static func cause(against event: AccountEvent, after record: AccountRecord?) -> IllegalTransition.Cause? {
        let kind = event.change.kind
        guard legalSteps(after: record).contains(kind) else { return .state }
        if let record, event.moment < record.lastChange { return .earlierThanLast(record.lastChange) }
        if !kind.isHoldersOwn, event.party.account == event.account { return .ownAccount }
        switch event.change {
        case .granted(let grant): return record?.grants.contains(grant) == true ? .grantHeld(grant) : nil
        case .revoked(let grant, _): return record?.grants.contains(grant) == true ? nil : .grantNotHeld(grant)
        case .disabled(let reason), .enabled(let reason): return reason?.isBlank ?? true ? .reasonMissing : nil
        case .invited, .opened, .credentialReplaced: return nil
        }
    }

    private static func refusal(
        of event: AccountEvent,
        after record: AccountRecord?,
        _ cause: IllegalTransition.Cause
    ) -> IllegalTransition {
        let subject = IllegalTransition.Subject.account(
            event.account,
            attempted: event.change.kind,
            state: record?.state,
            legal: legalSteps(after: record)
        )
        return IllegalTransition(subject: subject, cause: cause)
    }
}
