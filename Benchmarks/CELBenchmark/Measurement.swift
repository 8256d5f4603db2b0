/// What a piece of work takes.
enum Measurement {
    /// Nanoseconds that one call takes: the best of several rounds, since others share the processor.
    static func nanoseconds(rounds: Int = 7, _ work: () -> Bool) -> Double {
        let clock = ContinuousClock()
        var count = 16
        // As many calls as take some twenty milliseconds.
        while true {
            let time = clock.measure { run(count, work) }
            if time > .milliseconds(20) || count > 1 << 30 { break }
            count *= 2
        }
        var best = Double.infinity
        for _ in 0..<rounds {
            let time = clock.measure { run(count, work) }
            let (seconds, attoseconds) = time.components
            best = min(best, (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(count))
        }
        return best
    }

    @inline(never)
    private static func run(_ count: Int, _ work: () -> Bool) {
        for _ in 0..<count where !work() { failures += 1 }
    }

    /// Calls that did not do what they should; kept so that no call can be left out.
    nonisolated(unsafe) private(set) static var failures = 0
}
