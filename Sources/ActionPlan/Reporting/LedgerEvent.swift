/// Whatever the ledger keeps.
package enum LedgerEvent: Hashable, Sendable {
    case report(ReportEvent)
    case period(PeriodEvent)
    case account(AccountEvent)
    case amendment(AmendmentEvent)
    case assessment(AssessmentEvent)
    case decision(DecisionEvent)

    /// When it happened.
    package var moment: Moment {
        switch self {
        case .report(let event): event.moment
        case .period(let event): event.moment
        case .account(let event): event.moment
        case .amendment(let event): event.moment
        case .assessment(let event): event.moment
        case .decision(let event): event.moment
        }
    }

    package var party: Party {
        switch self {
        case .report(let event): event.party
        case .period(let event): event.party
        case .account(let event): event.party
        case .amendment(let event): event.party
        case .assessment(let event): event.party
        case .decision(let event): event.party
        }
    }

    /// What it is about where that is neither a report nor a period.
    package var topic: Topic? {
        switch self {
        case .report, .period: nil
        case .account(let event): Topic(kind: .account, id: event.account.rawValue)
        case .amendment(let event): Topic(kind: .amendment, id: event.amendment)
        case .assessment(let event): Topic(kind: .assessment, id: event.meeting ?? event.asOf.description)
        case .decision(let event): Topic(kind: .decision, id: event.meeting)
        }
    }

    /// What some events have in common: one account, amendment or meeting.
    package struct Topic: Hashable, Sendable {
        package var kind: Kind
        package var id: String

        package enum Kind: String, Sendable, CaseIterable {
            case account
            case amendment
            case assessment
            case decision
        }

        package init(kind: Kind, id: String) {
            self.kind = kind
            self.id = id
        }
    }
}
