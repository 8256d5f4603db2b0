import Diagnostics
import LinearRegex

/// A pattern that counts its work.
struct CompiledPattern: Sendable {
    let pattern: Pattern
    /// The most states that a pattern has.
    static let mostStates = PatternLimits().instructions

    /// - Throws: what keeps the text from being a pattern.
    init(_ text: String) throws(EvaluationError) {
        do throws(PatternError) {
            pattern = try Pattern(text)
        } catch let error {
            throw EvaluationError(.invalidArgument, "\(text) is no pattern: \(error.description)")
        }
    }

    func matches(_ text: String, _ budget: inout Budget) throws(EvaluationError) -> Bool {
        try counting(&budget) { pattern.matches(text, effort: &$0) }
    }

    /// The matches from left to right.
    func matches(_ text: String, limit: Int, _ budget: inout Budget) throws(EvaluationError) -> [Match] {
        try counting(&budget) { pattern.allMatches(in: text, limit: limit, effort: &$0) }
    }

    /// Does what takes effort, and counts the steps that it has taken.
    private func counting<Result>(
        _ budget: inout Budget,
        _ body: (inout Int) -> Result?
    ) throws(EvaluationError) -> Result {
        let allowed = budget.steps.multipliedReportingOverflow(by: Cost.statesPerStep)
        let limit = allowed.overflow ? Int.max : allowed.partialValue
        var effort = limit
        let result = body(&effort)
        try budget.spend(1 + (limit - max(effort, 0)) / Cost.statesPerStep)
        guard let result else {
            try budget.spend(budget.steps + 1)
            throw EvaluationError(.budgetExceeded, "the pattern takes more steps than it may")
        }
        return result
    }
}

/// `matches`, and the functions of the regex extension.
enum RegexFunctions {
    static let overloads: [Overload] = [
        .metered("matches", [.string, .string], .bool, matches),
        .metered(member: "matches", [.string, .string], .bool, matches),
        .metered("regex.extract", [.string, .string], .optional(.string)) { (values, budget) throws(EvaluationError) in
            .optional(try extract(values, limit: 1, &budget).first)
        },
        .metered("regex.extractAll", [.string, .string], .list(.string)) { (values, budget) throws(EvaluationError) in
            .list(try extract(values, limit: .max, &budget))
        },
        .metered("regex.replace", [.string, .string, .string], .string, replace),
        .metered("regex.replace", [.string, .string, .string, .int], .string, replace),
    ]

    private static func pattern(_ value: Value, _ budget: inout Budget) throws(EvaluationError) -> CompiledPattern {
        guard case .string(let text) = value else { throw EvaluationError(.noSuchOverload, "a pattern is a text") }
        let pattern = try CompiledPattern(text)
        try budget.spend(pattern.pattern.stateCount / Cost.elementsPerStep)
        return pattern
    }

    @Sendable private static func matches(
        _ values: [Value],
        _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0] else { return values[0] }
        return .bool(try pattern(values[1], &budget).matches(text, &budget))
    }

    private static func extract(
        _ values: [Value],
        limit: Int,
        _ budget: inout Budget
    ) throws(EvaluationError) -> [Value] {
        guard case .string(let text) = values[0] else { return [] }
        let pattern = try pattern(values[1], &budget)
        guard pattern.pattern.groupCount <= 1 else {
            throw EvaluationError(.invalidArgument, "the pattern has more than one group")
        }
        let bytes = Array(text.utf8)
        var found: [Value] = []
        for match in try pattern.matches(text, limit: limit, &budget) {
            guard let range = match.groups.isEmpty ? match.range : match.groups[0] else { continue }
            try budget.spend(range.count / Cost.bytesPerStep)
            found.append(.string(String(decoding: bytes[range], as: UTF8.self)))
        }
        return found
    }

    @Sendable private static func replace(
        _ values: [Value],
        _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0], case .string(let template) = values[2] else { return values[0] }
        let pattern = try pattern(values[1], &budget)
        var limit = Int.max
        if values.count > 3, case .int(let count) = values[3], count >= 0 { limit = Int(count) }
        let rewrite = try Rewrite(template, groups: pattern.pattern.groupCount)
        guard limit > 0 else { return values[0] }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var end = 0
        for match in try pattern.matches(text, limit: limit, &budget) {
            result += bytes[end..<match.range.lowerBound]
            rewrite.write(match, bytes, into: &result)
            end = match.range.upperBound
            try budget.spend(1 + (template.utf8.count + match.range.count) / Cost.bytesPerStep)
        }
        result += bytes[end...]
        return .string(String(decoding: result, as: UTF8.self))
    }
}

/// What takes the place of a match: text in which `\1` to `\9` stand for groups, `\0` for all of it.
private struct Rewrite {
    private enum Part {
        case bytes([UInt8])
        case group(Int)
    }

    private var parts: [Part] = []

    init(_ template: String, groups: Int) throws(EvaluationError) {
        var bytes: [UInt8] = []
        var rest = Array(template.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "\\"): bytes.append(byte)
            case let digit? where (48...57).contains(digit) && Int(digit - 48) <= groups:
                parts += [.bytes(bytes), .group(Int(digit - 48))]
                bytes = []
            default: throw EvaluationError(.invalidArgument, "\\ in a replacement stands before the number of a group")
            }
        }
        parts.append(.bytes(bytes))
    }

    func write(_ match: Match, _ text: [UInt8], into result: inout [UInt8]) {
        for part in parts {
            switch part {
            case .bytes(let bytes): result += bytes
            case .group(0): result += text[match.range]
            case .group(let number): if let range = match.groups[number - 1] { result += text[range] }
            }
        }
    }
}
