import LinearRegex
import Testing

@Suite("Patterns in RE2's syntax")
struct SyntaxTests {
    @Test(
        "a pattern matches what RE2 matches",
        arguments: [
            ("ubb", "hubba"), ("", ""), ("bc", "abcd"), ("^a.c$", "abc"), ("(a|😀){2}", "🐱😀😀"), ("[a-c]+d", "xxabcd"),
            ("[^a-c]", "d"), ("[^a]", "\n"), ("[]a]", "]"), ("[a-]", "-"), ("[-a]", "-"), ("\\d+", "a1"), ("\\D", "a"),
            ("\\w\\W", "a!"), ("\\s", " "), ("\\S", "x"), ("[[:alpha:]]", "q"), ("[[:^digit:]]", "q"), ("[\\d_]", "7"),
            ("\\p{Lu}", "Ç"), ("\\pL", "ý"), ("\\P{L}", "1"), ("\\p{^L}", "1"), ("\\p{Cyrillic}+", "журнал"),
            ("\\p{Greek}", "π"), ("[\\p{Lu}]", "Ž"), ("\\p{Any}", "x"), ("(?i)ABC", "aBc"), ("(?i)ÝAŞ", "ýaş"),
            ("(?i:a)b", "Ab"), ("(?i)[a-z]", "K"), ("(?i)k", "\u{212A}"), ("(?s).", "\n"), ("(?m)^b$", "a\nb\nc"),
            ("a(?-i)b", "ab"), ("\\bfoo\\b", "a foo b"), ("\\Boo", "foo"), ("\\Aa", "ab"), ("b\\z", "ab"), ("a$", "ba"),
            ("a*?b", "aab"), ("a{2}", "aa"), ("a{2,}", "aaa"), ("a{1,2}", "a"), ("a{,2}", "a{,2}"), ("a{", "a{"),
            ("\\Qa.b\\E", "a.b"), ("\\Q(", "("), ("\\x41", "A"), ("\\x{1F600}", "😀"), ("\\101", "A"), ("\\0", "\0"),
            ("\\.", "."), ("\\n\\t\\r\\f\\v\\a", "\n\t\r\u{0C}\u{0B}\u{07}"), ("(?P<x>a)", "a"), ("(?<x>a)", "a"),
            ("a||b", ""), ("()", ""), ("(a*)*", "b"), ("(|a)+", "aaa"), ("x*", ""), ("[a-zA-Z0-9._%+-]+@", "me@x"),
            ("^\\pL{2}$", "әә"), ("[\\x{410}-\\x{44F}]", "я"), ("(?U)a+", "aa"), ("\\_", "_"), ("a{0}b", "b"),
            ("(?)a", "a"), ("a{01}", "a{01}"), ("(?i)σ", "ς"), ("(?i)å", "\u{212B}"), ("(?i)\\w", "\u{17F}"),
            ("(?i)[^\\W]", "K"), ("(?i)ж", "Ж"), ("(?i)\\p{Lu}", "ý"), ("(?i)ß", "ẞ"), ("(?i)\u{390}", "\u{1FD3}"),
            ("\\Qab\\E+", "abb"), ("[[:word:]]", "_"), ("[[:punct:]]", "!"), ("[[:xdigit:]]", "f"), ("\\pN", "٣"),
            ("\\p{Han}", "字"), ("\\p{Latin}", "ň"), ("[^\\pN]", "a"), ("(?im:^B$)", "a\nb"), ("(?s-i:A.)", "A\n"),
            ("[a\\]]", "]"), ("[\\-a]", "-"), ("a??b", "b"), ("a{1000}", "\(String(repeating: "a", count: 1000))"),
        ]
    )
    func matches(pattern: String, text: String) throws {
        #expect(try Pattern(pattern).matches(text))
    }

    @Test(
        "a pattern does not match what RE2 does not match",
        arguments: [
            ("^b", "ab"), ("a$", "ab"), ("a$", "a\n"), (".", "\n"), ("[^a]", "a"), ("\\d", "٣"), ("(?i)a(?-i)B", "Ab"),
            ("\\bo", "foo"), ("a{3}", "aa"), ("[[:upper:]]", "a"), ("\\p{Lu}", "a"), ("\\s", "\u{0B}"), ("b\\z", "bc"),
            ("(?m)^b$", "abc"), ("\\P{Any}", "a"), ("[^\\s\\S]", "a"), ("(?i)[^k]", "K"), ("é", "e\u{301}"),
            ("(?i)i", "ı"), ("(?i)İ", "i"), ("(?i)\\W", "\u{212A}"), ("(?i)[[:^lower:]]", "A"), ("(?i)\\P{Lu}", "a"),
            ("a{01}", "a"), ("[[:space:]]", "\u{A0}"), ("\\w", "é"), ("\\d", "٣"), ("[^\\x{0}-\\x{10FFFF}]", "a"),
        ]
    )
    func noMatches(pattern: String, text: String) throws {
        #expect(try !Pattern(pattern).matches(text))
    }

    @Test(
        "what is no pattern says why and where",
        arguments: [
            ("a(b", PatternError.Kind.missingParenthesis, 1..<2), ("a)b", .unexpectedParenthesis, 1..<2),
            ("x[a", .missingBracket, 1..<2), ("[z-a]", .invalidRange, 1..<4), ("\\p{Nope}", .unknownClass, 0..<8),
            ("[[:nope:]]", .unknownClass, 1..<9), ("(a)\\1", .invalidEscape, 3..<5), ("\\8", .invalidEscape, 0..<2),
            ("*a", .invalidRepetition, 0..<1), ("a**", .invalidRepetition, 2..<3), ("a+*", .invalidRepetition, 2..<3),
            ("a{2}{3}", .invalidRepetition, 4..<7), ("a{1001}", .invalidCount, 1..<7), ("a{3,2}", .invalidCount, 1..<6),
            ("(?=a)", .invalidGroup, 0..<3), ("(?!a)", .invalidGroup, 0..<3), ("(?<=a)", .invalidGroup, 0..<3),
            ("(?P<a>x)(?P<a>y)", .invalidName, 8..<14), ("\\", .invalidEscape, 0..<1), ("ý\\C", .invalidEscape, 2..<4),
            ("\\x{110000}", .invalidEscape, 0..<10), ("a|*", .invalidRepetition, 2..<3), ("\\E", .invalidEscape, 0..<2),
            ("(?-)a", .invalidGroup, 0..<4), ("\\Z", .invalidEscape, 0..<2),
        ]
    )
    func errors(pattern: String, kind: PatternError.Kind, range: Range<Int>) {
        let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
        #expect(error?.kind == kind)
        #expect(error?.range == range)
    }

    @Test(
        "groups are the ones that the pattern prefers",
        arguments: [
            ("(a+)(b*)", "xaab", ["aab", "aa", "b"]), ("(a+?)(a*)", "aaa", ["aaa", "a", "aa"]),
            ("(a|ab)(c|bcd)", "abcd", ["abcd", "a", "bcd"]), ("(a)|(b)", "b", ["b", nil, "b"]),
            ("(?:(a)|b)*", "ab", ["ab", "a"]), ("a*", "baa", [""]),
            ("(\\w+)@(\\w+)", "to me@home", ["me@home", "me", "home"]),
        ]
    )
    func groups(pattern: String, text: String, expected: [String?]) throws {
        let match = try #require(try Pattern(pattern).firstMatch(in: text))
        let bytes = Array(text.utf8)
        let found = ([match.range] + match.groups)
            .map { range in range.map { String(decoding: bytes[$0], as: UTF8.self) } }
        #expect(found == expected)
    }

    @Test("all matches follow each other without overlap, empty ones only where no other ends")
    func allMatches() throws {
        #expect(try Pattern("a*").allMatches(in: "baac").map(\.range) == [0..<0, 1..<3, 4..<4])
        #expect(try Pattern("").allMatches(in: "é").map(\.range) == [0..<0, 2..<2])
        #expect(try Pattern("id:\\d+").allMatches(in: "id:12, id:3").map(\.range) == [0..<5, 7..<11])
        #expect(try Pattern("a").allMatches(in: "aaa", limit: 2).count == 2)
    }
}
