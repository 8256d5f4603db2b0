import Diagnostics
import Foundation
import GRDB

/// The one place where a ledger's file is opened.
final class LedgerFile: Sendable {
    let path: String
    /// The connection of whoever opened it: the owner's writes and checkpoints, no other does.
    let queue: DatabaseQueue
    /// Connections that only read.
    private let readers: ReaderPool
    private let owner: OwnerLock?
    /// Whether this process owns the file.
    var isOwner: Bool { owner != nil }

    /// How long to wait for another connection, in seconds.
    private static let patience = 5.0

    /// Opens the file of a ledger that exists.
    init(path: String, access: Ledger.Access) throws(LedgerError) {
        try Self.check(path, access)
        owner = access == .readWrite ? try OwnerLock(ledger: path) : nil
        self.path = path
        let reader = try Self.connect(path, .readOnly)
        let version = try Self.version(of: reader, path)
        if access == .readOnly {
            guard version == Schema.version else { throw .damaged(path: path, detail: "tables of version \(version)") }
            queue = reader
            readers = ReaderPool(reader) { try Self.connect(path, .readOnly) }
            return
        }
        guard Seal(of: path).remove() else { throw LedgerError(errno: errno, path: path) }
        do {
            try reader.close()
            queue = try Self.connect(path, .readWrite)
            readers = ReaderPool { try Self.connect(path, .readOnly) }
            if version < Schema.version { try Schema.migrator.migrate(queue) }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Makes the file of a new ledger.
    static func create(at path: String, planID: String) throws(LedgerError) {
        try make(at: path) { (draft) throws(LedgerError) in try create(draft, planID) }
    }

    /// Makes a file under another name, which it loses for its own when it is whole and on the disk: half of one is
    /// never left behind, and no file is replaced.
    static func make<Result>(
        at path: String,
        _ write: (_ draft: String) throws(LedgerError) -> Result
    ) throws(LedgerError) -> Result {
        guard Foundation.access(path, F_OK) != 0 else { throw .exists(path: path) }
        let draft = "\(path).new-\(getpid())"
        defer { for suffix in ["", "-wal", "-shm"] { _ = unlink(draft + suffix) } }
        let result: Result
        do throws(LedgerError) {
            result = try write(draft)
        } catch {
            throw error.naming(path, insteadOf: draft)
        }
        guard synchronize(draft), Foundation.link(draft, path) == 0 else { throw LedgerError(errno: errno, path: path) }
        _ = synchronize((path as NSString).deletingLastPathComponent)
        return result
    }

    private static func create(_ draft: String, _ planID: String) throws(LedgerError) {
        do {
            let queue = try connect(draft, .readWrite)
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            }
            try Schema.migrator.migrate(queue)
            try queue.write { db in
                try db.execute(sql: "INSERT INTO ledger (id, plan) VALUES (1, ?)", arguments: [planID])
            }
            try queue.close()
        } catch {
            throw LedgerError(error, path: draft)
        }
    }

    /// Waits until the disk has a file, or a folder with the names in it.
    static func synchronize(_ path: String) -> Bool {
        let descriptor = Foundation.open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { _ = Foundation.close(descriptor) }
        return fsync(descriptor) == 0
    }

    /// Asks the system about the file without opening it: to close it again would drop the locks that SQLite has on it
    /// in this process.
    private static func check(_ path: String, _ access: Ledger.Access) throws(LedgerError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw LedgerError(errno: errno, path: path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .notALedger(path: path, .directory) }
        if status.st_size == 0 { throw .notALedger(path: path, .empty) }
        guard Foundation.access(path, R_OK) == 0 else { throw LedgerError(errno: errno, path: path) }
        if access == .readWrite, Foundation.access(path, W_OK) != 0 { throw .readOnly(path: path) }
    }

    private static func connect(_ path: String, _ access: Ledger.Access) throws(LedgerError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.readonly = access == .readOnly
        configuration.journalMode = access == .readOnly ? .default : .wal
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // Only a new file takes it.
            try db.execute(sql: "PRAGMA page_size = \(pageSize)")
            for setting in settings { try db.execute(sql: "PRAGMA \(setting.name) = \(setting.value)") }
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { db in
                if access == .readWrite {
                    // Only now: GRDB sets NORMAL, which does not sync commits, when it enters WAL mode.
                    try db.execute(sql: "PRAGMA synchronous = FULL")
                    try db.execute(sql: "PRAGMA wal_autocheckpoint = \(pagesBetweenCheckpoints)")
                    try expect(db, "synchronous", "2")
                    try expect(db, "journal_mode", "wal")
                }
                try expect(db, "foreign_keys", "1")
                for setting in settings { try expect(db, setting.name, setting.value) }
            }
            return queue
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// How many threads can work at once.
    static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Bytes in a page of a new file.
    ///
    /// A commit writes whole pages into the log, one for each table that it touches: of
    /// smaller ones fewer bytes, of yet smaller ones an entry would not fit.
    private static let pageSize = 2_048

    /// After how many pages in the write-ahead log they are folded into the file: 4 MiB of those of a new file.
    ///
    /// From then on the log is used again and no longer grows, which costs a sync more than anything else.
    private static let pagesBetweenCheckpoints = 2_048

    /// Triggers ask also when a row is replaced; what is freed is overwritten; a hostile schema runs nothing; damaged
    /// cells are noticed.
    private static let settings = [
        (name: "recursive_triggers", value: "1"), (name: "secure_delete", value: "1"),
        (name: "trusted_schema", value: "0"), (name: "cell_size_check", value: "1"),
    ]

    private static func expect(_ db: Database, _ name: String, _ wanted: String) throws {
        let value = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? "nothing"
        guard value == wanted else { throw LedgerError.unsafeSetting(name: name, value: value) }
    }

    /// The version of the tables, asked before anything can be written: not even the journal's mode of a file that is
    /// another program's may change.
    private static func version(of reader: DatabaseQueue, _ path: String) throws(LedgerError) -> Int {
        let found: Int
        do {
            found = try reader.read { db in
                guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                    throw LedgerError.notALedger(path: path, .otherApplication)
                }
                return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            }
        } catch {
            throw LedgerError(error, path: path)
        }
        guard found <= Schema.version else { throw .newerSchema(path: path, found: found, known: Schema.version) }
        return found
    }

    /// Reads; sees nothing that is written meanwhile.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try readers.read(body)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Writes all or nothing; what is written is on the disk when it returns, or nowhere if it is not to be kept.
    func write<Value>(keeping: Bool = true, _ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try queue.writeWithoutTransaction { db in try Self.transaction(db, keeping: keeping, body) }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// As GRDB's own, whose words are prepared anew for each transaction: a tenth of what a commit costs the processor.
    private static func transaction<Value>(
        _ db: Database,
        keeping: Bool,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        do {
            let value = try body(db)
            // SQLite may have ended it by itself, as on a full disk.
            guard db.isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
            try db.cachedStatement(sql: keeping ? "COMMIT" : "ROLLBACK").execute()
            return value
        } catch {
            if db.isInsideTransaction { try? db.cachedStatement(sql: "ROLLBACK").execute() }
            throw error
        }
    }

    /// Reads through a connection of its own, and may use temporary tables, which are gone afterwards.
    func trial<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            let reader = try Self.connect(path, .readOnly)
            defer { try? reader.close() }
            return try reader.writeWithoutTransaction { db in
                var value: Value?
                try db.inTransaction(.deferred) {
                    value = try body(db)
                    return .rollback
                }
                guard let value else { throw LedgerError.database(path: path, message: "no transaction") }
                return value
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Closes the file; the last connection folds the write-ahead log into it, and the owner seals it.
    func close() throws(LedgerError) {
        do {
            try readers.close()
            try queue.close()
            if owner != nil { Seal(of: path).write() }
            owner?.release()
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}
