/// Whatever the ledger keeps.
package enum LedgerEvent: Hashable, Sendable {
    case report(ReportEvent)
    case period(PeriodEvent)
    case notice(Notice)

    /// When it happened.
    package var moment: Moment {
        switch self {
        case .report(let event): event.moment
        case .period(let event): event.moment
        case .notice(let notice): notice.moment
        }
    }

    package var party: Party {
        switch self {
        case .report(let event): event.party
        case .period(let event): event.party
        case .notice(let notice): notice.party
        }
    }
}

/// Something else worth proving later: that an amendment took effect, with which rules an assessment was published,
/// that an account was changed.
package struct Notice: Hashable, Sendable {
    package var moment: Moment
    package var party: Party
    package var kind: Kind
    /// What it is about: the identifier of the amendment, edition or account.
    package var subject: String
    /// SHA-256 of the file or pack it is about, 64 hexadecimal digits.
    package var sha256: String?
    package var text: LocalizedText?

    package enum Kind: String, Sendable, CaseIterable {
        case amendmentApplied = "amendment-applied"
        case assessmentPublished = "assessment-published"
        case accountChanged = "account-changed"
    }

    package init(
        moment: Moment,
        party: Party,
        kind: Kind,
        subject: String,
        sha256: String? = nil,
        text: LocalizedText? = nil
    ) {
        self.moment = moment
        self.party = party
        self.kind = kind
        self.subject = subject
        self.sha256 = sha256
        self.text = text
    }
}
