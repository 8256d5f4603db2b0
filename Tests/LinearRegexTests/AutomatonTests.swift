import LinearRegex
import Testing

/// Sets of states are remembered while long texts are matched; that must show in the time only.
@Suite("Remembered states")
struct AutomatonTests {
    private static func pattern(_ text: String, remembered: Int) throws -> Pattern {
        var limits = PatternLimits()
        limits.remembered = remembered
        return try Pattern(text, limits: limits)
    }

    private static let patterns = [
        "(a+)+$", "a.*b", "^a.*b$", "\\bab\\b", "\\Bba\\B", "(?m)^b+$", "(?i)ÝAŞ|жук", "[^a]b[^a]", "ab{2,5}a\\z",
        "(?:a|b)*a(?:a|b){9}c",
        "ý+\\b", "c", "abc|\\pN", "x?", "(?s)a.b\\n", "\\Aab", "ýa(?:b|ş)*$", "", "(a|ab)(c|bcd)", "b\\b.\\Ba",
        "(?:^|\\n)ab",
    ]

    private static let texts: [String] = {
        let parts = ["a", "ab", "b\n", "ý", "ba ", "Ж", "aab", "ş", "c ", "7", "bbb"]
        var state: UInt64 = 7
        return (0..<40)
            .map { count in
                (0..<count * 9)
                    .map { _ in
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        return parts[Int(state >> 33) % (count % 3 == 0 ? 3 : parts.count)]
                    }
                    .joined()
            }
    }()

    @Test("the answer and the effort are those of following every state", arguments: patterns, [2000, 200_000])
    func agreement(text: String, remembered: Int) throws {
        let remembering = try Self.pattern(text, remembered: remembered)
        let following = try Self.pattern(text, remembered: 0)
        for (index, long) in Self.texts.enumerated() {
            for allowed in [Int.max, long.utf8.count * 2] {
                var (first, second) = (allowed, allowed)
                let answer = remembering.matches(long, effort: &first)
                #expect(answer == following.matches(long, effort: &second), "text \(index)")
                if answer != nil { #expect(first == second, "text \(index)") }
            }
        }
    }

    @Test("a pattern with more sets of states than are remembered is matched all the same")
    func overflow() throws {
        let pattern = try Self.pattern("(?:a|b)*a(?:a|b){14}c", remembered: 20_000)
        let following = try Self.pattern("(?:a|b)*a(?:a|b){14}c", remembered: 0)
        for text in Self.texts where text.utf8.count > 200 {
            #expect(pattern.matches(text) == following.matches(text))
            let ending = text + "abbbbbbbbbbbbbbc"
            #expect(pattern.matches(ending))
        }
    }

    @Test("many tasks match the same pattern at once")
    func concurrency() async throws {
        let pattern = try Pattern("(a+)+b\\b")
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { Self.texts.filter { pattern.matches($0) }.count } }
            let expected = Self.texts.filter { pattern.matches($0) }.count
            for await count in group { #expect(count == expected) }
        }
    }
}
