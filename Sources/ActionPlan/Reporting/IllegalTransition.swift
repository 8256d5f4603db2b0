package import Diagnostics

/// Why an event cannot follow what happened before, and what could.
package struct IllegalTransition: Error, Hashable, Sendable {
    package var subject: Subject
    package var cause: Cause

    /// What the event is about.
    package enum Subject: Hashable, Sendable {
        /// A report: the step tried, where the report stands (nil: there is none yet), and the steps that are legal.
        case report(ReportKey, attempted: ReportEvent.Kind, state: ReportState?, legal: [ReportEvent.Kind])
        case period(PeriodID, attempted: PeriodEvent.Change)
        /// An account, as with a report.
        case account(
            AccountID,
            attempted: AccountEvent.Kind,
            state: AccountRecord.State?,
            legal: [AccountEvent.Kind]
        )
    }

    package enum Cause: Hashable, Sendable {
        /// The step does not lead on from here.
        case state
        /// The version judged is no longer the latest sent, which is given.
        case otherVersion(latest: Int)
        /// The last thing that happened to it is later.
        case earlierThanLast(Moment)
        /// The period's books are closed.
        case locked(since: Moment)
        /// An agency cannot act for another.
        case notItsReport
        /// Nobody judges a report of their own.
        case ownReport
        /// Nobody decides on an account of their own.
        case ownAccount
        /// An account has that role already.
        case grantHeld(AccountEvent.Grant)
        /// An account does not have that role.
        case grantNotHeld(AccountEvent.Grant)
        /// A return, an unlocking, a correction for the reason `other`, closing an account and opening it again must say
        /// why.
        case reasonMissing
    }

    package init(subject: Subject, cause: Cause) {
        self.subject = subject
        self.cause = cause
    }
}

extension IllegalTransition {
    /// The refusal for a person, with what would be legal.
    package var diagnostic: Diagnostic {
        switch subject {
        case .report(let key, let attempted, let state, let legal):
            let name = "\(key.item) \(key.period) \(key.agency)"
            var diagnostic = Diagnostic(identifier, message(on: name, step: attempted.words, state?.words))
            if cause == .state { diagnostic.expected = legal.isEmpty ? nil : Message(list: legal.map(\.words)) }
            diagnostic.hint = hint
            return diagnostic
        case .period(let period, let attempted):
            let step: Message = attempted == .lock ? "lock" : "unlock"
            let state: Message = attempted == .lock ? "locked" : "unlocked"
            var diagnostic = Diagnostic(identifier, message(on: period.rawValue, step: step, state))
            diagnostic.hint = hint
            return diagnostic
        case .account(let account, let attempted, let state, let legal):
            var diagnostic = Diagnostic(
                identifier,
                message(on: account.rawValue, step: attempted.words, state?.words, isAccount: true)
            )
            if cause == .state { diagnostic.expected = Message(list: legal.map(\.words)) }
            diagnostic.hint = hint
            return diagnostic
        }
    }

    private var identifier: String {
        switch cause {
        case .state: "illegal-transition"
        case .otherVersion: "version-superseded"
        case .earlierThanLast: "earlier-than-last-event"
        case .locked: "period-locked"
        case .notItsReport: "not-its-report"
        case .ownReport: "own-report"
        case .ownAccount: "own-account"
        case .grantHeld: "role-held"
        case .grantNotHeld: "role-not-held"
        case .reasonMissing: "reason-missing"
        }
    }

    private func message(on name: String, step: Message, _ state: Message?, isAccount: Bool = false) -> Message {
        switch cause {
        case .state:
            if let state {
                "“\(step)” is not possible for \(name): its state is “\(state)”"
            } else if isAccount {
                "“\(step)” is not possible for \(name): there is no such account yet"
            } else {
                "“\(step)” is not possible for \(name): there is no report yet"
            }
        case .otherVersion(let latest): "\(name): the version judged was replaced, the latest is \(latest)"
        case .earlierThanLast(let moment):
            "“\(step)” for \(name) is earlier than its last event, which was at \(moment.words)"
        case .locked(let since): "“\(step)” is not possible for \(name): the period is locked since \(since.words)"
        case .notItsReport: "\(name): an agency acts only on reports of its own"
        case .ownReport: "\(name): nobody reviews a report of their own"
        case .ownAccount: "\(name): nobody decides on an account of their own"
        case .grantHeld(let grant): "\(name) has the role “\(grant.role.words)” for \(grant.body) already"
        case .grantNotHeld(let grant): "\(name) does not have the role “\(grant.role.words)” for \(grant.body)"
        case .reasonMissing: "“\(step)” for \(name) needs a reason in words"
        }
    }

    private var hint: Message? {
        switch cause {
        case .otherVersion: "look at the latest version and judge that"
        case .locked: "the secretariat can unlock the period; both are recorded"
        case .earlierThanLast: "check the clock, or the order in which past events are loaded"
        case .ownAccount: "another person with the right to do so has to"
        case .state, .notItsReport, .ownReport, .grantHeld, .grantNotHeld, .reasonMissing: nil
        }
    }
}
