import ActionPlan
import Language

/// An assessment as plain text for a terminal.
package enum AssessmentText {
    /// Where the plan stands: the whole, its objectives, reports that are late, agencies that have to act.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - language: a BCP 47 tag.
    ///   - width: how many characters a line may have.
    /// - Returns: lines, each ending in a line feed.
    package static func overview(_ assessment: Assessment, language: String, width: Int = 100) -> String {
        let words = AssessmentWords(assessment, language)
        let blocks = [
            heading(words, width), objectives(words, width), reports(words, width), agencies(words, width),
            findings(words),
        ]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private static func heading(_ words: AssessmentWords, _ width: Int) -> [String] {
        let assessment = words.assessment
        let plan = assessment.plan.plan
        var lines = TerminalTable.wrap(words.text(plan.title), width: width)
        let known = words.writing.shortDate(assessment.knownAt.day(at: plan.utcOffset))
        lines.append(
            words.say("As of {1}; reports known up to {2}.", words.writing.shortDate(assessment.asOf), known)
        )
        if assessment.edition == .public { lines.append(words.say("Public edition: small counts are withheld.")) }
        if assessment.overall.isIllustrative { lines.append("! " + words.say("Rests in part on illustrative data.")) }
        let packs = assessment.packs.map { "\($0.pack.id) \($0.pack.version)" }
        lines.append(words.say("Judged by {1}.", words.writing.list(packs)))
        guard let verdict = assessment.overall.verdicts.headline else { return lines }
        lines.append("")
        lines.append("\(words.say("The plan as a whole")): \(words.status(verdict.status))")
        lines += TerminalTable.wrap(words.sentence(verdict.because), width: width, indent: "  ")
        if let range = words.range(verdict.bounds, verdict.status) {
            lines += TerminalTable.wrap(range, width: width, indent: "  ")
        }
        return lines
    }

    private static func objectives(_ words: AssessmentWords, _ width: Int) -> [String] {
        var table = TerminalTable([
            .init(title: ""), .init(title: words.say("Objective"), isElastic: true), .init(title: words.say("Status")),
            .init(title: words.say("Judged"), isNumber: true), .init(title: words.say("Below it")),
        ])
        for objective in words.assessment.objectives {
            let item = words.assessment.plan.objective(objective.id)
            let depth = words.assessment.plan.ancestors(of: objective.id).count
            table.add(
                String(repeating: " ", count: depth) + (item?.code ?? objective.id.rawValue),
                words.text(item?.title),
                objective.verdicts.headline.map { words.status($0.status) } ?? words.say("not judged"),
                words.percent(objective.tally.coverage),
                words.shortDistribution(objective.tally)
            )
        }
        return table.rows.isEmpty ? [] : table.lines(width: width) + ["", words.legend]
    }

    private static func reports(_ words: AssessmentWords, _ width: Int) -> [String] {
        let counts = words.assessment.overall.reports
        guard counts.expected + counts.due > 0 else { return [] }
        func number(_ value: Int) -> String { words.writing.number(value) }
        let sentence = words.say(
            "{1} expected by now: {2} in time, {3} late, {4} overdue, {5} may still come in time.",
            number(counts.expected),
            number(counts.onTime),
            number(counts.late),
            number(counts.overdue),
            number(counts.due)
        )
        return [words.say("Reports")] + TerminalTable.wrap(sentence, width: width, indent: "  ")
    }

    private static func agencies(_ words: AssessmentWords, _ width: Int) -> [String] {
        var table = TerminalTable([
            .init(title: words.say("Agency"), isElastic: true), .init(title: words.say("overdue"), isNumber: true),
            .init(title: words.say("returned"), isNumber: true), .init(title: words.say("due"), isNumber: true),
            .init(title: words.say("Oldest")),
        ])
        var expectsAny = false
        for agency in words.assessment.agencies {
            expectsAny = expectsAny || agency.reports.expected + agency.reports.due > 0
            guard let oldest = agency.owed.first else { continue }
            func count(_ reason: OwedReport.Reason) -> String {
                let number = agency.owed.count { $0.reason == reason }
                return number > 0 ? words.writing.number(number) : ""
            }
            table.add(
                words.agency(agency.id),
                count(.overdue),
                count(.returned),
                count(.due),
                words.writing.shortDate(oldest.due)
                    + (oldest.daysLate > 0 ? " (\(words.days(oldest.daysLate)))" : "")
            )
        }
        guard expectsAny else { return [] }
        guard !table.rows.isEmpty else { return [words.say("No agency owes a report.")] }
        return [words.say("Agencies to act")] + table.lines(width: width - 2).map { "  " + $0 }
    }

    private static func findings(_ words: AssessmentWords) -> [String] {
        let forms: [(Finding.Severity, String)] = [
            (.error, "error / errors"), (.warning, "warning / warnings"), (.information, "note / notes"),
        ]
        let parts = forms.compactMap { severity, forms -> String? in
            let count = words.assessment.findings.count { $0.severity == severity }
            return count > 0 ? words.say.count(count, forms).replacing("\u{A0}", with: " ") : nil
        }
        return parts.isEmpty ? [] : ["\(words.say("Findings")): \(parts.joined(separator: ", "))"]
    }
}
