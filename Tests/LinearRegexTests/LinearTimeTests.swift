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

    @Test(
        "a pattern that would grow without bound is refused",
        arguments: [
            "((((a{100}){100}){100}){100})", "(?:(?:(?:(?:){1000}){1000}){1000}){1000}(x{1000}){1000}",
            String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000),
            String(repeating: "a", count: 20_000),
            String(repeating: "(a)", count: 3000),
        ]
    )
    func growth(pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }
}
