package import ActionPlan
import Crypto
import Foundation
package import Ledger

/// Somebody as another service names her: which service, and the name that it gives to nobody else.
package struct OutsideName: Codable, Hashable, Sendable {
    package var service: String
    package var name: String

    package init(service: String, name: String) {
        self.service = service
        self.name = name
    }

    /// By what it is found; the name itself is kept nowhere.
    var digest: String {
        let bytes = Array("\(service.utf8.count) \(service)\(name)".utf8)
        return SHA256.hash(data: bytes)
            .reduce(into: "") { digits, byte in digits += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    }
}

/// Another service's vouching for the holder of an account.
private struct IdentityBody: Codable {
    var service: String
    /// In seconds.
    var connected: Int64
}

/// People for whom another service vouches. Only who came in otherwise before can connect an account with one: nobody gets
/// an account, or another's, by being known elsewhere.
extension Accounts {
    /// Lets another service's name open a member's account from now on.
    ///
    /// - Returns: whether it does; not where it opens another account already.
    package func connect(
        _ name: OutsideName,
        with member: Member,
        at now: Moment
    ) throws(LedgerError) -> Bool {
        if let known = try ledger.item(.identity, key: name.digest, at: now) { return known.owner == member.account }
        let item = CabinetItem(
            drawer: .identity,
            key: name.digest,
            owner: member.account,
            body: Self.encode(IdentityBody(service: name.service, connected: now.seconds))
        )
        try noteReplaced(
            .identityProvider,
            of: member,
            at: now,
            changing: [.put(item)]
        )
        return true
    }

    /// The services by which an account can be opened.
    package func services(of account: AccountID, at now: Moment) throws(LedgerError) -> Set<String> {
        let items = try ledger.items(.identity, of: account, at: now)
        return Set(items.compactMap { Self.decode(IdentityBody.self, $0.body)?.service })
    }

    /// Lets a service no more open an account.
    package func disconnect(_ service: String, from member: Member, at now: Moment) throws(LedgerError) {
        let items = try ledger.items(.identity, of: member.account, at: now)
            .filter { Self.decode(IdentityBody.self, $0.body)?.service == service }
        guard !items.isEmpty else { return }
        try noteReplaced(
            .identityProvider,
            of: member,
            at: now,
            changing: items.map { .remove(.identity, key: $0.key) }
        )
    }

    /// Begins a session for whom a service vouches.
    ///
    /// - Returns: the session's secret; nil where the name opens no account that is open.
    package func signIn(as name: OutsideName, at now: Moment) throws(LedgerError) -> Secret? {
        guard let owner = try ledger.item(.identity, key: name.digest, at: now)?.owner,
            try ledger.account(owner)?.state == .open
        else { return nil }
        let session = Secret()
        try ledger.keep([
            .removeExpired(now),
            .put(Self.session(session, of: owner, by: .service, at: now)),
        ])
        return session
    }
}
