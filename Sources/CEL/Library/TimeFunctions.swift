import Diagnostics
import Foundation

/// Parts of timestamps and durations.
enum TimeFunctions {
    static let overloads: [Overload] = {
        var all: [Overload] = []
        let parts: [(String, @Sendable (LocalTime) -> Int)] = [
            ("getFullYear", { $0.date.year }),
            ("getMonth", { $0.date.month - 1 }),
            ("getDate", { $0.date.day }),
            ("getDayOfMonth", { $0.date.day - 1 }),
            ("getDayOfWeek", { $0.date.dayOfWeek }),
            ("getDayOfYear", { $0.date.dayOfYear }),
            ("getHours", { $0.second / 3600 }),
            ("getMinutes", { $0.second / 60 % 60 }),
            ("getSeconds", { $0.second % 60 }),
            ("getMilliseconds", { Int($0.nanosecond) / 1_000_000 }),
        ]
        for (name, part) in parts {
            all.append(
                .unary(member: name, .timestamp, .int) { (value) throws(EvaluationError) in
                    guard case .timestamp(let instant) = value else { return value }
                    return .int(Int64(part(LocalTime(instant, offset: 0))))
                }
            )
            all.append(
                .binary(member: name, .timestamp, .string, .int) { (value, zone) throws(EvaluationError) in
                    guard case .timestamp(let instant) = value, case .string(let zone) = zone else { return value }
                    return .int(Int64(part(LocalTime(instant, offset: try offset(of: zone, at: instant)))))
                }
            )
        }
        let lengths: [(String, @Sendable (Int64) -> Int64)] = [
            ("getHours", { $0 / 3_600_000_000_000 }), ("getMinutes", { $0 / 60_000_000_000 }),
            ("getSeconds", { $0 / 1_000_000_000 }), ("getMilliseconds", { $0 / 1_000_000 % 1000 }),
        ]
        for (name, part) in lengths {
            all.append(
                .unary(member: name, .duration, .int) { (value) throws(EvaluationError) in
                    guard case .duration(let duration) = value else { return value }
                    return .int(part(duration.nanoseconds))
                }
            )
        }
        return all
    }()

    private struct LocalTime {
        let date: CivilDate
        /// Since midnight.
        let second: Int
        let nanosecond: Int32

        init(_ instant: Timestamp, offset: Int) {
            let local = Int(instant.seconds) + offset
            let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
            date = CivilDate(days: days)
            second = local - days * 86_400
            nanosecond = instant.nanoseconds
        }
    }

    /// Seconds ahead of UTC, of a zone named as `Asia/Ashgabat`, `UTC`, `+05:00` or `-02:30`.
    private static func offset(of zone: String, at instant: Timestamp) throws(EvaluationError) -> Int {
        if let fixed = fixedOffset(zone) { return fixed }
        guard let found = TimeZone(identifier: zone) else {
            throw EvaluationError(.invalidArgument, "there is no time zone \(zone)")
        }
        return found.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }

    private static func fixedOffset(_ zone: String) -> Int? {
        var rest = zone.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(String(Substring(parts[0]))), let minutes = Int(String(Substring(parts[1]))), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}
