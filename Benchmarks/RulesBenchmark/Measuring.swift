import Foundation

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

/// What some work gives, and the least time that it took in so many rounds.
func fastest<Result>(of rounds: Int, _ work: () -> Result) -> (result: Result, milliseconds: Double) {
    let clock = ContinuousClock()
    var result = work()
    var best = Duration.seconds(3600)
    for _ in 1..<rounds { best = min(best, clock.measure { result = work() }) }
    return (result, milliseconds(best))
}

/// Each line as soon as it is known.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }

func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}

/// The most memory that the process has had, in megabytes.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}
