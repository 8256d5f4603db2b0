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
        /// A return, an unlocking and a correction for the reason `other` must say why.
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
        case .reasonMissing: "reason-missing"
        }
    }

    private func message(on name: String, step: Message, _ state: Message?) -> Message {
        switch cause {
        case .state:
            if let state {
                "“\(step)” is not possible for \(name): its state is “\(state)”"
            } else {
                "“\(step)” is not possible for \(name): there is no report yet"
            }
        case .otherVersion(let latest): "\(name): the version judged was replaced, the latest is \(latest)"
        case .earlierThanLast(let moment):
            "“\(step)” for \(name) is earlier than its last event, which was at \(moment)"
        case .locked(let since): "“\(step)” is not possible for \(name): the period is locked since \(since)"
        case .notItsReport: "\(name): an agency acts only on reports of its own"
        case .ownReport: "\(name): nobody reviews a report of their own"
        case .reasonMissing: "“\(step)” for \(name) needs a reason in words"
        }
    }

    private var hint: Message? {
        switch cause {
        case .otherVersion: "look at the latest version and judge that"
        case .locked: "the secretariat can unlock the period; both are recorded"
        case .earlierThanLast: "check the clock, or the order in which past events are loaded"
        case .state, .notItsReport, .ownReport, .reasonMissing: nil
        }
    }
}

extension ReportEvent.Kind {
    /// The step in a word.
    package var words: Message {
        switch self {
        case .draft: "draft"
        case .submit: "submit"
        case .return: "return"
        case .verify: "verify"
        case .correct: "correct"
        case .withdraw: "withdraw"
        }
    }
}

extension ReportState {
    /// The state in a word.
    package var words: Message {
        switch self {
        case .draft: "draft"
        case .submitted: "submitted"
        case .returned: "returned"
        case .verified: "verified"
        case .corrected: "corrected"
        case .withdrawn: "withdrawn"
        }
    }
}
