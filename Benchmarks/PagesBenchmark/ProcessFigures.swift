import Foundation

/// What the system says of this process.
enum ProcessFigures {
    /// Seconds of processor time so far, in the program and in the system's calls.
    static var processorTime: Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Memory in use, in bytes.
    static var memory: Int { status("VmRSS:") }

    /// The most memory in use since the last `forgetPeak`, in bytes.
    static var peak: Int { status("VmHWM:") }

    /// Begins to look for the peak anew.
    static func forgetPeak() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }

    private static func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }
}
