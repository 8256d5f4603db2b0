/// Times in seconds.
enum Stopwatch {
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(work)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    static func median(_ times: [Double]) -> Double { percentile(50, of: times) }

    static func percentile(_ percent: Int, of times: [Double]) -> Double {
        guard !times.isEmpty else { return 0 }
        return times.sorted()[min(times.count - 1, times.count * percent / 100)]
    }
}
