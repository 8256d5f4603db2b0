import Dispatch
import Synchronization

/// Two pieces of work beside each other.
enum Concurrently {
    /// What two pieces of work give, each on a processor of its own where there are two.
    ///
    /// - Throws: what the first throws, else what the second throws.
    static func both<First: Sendable, Second: Sendable, Failure: Error>(
        _ first: @Sendable () throws(Failure) -> First,
        _ second: @Sendable () throws(Failure) -> Second
    ) throws(Failure) -> (First, Second) {
        let one = Mutex<Result<First, Failure>?>(nil)
        let other = Mutex<Result<Second, Failure>?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { position in
            if position == 0 {
                let result = Result(catching: first)
                one.withLock { $0 = result }
            } else {
                let result = Result(catching: second)
                other.withLock { $0 = result }
            }
        }
        guard let found = one.withLock({ $0 }), let beside = other.withLock({ $0 }) else {
            return (try first(), try second())
        }
        return (try found.get(), try beside.get())
    }
}
