import LinearRegex
import TestSupport
import Testing

/// A pattern made at random, which can also be matched the slow way.
private indirect enum RandomPattern {
    case character(Character)
    case any
    case none
    case sequence(RandomPattern, RandomPattern)
    case alternatives(RandomPattern, RandomPattern)
    case repetition(RandomPattern, least: Int, most: Int?, isGreedy: Bool)
    case group(RandomPattern)
    case start
    case end

    static func make(_ depth: Int, _ random: inout some RandomNumberGenerator) -> RandomPattern {
        switch Int.random(in: 0..<(depth > 0 ? 12 : 5), using: &random) {
        case 0, 1: return .character("a")
        case 2: return .character("b")
        case 3: return .any
        case 4: return [.start, .end, .none, .character("ý")].randomElement(using: &random) ?? .none
        case 5, 6, 7: return .sequence(make(depth - 1, &random), make(depth - 1, &random))
        case 8: return .alternatives(make(depth - 1, &random), make(depth - 1, &random))
        case 9: return .group(make(depth - 1, &random))
        default:
            let bounds: [(Int, Int?)] = [(0, nil), (1, nil), (0, 1), (2, 3)]
            let (least, most) = bounds.randomElement(using: &random) ?? (0, nil)
            return .repetition(make(depth - 1, &random), least: least, most: most, isGreedy: .random(using: &random))
        }
    }

    var text: String {
        switch self {
        case .character(let character): return String(character)
        case .any: return "."
        case .none: return "(?:)"
        case .sequence(let first, let second): return first.text + second.text
        case .alternatives(let first, let second): return "(?:\(first.text)|\(second.text))"
        case .group(let inner): return "(\(inner.text))"
        case .start: return "^"
        case .end: return "$"
        case .repetition(let inner, let least, let most, let isGreedy):
            let count = most.map { "{\(least),\($0)}" } ?? "{\(least),}"
            return "(?:\(inner.text))\(count)\(isGreedy ? "" : "?")"
        }
    }

    /// Tries every way, the preferred one first; tells each end to the continuation until that is content.
    func match(_ text: [Character], _ index: Int, _ proceed: (Int) -> Bool) -> Bool {
        switch self {
        case .character(let character): return index < text.count && text[index] == character && proceed(index + 1)
        case .any: return index < text.count && proceed(index + 1)
        case .none: return proceed(index)
        case .sequence(let first, let second):
            return first.match(text, index) { second.match(text, $0, proceed) }
        case .alternatives(let first, let second):
            return first.match(text, index, proceed) || second.match(text, index, proceed)
        case .group(let inner): return inner.match(text, index, proceed)
        case .start: return index == 0 && proceed(index)
        case .end: return index == text.count && proceed(index)
        case .repetition(let inner, let least, let most, let isGreedy):
            func more() -> Bool {
                guard most != 0 else { return false }
                return inner.match(text, index) { end in
                    // A round that takes nothing is the last one.
                    guard end > index || least > 0 else { return false }
                    return
                        RandomPattern.repetition(
                            inner,
                            least: max(0, least - 1),
                            most: most.map { $0 - 1 },
                            isGreedy: isGreedy
                        )
                        .match(text, end, proceed)
                }
            }
            if least > 0 { return more() }
            return isGreedy ? more() || proceed(index) : proceed(index) || more()
        }
    }
}

@Suite("Comparison with a backtracking matcher")
struct BacktrackingComparisonTests {
    @Test("a random pattern matches a random text where backtracking says so", arguments: [1, 2, 3, 4])
    func agreement(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1500 {
            let pattern = RandomPattern.make(4, &random)
            let text = (0..<Int.random(in: 0...7, using: &random))
                .map { _ in "aabý".randomElement(using: &random) ?? "a" }
            var expected: Bool = false
            for start in 0...text.count where !expected { expected = pattern.match(text, start) { _ in true } }
            let compiled = try Pattern(pattern.text)
            let found = compiled.matches(String(text))
            #expect(found == expected, "seed \(seed): \(pattern.text) on \(String(text))")
            #expect(
                (compiled.firstMatch(in: String(text)) != nil) == expected,
                "seed \(seed): \(pattern.text) on \(String(text))"
            )
        }
    }
}
