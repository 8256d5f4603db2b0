import ActionPlan

/// A time as plans print it: `2017-2025`, `II квартал 2021 г.`, `annually`, `31.12.2021`.
struct PrintedTime: Equatable {
    enum Kind: Equatable {
        case fixed(start: Day?, end: Day)
        case recurring(Timing.Interval)
        case permanent
    }

    var kind: Kind
    /// Whether there was more in it than was understood.
    var isDoubtful: Bool

    /// What a text says; nil where that cannot be told.
    static func read(_ text: String) -> PrintedTime? {
        let parts = words(of: text)
        if let dates = dates(text) { return dates }
        let years = parts.compactMap(year)
        let understood = Set(parts.filter { year($0) != nil })
        let rest = parts.filter { !understood.contains($0) && !fillers.contains($0) }
        let phrase = parts.joined(separator: " ")
        if let interval = interval(phrase) {
            return PrintedTime(kind: .recurring(interval), isDoubtful: !rest.allSatisfy(isOfInterval))
        }
        if permanent.contains(where: { phrase.contains($0) }) {
            return PrintedTime(kind: .permanent, isDoubtful: false)
        }
        guard let first = years.min(), let last = years.max() else { return nil }
        if let part = partOfYear(parts), first == last, let start = Day(year: first, month: part.first, day: 1),
            let end = Day(year: first, month: part.last, day: Day.length(ofMonth: part.last, year: first))
        {
            return PrintedTime(kind: .fixed(start: start, end: end), isDoubtful: false)
        }
        guard let start = Day(year: first, month: 1, day: 1), let end = Day(year: last, month: 12, day: 31) else {
            return nil
        }
        let isUntil = parts.contains { ["by", "until", "до", "к", "çenli"].contains($0) } && first == last
        return PrintedTime(kind: .fixed(start: isUntil ? nil : start, end: end), isDoubtful: !rest.isEmpty)
    }

    /// The years that a text names.
    static func years(in text: String) -> [Int] { words(of: text).compactMap(year) }

    private static let fillers: Set<String> = [
        "г", "гг", "год", "года", "годы", "годов", "year", "years", "ý", "ýyl", "ýyllar", "by", "until", "до", "к", "в",
        "in", "from", "с", "по", "to",
    ]
    private static let permanent = [
        "on going", "ongoing", "permanent", "continuous", "постоянно", "на постоянной основе", "hemişe", "yzygiderli",
    ]

    private static func interval(_ phrase: String) -> Timing.Interval? {
        let known: [(Timing.Interval, [String])] = [
            (.halfYear, ["6 months", "half year", "twice a year", "полугоди", "два раза в год", "ýarym ýyl"]),
            (
                .quarter,
                ["quarterly", "every quarter", "once a quarter", "ежеквартально", "раз в квартал", "her çärýek"]
            ),
            (.month, ["monthly", "every month", "once a month", "ежемесячно", "раз в месяц", "her aý"]),
            (.year, ["annual", "every year", "once a year", "yearly", "ежегодно", "раз в год", "her ýyl"]),
        ]
        return known.first { entry in entry.1.contains { phrase.contains($0) } }?.0
    }

    private static func isOfInterval(_ word: String) -> Bool {
        [
            "once", "a", "every", "annually", "yearly", "quarterly", "monthly", "ежегодно", "ежеквартально",
            "ежемесячно", "раз", "her",
        ]
        .contains(word)
    }

    /// The months of a quarter or half-year that is named.
    private static func partOfYear(_ words: [String]) -> (first: Int, last: Int)? {
        let ordinals = ["1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4]
        let numbers = words.compactMap { ordinals[$0] ?? ordinals[String($0.prefix { $0.isNumber })] }
        guard let number = numbers.first, numbers.count == 1 else { return nil }
        if words.contains(where: { $0.hasPrefix("quarter") || $0.hasPrefix("кв") || $0.hasPrefix("çärýe") }) {
            return (number * 3 - 2, number * 3)
        }
        if number <= 2,
            words.contains(where: { $0.hasPrefix("half") || $0.hasPrefix("полугод") || $0.hasPrefix("ýarym") })
        {
            return (number * 6 - 5, number * 6)
        }
        return nil
    }

    /// One or two dates of the calendar, and nothing else.
    private static func dates(_ text: String) -> PrintedTime? {
        let pieces = text.unicodeScalars
            .split { $0.properties.isWhitespace || "–—;,".unicodeScalars.contains($0) }
            .map { String(String.UnicodeScalarView($0)) }
        let days = pieces.compactMap(DateText.read)
        guard let last = days.last, days.count <= 2 else { return nil }
        let rest = pieces.filter { DateText.read($0) == nil && !fillers.contains($0.lowercased()) && $0 != "-" }
        let start = days.count == 2 && days[0] <= last ? days[0] : nil
        return PrintedTime(kind: .fixed(start: start, end: last), isDoubtful: !rest.isEmpty)
    }

    /// The words and numbers of a text, in small letters.
    private static func words(of text: String) -> [String] {
        text.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic && !(48...57).contains($0.value) }
            .map { String(String.UnicodeScalarView($0)) }
    }

    /// A number of four digits that can be a year; the mark of a footnote that stuck to it makes it none.
    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let number = Int(word), (1990...2100).contains(number) else { return nil }
        return number
    }
}
