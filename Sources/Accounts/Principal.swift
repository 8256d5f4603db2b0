package import ActionPlan

/// Who asks for something.
package enum Principal: Hashable, Sendable {
    /// Nobody whom we know.
    case anonymous
    /// Somebody who signed in, in the role in which she acts now.
    case member(Member)
    /// A program with a token of an agency.
    case program(Member, scope: Set<TokenScope>)

    package var member: Member? {
        switch self {
        case .anonymous: nil
        case .member(let member), .program(let member, _): member
        }
    }
}

/// Somebody who has an account, in one of the roles that it has.
package struct Member: Hashable, Sendable {
    package var account: AccountID
    package var grant: AccountEvent.Grant
    /// All that the account may do, in order.
    package var grants: [AccountEvent.Grant]
    package var person: Person

    package init(account: AccountID, grant: AccountEvent.Grant, grants: [AccountEvent.Grant], person: Person) {
        self.account = account
        self.grant = grant
        self.grants = grants
        self.person = person
    }

    /// The party as the ledger names it.
    package var party: Party { Party(id: grant.body, role: grant.role, account: account) }

    /// The agency for which a focal point acts; nil for all others.
    package var agency: AgencyID? { grant.role == .agency ? AgencyID(rawValue: grant.body) : nil }
}

/// What a program may do with a token.
package enum TokenScope: String, Codable, Hashable, Sendable, CaseIterable {
    /// See the internal assessment and the reports of its agency.
    case read
    /// Send reports of its agency.
    case submit
}
