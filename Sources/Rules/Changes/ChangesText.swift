import ActionPlan
import Language

/// What changed between two assessments, as plain text for a terminal.
package enum ChangesText {
    /// What stands better, worse or otherwise, why, and what came of reports.
    ///
    /// - Parameters:
    ///   - changes: the changes.
    ///   - assessment: the later assessment, which names the items.
    ///   - language: a BCP 47 tag.
    ///   - width: how many characters a line may have.
    /// - Returns: lines, each ending in a line feed.
    package static func text(
        of changes: Changes,
        in assessment: Assessment,
        language: String,
        width: Int = 100
    ) -> String {
        let words = AssessmentWords(assessment, language)
        let writer = ChangesWriter(words: words, width: width)
        return writer.blocks(changes).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// The causes of a change in a few words: `2 reports`, `time`.
    package static func causes(
        of change: StatusChange,
        in assessment: Assessment,
        language: String
    ) -> String {
        ChangesWriter(words: AssessmentWords(assessment, language), width: 0).causes(change)
    }
}

/// Writes changes.
private struct ChangesWriter {
    let words: AssessmentWords
    let width: Int

    func blocks(_ changes: Changes) -> [[String]] {
        let period = words.say(
            "From {1} to {2}",
            words.writing.shortDate(changes.from),
            words.writing.shortDate(changes.to)
        )
        guard !changes.isEmpty else { return [[period], [words.say("Nothing changed.")]] }
        var blocks = [[period]]
        if let overall = changes.overall {
            blocks.append(["\(words.say("The plan as a whole")): \(arrow(overall))"] + reasons(overall))
        }
        for (title, trend) in [("Worse", StatusChange.Trend.worse), ("Better", .better), ("Otherwise", .other)] {
            let items = changes.items.filter { $0.change.trend == trend }
            guard !items.isEmpty else { continue }
            blocks.append(
                [words.say(title)]
                    + items.flatMap { item in
                        TerminalTable.wrap(words.item(item.item.id), width: width, indent: "  ")
                            + ["    \(arrow(item.change))"] + reasons(item.change)
                    }
            )
        }
        let reports = reports(changes.reports)
        if !reports.isEmpty { blocks.append([words.say("Reports")] + reports) }
        return blocks
    }

    private func arrow(_ change: StatusChange) -> String {
        let none = words.say("no status")
        return "\(change.before.map(words.status) ?? none) → \(change.after.map(words.status) ?? none)"
    }

    private func reasons(_ change: StatusChange) -> [String] {
        let because =
            change.because.map { TerminalTable.wrap(words.sentence($0), width: width, indent: "      ") } ?? []
        return because
            + TerminalTable.wrap(words.say("because of: {1}", causes(change)), width: width, indent: "      ")
    }

    func causes(_ change: StatusChange) -> String {
        let causes = change.causes.map { cause in
            switch cause {
            case .reports(let keys):
                words.say.count(keys.count, "report / reports").replacing("\u{A0}", with: " ")
            case .plan: words.say("the plan's text")
            case .rules(let packs): words.say("the rules ({1})", packs.joined(separator: ", "))
            case .time: words.say("time")
            }
        }
        return words.writing.list(causes)
    }

    private func reports(_ changes: ReportChanges) -> [String] {
        let kinds = [
            ("received", changes.received), ("corrected", changes.corrected), ("returned", changes.returned),
            ("verified", changes.verified), ("newly overdue", changes.becameOverdue),
        ]
        return kinds.filter { !$0.1.isEmpty }.map { "  \(words.say($0.0)): \(words.writing.number($0.1.count))" }
    }
}
