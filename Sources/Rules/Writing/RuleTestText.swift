import Diagnostics

/// What became of a pack's cases, in words and as JSON.
package enum RuleTestText {
    /// Lines for a terminal: what failed, what was not reached, and a summary.
    ///
    /// - Parameters:
    ///   - report: what became of the cases.
    ///   - verbose: whether to name conditions of which only one outcome was shown.
    /// - Returns: lines, each ending in a line feed.
    package static func text(of report: RuleTestRunner.Report, verbose: Bool) -> String {
        var lines: [String] = []
        for result in report.results where !result.failures.isEmpty {
            lines.append("✗ \(result.test.file):\(result.test.line): \(result.test.name)")
            for failure in result.failures { lines.append("    \(failure)") }
        }
        for rule in report.unreached { lines.append("○ \(rule): no case has reached it") }
        if verbose {
            for condition in report.coverage.halfSeen where !report.unreached.contains(condition.name) {
                let outcome = condition.held ? "to hold, none not to hold" : "not to hold, none to hold"
                lines.append("◐ \(condition.name) (\(condition.kind.rawValue)): cases show it \(outcome)")
            }
        }
        let failed = report.results.count { !$0.failures.isEmpty }
        let total = report.coverage.conditions.count
        lines.append(
            "\(failed == 0 ? "✓" : "✗") \(report.pack): \(report.results.count - failed) of \(report.results.count) "
                + "cases pass, \(report.ruleCount - report.unreached.count) of \(report.ruleCount) rules reached, "
                + "both outcomes of \(total - report.coverage.halfSeen.count) of \(total) conditions"
        )
        return lines.map { $0 + "\n" }.joined()
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
