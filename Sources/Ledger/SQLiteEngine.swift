import GRDB

/// The SQLite library with which ledgers are kept.
package struct SQLiteEngine: Hashable, Sendable {
    /// Its version, such as `3.51.3`.
    package let version: String

    /// The library that the program runs with.
    package init() throws(LedgerError) {
        do {
            version = try DatabaseQueue().read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") } ?? ""
        } catch {
            throw LedgerError(error, path: ":memory:")
        }
    }

    init(version: String) { self.version = version }

    /// Whether it is free of a fault that versions before 3.51.3 have.
    ///
    /// They can damage a write-ahead log that several connections fold into the file at once. A ledger has one such
    /// connection, so that an older version is no danger as long as no other program writes to the file.
    package var isFreeOfLogResetFault: Bool {
        let numbers = version.split(separator: ".").compactMap { Int($0) }
        return !numbers.lexicographicallyPrecedes([3, 51, 3])
    }
}
