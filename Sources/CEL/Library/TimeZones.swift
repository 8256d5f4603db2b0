import Diagnostics
import Foundation

/// How far the clocks of a place are ahead of UTC.
///
/// Zones are those of the tz database that Foundation brings along: neither the zone of the machine, nor its files, nor
/// its language make a difference.
enum TimeZones {
    /// Seconds ahead of UTC, of a zone named as `Asia/Ashgabat`, `UTC`, `+05:00` or `-02:30`.
    static func offset(of zone: String, at instant: Timestamp) throws(EvaluationError) -> Int {
        if let fixed = fixedOffset(zone) { return fixed }
        guard isName(zone), let found = TimeZone(identifier: zone) else {
            throw EvaluationError(.invalidArgument, "there is no time zone \(zone)")
        }
        return found.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }

    /// The names of the tz database that have no area before them.
    private static let names: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0",
        "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya",
        "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK",
        "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
    ]

    /// Whether a name is one of the tz database: Foundation takes abbreviations such as `IST` too, which mean one thing here
    /// and another there, and `GMT+5`, which in the database means the opposite.
    private static func isName(_ zone: String) -> Bool { zone.utf8.contains(UInt8(ascii: "/")) || names.contains(zone) }

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
