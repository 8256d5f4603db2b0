package import ActionPlan
import Foundation
import GRDB

/// Something beside the log that may be changed and erased: the name and address of a person, what opens an account, a
/// session, an invitation, a draft.
///
/// Nothing in the log depends on it, and no checkpoint, proof or export has it; a backup does.
package struct CabinetItem: Hashable, Sendable {
    package var drawer: Drawer
    /// By what it is found; of a secret, its SHA-256.
    package var key: String
    /// The account whose it is.
    package var owner: AccountID
    /// From when on it is not there any more; nil where it has no end.
    package var expires: Moment?
    /// What is kept, in a form that the user of the drawer chooses; of a secret never the secret itself.
    package var body: [UInt8]

    package enum Drawer: String, Sendable, CaseIterable {
        /// Name, e-mail address, language.
        case person
        /// Passwords as salted hashes.
        case credential
        /// For whom another service vouches; the key is a digest of the name that it gives her.
        case identity
        case invitation
        case session
        case token
        /// What was typed and not sent.
        case draft
        /// Of what somebody was reminded, so that it is not told again.
        case reminder
        /// Links in mails by which their readers say that they want no more.
        case optOut = "opt-out"
    }

    package init(drawer: Drawer, key: String, owner: AccountID, expires: Moment? = nil, body: [UInt8]) {
        self.drawer = drawer
        self.key = key
        self.owner = owner
        self.expires = expires
        self.body = body
    }
}

/// A change in the cabinet.
package enum CabinetChange: Hashable, Sendable {
    /// Puts something in, in place of what had its key.
    case put(CabinetItem)
    /// Puts something in place of what has its key; where nothing has, it stays so.
    case renew(CabinetItem)
    case remove(CabinetItem.Drawer, key: String)
    /// Removes what may be used once; where somebody else did meanwhile, nothing of all that was to change does.
    case use(CabinetItem.Drawer, key: String)
    /// Removes all that one account has in a drawer.
    case empty(CabinetItem.Drawer, owner: AccountID)
    /// Removes everything that is known of an account's holder.
    case erase(owner: AccountID)
    /// Removes what ended before an instant.
    case removeExpired(Moment)

    func apply(_ db: Database) throws {
        switch self {
        case .put(let item):
            try db.cachedStatement(
                sql: """
                    INSERT INTO cabinet (drawer, key, owner, expires, body) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (drawer, key) DO UPDATE SET
                        owner = excluded.owner, expires = excluded.expires, body = excluded.body
                    """
            )
            .execute(
                arguments: [
                    item.drawer.rawValue, item.key, item.owner.rawValue, item.expires?.seconds, Data(item.body),
                ]
            )
        case .renew(let item):
            try db.execute(
                sql: "UPDATE cabinet SET owner = ?, expires = ?, body = ? WHERE drawer = ? AND key = ?",
                arguments: [
                    item.owner.rawValue, item.expires?.seconds, Data(item.body), item.drawer.rawValue, item.key,
                ]
            )
        case .use(let drawer, let key):
            try CabinetChange.remove(drawer, key: key).apply(db)
            guard db.changesCount == 1 else { throw LedgerError.used(drawer) }
        case .remove(let drawer, let key):
            try db.execute(
                sql: "DELETE FROM cabinet WHERE drawer = ? AND key = ?",
                arguments: [drawer.rawValue, key]
            )
        case .empty(let drawer, let owner):
            try db.execute(
                sql: "DELETE FROM cabinet WHERE drawer = ? AND owner = ?",
                arguments: [drawer.rawValue, owner.rawValue]
            )
        case .erase(let owner):
            try db.execute(sql: "DELETE FROM cabinet WHERE owner = ?", arguments: [owner.rawValue])
        case .removeExpired(let moment):
            try db.execute(sql: "DELETE FROM cabinet WHERE expires <= ?", arguments: [moment.seconds])
        }
    }
}

extension Ledger {
    /// Changes the cabinet, all or nothing; it is on the disk when this returns.
    ///
    /// - Throws: ``LedgerError``; ``LedgerError/used(_:)`` where something may be used once and was.
    package func keep(_ changes: [CabinetChange]) throws(LedgerError) {
        try file.write { db in for change in changes { try change.apply(db) } }
        noteCabinetChanged()
    }

    /// What has a key in a drawer; nil where nothing has, or it has ended.
    package func item(_ drawer: CabinetItem.Drawer, key: String, at now: Moment) throws(LedgerError) -> CabinetItem? {
        try items(at: now, "drawer = ? AND key = ?", [drawer.rawValue, key]).first
    }

    /// Everything in a drawer, or what one account has in it, in the order of keys; without what has ended.
    package func items(
        _ drawer: CabinetItem.Drawer,
        of owner: AccountID? = nil,
        at now: Moment
    ) throws(LedgerError) -> [CabinetItem] {
        guard let owner else { return try items(at: now, "drawer = ?", [drawer.rawValue]) }
        return try items(at: now, "drawer = ? AND owner = ?", [drawer.rawValue, owner.rawValue])
    }

    private func items(
        at now: Moment,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws(LedgerError) -> [CabinetItem] {
        try file.read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: "SELECT drawer, key, owner, expires, body FROM cabinet WHERE \(condition) ORDER BY drawer, key"
                ),
                arguments: arguments
            )
            var items: [CabinetItem] = []
            while let row = try rows.next() {
                guard let drawer = CabinetItem.Drawer(rawValue: row[0]) else { continue }
                let item = CabinetItem(
                    drawer: drawer,
                    key: row[1],
                    owner: AccountID(rawValue: row[2]),
                    expires: (row[3] as Int64?).map(Moment.init(seconds:)),
                    body: try row.withUnsafeData(atIndex: 4) { $0.map { Array($0) } ?? [] }
                )
                if item.expires.map({ now < $0 }) ?? true { items.append(item) }
            }
            return items
        }
    }
}
