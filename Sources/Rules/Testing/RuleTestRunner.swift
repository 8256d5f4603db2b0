import ActionPlan
import CEL
package import Diagnostics

/// Runs the cases of a pack and tells what of its rules none has reached.
package struct RuleTestRunner {
    /// What became of a case.
    package struct Result: Sendable {
        package var test: RuleTest
        /// What was otherwise than expected; empty where the case passed.
        package var failures: [Message]
        /// The rules or checks that held, as `indicator/otherwise`.
        package var reached: [String]
    }

    /// What became of all cases of a pack.
    package struct Report: Sendable {
        package var pack: String
        package var results: [Result]
        package var coverage: RuleCoverage

        /// Whether every case passed.
        package var passed: Bool { results.allSatisfy(\.failures.isEmpty) }
        /// The rules and checks that no case has reached, as `indicator/otherwise`.
        package var unreached: [String] { coverage.unreached }
        package var ruleCount: Int { coverage.ruleCount }
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
        var coverage = RuleCoverage(of: pack)
        let results = pack.tests.map { result(of: $0, &coverage) }
        return Report(pack: pack.id, results: results, coverage: coverage)
    }

    private func result(of test: RuleTest, _ coverage: inout RuleCoverage) -> Result {
        var variables = test.variables
        variables[1] = test.parameters
        let naming = SentenceNaming(context: nil, statuses: statuses, item: nil)
        switch test.section {
        case .scope(let scope): return judge(test, scope, variables, naming, &coverage)
        case .report: return check(test, variables, naming, &coverage)
        }
    }

    private func judge(
        _ test: RuleTest,
        _ scope: RulePack.Scope,
        _ variables: [Value?],
        _ naming: SentenceNaming,
        _ coverage: inout RuleCoverage
    ) -> Result {
        guard let evaluator = ScopeEvaluator(pack, scope) else {
            return Result(test: test, failures: ["the pack has no rules for \(scope.rawValue)"], reached: [])
        }
        guard let outcome = evaluator.verdict(variables, naming: naming, origin: { _ in nil }) else {
            coverage.note(scope, applies: false)
            return Result(
                test: test,
                failures: test.expectation.isSilent ? [] : ["the section does not apply"],
                reached: []
            )
        }
        coverage.note(scope, outcome)
        return Result(
            test: test,
            failures: test.expectation.isSilent
                ? ["the section applies: \(outcome.verdict?.rule ?? "")"] : failures(outcome, test.expectation),
            reached: outcome.verdict.map { ["\(scope.rawValue)/\($0.rule)"] } ?? []
        )
    }

    private func failures(_ outcome: ScopeEvaluator.Outcome, _ expected: RuleTest.Expectation) -> [Message] {
        var failures: [Message] = []
        if let failure = outcome.failure { failures.append("\(failure.rule): \(failure.error.message)") }
        if let status = expected.status, status != outcome.verdict?.status {
            failures.append("status \(outcome.verdict?.status.rawValue ?? "none"), expected \(status)")
        }
        if let rule = expected.rule, rule != outcome.verdict?.rule {
            failures.append("rule \(outcome.verdict?.rule ?? "none"), expected \(rule)")
        }
        failures += self.failures(outcome.measures, expected)
        for (language, sentence) in expected.because {
            let actual = outcome.verdict?.because.text(language).replacing("\u{A0}", with: " ") ?? ""
            if actual != sentence { failures.append("\(language): “\(actual)”, expected “\(sentence)”") }
        }
        return failures
    }

    private func failures(_ measures: [MeasuredValue], _ expected: RuleTest.Expectation) -> [Message] {
        expected.measures.compactMap { id, value in
            let actual = measures.first { $0.id == id }?.value
            let wanted = value.map { FactValue($0) }
            if Self.isNear(actual, wanted) { return nil }
            return "measure \(id): \(Self.words(actual)), expected \(Self.words(wanted))"
        }
    }

    private func check(
        _ test: RuleTest,
        _ variables: [Value?],
        _ naming: SentenceNaming,
        _ coverage: inout RuleCoverage
    ) -> Result {
        var variables = variables
        let measures = pack.reportMeasures.values(variables)
        variables[2] = measures
        let measured = MeasuredValue.all(of: measures)
        for measure in pack.reportMeasures.measures where measure.when != nil {
            coverage.note(reportMeasure: measure.id, measured.contains { $0.id == measure.id })
        }
        var found: [String] = []
        for check in pack.checks {
            let holds = (try? check.when.evaluate(variables)) == .bool(true)
            coverage.note(check: check.id, holds)
            if holds, check.outcome(variables, naming) != nil { found.append(check.id) }
        }
        var failures = failures(measured, test.expectation)
        if let expected = test.expectation.checks, expected.sorted() != found.sorted() {
            failures.append(
                "found \(found.joined(separator: ", ")), expected \(expected.joined(separator: ", "))"
            )
        }
        return Result(test: test, failures: failures, reached: found.map { "report/\($0)" })
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
