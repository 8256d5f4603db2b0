import ActionPlan
import Diagnostics
import Foundation
import GRDB
import Synchronization
import TransparencyLog

/// Everything that was reported on a plan and decided about it, kept in one file: nothing is ever changed or removed.
///
/// One process owns the file and writes it through one connection. What is acknowledged is on the disk. Every entry is
/// a leaf of a Merkle tree, so that anyone who kept a receipt or a checkpoint can prove what was there.
///
/// It can be used from several threads at once; writes that wait for another share the next commit.
package final class Ledger: Sendable {
    /// The plan whose ledger it is.
    package let planID: String
    let file: LedgerFile
    let tail: Mutex<Tail>
    let waiting = Mutex(Waiting())
    /// Commits for those that wait as tasks.
    let committing = DispatchQueue(label: "nap.ledger.commits")
    let recent = Mutex(RecentEntries())
    private let committed: Atomic<Int>
    let changes = Atomic<Int>(0)

    /// What to open a ledger for.
    package enum Access: Sendable {
        /// To read it, also beside the process that owns it.
        case readOnly
        /// To own it.
        case readWrite
    }

    /// The end of the log, kept at hand by the owner.
    struct Tail {
        var frontier = MerkleFrontier()
        var recorded: Moment?
        var locks = KnownLocks()
    }

    /// Requests that wait for a commit.
    struct Waiting {
        var requests: [AppendRequest] = []
        /// Whether somebody commits.
        var isCommitting = false
    }

    /// Makes a new ledger and owns it.
    ///
    /// - Parameters:
    ///   - path: where; nothing may be there yet.
    ///   - planID: the plan whose ledger it is, for ever.
    /// - Returns: the ledger, open.
    /// - Throws: ``LedgerError``, and no file is left.
    package static func create(at path: String, planID: String) throws(LedgerError) -> Ledger {
        try LedgerFile.create(at: path, planID: planID)
        return try open(at: path, planID: planID)
    }

    /// Opens a ledger.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - planID: the plan whose ledger it must be; nil for whichever.
    ///   - access: what for.
    /// - Returns: the ledger.
    /// - Throws: ``LedgerError``, and the file is as it was.
    package static func open(
        at path: String,
        planID: String? = nil,
        access: Access = .readWrite
    ) throws(LedgerError) -> Ledger {
        let file = try LedgerFile(path: path, access: access)
        let found = try file.read { db in try String.fetchOne(db, sql: "SELECT plan FROM ledger") }
        guard let found else { throw .damaged(path: path, detail: "it does not say whose ledger it is") }
        if let planID, planID != found { throw .otherPlan(path: path, found: found, wanted: planID) }
        return Ledger(planID: found, file: file, tail: access == .readWrite ? try tail(of: file) : Tail())
    }

    private init(planID: String, file: LedgerFile, tail: Tail) {
        self.planID = planID
        self.file = file
        self.tail = Mutex(tail)
        committed = Atomic(tail.frontier.size)
    }

    /// How many entries are on the disk, as the owner knows it without asking; nil for who only reads.
    package var knownCount: Int? { file.isOwner ? committed.load(ordering: .acquiring) : nil }

    /// Notes that entries are on the disk.
    func noteCommitted(_ count: Int) { committed.store(count, ordering: .releasing) }

    /// By this is seen whether anything of accounts or in the cabinet may have changed: it is another number then.
    package var cabinetVersion: Int { changes.load(ordering: .acquiring) }

    /// Notes that something of accounts or in the cabinet changed.
    func noteCabinetChanged() { changes.add(1, ordering: .acquiringAndReleasing) }

    /// Where it is.
    package var path: String { file.path }

    /// How many entries it has.
    package func count() throws(LedgerError) -> Int { try file.read { db in try Self.count(db) } }

    /// How many bytes the file has, without what is still in the write-ahead log.
    package func byteCount() throws(LedgerError) -> Int {
        try file.read { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            return try pages * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
        }
    }

    /// Closes the file, after which the ledger is no more to be used.
    package func close() throws(LedgerError) { try file.close() }

    static func count(_ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM event")) ?? 0
    }

    static func tail(of file: LedgerFile) throws(LedgerError) -> Tail {
        try file.read { db in
            let size = try count(db)
            let row = try Row.fetchOne(db, sql: "SELECT body FROM event WHERE number = ?", arguments: [size])
            do {
                let last = try row.map { try LedgerEntry($0, column: 0) }
                return Tail(
                    frontier: try MerkleFrontier(size: size, in: StoredTree(db: db)),
                    recorded: last?.recorded
                )
            } catch let fault as EntryFault {
                throw LedgerError.damaged(
                    path: file.path,
                    detail: "entry \(size) is not as it was written, from byte \(fault.offset) on"
                )
            }
        }
    }
}
