import Foundation
import GRDB

/// A baseline: rows in SQLite, each commit durable and nothing else done.
struct BareTable {
    private let queue: DatabaseQueue
    private let rows: Rows

    /// Which rows a commit writes.
    enum Rows {
        /// The bytes of the entry alone: one page of the log.
        case entry
        /// What the ledger commits too: the entry, where the report stands, which request brought it.
        case asLedger
    }

    init(path: String, rows: Rows) throws {
        self.rows = rows
        var configuration = Configuration()
        configuration.journalMode = .wal
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: Self.tables)
        }
    }

    private static let tables = """
        CREATE TABLE event (number INTEGER PRIMARY KEY, leaf BLOB NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE TABLE report (
            item TEXT NOT NULL, period TEXT NOT NULL, agency TEXT NOT NULL, state TEXT NOT NULL,
            version INTEGER NOT NULL, changed INTEGER NOT NULL, entries TEXT NOT NULL,
            PRIMARY KEY (item, period, agency)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE submission (
            sender TEXT NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL, first INTEGER NOT NULL,
            last INTEGER NOT NULL, PRIMARY KEY (sender, key)
        ) STRICT, WITHOUT ROWID;
        """

    /// What a commit writes, all of it worked out before.
    struct Values {
        var number: Int
        var leaf: Data
        var body: Data
        var report: StatementArguments
        var submission: StatementArguments
    }

    func commit(_ values: Values) throws {
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try db.cachedStatement(sql: "INSERT INTO event (number, leaf, body) VALUES (?, ?, ?)")
                    .execute(arguments: [values.number, values.leaf, values.body])
                if rows == .asLedger {
                    try db.cachedStatement(sql: "INSERT INTO report VALUES (?, ?, ?, 'submitted', 1, ?, ?)")
                        .execute(arguments: values.report)
                    try db.cachedStatement(sql: "INSERT INTO submission VALUES (?, ?, ?, ?, ?)")
                        .execute(arguments: values.submission)
                }
                return .commit
            }
        }
    }
}
