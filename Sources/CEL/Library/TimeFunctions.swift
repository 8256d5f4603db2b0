import Diagnostics

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
                    return .int(Int64(part(LocalTime(instant, offset: try TimeZones.offset(of: zone, at: instant)))))
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
}
