import Diagnostics
package import YAML

extension Day {
    /// A date, `2021-04-29`, or nil after a diagnostic.
    package static func decode(_ node: Node, _ base: Decoder) -> Day? {
        let expected: Message = "a date: year, month, day, such as 2021-04-29"
        guard node.kind == .scalar, !node.isNull, Day(node.text) == nil else {
            return base.parsed(node, expected: expected) { Day($0) }
        }
        let text = node.text
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (48...57).contains($0) }) else {
            base.report(
                "malformed-value",
                "\(text) is no date in the form that belongs here",
                at: node,
                expected: expected,
                hint: meant(by: text).map { "write \($0)" }
            )
            return nil
        }
        base.report("malformed-value", "the calendar has no day \(text)", at: node, expected: expected)
        return nil
    }

    /// The day that a text such as 29.04.2021, 29/4/2021 or 2021-4-29 means; nil where that is not certain.
    private static func meant(by text: String) -> Day? {
        let separators: Set<Character> = [".", "-", "/", " "]
        let parts = text.split(whereSeparator: separators.contains).map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else { return nil }
        if first > 999 { return Day(year: first, month: second, day: third) }
        // With points the day comes first; with other signs only where it can be no month.
        guard third > 999, text.contains(".") || first > 12 else { return nil }
        return Day(year: third, month: second, day: first)
    }
}
