import CAllocations
import Foundation

/// What a piece of work takes.
enum Measurement {
    /// Nanoseconds that one call takes: the best of several rounds, since others share the processor.
    static func nanoseconds(rounds: Int = 7, _ work: () -> Bool) -> Double {
        var count = 16
        // As many calls as take some twenty milliseconds.
        while true {
            let time = processorTime { run(count, work) }
            if time > 20_000_000 || count > 1 << 30 { break }
            count *= 2
        }
        var best = Double.infinity
        for _ in 0..<rounds {
            best = min(best, processorTime { run(count, work) } / Double(count))
        }
        return best
    }

    /// How often one call asks for memory, when it is not the first; nil where that cannot be counted.
    static func allocations(_ work: () -> Bool) -> Double? {
        let count = 1000
        run(2, work)
        let before = allocations_so_far()
        run(count, work)
        let after = allocations_so_far()
        return before < 0 ? nil : Double(after - before) / Double(count)
    }

    /// Nanoseconds of processor time, so that what else runs on the machine counts for little.
    private static func processorTime(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
        }
        let start = now()
        work()
        return now() - start
    }

    @inline(never)
    private static func run(_ count: Int, _ work: () -> Bool) {
        for _ in 0..<count where !work() { failures += 1 }
    }

    /// Calls that did not do what they should; kept so that no call can be left out.
    nonisolated(unsafe) private(set) static var failures = 0
}
