import ActionPlan

/// Dates as people type them: `2021-04-29`, `29.04.2021`.
enum DateText {
    static func read(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
