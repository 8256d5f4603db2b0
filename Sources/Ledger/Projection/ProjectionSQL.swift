/// What keeps the derived tables in step, in the words of SQLite: put together once, since a commit needs most of it.
final class ProjectionSQL: Sendable {
    let insertNode: String
    let insertReport: String
    let putReport: String
    let putLock: String
    let putTopic: String
    let insertSubmission: String
    let putSubmission: String
    let reportEntries: String
    let lock: String

    /// For the tables of the ledger.
    static let main = ProjectionSQL(schema: "main")

    /// For tables to compare with.
    static let temporary = ProjectionSQL(schema: "temp")

    private init(schema: String) {
        insertNode = "INSERT INTO \(schema).tree_node (level, place, hash) VALUES (?, ?, ?)"
        let newReport = """
            INSERT INTO \(schema).report (item, period, agency, state, version, changed, entries)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        insertReport = newReport + " ON CONFLICT DO NOTHING"
        putReport = """
            \(newReport)
            ON CONFLICT (item, period, agency) DO UPDATE SET
                state = excluded.state, version = excluded.version, changed = excluded.changed,
                entries = entries || ' ' || excluded.entries
            """
        putLock = """
            INSERT INTO \(schema).period_lock (period, locked, since, entries) VALUES (?, ?, ?, ?)
            ON CONFLICT (period) DO UPDATE SET
                locked = excluded.locked, since = excluded.since, entries = entries || ' ' || excluded.entries
            """
        putTopic = """
            INSERT INTO \(schema).topic (kind, id, entries) VALUES (?, ?, ?)
            ON CONFLICT (kind, id) DO UPDATE SET entries = entries || ' ' || excluded.entries
            """
        insertSubmission = """
            INSERT INTO \(schema).submission (sender, key, sha256, first, last) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """
        putSubmission = """
            INSERT INTO \(schema).submission (sender, key, sha256, first, last) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (sender, key) DO UPDATE SET last = excluded.last
            """
        reportEntries = "SELECT entries FROM \(schema).report WHERE item = ? AND period = ? AND agency = ?"
        lock = "SELECT locked, since FROM \(schema).period_lock WHERE period = ?"
    }
}
