import ActionPlan
import Synchronization

/// Lets one request at a time look at a report and change it.
///
/// So what a request expects of a report still holds when it is changed. Who waits leaves the thread to others.
final class ReportLocks: Sendable {
    /// Who waits for a report that somebody has, in the order of coming.
    private let waiting = Mutex<[ReportKey: [CheckedContinuation<Void, Never>]]>([:])

    /// Does something with a report while nobody else does.
    func withLock<Value>(_ key: ReportKey, _ work: () async throws -> Value) async rethrows -> Value {
        await withCheckedContinuation { continuation in
            let isFree = waiting.withLock { waiting in
                guard waiting[key] != nil else {
                    waiting[key] = []
                    return true
                }
                waiting[key]?.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
        defer { leave(key) }
        return try await work()
    }

    private func leave(_ key: ReportKey) {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard let first = waiting[key]?.first else {
                waiting[key] = nil
                return nil
            }
            waiting[key]?.removeFirst()
            return first
        }
        next?.resume()
    }
}
