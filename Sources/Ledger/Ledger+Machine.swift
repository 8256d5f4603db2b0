import GRDB

extension Ledger {
    /// The version of SQLite that the program runs with.
    package static var sqliteVersion: String {
        (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
    }

    /// Whether a write-ahead log stays whole even where several connections write it back, which is so since 3.51.3.
    package static var sqliteIsSafeForSeveralConnections: Bool {
        let numbers = sqliteVersion.split(separator: ".").compactMap { Int($0) }
        return !numbers.lexicographicallyPrecedes([3, 51, 3])
    }
}
