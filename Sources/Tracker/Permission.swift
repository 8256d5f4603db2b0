package import ActionPlan
package import Diagnostics

/// Who may do what, checked here once, for every way in.
///
/// What is not allowed is refused.
package struct Permission {
    private let index: PlanIndex

    /// - Parameter index: the plan as it is on the day of the act.
    package init(_ index: PlanIndex) {
        self.index = index
    }

    /// Why a party may not take a step on a report; nil where it may.
    ///
    /// An agency acts on its own reports on items that the plan gives it. Reviewers, the secretariat and the chair judge
    /// reports of others. The secretariat may also enter a report on an agency's behalf.
    package func refusal(of party: Party, _ step: ReportEvent.Kind, on key: ReportKey) -> Diagnostic? {
        guard isKnown(party) else {
            return Diagnostic(
                "unknown-party",
                "\(party.id) is neither an agency nor a body of this plan",
                expected: "the identifier of one of the plan's agencies or bodies"
            )
        }
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

    private func isKnown(_ party: Party) -> Bool {
        index.agency(AgencyID(rawValue: party.id)) != nil || index.plan.bodies.contains { $0.id == party.id }
    }
}
