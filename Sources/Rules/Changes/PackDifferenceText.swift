import ActionPlan
import Language

/// The difference between two packs as plain text for a terminal.
package enum PackDifferenceText {
    /// Each verdict that would change with the reason before and after, then how many do not.
    ///
    /// - Parameters:
    ///   - difference: the difference.
    ///   - assessment: an assessment, which names the items.
    ///   - language: a BCP 47 tag.
    ///   - width: how many characters a line may have.
    /// - Returns: lines, each ending in a line feed.
    package static func text(
        of difference: PackDifference,
        in assessment: Assessment,
        language: String,
        width: Int = 100
    ) -> String {
        let words = AssessmentWords(assessment, language)
        var lines: [String] = []
        for item in difference.items {
            let name =
                switch item.subject {
                case .item(let reference): words.item(reference.id)
                case .agency(let id): words.agency(id)
                case .plan: words.say("The plan as a whole")
                }
            lines += TerminalTable.wrap(name, width: width)
            for (sign, verdict, status) in [
                ("−", item.before, item.statusBefore), ("+", item.after, item.statusAfter),
            ] {
                guard let verdict else {
                    lines.append("  \(sign) \(words.say("no status"))")
                    continue
                }
                let title = status.map(words.status) ?? verdict.status.rawValue
                lines += TerminalTable.wrap(
                    "\(sign) \(title) (\(verdict.rule)): \(words.sentence(verdict.because))",
                    width: width,
                    indent: "  "
                )
            }
            lines.append("")
        }
        let changed = difference.items.count(where: \.changesStatus)
        lines.append(
            words.say(
                "{1} of {2} verdicts change, {3} have another reason; findings {4} → {5}.",
                words.writing.number(changed),
                words.writing.number(difference.verdictCount),
                words.writing.number(difference.items.count - changed),
                words.writing.number(difference.findings.before),
                words.writing.number(difference.findings.after)
            )
        )
        return lines.map { $0 + "\n" }.joined()
    }
}
