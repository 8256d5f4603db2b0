package import ActionPlan
import GRDB
import Synchronization
package import TransparencyLog

/// What was taken up by one call.
package struct Appended: Hashable, Sendable {
    /// The numbers of the entries.
    package var numbers: ClosedRange<Int>
    /// The root of the tree up to the last of them.
    package var root: MerkleHash
    /// Whether the request had been taken up before, so that nothing was written now.
    package var isRepetition: Bool
}

extension Ledger {
    /// Takes up some events, all or none; they are on the disk when this returns.
    ///
    /// - Parameters:
    ///   - events: what happened, in order.
    ///   - recorded: what the clock says.
    ///   - submission: names the request, so that repeating it gives the same answer and changes nothing.
    /// - Returns: the entries' numbers, and the root with which they can be proven.
    /// - Throws: ``LedgerError``; where events cannot follow what happened before, all of them are named.
    @discardableResult
    package func append(
        _ events: [LedgerEvent],
        recorded: Moment,
        submission: Submission? = nil
    ) throws(LedgerError) -> Appended {
        try append(events, recorded: recorded, submission: submission, isTrial: false)
    }

    /// What would be refused if some events were appended now; nothing is written.
    ///
    /// - Parameters:
    ///   - events: what would be appended.
    ///   - recorded: what the clock says.
    /// - Returns: the refusals, in the order of the events.
    /// - Throws: ``LedgerError`` for any other reason.
    package func refusals(of events: [LedgerEvent], recorded: Moment) throws(LedgerError) -> [LedgerError.Refusal] {
        do throws(LedgerError) {
            try append(events, recorded: recorded, submission: nil, isTrial: true)
            return []
        } catch .refused(let refusals) {
            return refusals
        }
    }

    @discardableResult
    private func append(
        _ events: [LedgerEvent],
        recorded: Moment,
        submission: Submission?,
        isTrial: Bool
    ) throws(LedgerError) -> Appended {
        guard !events.isEmpty else { throw .nothingToAppend }
        do {
            return try tail.withLock { tail in
                var next = tail
                let appended = try file.write(keeping: !isTrial) { db in
                    if let submission, let earlier = try Self.earlier(submission, db) { return earlier }
                    return try write(events, recorded, submission, after: &next, db)
                }
                if !appended.isRepetition, !isTrial { tail = next }
                return appended
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private func write(
        _ events: [LedgerEvent],
        _ recorded: Moment,
        _ submission: Submission?,
        after tail: inout Tail,
        _ db: Database
    ) throws -> Appended {
        if let latest = tail.recorded, recorded < latest {
            throw LedgerError.clockSetBack(latest: latest, now: recorded)
        }
        var projection = Projection(db, frontier: tail.frontier)
        var refusals: [LedgerError.Refusal] = []
        let first = tail.frontier.size + 1
        let insertion = try db.cachedStatement(sql: "INSERT INTO event (number, leaf, body) VALUES (?, ?, ?)")
        for (index, event) in events.enumerated() {
            if event.moment > recorded { throw LedgerError.inFuture(event.moment, now: recorded) }
            let number = projection.frontier.size + 1
            let entry = LedgerEntry(number: number, recorded: recorded, submission: submission, event: event)
            let bytes = try Self.bytes(of: entry, index: index)
            let leaf = MerkleHash.leaf(bytes)
            do {
                try projection.take(entry, leaf: leaf)
            } catch let error as IllegalTransition {
                refusals.append(LedgerError.Refusal(index: index, transition: error))
                continue
            }
            try insertion.execute(arguments: [number, Projection.data(leaf), Projection.data(bytes)])
        }
        if !refusals.isEmpty { throw LedgerError.refused(refusals) }
        tail = Tail(frontier: projection.frontier, recorded: recorded)
        return Appended(numbers: first...tail.frontier.size, root: tail.frontier.root, isRepetition: false)
    }

    /// The bytes of an entry, which read back as the same entry.
    private static func bytes(of entry: LedgerEntry, index: Int) throws(LedgerError) -> [UInt8] {
        let bytes = entry.canonicalBytes
        do throws(EntryFault) {
            if try LedgerEntry(canonicalBytes: bytes) == entry { return bytes }
        } catch {
            throw .unwritable(index: index, reason: "\(error.expected) is wanted at byte \(error.offset)")
        }
        throw .unwritable(index: index, reason: "it would read back differently")
    }

    /// What a request gave when it was taken up before.
    private static func earlier(_ submission: Submission, _ db: Database) throws -> Appended? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT sha256, first, last FROM submission WHERE sender = ? AND key = ?"),
            arguments: [submission.sender, submission.key]
        )
        guard let row else { return nil }
        guard row[0] == submission.sha256 else {
            throw LedgerError.keyReused(sender: submission.sender, key: submission.key)
        }
        let last: Int = row[2]
        let root = try MerkleFrontier(size: last, in: StoredTree(db: db)).root
        return Appended(numbers: row[1]...last, root: root, isRepetition: true)
    }
}
