/// Names an account by letters and digits drawn at random, which say nothing about whose it is.
package struct AccountID: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Something that happened to an account.
///
/// It says which body and role, never who: names, addresses and secrets can be changed and erased, so that they are kept
/// where nothing is for ever.
package struct AccountEvent: Hashable, Sendable {
    package var account: AccountID
    package var moment: Moment
    package var party: Party
    package var change: Change

    package init(account: AccountID, moment: Moment, party: Party, change: Change) {
        self.account = account
        self.moment = moment
        self.party = party
        self.change = change
    }

    package enum Change: Hashable, Sendable {
        /// Somebody was asked to open it, and would have a role in it; once more where the first invitation ran out.
        case invited(Grant)
        /// The invitation was taken up.
        case opened
        case granted(Grant)
        case revoked(Grant, reason: LocalizedText?)
        /// What it is opened with was replaced: of which kind, not what.
        case credentialReplaced(Credential)
        /// It can no more be used; why has to be said.
        case disabled(reason: LocalizedText?)
        /// It can be used again.
        case enabled(reason: LocalizedText?)

        package var kind: Kind {
            switch self {
            case .invited: .invite
            case .opened: .open
            case .granted: .grant
            case .revoked: .revoke
            case .credentialReplaced: .replaceCredential
            case .disabled: .disable
            case .enabled: .enable
            }
        }

        /// The role that is given or taken.
        package var grant: Grant? {
            switch self {
            case .invited(let grant), .granted(let grant), .revoked(let grant, _): grant
            case .opened, .credentialReplaced, .disabled, .enabled: nil
            }
        }
    }

    /// A step, as a command names it.
    package enum Kind: String, Sendable, CaseIterable {
        case invite
        case open
        case grant
        case revoke
        case replaceCredential = "replace-credential"
        case disable
        case enable

        /// Whether the account's own holder takes it; of all others nobody takes one on an account of their own.
        package var isHoldersOwn: Bool { self == .open || self == .replaceCredential }
    }

    /// What an account may do, and for which agency or body.
    package struct Grant: Hashable, Sendable, Comparable {
        package var body: String
        package var role: Party.Role

        package init(body: String, role: Party.Role) {
            self.body = body
            self.role = role
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.body, left.role.rawValue) < (right.body, right.role.rawValue)
        }
    }

    /// What kind of thing opens an account.
    package enum Credential: String, Sendable, CaseIterable {
        case password
        /// For programs.
        case token
        /// A link that was used once.
        case link
        /// Another service that vouches for its people.
        case identityProvider = "identity-provider"
    }
}
