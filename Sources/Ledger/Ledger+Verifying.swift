import ActionPlan
package import Diagnostics
import GRDB
import Synchronization
package import TransparencyLog

extension Ledger {
    /// Checks the whole file: its structure, every entry's bytes, hash, place and legality, the tree, and that the
    /// derived tables are what the entries give.
    ///
    /// A ledger cannot know that its end is missing: only checkpoints kept elsewhere show that.
    ///
    /// - Parameters:
    ///   - checkpoints: checkpoints of this ledger that were kept elsewhere.
    ///   - progress: is told how many entries are read.
    /// - Returns: what was found.
    /// - Throws: ``LedgerError`` where the file cannot be read at all.
    package func verify(
        against checkpoints: [Checkpoint] = [],
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> Verification {
        try file.trial { db in
            var inspection = Inspection(db, checkpoints: checkpoints, progress)
            return inspection.run()
        }
    }

    /// Checks the file of a ledger that this process has not open: the same, and where it was closed in good order also
    /// that no bit of it differs.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - planID: the plan whose ledger it must be; nil for whichever.
    ///   - checkpoints: checkpoints of this ledger that were kept elsewhere.
    ///   - progress: is told how many entries are read.
    /// - Returns: what was found.
    /// - Throws: ``LedgerError`` where the file cannot be read at all.
    package static func verify(
        at path: String,
        planID: String? = nil,
        against checkpoints: [Checkpoint] = [],
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> Verification {
        // Before it is opened: to close it afterwards would drop the locks that SQLite has on it.
        let seal = Seal(of: path).state
        let ledger = try open(at: path, planID: planID, access: .readOnly)
        var verification = try ledger.verify(against: checkpoints, progress)
        if verification.isSound {
            verification.faults += try ledger.attachmentProblems().filter(\.isLoss).map { .attachment($0) }
        }
        try ledger.close()
        if seal == .broken { verification.faults.append(.sealBroken) }
        verification.isSealed = seal == .whole
        return verification
    }

    /// Makes the derived tables anew from the entries.
    ///
    /// - Parameter progress: is told how many entries are read.
    /// - Throws: ``LedgerError``, and the tables are as before.
    package func rebuild(_ progress: WorkProgress = .unseen) throws(LedgerError) {
        do {
            try tail.withLock { tail in
                tail = try file.write { db in
                    for table in Schema.derivedTables { try db.execute(sql: "DROP TABLE IF EXISTS main.\(table)") }
                    for statement in Schema.derivedTables(in: "main") { try db.execute(sql: statement) }
                    return try replay(db, progress)
                }
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private func replay(_ db: Database, _ progress: WorkProgress) throws -> Tail {
        var projection = Projection(db, frontier: MerkleFrontier())
        var recorded: Moment?
        let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
        let rows = try Row.fetchCursor(db, sql: "SELECT body FROM event ORDER BY number")
        while let row = try rows.next() {
            do {
                let entry = try LedgerEntry(row, column: 0)
                let leaf = try row.withUnsafeData(atIndex: 0) { MerkleHash.leaf($0 ?? Projection.data([])) }
                try projection.take(entry, leaf: leaf)
                recorded = entry.recorded
                progress(projection.frontier.size, of: total)
            } catch let error where error is EntryFault || error is IllegalTransition {
                let number = projection.frontier.size + 1
                throw LedgerError.damaged(path: path, detail: "entry \(number) is not as it was written")
            }
        }
        return Tail(frontier: projection.frontier, recorded: recorded)
    }
}
