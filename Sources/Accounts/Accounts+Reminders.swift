package import ActionPlan
package import Ledger

/// What reminders need: of what somebody was told, and how she says that she wants no more.
extension Accounts {
    /// The occasions of which the holder of an account was told.
    package func occasionsTold(to account: AccountID, at now: Moment) throws(LedgerError) -> Set<String> {
        let prefix = "\(account) "
        return Set(
            try ledger.items(.reminder, of: account, at: now)
                .compactMap { $0.key.hasPrefix(prefix) ? String($0.key.dropFirst(prefix.count)) : nil }
        )
    }

    /// Notes that the holder of an account is told of occasions; on the disk before she is, so that nothing is told twice.
    ///
    /// - Returns: the secret of a link by which she says that she wants no more.
    package func note(_ occasions: [String], to account: AccountID, at now: Moment) throws(LedgerError) -> Secret {
        let secret = Secret()
        let link = CabinetItem(
            drawer: .optOut,
            key: secret.digest,
            owner: account,
            expires: Moment(seconds: now.seconds + Lifetime.optOut),
            body: []
        )
        let notes = occasions.map { occasion in
            CabinetChange.put(
                CabinetItem(drawer: .reminder, key: Self.name(occasion, account), owner: account, body: [])
            )
        }
        try ledger.keep(notes + [.put(link)])
        return secret
    }

    /// Takes back what ``note(_:to:at:)`` noted, where nothing was told after all.
    package func takeBack(_ occasions: [String], to account: AccountID, _ link: Secret) throws(LedgerError) {
        try ledger.keep(
            occasions.map { .remove(.reminder, key: Self.name($0, account)) } + [.remove(.optOut, key: link.digest)]
        )
    }

    /// Whose link in a mail a secret is; nil where it is none, or ended.
    package func account(optingOutBy secret: Secret, at now: Moment) throws(LedgerError) -> AccountID? {
        try ledger.item(.optOut, key: secret.digest, at: now)?.owner
    }

    /// Sends no more reminders to the reader of a mail with a link.
    ///
    /// - Returns: whether the link is one; it can be used again, to the same effect.
    package func optOut(by secret: Secret, at now: Moment) throws(LedgerError) -> Bool {
        guard let account = try account(optingOutBy: secret, at: now),
            var person = try person(of: account, at: now)
        else { return false }
        guard person.wantsReminders else { return true }
        person.wantsReminders = false
        try change(person, of: account)
        return true
    }

    private static func name(_ occasion: String, _ account: AccountID) -> String { "\(account) \(occasion)" }
}
