import Foundation

/// The figures of all cases, as a table or as JSON.
struct Report: Encodable {
    struct Row: Encodable {
        var name: String
        var expression: String
        var typedNanoseconds: Double
        var untypedNanoseconds: Double
        var typedPerSecond: Double
        var untypedPerSecond: Double
        /// How often an evaluation asks for memory; nil where that cannot be counted.
        var typedAllocations: Double?
        var untypedAllocations: Double?
        var compileMicroseconds: Double
        var celGoNanoseconds: Double

        var meetsGoals: Bool {
            typedNanoseconds <= celGoNanoseconds / 2 && untypedNanoseconds <= celGoNanoseconds
        }
    }

    /// A pattern on a long text, with sets of states remembered and without.
    struct PatternRow: Encodable {
        var pattern: String
        var bytes: Int
        var rememberingMicroseconds: Double
        var followingMicroseconds: Double
    }

    var rows: [Row]
    var patterns: [PatternRow]
    var closureNanoseconds: Double
    /// How many times as long as the closure the first case takes with declared types.
    var timesClosure: Double

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func number(_ value: Double, _ decimals: Int = 1) -> String {
        String(format: "%.\(decimals)f", value)
    }

    private static func count(_ value: Double?) -> String { value.map { number($0, 0) } ?? "?" }

    var table: String {
        let titles = [
            "typed ns", "map ns", "cel-go ns", "typed/s", "map/s", "typed alloc", "map alloc", "compile µs", "goal",
        ]
        var lines = [
            "expression".padding(toLength: 26, withPad: " ", startingAt: 0)
                + titles.map { Self.padded($0, 12) }.joined()
        ]
        for row in rows {
            let cells = [
                Self.number(row.typedNanoseconds), Self.number(row.untypedNanoseconds),
                Self.number(row.celGoNanoseconds, 0), Self.number(row.typedPerSecond, 0),
                Self.number(row.untypedPerSecond, 0), Self.count(row.typedAllocations),
                Self.count(row.untypedAllocations), Self.number(row.compileMicroseconds),
                row.meetsGoals ? "met" : "missed",
            ]
            lines.append(
                row.name.padding(toLength: 26, withPad: " ", startingAt: 0)
                    + cells.map { Self.padded($0, 12) }.joined()
            )
        }
        lines.append("")
        lines.append(
            "hand-written closure: \(Self.number(closureNanoseconds, 2)) ns; the first expression takes "
                + "\(Self.number(timesClosure)) times as long with declared types"
        )
        lines += patternTable
        return lines.joined(separator: "\n")
    }

    private var patternTable: [String] {
        let titles = ["bytes", "µs", "following µs", "times faster"]
        let head = "pattern".padding(toLength: 26, withPad: " ", startingAt: 0)
        return ["", head + titles.map { Self.padded($0, 14) }.joined()]
            + patterns.map { row in
                let cells = [
                    String(row.bytes), Self.number(row.rememberingMicroseconds),
                    Self.number(row.followingMicroseconds),
                    Self.number(row.followingMicroseconds / row.rememberingMicroseconds),
                ]
                return row.pattern.padding(toLength: 26, withPad: " ", startingAt: 0)
                    + cells.map { Self.padded($0, 14) }.joined()
            }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
