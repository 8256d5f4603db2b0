import GRDB
import Synchronization

/// Connections of the owner that only read, so that no reader keeps a writer waiting.
///
/// They are opened read-only, and such a connection can neither write nor fold the write-ahead log into the file: what
/// SQLite before 3.51.3 can damage needs two that do.
final class ReaderPool: Sendable {
    private let idle: Mutex<[DatabaseQueue]>
    private let open: @Sendable () throws -> DatabaseQueue

    /// How many connections are kept for later.
    private static let capacity = 4

    /// - Parameters:
    ///   - first: a connection that is there already.
    ///   - open: opens another.
    init(_ first: DatabaseQueue? = nil, opening open: @escaping @Sendable () throws -> DatabaseQueue) {
        idle = Mutex(first.map { [$0] } ?? [])
        self.open = open
    }

    /// Reads what is there at one instant.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let queue = try idle.withLock { $0.popLast() } ?? open()
        defer { putBack(queue) }
        return try queue.read(body)
    }

    private func putBack(_ queue: DatabaseQueue) {
        idle.withLock { idle in
            if idle.count < Self.capacity { idle.append(queue) }
        }
    }

    /// Closes what is idle.
    func close() throws {
        let queues = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for queue in queues { try queue.close() }
    }
}
