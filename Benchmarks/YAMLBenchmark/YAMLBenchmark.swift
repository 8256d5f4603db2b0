import ActionPlan
import Diagnostics
import Foundation
import YAML

/// Measures, in one run and in turns, how long a large plan takes to read: libyaml's events alone, the node tree, the plan.
///
/// A plain program, not a plug-in of the package manager: what counts is a ratio of times taken side by side, which
/// needs no framework, and nobody who builds the project has to fetch one.
@main
enum YAMLBenchmark {
    /// How many times the drain composing and decoding may take.
    private static let limits = (compose: 2.5, decode: 5.0)
    /// What a bomb may take.
    private static let bombLimits = (milliseconds: 100.0, megabytes: 50.0)

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let asJSON = arguments.contains("--json")
        let rounds = arguments.compactMap { Int($0) }.first ?? 9
        let bombs = Bombs.all.map(measure)
        let source = SourceText(name: "generated.yaml", text: PlanGenerator.plan(ofAtLeast: 6_000_000))
        guard let speeds = measure(source, rounds: max(1, rounds)) else {
            print("the generated plan has mistakes:")
            print(TextRenderer().render(Array(PlanLoader.load([source]).diagnostics.prefix(5))))
            exit(1)
        }
        let isGood = speeds.allSatisfy(\.isGood) && bombs.allSatisfy(\.isGood)
        print(asJSON ? json(speeds, bombs, source) : table(speeds, bombs, source))
        exit(isGood ? 0 : 1)
    }

    private struct Speed {
        var name: String
        var median: Double
        var shortest: Double
        var ratio: Double
        var limit: Double?
        var isGood: Bool { limit.map { ratio <= $0 } ?? true }
    }

    private struct BombResult {
        var name: String
        var outcome: String
        var milliseconds: Double
        var megabytes: Double
        var isGood: Bool {
            outcome != "taken" && milliseconds <= bombLimits.milliseconds && megabytes <= bombLimits.megabytes
        }
    }

    private static func measure(_ bomb: (name: String, text: String)) -> BombResult {
        let before = MemoryPeak.now() ?? 0
        var outcome = ""
        var time = Measurement(bomb.name)
        time.run { outcome = Bombs.read(bomb.text) }
        let after = MemoryPeak.now() ?? 0
        return BombResult(
            name: bomb.name,
            outcome: outcome,
            milliseconds: time.median,
            megabytes: Double(after - before) / 1e6
        )
    }

    private static func measure(_ source: SourceText, rounds: Int) -> [Speed]? {
        var drain = Measurement("libyaml's events, drained")
        var compose = Measurement("node tree (compose)")
        var decode = Measurement("Plan (compose, decode, validate)")
        var isGood = true
        for round in 0...rounds {
            var turn = (drain, compose, decode)
            turn.0.run { isGood = isGood && RawEvents.drain(source.bytes) != nil }
            turn.1.run { isGood = isGood && Document.parse(source).document != nil }
            turn.2.run { isGood = isGood && PlanLoader.load([source]).plan != nil }
            guard isGood else { return nil }
            // The first round warms up.
            if round > 0 { (drain, compose, decode) = turn }
        }
        return [(drain, nil), (compose, limits.compose), (decode, limits.decode)]
            .map { (measurement: Measurement, limit: Double?) in
                Speed(
                    name: measurement.name,
                    median: measurement.median,
                    shortest: measurement.shortest,
                    ratio: measurement.median / drain.median,
                    limit: limit
                )
            }
    }

    private static func table(_ speeds: [Speed], _ bombs: [BombResult], _ source: SourceText) -> String {
        var lines = ["\(source.bytes.count) bytes, \(source.lineCount) lines", ""]
        func row(_ cells: [String]) {
            let first = cells[0].padding(toLength: 38, withPad: " ", startingAt: 0)
            lines.append(
                first + cells.dropFirst().map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
            )
        }
        row(["", "median ms", "least ms", "MB/s", "ratio", "limit"])
        for speed in speeds {
            row([
                speed.name, fixed(speed.median), fixed(speed.shortest),
                fixed(Double(source.bytes.count) / 1e3 / speed.median), fixed(speed.ratio, 2),
                speed.limit.map { fixed($0, 1) + (speed.isGood ? " ok" : " NOT MET") } ?? "",
            ])
        }
        lines.append("")
        row(["bomb", "ms", "MB", "ends in"])
        for bomb in bombs {
            row([
                bomb.name, fixed(bomb.milliseconds), fixed(bomb.megabytes),
                bomb.outcome + (bomb.isGood ? "" : " NOT MET"),
            ])
        }
        return lines.joined(separator: "\n")
    }

    private static func json(_ speeds: [Speed], _ bombs: [BombResult], _ source: SourceText) -> String {
        let speedObjects = speeds.map { speed in
            """
            {"name": "\(speed.name)", "median_ms": \(fixed(speed.median, 3)), "least_ms": \(fixed(speed.shortest, 3)), \
            "ratio": \(fixed(speed.ratio, 3)), "limit": \(speed.limit.map { fixed($0, 1) } ?? "null"), "ok": \(speed.isGood)}
            """
        }
        let bombObjects = bombs.map { bomb in
            """
            {"name": "\(bomb.name)", "ms": \(fixed(bomb.milliseconds, 3)), "mb": \(fixed(bomb.megabytes, 3)), \
            "ends_in": "\(bomb.outcome)", "ok": \(bomb.isGood)}
            """
        }
        return """
            {"bytes": \(source.bytes.count), "lines": \(source.lineCount),
             "speed": [\(speedObjects.joined(separator: ",\n  "))],
             "bombs": [\(bombObjects.joined(separator: ",\n  "))]}
            """
    }

    private static func fixed(_ value: Double, _ decimals: Int = 1) -> String {
        String(format: "%.\(decimals)f", value)
    }
}
