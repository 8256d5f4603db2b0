import LinearRegex

/// A pattern and a long text in which it has to be looked for to the end.
struct PatternCase {
    let pattern: String
    let text: String

    static let all: [PatternCase] = [
        PatternCase(pattern: "(a+)+$", text: String(repeating: "a", count: 100_000) + "!"),
        PatternCase(pattern: "(x|y)+[0-9]{3}z", text: prose),
        PatternCase(pattern: "(?i)\\bshelters? (for|of) men\\b", text: prose),
        PatternCase(pattern: "^(\\w+ )*\\d+$", text: prose),
        PatternCase(pattern: "(жертв|пострадавш)\\pL+ из", text: cyrillic),
    ]

    private static let prose = String(
        repeating: "The shelter of the region reports 12 persons, of whom 7 are women; none is under age. ",
        count: 1200
    )
    private static let cyrillic = String(
        repeating: "Число выявленных жертв за отчётный период составило 12, пострадавших нет. ",
        count: 800
    )

    func measured() throws -> Report.PatternRow {
        var limits = PatternLimits()
        limits.remembered = 0
        let following = try Pattern(pattern, limits: limits)
        let remembering = try Pattern(pattern)
        let answer = following.matches(text)
        return Report.PatternRow(
            pattern: pattern,
            bytes: text.utf8.count,
            rememberingMicroseconds: Measurement.nanoseconds { remembering.matches(text) == answer } / 1000,
            followingMicroseconds: Measurement.nanoseconds { following.matches(text) == answer } / 1000
        )
    }
}
