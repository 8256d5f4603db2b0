package import ActionPlan
package import Diagnostics

/// Who may do what, checked here once, for every way in.
///
/// What is not allowed is refused.
package struct Permission {
    let index: PlanIndex

    /// - Parameter index: the plan as it is on the day of the act.
    package init(_ index: PlanIndex) {
        self.index = index
    }

    /// Why a party may not take a step on a report; nil where it may.
    ///
    /// An agency acts on its own reports on items that the plan gives it. Reviewers, the secretariat and the chair judge
    /// reports of others. The secretariat may also enter a report on an agency's behalf.
    package func refusal(of party: Party, _ step: ReportEvent.Kind, on key: ReportKey) -> Diagnostic? {
        guard isKnown(party) else { return unknown(party.id) }
        if step.isReview {
            guard party.role != .agency, party.id != key.agency.rawValue else {
                return Diagnostic(
                    "own-review",
                    "\(party.id) may not judge the report of \(key.agency) on \(key.item)",
                    expected: "a reviewer who did not send it"
                )
            }
            return nil
        }
        switch party.role {
        case .agency where party.id == key.agency.rawValue, .secretariat: return nil
        case .agency, .reviewer, .chair:
            return Diagnostic(
                "not-its-report",
                "\(party.id) may not send a report of \(key.agency)",
                expected: "the agency itself, or the secretariat on its behalf"
            )
        }
    }

    /// Why a party may not do what falls to the office of the coordinating body, such as locking a period, recording a
    /// decision or publishing; nil where it may.
    package func refusal(ofOfficeWorkBy party: Party) -> Diagnostic? {
        guard isKnown(party) else { return unknown(party.id) }
        switch party.role {
        case .secretariat, .chair: return nil
        case .agency, .reviewer:
            return Diagnostic(
                "not-the-office",
                "\(party.id) may not do this in the role “\(party.role.words)”",
                expected: "the secretariat or the chair"
            )
        }
    }

    /// Why a step on an account may not be taken; nil where it may.
    ///
    /// The secretariat alone invites people, gives roles and takes them. A role of an agency is given for an agency of
    /// the plan, any other for one of its agencies or bodies.
    package func refusal(of event: AccountEvent) -> Diagnostic? {
        if event.change.kind.isHoldersOwn { return nil }
        guard isKnown(event.party) else { return unknown(event.party.id) }
        guard event.party.role == .secretariat else {
            return Diagnostic(
                "not-the-office",
                "\(event.party.id) may not do this in the role “\(event.party.role.words)”",
                expected: "the secretariat"
            )
        }
        guard let grant = event.change.grant else { return nil }
        let isAgency = index.agency(AgencyID(rawValue: grant.body)) != nil
        if isAgency || grant.role != .agency && index.plan.bodies.contains(where: { $0.id == grant.body }) {
            return nil
        }
        return unknown(grant.body)
    }

    private func unknown(_ id: String) -> Diagnostic {
        Diagnostic(
            "unknown-party",
            "\(id) is neither an agency nor a body of this plan",
            expected: "the identifier of one of the plan's agencies or bodies"
        )
    }

    private func isKnown(_ party: Party) -> Bool {
        index.agency(AgencyID(rawValue: party.id)) != nil || index.plan.bodies.contains { $0.id == party.id }
    }
}
