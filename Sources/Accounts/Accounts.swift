package import ActionPlan
package import Diagnostics
import Foundation
package import Ledger
package import Tracker

/// Invites people, opens their accounts and lets them in.
///
/// What happened to an account is an event of the ledger; who holds it and what opens it lies in the ledger's cabinet.
package struct Accounts: Sendable {
    let tracker: Tracker
    package let ledger: Ledger
    let gate = PasswordGate()
    let knownTokens = KnownTokens()

    /// - Parameters:
    ///   - tracker: checks who may do what, and records it.
    ///   - ledger: the same ledger, for what lies in its cabinet.
    package init(_ tracker: Tracker, ledger: Ledger) {
        self.tracker = tracker
        self.ledger = ledger
    }

    /// How long things last, in seconds.
    package enum Lifetime {
        package static let invitation: Int64 = 14 * 86_400
        package static let link: Int64 = 3_600
        package static let idleSession: Int64 = 30 * 60
        package static let session: Int64 = 12 * 3_600
        package static let token: Int64 = 365 * 86_400
        package static let optOut: Int64 = 365 * 86_400
    }

    // MARK: - People

    /// Who holds an account; nil where nothing is known of it any more.
    package func person(of account: AccountID, at now: Moment) throws(LedgerError) -> Person? {
        try ledger.item(.person, key: account.rawValue, at: now).flatMap { Self.decode(Person.self, $0.body) }
    }

    /// Everybody who has an account, in the order of accounts.
    package func people(at now: Moment) throws(LedgerError) -> [(account: AccountID, person: Person)] {
        try ledger.items(.person, at: now)
            .compactMap { item in
                Self.decode(Person.self, item.body).map { (item.owner, $0) }
            }
    }

    /// Changes what is known of a person.
    package func change(_ person: Person, of account: AccountID) throws(LedgerError) {
        try ledger.keep([.put(Self.item(person, of: account))])
    }

    // MARK: - Invitations

    /// Asks somebody to open an account.
    ///
    /// - Parameters:
    ///   - person: whom.
    ///   - grant: for which body, and in which role.
    ///   - party: who asks.
    ///   - now: the instant.
    /// - Returns: the secret that opens the account once, or why nobody is invited.
    /// - Throws: ``LedgerError`` where the ledger cannot be written.
    package func invite(
        _ person: Person,
        as grant: AccountEvent.Grant,
        by party: Party,
        at now: Moment
    ) throws(LedgerError) -> (secret: Secret?, diagnostics: [Diagnostic]) {
        let account = Self.newAccount()
        let secret = Secret()
        let diagnostics = try tracker.record(
            AccountEvent(account: account, moment: now, party: party, change: .invited(grant)),
            at: now,
            changing: [
                .put(Self.item(person, of: account)),
                .put(Self.item(.invitation, secret, of: account, until: now, Lifetime.invitation)),
            ]
        )
        return (diagnostics.hasErrors ? nil : secret, diagnostics)
    }

    /// Whose invitation or one-time link a secret is; nil where it is none, was used, or ran out.
    package func account(invitedBy secret: Secret, at now: Moment) throws(LedgerError) -> AccountID? {
        try ledger.item(.invitation, key: secret.digest, at: now)?.owner
    }

    /// A link by which the holder of an open account gets in once, without a password.
    package func link(for account: AccountID, at now: Moment) throws(LedgerError) -> Secret {
        let secret = Secret()
        try ledger.keep([.put(Self.item(.invitation, secret, of: account, until: now, Lifetime.link))])
        return secret
    }

    /// Uses an invitation or one-time link up, and begins a session.
    ///
    /// - Returns: the session's secret; nil where the link is none, was used, or ran out, or the account is closed.
    package func enter(with link: Secret, at now: Moment) throws(LedgerError) -> Secret? {
        guard let owner = try account(invitedBy: link, at: now), let record = try ledger.account(owner) else {
            return nil
        }
        let session = Secret()
        let changes = [
            CabinetChange.use(.invitation, key: link.digest),
            .put(Self.session(session, of: owner, by: .link, at: now)),
        ]
        do {
            switch record.state {
            case .invited:
                let party = record.grants.first.map { Party(id: $0.body, role: $0.role, account: owner) }
                guard let party else { return nil }
                try ledger.record(
                    AccountEvent(account: owner, moment: now, party: party, change: .opened),
                    recorded: now,
                    changing: changes
                )
            case .open: try ledger.keep(changes)
            case .disabled: return nil
            }
        } catch .used, .refused {
            // Of two who use it at once one comes second.
            return nil
        }
        return session
    }

    /// Closes an account, opens it again, or changes what it may do.
    ///
    /// - Returns: what speaks against it; nothing where it was done.
    package func change(
        _ account: AccountID,
        to change: AccountEvent.Change,
        by party: Party,
        at now: Moment
    ) throws(LedgerError) -> [Diagnostic] {
        let event = AccountEvent(account: account, moment: now, party: party, change: change)
        guard var record = try ledger.account(account) else { return [] }
        do {
            try record.apply(event)
        } catch {
            return [error.diagnostic]
        }
        return try tracker.record(
            event,
            at: now,
            changing: change.kind == .disable
                ? [CabinetItem.Drawer.session, .token, .invitation].map { .empty($0, owner: account) } : []
        )
    }

    /// All accounts as they stand, in the order of their names.
    package func records() throws(LedgerError) -> [AccountRecord] { try ledger.accounts() }

    // MARK: - Making and reading items

    /// Records that a member replaced what opens her account, together with what changes by that.
    func noteReplaced(
        _ credential: AccountEvent.Credential,
        of member: Member,
        at now: Moment,
        changing changes: [CabinetChange]
    ) throws(LedgerError) {
        let change = AccountEvent.Change.credentialReplaced(credential)
        try ledger.record(
            AccountEvent(account: member.account, moment: now, party: member.party, change: change),
            recorded: now,
            changing: changes
        )
    }

    private static func newAccount() -> AccountID {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
        var generator = SystemRandomNumberGenerator()
        let name = (0..<12).map { _ in letters[Int.random(in: letters.indices, using: &generator)] }
        return AccountID(rawValue: "a-" + String(decoding: name, as: UTF8.self))
    }

    private static func item(_ person: Person, of account: AccountID) -> CabinetItem {
        CabinetItem(drawer: .person, key: account.rawValue, owner: account, body: encode(person))
    }

    private static func item(
        _ drawer: CabinetItem.Drawer,
        _ secret: Secret,
        of account: AccountID,
        until now: Moment,
        _ lifetime: Int64
    ) -> CabinetItem {
        CabinetItem(
            drawer: drawer,
            key: secret.digest,
            owner: account,
            expires: Moment(seconds: now.seconds + lifetime),
            body: []
        )
    }

    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { Array($0) } ?? []
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}
