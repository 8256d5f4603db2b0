import LinearRegex
import Testing

@Suite("Time and size of patterns")
struct LinearTimeTests {
    @Test(
        "patterns that drive backtracking to exponential time are answered at once",
        arguments: ["(a+)+$", "(a|aa)+$", "(a*)*b"]
    )
    func catastrophe(pattern: String) throws {
        let text = String(repeating: "a", count: 100_000) + "!"
        let compiled = try Pattern(pattern)
        let duration = ContinuousClock().measure { #expect(!compiled.matches(text)) }
        // Unoptimized code is some thirty times slower; exponential time would not end at all.
        #expect(duration < .seconds(5))
    }

    @Test("a long text is found, or not, where letters repeat")
    func longText() throws {
        let text = String(repeating: "a", count: 20_000)
        #expect(try Pattern(String(repeating: "a", count: 4000)).matches(text))
        #expect(try !Pattern(String(repeating: "a", count: 4000) + "b").matches(text))
        #expect(try Pattern("aab" + String(repeating: "a", count: 100)).matches("aaab" + text))
    }

    @Test("a bounded effort ends a search that would take longer")
    func effort() throws {
        var effort = 100_000
        let text = String(repeating: "a", count: 20_000)
        #expect(try Pattern("a.*b|a").allMatches(in: text, effort: &effort) == nil)
        effort = 1_000_000
        #expect(try Pattern("(a+)+$").matches(text, effort: &effort) == true)
        #expect(effort > 0)
    }

    @Test("a pattern that would grow without bound is refused")
    func growth() {
        let patterns = [
            "((((a{100}){100}){100}){100})", "(?:(?:(?:(?:){1000}){1000}){1000}){1000}(x{1000}){1000}",
            String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000),
            String(repeating: "a", count: 20_000), String(repeating: "(a)", count: 3000),
        ]
        for pattern in patterns {
            #expect(throws: PatternError.self, "\(pattern.prefix(20))…") { try Pattern(pattern) }
        }
    }
}
