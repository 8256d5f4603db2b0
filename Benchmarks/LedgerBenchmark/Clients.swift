import Foundation
import Synchronization

/// Some clients at once, each in a thread of its own.
struct Clients {
    private let count: Int

    init(_ count: Int) { self.count = count }

    /// Lets each work, and waits for all.
    func run(_ work: @escaping @Sendable (Int) throws -> Void) throws {
        if count == 1 { return try work(0) }
        let done = DispatchGroup()
        let failures = Mutex<[any Error]>([])
        for client in 0..<count {
            done.enter()
            Thread {
                do { try work(client) } catch { failures.withLock { $0.append(error) } }
                done.leave()
            }
            .start()
        }
        done.wait()
        if let failure = failures.withLock({ $0.first }) { throw failure }
    }
}
