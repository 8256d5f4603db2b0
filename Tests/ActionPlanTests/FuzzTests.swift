import Diagnostics
import Foundation
import Testing

@testable import ActionPlan

/// Plan files with random damage: whatever they say, reading them ends, in a plan or in diagnostics.
///
/// `NAP_FUZZ_SEED=…` repeats a run, `NAP_FUZZ_ROUNDS=…` makes it longer.
@Suite("Damaged files")
struct FuzzTests {
    @Test("twenty thousand damaged plans neither crash nor hang")
    func damaged() throws {
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["NAP_FUZZ_SEED"].flatMap(UInt64.init) ?? 20_210_429
        let rounds = environment["NAP_FUZZ_ROUNDS"].flatMap(Int.init) ?? 20_000
        print("damaged files: NAP_FUZZ_SEED=\(seed) NAP_FUZZ_ROUNDS=\(rounds)")
        let files = ["valid/plans/everything.yaml", "valid/plans/anchors-and-merges.yaml", "valid/plans/scalars.yaml"]
        let sources = try files.map { try Fixtures.source($0).bytes }
        var damage = Damage(seed: seed)
        var read = 0
        for round in 0..<rounds {
            // Most rounds take a small file: the large one has the same kinds of places, only more of them.
            let bytes = damage.damaged(sources[round % 10 == 0 ? 0 : 1 + round % 2])
            let clock = ContinuousClock()
                .measure {
                    let (plan, diagnostics) = PlanLoader.load([SourceText(name: "damaged.yaml", bytes: bytes)])
                    if plan != nil { read += 1 }
                    #expect((plan == nil) == diagnostics.hasErrors, "round \(round) of seed \(seed)")
                    if round % 50 == 0 { _ = TextRenderer().render(diagnostics) + JSONRenderer().render(diagnostics) }
                }
            #expect(clock < .seconds(5), "round \(round) of seed \(seed) took \(clock)")
        }
        #expect(read > 0, "nothing was left whole: the damage is too great to reach the decoder")
        #expect(read < rounds, "no file was damaged")
    }
}

/// Damages texts.
private struct Damage {
    private var state: UInt64
    private static let pieces: [String] = [
        ":", ": ", "- ", "\n", "\t", "  ", "{", "}", "[", "]", ",", "&a ", "*a", "<<: ", "!", "'", "\"", "\\", "|\n",
        ">\n", "#", "%", "@",
        "---\n", "...\n", "~", "null", "true", "1e999", "-0", "2021-02-30", "\u{0}", "\u{FEFF}", "\u{301}", "👍", "ý",
        "\r", "? ", "id: a1",
    ]

    init(seed: UInt64) { state = seed }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...next(4) {
            let place = next(bytes.count)
            let end = min(bytes.count, place + next(12))
            switch next(7) {
            case 0 where !bytes.isEmpty: bytes[place] = UInt8(next(256))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: next(bytes.count))
            case 3: bytes.removeSubrange(place..<bytes.count)
            case 4:
                // A line goes elsewhere.
                let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                guard let line = lines.dropFirst(next(lines.count)).first else { continue }
                bytes.insert(contentsOf: Array(line) + [0x0A], at: place)
            default:
                bytes.replaceSubrange(
                    place..<min(bytes.count, place + next(2)),
                    with: Array(Self.pieces[next(Self.pieces.count)].utf8)
                )
            }
        }
        return bytes
    }
}
