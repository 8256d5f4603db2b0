import ActionPlan
import NIOConcurrencyHelpers

/// Lets one request at a time look at a report and change it.
///
/// So what a request expects of a report still holds when it is changed. Requests about different reports seldom wait for
/// each other.
final class ReportLocks: Sendable {
    private let locks = (0..<64).map { _ in NIOLock() }

    /// Does something with a report while nobody else does.
    func withLock<Value>(_ key: ReportKey, _ work: () throws -> Value) rethrows -> Value {
        try locks[Int(UInt(bitPattern: key.hashValue) % UInt(locks.count))].withLock(work)
    }
}
