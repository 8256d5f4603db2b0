package import ActionPlan
package import Ledger
import Synchronization

/// A token as it is listed: all but the secret, which was shown once.
package struct Token: Codable, Hashable, Sendable {
    /// What it is for, in the words of whoever made it.
    package var title: String
    package var body: String
    package var role: String
    package var scope: Set<TokenScope>
    /// In seconds.
    package var made: Int64
    package var expires: Int64
}

extension Accounts {
    /// Makes a token for a program that acts for the member's agency.
    package func makeToken(
        _ title: String,
        for member: Member,
        scope: Set<TokenScope>,
        at now: Moment
    ) throws(LedgerError) -> Secret {
        let secret = Secret()
        let token = Token(
            title: title,
            body: member.grant.body,
            role: member.grant.role.rawValue,
            scope: scope,
            made: now.seconds,
            expires: now.seconds + Lifetime.token
        )
        try noteReplaced(
            .token,
            of: member,
            at: now,
            changing: [
                .put(
                    CabinetItem(
                        drawer: .token,
                        key: secret.digest,
                        owner: member.account,
                        expires: Moment(seconds: token.expires),
                        body: Self.encode(token)
                    )
                )
            ]
        )
        return secret
    }

    /// The tokens of an account by their digests.
    package func tokens(of account: AccountID, at now: Moment) throws(LedgerError) -> [(key: String, token: Token)] {
        try ledger.items(.token, of: account, at: now)
            .compactMap { item in
                Self.decode(Token.self, item.body).map { (item.key, $0) }
            }
    }

    /// Ends a token of an account.
    package func endToken(_ key: String, of account: AccountID, at now: Moment) throws(LedgerError) {
        guard try ledger.item(.token, key: key, at: now)?.owner == account else { return }
        try ledger.keep([.remove(.token, key: key)])
    }

    /// Who a program with a token acts for; nil where the token is none of ours, ended, or its account lost the role.
    package func program(with secret: Secret, at now: Moment) throws(LedgerError) -> Principal? {
        let version = ledger.cabinetVersion
        let digest = secret.digest
        if let known = knownTokens.principal(digest, version: version, at: now) { return known }
        guard let item = try ledger.item(.token, key: digest, at: now),
            let token = Self.decode(Token.self, item.body),
            let role = Party.Role(rawValue: token.role)
        else { return nil }
        let grant = AccountEvent.Grant(body: token.body, role: role)
        guard let record = try ledger.account(item.owner), record.allows(grant),
            let person = try person(of: item.owner, at: now)
        else { return nil }
        let principal = Principal.program(
            Member(account: item.owner, grant: grant, grants: [grant], person: person),
            scope: token.scope
        )
        knownTokens.keep(principal, digest, version: version, until: Moment(seconds: token.expires))
        return principal
    }
}

/// For whom tokens act, as long as nothing of accounts or in the cabinet changes.
final class KnownTokens: Sendable {
    private let known = Mutex<[String: (principal: Principal, version: Int, end: Moment)]>([:])

    /// How many are remembered.
    private static let capacity = 1_000

    func principal(_ digest: String, version: Int, at now: Moment) -> Principal? {
        known.withLock { known in
            guard let entry = known[digest], entry.version == version, now < entry.end else { return nil }
            return entry.principal
        }
    }

    func keep(_ principal: Principal, _ digest: String, version: Int, until end: Moment) {
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[digest] = (principal, version, end)
        }
    }
}
