import GRDB

/// The tables of a ledger.
///
/// `event` is the ledger; everything else but `ledger` follows from it and can be rebuilt.
enum Schema {
    /// Marks the file as a ledger of this program: `NAPL`.
    static let applicationID = 0x4E41_504C

    /// The version of the tables, counted up with each migration.
    static let version = 3

    /// Migrations, never edited once released.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events") { db in
            try db.execute(sql: events)
            for table in firstDerivedTables(in: "main") { try db.execute(sql: table) }
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2 topics and cabinet") { db in
            try db.execute(sql: topicTable(in: "main"))
            try db.execute(sql: cabinet)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 every fourth level of the tree") { db in
            try StoredTree.store(db)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        return migrator
    }

    /// `recursive_triggers` must be on, else `INSERT OR REPLACE` deletes a row without asking the triggers.
    private static let events = """
        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            plan TEXT NOT NULL
        ) STRICT;
        CREATE TABLE event (
            number INTEGER PRIMARY KEY,
            leaf BLOB NOT NULL CHECK (length(leaf) = 32),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER event_in_order BEFORE INSERT ON event
            WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM event)
            BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
            BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER event_kept BEFORE DELETE ON event
            BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER ledger_unchanged BEFORE UPDATE ON ledger
            BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
            BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
        """

    /// The names of the derived tables.
    static let derivedTables = ["report", "period_lock", "submission", "tree_node", "topic"]

    /// What may be changed and erased again, and so is no part of the log: who people are, what opens their accounts,
    /// what they have not sent yet.
    private static let cabinet = """
        CREATE TABLE cabinet (
            drawer TEXT NOT NULL,
            key TEXT NOT NULL,
            owner TEXT NOT NULL,
            expires INTEGER,
            body BLOB NOT NULL,
            PRIMARY KEY (drawer, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cabinet_by_owner ON cabinet (drawer, owner);
        CREATE INDEX cabinet_by_end ON cabinet (expires) WHERE expires IS NOT NULL;
        """

    /// Makes the derived tables in a schema: `main`, or `temp` to compare with.
    static func derivedTables(in schema: String) -> [String] {
        firstDerivedTables(in: schema) + [topicTable(in: schema)]
    }

    /// What entries are about that is neither a report nor a period, and their numbers.
    private static func topicTable(in schema: String) -> String {
        """
        CREATE TABLE \(schema).topic (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            entries TEXT NOT NULL,
            PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID
        """
    }

    /// Makes those of the first version.
    ///
    /// `entries` are the numbers of the entries about a row, in order, with a space between two. A commit has to write a
    /// page of each table that it touches, so that a table for them would cost more than it gives.
    private static func firstDerivedTables(in schema: String) -> [String] {
        [
            """
            CREATE TABLE \(schema).report (
                item TEXT NOT NULL,
                period TEXT NOT NULL,
                agency TEXT NOT NULL,
                state TEXT NOT NULL,
                version INTEGER NOT NULL,
                changed INTEGER NOT NULL,
                entries TEXT NOT NULL,
                PRIMARY KEY (item, period, agency)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE \(schema).period_lock (
                period TEXT NOT NULL PRIMARY KEY,
                locked INTEGER NOT NULL,
                since INTEGER NOT NULL,
                entries TEXT NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE \(schema).submission (
                sender TEXT NOT NULL,
                key TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                first INTEGER NOT NULL,
                last INTEGER NOT NULL,
                PRIMARY KEY (sender, key)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE \(schema).tree_node (
                level INTEGER NOT NULL,
                place INTEGER NOT NULL,
                hash BLOB NOT NULL,
                PRIMARY KEY (level, place)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }
}
