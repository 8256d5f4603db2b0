package import ActionPlan
package import Ledger

/// What is kept of a session.
struct SessionBody: Codable, Sendable {
    /// When it began, in seconds.
    var began: Int64
    /// When it was last used, to the nearest few minutes.
    var seen: Int64
    /// By what it began; nil for one that began before this was noted.
    var way: SessionWay?
    /// The body and role in which the member acts, where the account has several.
    var body: String?
    var role: String?
}

/// A session as its holder sees it.
package struct SessionSummary: Hashable, Sendable {
    /// Names it, and opens nothing.
    package var name: String
    package var began: Moment
    /// When it was last used, to the nearest few minutes.
    package var seen: Moment
    /// Whether it is the one that asks.
    package var isCurrent: Bool
}

/// How somebody came in.
package enum SessionWay: String, Codable, Sendable {
    /// By an invitation or a one-time link.
    case link
    case password
    /// By another service that vouches for her.
    case service
}

extension Accounts {
    /// Who is in a session; nil where there is none, or it ended, or its account was closed.
    ///
    /// It ends half an hour after it was last used, and twelve hours after it began.
    package func member(in session: Secret, at now: Moment) throws(LedgerError) -> Member? {
        guard let item = try ledger.item(.session, key: session.digest, at: now),
            var body = Self.decode(SessionBody.self, item.body),
            let member = try member(item.owner, acting: body, at: now)
        else { return nil }
        if now.seconds - body.seen >= 120 {
            body.seen = now.seconds
            // It may have been ended meanwhile, and stays so.
            try ledger.keep([.renew(Self.session(session, of: item.owner, body))])
        }
        return member
    }

    /// Gives the member of a session a new secret: the old one no more opens it.
    package func rotate(_ session: Secret, at now: Moment) throws(LedgerError) -> Secret? {
        guard let item = try ledger.item(.session, key: session.digest, at: now),
            let body = Self.decode(SessionBody.self, item.body)
        else { return nil }
        let fresh = Secret()
        do {
            try ledger.keep([
                .use(.session, key: session.digest), .put(Self.session(fresh, of: item.owner, body)),
            ])
        } catch .used {
            return nil
        }
        return fresh
    }

    /// Lets the member of a session act in another of the account's roles.
    ///
    /// - Returns: whether the account has it.
    package func act(
        as grant: AccountEvent.Grant,
        in session: Secret,
        at now: Moment
    ) throws(LedgerError) -> Bool {
        guard let item = try ledger.item(.session, key: session.digest, at: now),
            var body = Self.decode(SessionBody.self, item.body),
            try ledger.account(item.owner)?.allows(grant) == true
        else { return false }
        body.body = grant.body
        body.role = grant.role.rawValue
        try ledger.keep([.renew(Self.session(session, of: item.owner, body))])
        return true
    }

    /// Ends a session.
    package func end(_ session: Secret) throws(LedgerError) {
        try ledger.keep([.remove(.session, key: session.digest)])
    }

    /// The sessions of an account, the one used last first.
    ///
    /// - Parameters:
    ///   - account: whose.
    ///   - current: the session that asks.
    ///   - now: the instant.
    /// - Returns: what its holder is shown of them.
    /// - Throws: ``LedgerError`` where they cannot be read.
    package func sessions(
        of account: AccountID,
        current: Secret?,
        at now: Moment
    ) throws(LedgerError) -> [SessionSummary] {
        try ledger.items(.session, of: account, at: now)
            .compactMap { item in
                Self.decode(SessionBody.self, item.body)
                    .map { body in
                        SessionSummary(
                            name: Self.name(ofSession: item.key),
                            began: Moment(seconds: body.began),
                            seen: Moment(seconds: body.seen),
                            isCurrent: item.key == current?.digest
                        )
                    }
            }
            .sorted { ($1.seen, $0.name) < ($0.seen, $1.name) }
    }

    /// Ends a session of an account by its name; nothing where the account has none of that name.
    package func endSession(named name: String, of account: AccountID, at now: Moment) throws(LedgerError) {
        let found = try ledger.items(.session, of: account, at: now).first { Self.name(ofSession: $0.key) == name }
        if let found { try ledger.keep([.remove(.session, key: found.key)]) }
    }

    /// A part of the digest, enough to tell sessions of one account apart.
    private static func name(ofSession key: String) -> String { String(key.prefix(16)) }

    /// Ends all sessions of an account.
    package func endAllSessions(of account: AccountID) throws(LedgerError) {
        try ledger.keep([.empty(.session, owner: account)])
    }

    /// A session that begins.
    static func session(_ secret: Secret, of account: AccountID, by way: SessionWay, at now: Moment) -> CabinetItem {
        session(secret, of: account, SessionBody(began: now.seconds, seen: now.seconds, way: way))
    }

    static func session(_ secret: Secret, of account: AccountID, _ body: SessionBody) -> CabinetItem {
        let end = min(body.seen + Lifetime.idleSession, body.began + Lifetime.session)
        return CabinetItem(
            drawer: .session,
            key: secret.digest,
            owner: account,
            expires: Moment(seconds: end),
            body: encode(body)
        )
    }

    func member(_ account: AccountID, acting body: SessionBody?, at now: Moment) throws(LedgerError) -> Member? {
        guard let record = try ledger.account(account), record.state == .open,
            let person = try person(of: account, at: now)
        else { return nil }
        let chosen = record.grants.first { $0.body == body?.body && $0.role.rawValue == body?.role }
        guard let grant = chosen ?? record.grants.first else { return nil }
        return Member(account: account, grant: grant, grants: record.grants, person: person)
    }
}
