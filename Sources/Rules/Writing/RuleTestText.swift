import Diagnostics
import Language

/// What became of a pack's cases, in words and as JSON.
package enum RuleTestText {
    /// Lines for a terminal: what failed, what was not reached, and a summary.
    ///
    /// - Parameters:
    ///   - report: what became of the cases.
    ///   - verbose: whether to name conditions of which only one outcome was shown.
    ///   - language: a BCP 47 tag.
    /// - Returns: lines, each ending in a line feed.
    package static func text(of report: RuleTestRunner.Report, verbose: Bool, language: String) -> String {
        let say = RulesWords.table.catalogue(language)
        let translation = DiagnosticCatalogue.translation(into: say.language)
        var lines: [String] = []
        for result in report.results where !result.failures.isEmpty {
            lines.append("✗ \(result.test.file):\(result.test.line): \(result.test.name)")
            for failure in result.failures { lines.append("    \(failure.text(translation))") }
        }
        for condition in report.coverage.conditions where condition.isRule && !condition.held {
            lines.append("○ " + say("{1}: no case reaches it", Self.name(condition, say)))
        }
        if verbose {
            for condition in report.coverage.halfSeen where condition.held || !condition.isRule {
                let pattern =
                    switch (condition.held, condition.failed) {
                    case (true, _): "{1}: cases show that it holds, none that it does not"
                    case (false, true): "{1}: cases show that it does not hold, none that it does"
                    case (false, false): "{1}: no case asks for it"
                    }
                lines.append("◐ " + say(pattern, Self.name(condition, say)))
            }
        }
        lines.append(summary(report, say))
        return lines.map { $0 + "\n" }.joined()
    }

    private static func summary(_ report: RuleTestRunner.Report, _ say: Catalogue) -> String {
        let total = report.results.count
        let passed = total - report.results.count { !$0.failures.isEmpty }
        func ratio(_ part: Int, _ whole: Int) -> String {
            say("{1} of {2}", say.language.number(part), say.language.number(whole))
        }
        let conditions = report.coverage.conditions.count
        let parts = [
            say("cases passed: {1}", ratio(passed, total)),
            say("rules reached: {1}", ratio(report.ruleCount - report.unreached.count, report.ruleCount)),
            say("conditions seen both ways: {1}", ratio(conditions - report.coverage.halfSeen.count, conditions)),
        ]
        return "\(report.passed ? "✓" : "✗") \(report.pack): \(parts.joined(separator: "; "))"
    }

    private static func name(_ condition: RuleCoverage.Condition, _ say: Catalogue) -> String {
        switch condition.kind {
        case .rule: say("the rule {1}", condition.name)
        case .check: say("the check {1}", condition.name)
        case .measure: say("the condition of the measure {1}", condition.name)
        case .applies: say("where the section {1} applies", condition.name)
        }
    }

    /// The same for a program.
    package static func json(of reports: [RuleTestRunner.Report]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array(reports, linewise: true) { writer, report in
            writer.object { writer in
                writer.string("pack", report.pack)
                writer.flag("passed", report.passed)
                writer.integer("rules", report.ruleCount)
                writer.array("unreached", report.unreached) { $0.string($1) }
                writer.array("cases", report.results) { writer, result in
                    writer.object { writer in
                        writer.string("name", result.test.name)
                        writer.string("file", result.test.file)
                        writer.integer("line", result.test.line)
                        writer.array("reached", result.reached) { $0.string($1) }
                        writer.array("failures", result.failures) { $0.string($1.description) }
                    }
                }
                writer.array("conditions", report.coverage.conditions) { writer, condition in
                    writer.object { writer in
                        writer.string("name", condition.name)
                        writer.string("kind", condition.kind.rawValue)
                        writer.flag("held", condition.held)
                        writer.flag("failed", condition.failed || condition.isLastResort)
                    }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }
}
