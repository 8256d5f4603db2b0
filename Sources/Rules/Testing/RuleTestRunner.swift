import ActionPlan
import CEL
package import Diagnostics

/// Runs the cases of a pack and tells which of its rules none has reached.
package struct RuleTestRunner {
    /// What became of a case.
    package struct Result: Sendable {
        package var test: RuleTest
        /// What was otherwise than expected; empty where the case passed.
        package var failures: [Message]
        package var reached: String?
    }

    /// What became of all cases of a pack.
    package struct Report: Sendable {
        package var pack: String
        package var results: [Result]
        /// The rules that no case has reached, as `indicator/otherwise`.
        package var unreached: [String]
        package var ruleCount: Int

        /// Whether every case passed.
        package var passed: Bool { results.allSatisfy(\.failures.isEmpty) }
    }

    private let pack: RulePack
    private let statuses: StatusSet

    /// - Parameters:
    ///   - pack: the pack.
    ///   - statuses: its statuses and those of the packs it uses.
    package init(_ pack: RulePack, statuses: StatusSet) {
        self.pack = pack
        self.statuses = statuses
    }

    /// Runs all cases.
    package func run() -> Report {
        let results = pack.tests.map { result(of: $0) }
        let all = RulePack.Scope.allCases.flatMap { scope in
            (pack.scopes[scope]?.verdicts ?? []).map { "\(scope.rawValue)/\($0.id)" }
        }
        let reached = Set(results.compactMap(\.reached))
        return Report(
            pack: pack.id,
            results: results,
            unreached: all.filter { !reached.contains($0) },
            ruleCount: all.count
        )
    }

    private func result(of test: RuleTest) -> Result {
        guard let evaluator = ScopeEvaluator(pack, test.scope) else {
            return Result(test: test, failures: ["the pack has no rules for \(test.scope.rawValue)"], reached: nil)
        }
        var variables = test.variables
        variables[1] = test.parameters
        let naming = SentenceNaming(plan: nil, statuses: statuses, item: nil)
        guard let outcome = evaluator.verdict(variables, naming: naming, origin: { _ in nil }) else {
            let expectsNothing = test.expectedStatus == nil && test.expectedRule == nil && test.expectedMeasures.isEmpty
            return Result(test: test, failures: expectsNothing ? [] : ["the section does not apply"], reached: nil)
        }
        var failures: [Message] = []
        if let failure = outcome.failure { failures.append("\(failure.rule): \(failure.error.message)") }
        if let status = test.expectedStatus, status != outcome.verdict?.status {
            failures.append("status \(outcome.verdict?.status.rawValue ?? "none"), expected \(status)")
        }
        if let rule = test.expectedRule, rule != outcome.verdict?.rule {
            failures.append("rule \(outcome.verdict?.rule ?? "none"), expected \(rule)")
        }
        for (id, expected) in test.expectedMeasures {
            let actual = outcome.measures.first { $0.id == id }?.value
            if !Self.isNear(actual, expected.map { FactValue($0) }) {
                failures.append(
                    "measure \(id): \(Self.words(actual)), expected \(Self.words(expected.map { FactValue($0) }))"
                )
            }
        }
        for (language, expected) in test.expectedBecause {
            let actual = outcome.verdict?.because.text(language).replacing("\u{A0}", with: " ") ?? ""
            if actual != expected { failures.append("\(language): “\(actual)”, expected “\(expected)”") }
        }
        return Result(
            test: test,
            failures: failures,
            reached: outcome.verdict.map { "\(test.scope.rawValue)/\($0.rule)" }
        )
    }

    /// Numbers are compared to four digits, as cases state them.
    private static func isNear(_ actual: FactValue?, _ expected: FactValue?) -> Bool {
        func number(_ value: FactValue?) -> Double? {
            switch value {
            case .number(let number): number
            case .integer(let number): Double(number)
            default: nil
            }
        }
        if let first = number(actual), let second = number(expected) { return abs(first - second) < 5e-5 }
        return actual == expected
    }

    private static func words(_ value: FactValue?) -> String {
        switch value {
        case .number(let number): String(number)
        case .integer(let number): String(number)
        case .text(let text): text
        case .boolean(let flag): String(flag)
        case .day(let day): day.description
        case .list(let elements): "[\(elements.map { words($0) }.joined(separator: ", "))]"
        case .absent, nil: "absent"
        }
    }
}
