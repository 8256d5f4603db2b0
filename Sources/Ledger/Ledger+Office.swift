package import ActionPlan
import GRDB

/// Accounts, amendments, assessments and decisions.
extension Ledger {
    /// Takes up what happened to an account, and what changes in the cabinet with it: both or neither.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - recorded: what the clock says.
    ///   - submission: names the request, so that repeating it changes nothing.
    ///   - changes: such as the person's name, or the hash of a new password.
    /// - Returns: the entry's number and the root.
    /// - Throws: ``LedgerError``; where the event cannot follow what happened before, it is said what could.
    @discardableResult
    package func record(
        _ event: AccountEvent,
        recorded: Moment,
        submission: Submission? = nil,
        changing changes: [CabinetChange] = []
    ) throws(LedgerError) -> Appended {
        try append([.account(event)], recorded: recorded, submission: submission, changing: changes)
    }

    /// Where an account stood at an instant; nil where it was unknown.
    package func account(
        _ account: AccountID,
        knownAt: Moment = Moment(seconds: .max)
    ) throws(LedgerError) -> AccountRecord? {
        try reading { db in try db.account(account, knownAt: knownAt) }
    }

    /// All accounts as they stood at an instant, in the order of their names.
    package func accounts(knownAt: Moment = Moment(seconds: .max)) throws(LedgerError) -> [AccountRecord] {
        try reading { db in
            let names = try String.fetchAll(db, sql: "SELECT id FROM topic WHERE kind = 'account' ORDER BY id")
            return try names.compactMap { try db.account(AccountID(rawValue: $0), knownAt: knownAt) }
        }
    }

    /// The identifiers of all topics of a kind: accounts, amendments, meetings with decisions, days and meetings with
    /// assessments.
    package func topics(_ kind: LedgerEvent.Topic.Kind) throws(LedgerError) -> [String] {
        try file.read { db in
            try String.fetchAll(db, sql: "SELECT id FROM topic WHERE kind = ? ORDER BY id", arguments: [kind.rawValue])
        }
    }

    /// What happened with a topic, in the order of entries.
    package func history(of topic: LedgerEvent.Topic) throws(LedgerError) -> [LedgerEntry] {
        try reading { db in try db.entryNumbers(of: topic).compactMap { try db.entry($0) } }
    }

    /// What a request gave when it was taken up before; nil where it was not.
    ///
    /// - Throws: ``LedgerError/keyReused(sender:key:)`` where its key was used for another body.
    package func earlier(_ submission: Submission) throws(LedgerError) -> Appended? {
        try file.read { db in try Self.earlier(submission, db) }
    }
}
