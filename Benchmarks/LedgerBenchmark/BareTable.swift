import Foundation
import GRDB

/// The baseline: a table of bytes in SQLite, each committed durably and nothing else done.
struct BareTable {
    private let queue: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.journalMode = .wal
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "CREATE TABLE event (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
        }
    }

    func commit(_ body: [UInt8]) throws {
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try db.cachedStatement(sql: "INSERT INTO event (body) VALUES (?)").execute(arguments: [Data(body)])
                return .commit
            }
        }
    }
}
