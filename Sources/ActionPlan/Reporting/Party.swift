/// Who did something: a body, and the role in which it acted.
package struct Party: Hashable, Sendable {
    /// The identifier of the agency or coordinating body.
    package var id: String
    package var role: Role
    /// The account that was used; nil where it was done without one, at the command line.
    package var account: AccountID?

    package enum Role: String, Sendable, CaseIterable {
        /// Reports for itself.
        case agency
        /// Judges others' reports.
        case reviewer
        /// Keeps the books for the coordinating body; may enter an agency's report on its behalf.
        case secretariat
        /// Speaks for the coordinating body.
        case chair
    }

    package init(id: String, role: Role, account: AccountID? = nil) {
        self.id = id
        self.role = role
        self.account = account
    }

    /// An agency that reports for itself.
    package static func agency(_ id: AgencyID) -> Party { Party(id: id.rawValue, role: .agency) }

    /// A body that judges others' reports.
    package static func reviewer(_ id: String) -> Party { Party(id: id, role: .reviewer) }
}
