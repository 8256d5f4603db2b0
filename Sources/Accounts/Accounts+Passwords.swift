package import ActionPlan
package import Ledger

/// Passwords: setting them, and coming in by them.
extension Accounts {
    /// Whether a member has to give her password once more before what opens her account is changed.
    ///
    /// Whoever came in by a one-time link has none that she knows, or is setting the first.
    package func needsPassword(_ member: Member, in session: Secret?, at now: Moment) throws(LedgerError) -> Bool {
        guard try ledger.item(.credential, key: member.account.rawValue, at: now) != nil else { return false }
        guard let session, let item = try ledger.item(.session, key: session.digest, at: now) else { return true }
        return Self.decode(SessionBody.self, item.body)?.way != .link
    }

    /// Whether an account can be entered by links alone: it has no password, and no other service vouches for it.
    package func needsLinks(_ account: AccountID, at now: Moment) throws(LedgerError) -> Bool {
        guard try ledger.item(.credential, key: account.rawValue, at: now) == nil else { return false }
        return try ledger.items(.identity, of: account, at: now).isEmpty
    }

    /// Whether a password is that of an account.
    package func accepts(_ password: String, of account: AccountID, at now: Moment) async throws -> Bool {
        let hash = try ledger.item(.credential, key: account.rawValue, at: now).map(Self.hash) ?? Self.nobodysHash
        return try await gate.run { try hash.accepts(password) }
    }

    /// Takes a new password for an account; all its other sessions end, and so do links that were not used yet.
    ///
    /// - Parameters:
    ///   - password: in clear; a hash of it is kept.
    ///   - member: whose.
    ///   - session: that which goes on, under a new secret.
    ///   - now: the instant.
    /// - Returns: the new secret of the session; nil where there was none.
    /// - Throws: ``PasswordGate/Crowded``, ``LedgerError``.
    @discardableResult
    package func set(
        password: String,
        of member: Member,
        keeping session: Secret?,
        at now: Moment
    ) async throws -> Secret? {
        let hash = try await gate.run { try PasswordHash(of: password) }
        let credential = CabinetItem(
            drawer: .credential,
            key: member.account.rawValue,
            owner: member.account,
            body: Array(hash.text.utf8)
        )
        var changes: [CabinetChange] = [
            .put(credential), .empty(.session, owner: member.account), .empty(.invitation, owner: member.account),
        ]
        var fresh: Secret?
        if let item = try session.flatMap({ try ledger.item(.session, key: $0.digest, at: now) }),
            let body = Self.decode(SessionBody.self, item.body)
        {
            let secret = Secret()
            changes.append(.put(Self.session(secret, of: member.account, body)))
            fresh = secret
        }
        try noteReplaced(
            .password,
            of: member,
            at: now,
            changing: changes
        )
        return fresh
    }

    /// Begins a session for whoever knows the password of an address.
    ///
    /// An unknown address takes as long as a known one, so that nobody learns who has an account.
    ///
    /// - Returns: the session's secret; nil where address or password is wrong.
    /// - Throws: ``PasswordGate/Crowded``, ``LedgerError``.
    package func signIn(email: String, password: String, at now: Moment) async throws -> Secret? {
        let lowered = email.lowercased()
        let found = try people(at: now).first { $0.person.email.lowercased() == lowered }
        let credential = try found.flatMap { try ledger.item(.credential, key: $0.account.rawValue, at: now) }
        let hash = credential.map(Self.hash) ?? Self.nobodysHash
        let isRight = try await gate.run { try hash.accepts(password) }
        guard isRight, let found, credential != nil, try ledger.account(found.account)?.state == .open else {
            return nil
        }
        let session = Secret()
        try ledger.keep([
            .removeExpired(now),
            .put(Self.session(session, of: found.account, by: .password, at: now)),
        ])
        return session
    }

    /// How many passwords were computed so far: as many for addresses that nobody has as for others.
    package var passwordsComputed: Int { get async { await gate.count } }

    private static func hash(_ credential: CabinetItem) -> PasswordHash {
        PasswordHash(kept: String(decoding: credential.body, as: UTF8.self))
    }

    /// The hash of no password, with the same costs as any other.
    private static let nobodysHash = PasswordHash(
        kept: "$scrypt$ln=17,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    )
}
