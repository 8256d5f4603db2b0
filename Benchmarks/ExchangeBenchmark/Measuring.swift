import Foundation

/// Times and memory, and the table that tells them.
enum Measuring {
    /// The processor time of a piece of work, the best of some rounds, and what it gave.
    static func best<Result>(of rounds: Int, _ work: () throws -> Result) rethrows -> (seconds: Double, result: Result)
    {
        var start = now
        var result = try work()
        var best = now - start
        for _ in 1..<max(2, rounds) {
            start = now
            result = try work()
            best = min(best, now - start)
        }
        return (best, result)
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that the process has held, in MB.
    static var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }

    /// Writes a line of the table; whether the limit is kept.
    static func tell(_ what: String, _ value: Double, limit: Double, unit: String) -> Bool {
        let isKept = value <= limit
        let words = [
            what, "\(String(format: "%.2f", value)) \(unit)", "\(String(format: "%g", limit)) \(unit)",
            isKept ? "kept" : "NOT KEPT", "\(peak) MB",
        ]
        print("| " + words.joined(separator: " | ") + " |")
        return isKept
    }
}
