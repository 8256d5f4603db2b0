import CEL
import Foundation
import TestSupport
import Testing

/// Makes expressions, sensible and otherwise.
private struct ExpressionMaker {
    var random: SplitMix64

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "1" }

    mutating func expression(_ depth: Int) -> String {
        guard depth > 0 else {
            return pick([
                "1", "0", "-1", "2u", "1.5", "1e308", "'a'", "''", "'ýaş'", "b'\\xff'", "true", "false", "null", "x",
                "y", "[]",
                "{}", "9223372036854775807", "-9223372036854775808", "list", "m.a", "optional.none()", "duration('1h')",
                "timestamp(0)", "int", "m", "cel.index(0)",
            ])
        }
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1, 2:
            let operation = pick(["+", "-", "*", "/", "%", "<", "<=", "==", "!=", ">", ">=", "in", "&&", "||"])
            return "\(operand(depth)) \(operation) \(operand(depth))"
        case 3: return "\(operand(depth)) ? \(operand(depth)) : \(expression(depth - 1))"
        case 4: return pick(["!", "-", "!!", "--"]) + "(\(expression(depth - 1)))"
        case 5: return "[\(expression(depth - 1)), \(pick(["", "?"]))\(expression(depth - 1))]"
        case 6: return "{\(expression(depth - 1)): \(expression(depth - 1))}"
        case 7: return "\(operand(depth))\(pick(["[", "[?"]))\(expression(depth - 1))]"
        case 8: return "\(operand(depth))\(pick([".a", ".?a", ".b", ".`c-d`"]))"
        case 9:
            let macro = pick(["all", "exists", "exists_one", "filter", "map", "sortBy"])
            return "\(operand(depth)).\(macro)(\(pick(["x", "z"])), \(expression(depth - 1)))"
        case 10:
            let macro = pick(["all", "exists", "existsOne", "transformList", "transformMap"])
            return "\(operand(depth)).\(macro)(i, v, \(expression(depth - 1)))"
        case 11: return "cel.bind(x, \(expression(depth - 1)), \(expression(depth - 1)))"
        case 12:
            let function = pick([
                "size", "int", "uint", "double", "string", "bool", "bytes", "timestamp", "duration", "type", "dyn",
                "math.abs", "math.greatest", "lists.range", "strings.quote", "base64.encode", "optional.of", "ip",
                "cidr",
            ])
            return "\(function)(\(expression(depth - 1)))"
        case 13:
            let function = pick([
                "contains", "startsWith", "matches", "indexOf", "split", "join", "format", "charAt", "orValue",
                "flatten",
                "getHours", "containsIP", "lastIndexOf",
            ])
            return "\(operand(depth)).\(function)(\(expression(depth - 1)))"
        case 14:
            return
                "\(operand(depth)).\(pick(["size", "reverse", "distinct", "sort", "flatten", "trim", "value", "first"]))()"
        default: return "cel.block([\(expression(depth - 1))], \(expression(depth - 1)))"
        }
    }

    private mutating func operand(_ depth: Int) -> String { "(\(expression(depth - 1)))" }

    /// A text with some bytes changed.
    mutating func mutated(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let pieces = [
            "(", ")", "[", "]", "{", "}", "'", "\"", ".", "?", ":", ",", "\\", "`", "0x", "1e", "''", "&&", "\u{301}",
            "ß", "\n", "//", "-",
        ]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where place < bytes.count: bytes.remove(at: place)
            case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
            default: bytes.insert(contentsOf: Array(pick(pieces).utf8), at: place)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite("Random expressions")
struct FuzzTests {
    private static let environment: Environment = {
        var limits = Limits()
        limits.budget = 20_000
        return Environment(
            variables: [
                .init("x", .int), .init("y", .dyn), .init("list", .list(.int)),
                .init("m", .map(key: .string, value: .dyn)),
            ],
            limits: limits
        )
    }()

    private static let variables: [Value?] = {
        var map = MapValue()
        _ = map.insert(.string("a"), .list([.int(1), .string("b")]))
        return [.int(3), .string("text"), .list([.int(1), .int(2)]), .map(map)]
    }()

    /// Reads, writes, checks, folds and evaluates an expression; what is wrong, if anything is.
    private static func fault(_ text: String) -> String? {
        if let tree = environment.parse(text) {
            let written = tree.unparsed
            guard let again = environment.parse(written) else {
                return "\(text)\n  was written as\n\(written)\n  which is no expression"
            }
            guard tree.hasSameStructure(as: again) else {
                return "\(text)\n  was written as\n\(written)\n  which is another one"
            }
        }
        for checks in [true, false] {
            guard let program = environment.compile(text, checks: checks).program else { continue }
            let value = outcome { () throws(EvaluationError) in try program.evaluate(variables) }
            let recorded = outcome { () throws(EvaluationError) in
                try program.evaluateRecordingState(variables).result.get()
            }
            // Where only one has run out of steps nothing can be compared: recording counts a few more.
            if value != recorded, !value.contains("steps"), !recorded.contains("steps") {
                return "\(text)\n  gives \(value)\n  and when recorded \(recorded)"
            }
            if let fault = costFault(program) { return "\(text)\n  \(fault)" }
            _ = try? program.evaluate(variables, unknown: [["y"], ["m", "a"]])
        }
        return nil
    }

    /// The variables hold no more than this, all their parts together.
    private static let sizes = InputSizes(["list": 2...2], otherwise: 0...8)

    /// Where an evaluation takes fewer or more steps than estimated.
    private static func costFault(_ program: Program) -> String? {
        let (result, steps) = program.evaluateCountingSteps(variables)
        let estimate = program.estimatedCost(for: sizes)
        if case .failure(let error) = result {
            if error.kind == .budgetExceeded || steps <= estimate.most { return nil }
        } else if steps >= estimate.least, steps <= estimate.most {
            return nil
        }
        return "takes \(steps) steps, estimated were \(estimate.least) to \(estimate.most)"
    }

    private static func outcome(_ body: () throws(EvaluationError) -> Value) -> String {
        do throws(EvaluationError) {
            return "\(Unwrapped(try body()))"
        } catch let error {
            return error.kind == .budgetExceeded ? "too many steps" : "an error"
        }
    }

    /// A value as text that is the same for the same value.
    private struct Unwrapped: CustomStringConvertible {
        let description: String

        init(_ value: Value) {
            switch value {
            case .map(let map):
                description =
                    "{" + map.entries.map { "\(Unwrapped($0.key)): \(Unwrapped($0.value))" }.joined(separator: ", ")
                    + "}"
            case .list(let list):
                description = "[" + list.map { Unwrapped($0).description }.joined(separator: ", ") + "]"
            case .optional(let wrapped):
                description = "optional(\(wrapped.map { Unwrapped($0).description } ?? "none"))"
            case .opaque(let opaque): description = "\(opaque.typeName) \(opaque.content)"
            default: description = "\(value)"
            }
        }
    }

    @Test("no expression crashes, hangs, exceeds its budget or changes when it is written out and read again")
    func random() {
        let variables = ProcessInfo.processInfo.environment
        let seed = variables["CEL_FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...1_000_000)
        let count = variables["CEL_FUZZ_COUNT"].flatMap { Int($0) } ?? 300
        print("random expressions: \(count) from CEL_FUZZ_SEED=\(seed)")
        var maker = ExpressionMaker(random: SplitMix64(seed: seed))
        let clock = ContinuousClock()
        for index in 0..<count {
            var text = maker.expression(Int.random(in: 1...5, using: &maker.random))
            if index % 2 == 1 { text = maker.mutated(text) }
            var fault: String?
            let time = clock.measure { fault = Self.fault(text) }
            if let fault {
                Issue.record("CEL_FUZZ_SEED=\(seed), expression \(index): \(fault)")
                return
            }
            #expect(time < .seconds(10), "CEL_FUZZ_SEED=\(seed), expression \(index) took \(time): \(text)")
        }
    }

    /// Texts by the part that is repeated in them; named so, since the texts themselves would fill the log.
    private static let extremeTexts: [(head: String, part: String, count: Int, tail: String)] = [
        ("", "(", 50_000, ""), ("", "[", 50_000, ""), ("", "{1:", 30_000, ""), ("", "!", 90_000, "true"),
        ("", "-", 90_000, "1"), ("", "a.", 40_000, "a"), ("1", " + 1", 20_000, ""), ("'", "a", 90_000, "'"),
        ("", "9", 90_000, ""), ("true", " ? true : true", 5000, ""), ("a", "[0]", 30_000, ""), ("", "f(", 40_000, ""),
        ("", "[1].map(x, ", 5000, ""), ("'", "a", 90_000, "'.matches('(a+)+$')"), ("", "'", 99_999, ""),
        ("1", "u", 50_000, ""), ("", "true || ", 10_000, "true"), ("", "\"\\", 40_000, ""),
    ]

    @Test("huge and deeply nested texts end in an error or an answer", arguments: extremeTexts.indices)
    func extremes(index: Int) {
        let (head, part, count, tail) = Self.extremeTexts[index]
        let text = head + String(repeating: part, count: count) + tail
        let time = ContinuousClock().measure { _ = Self.fault(text) }
        #expect(time < .seconds(5), "\(count) times \(part)")
    }
}
