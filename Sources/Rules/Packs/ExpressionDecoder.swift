import ActionPlan
import CEL
import Diagnostics
import YAML

/// Compiles expressions that stand in YAML scalars; carets stand in the YAML file.
struct ExpressionDecoder {
    let base: Decoder

    func program(_ node: Node, _ environment: Environment, expecting type: CELType?) -> Program? {
        guard let text = base.string(node) else { return nil }
        let (program, problems) = environment.compile(
            text,
            in: node.document.source,
            offset: { node.sourceOffset(ofTextOffset: $0) },
            expecting: type
        )
        for problem in problems { base.report(problem) }
        if let program { reportCost(of: program, environment, node, 0..<text.utf8.count) }
        return program
    }

    private func reportCost(of program: Program, _ environment: Environment, _ node: Node, _ range: Range<Int>) {
        let start = node.sourceOffset(ofTextOffset: range.lowerBound)
        let end = range.isEmpty ? start : node.sourceOffset(ofTextOffset: range.upperBound - 1) + 1
        let span = SourceSpan(node.document.source, start..<max(start, end))
        if let problem = ExpressionCost.problem(of: program, budget: environment.limits.budget, at: span) {
            base.report(problem)
        }
    }

    /// An expression that others call by a name.
    func definition(
        _ name: String,
        _ parameters: [Environment.Variable],
        _ node: Node,
        _ environment: Environment
    ) -> Definition? {
        guard let text = base.string(node) else { return nil }
        let (definition, problems) = environment.define(
            name,
            parameters,
            as: text,
            in: node.document.source,
            offset: { node.sourceOffset(ofTextOffset: $0) }
        )
        for problem in problems { base.report(problem) }
        return definition
    }

    /// A sentence with `${expression | format}` in it, in each of some languages.
    func template(_ node: Node, _ languages: [String], _ environment: Environment) -> SentenceTemplate? {
        guard node.kind == .mapping else {
            guard base.string(node) != nil else { return nil }
            var expressions: [Program] = []
            let entry = entry(node, languages[0], environment, &expressions)
            if languages.count > 1 {
                base.report(
                    "missing-language",
                    "this sentence is in one language only",
                    severity: .warning,
                    at: node,
                    expected: "{\(languages.map { "\($0): …" }.joined(separator: ", "))}"
                )
            }
            return entry.map { SentenceTemplate(expressions: expressions, languages: [$0]) }
        }
        var expressions: [Program] = []
        var entries: [SentenceTemplate.Entry] = []
        for position in 0..<node.count {
            let language = node.key(position).text
            guard languages.contains(language) else {
                base.report(
                    "unknown-language",
                    PackDecoder.owner.unknownLanguage(language),
                    at: node.key(position),
                    expected: "one of: \(languages.joined(separator: ", "))",
                    hint: PackDecoder.owner.hint
                )
                continue
            }
            guard base.string(node.value(position)) != nil,
                let entry = entry(node.value(position), language, environment, &expressions)
            else { continue }
            entries.append(entry)
        }
        let written = (0..<node.count).map { node.key($0).text }
        let missing = languages.filter { !written.contains($0) }
        if !missing.isEmpty {
            base.report(
                "missing-language",
                "this sentence is missing in: \(missing.joined(separator: ", "))",
                severity: .warning,
                at: node
            )
        }
        return entries.isEmpty ? nil : SentenceTemplate(expressions: expressions, languages: entries)
    }

    private func entry(
        _ node: Node,
        _ language: String,
        _ environment: Environment,
        _ expressions: inout [Program]
    ) -> SentenceTemplate.Entry? {
        let bytes = Array(node.text.utf8)
        var parts: [SentenceTemplate.Part] = []
        var literal: [UInt8] = []
        var index = 0
        var isGood = true
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{")
            else {
                literal.append(bytes[index])
                index += 1
                continue
            }
            if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
            literal = []
            guard let end = Self.end(of: bytes, from: index + 2) else {
                report(
                    "unclosed-value",
                    "the value that begins here is not closed",
                    node,
                    index..<(index + 2),
                    expected: "}"
                )
                return nil
            }
            if let part = value(bytes, (index + 2)..<end, node, environment, &expressions) {
                parts.append(part)
            } else {
                isGood = false
            }
            index = end + 1
        }
        if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
        return isGood ? SentenceTemplate.Entry(language: language, parts: parts) : nil
    }

    /// The closing brace of a value: braces within, and in texts in quotation marks, do not count.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        for index in start..<bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                if depth == 0 { return index }
                depth -= 1
            default: break
            }
        }
        return nil
    }

    private func value(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        _ node: Node,
        _ environment: Environment,
        _ expressions: inout [Program]
    ) -> SentenceTemplate.Part? {
        var bar: Int?
        for index in range where bytes[index] == UInt8(ascii: "|") {
            let neighbours = [index - 1, index + 1].filter(range.contains).map { bytes[$0] }
            if !neighbours.contains(UInt8(ascii: "|")) { bar = index }
        }
        var end = bar ?? range.upperBound
        while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
        var format: SentenceFormat?
        if let bar {
            let name = String(decoding: bytes[(bar + 1)..<range.upperBound], as: UTF8.self)
            let trimmed = String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            format = SentenceFormat(trimmed)
            guard format != nil else {
                report(
                    "unknown-format",
                    "\(trimmed) is no format",
                    node,
                    (bar + 1)..<range.upperBound,
                    expected: "one of: \(SentenceFormat.names.joined(separator: ", "))",
                    hint: Suggestion.nearest(to: trimmed, among: SentenceFormat.names).map { "did you mean \($0)?" }
                )
                return nil
            }
        }
        let (program, problems) = environment.compile(
            text,
            in: node.document.source,
            offset: { node.sourceOffset(ofTextOffset: range.lowerBound + $0) }
        )
        for problem in problems { base.report(problem) }
        guard let program else { return nil }
        reportCost(of: program, environment, node, range.lowerBound..<end)
        let chosen = format ?? Self.defaultFormat(of: program.resultType)
        guard let chosen, chosen.accepts(program.resultType) else {
            report(
                "format-mismatch",
                "a value of type \(program.resultType) cannot be written so",
                node,
                range,
                expected: "a format that fits, such as number for numbers, date for days, text for texts"
            )
            return nil
        }
        if let known = expressions.firstIndex(where: { $0.text == program.text }) { return .value(known, chosen) }
        expressions.append(program)
        return .value(expressions.count - 1, chosen)
    }

    private static func defaultFormat(of type: CELType) -> SentenceFormat? {
        switch type {
        case .string: .text
        case .double, .int: .number
        case .timestamp: .date
        default: nil
        }
    }

    private func report(
        _ identifier: String,
        _ message: Message,
        _ node: Node,
        _ range: Range<Int>,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        let start = node.sourceOffset(ofTextOffset: range.lowerBound)
        let end = range.isEmpty ? start : node.sourceOffset(ofTextOffset: range.upperBound - 1) + 1
        base.report(
            Diagnostic(
                identifier,
                message,
                at: SourceSpan(node.document.source, start..<max(start, end)),
                expected: expected,
                hint: hint
            )
        )
    }
}
