import ActionPlan
package import Rules

/// An assessment as tables: what spreadsheet programs can open, and other programs can read.
///
/// Identifiers, not names, say what belongs together; texts stand in a column for each language of the plan. A figure that
/// is not there is an empty cell with its state beside it, never 0.
package struct AssessmentTables: Sendable {
    let assessment: Assessment
    var languages: [String] { assessment.plan.plan.languages }

    package init(_ assessment: Assessment) { self.assessment = assessment }

    /// Objectives, activities and indicators with their status and how many reports came.
    package var items: DataTable {
        var table = DataTable(
            name: "items",
            title: "Objectives, activities and indicators with their status",
            columns: [
                .init("kind", .text, "#item+type", "objective, activity or indicator"),
                .init("id", .text, "#item+code", "How the item is called in all tables", .key),
                .init("code", .text, "#item+code+printed", "Its number in the printed plan"),
                .init("parent", .text, "#item+code+parent", "The item that it is part of", .names("items")),
                .init("lead", .text, "#org+code", "The agency that answers for it", .names("agencies")),
                .init("status", .text, "#status+code", "Its status as it is shown first"),
                .init("pack", .text, "#meta+pack", "The rule pack that gave the status"),
                .init("rule", .text, "#meta+rule", "The rule of the pack that gave the status"),
                .init("best", .text, "#status+best", "The best status that missing reports still allow"),
                .init("worst", .text, "#status+worst", "The worst status that missing reports still allow"),
                .init("reports_expected", .integer, "#meta+reports+expected", "Reports whose due day is over"),
                .init("reports_received", .integer, "#meta+reports+received", "Of these, received"),
                .init("reports_on_time", .integer, "#meta+reports+on_time", "Of these, received in time"),
                .init("reports_overdue", .integer, "#meta+reports+overdue", "Not received, and no days of grace left"),
                .init("illustrative", .flag, "#meta+illustrative", "yes: made up to show how it could be"),
            ] + columns("title", "#item+name", "Its title")
        )
        let plan = assessment.plan
        for item in assessment.objectives {
            guard let known = plan.objective(item.id) else { continue }
            let start = ["objective", item.id.rawValue, known.code ?? "", known.parent?.rawValue ?? ""]
            table.rows.append(
                row(start, known.lead, item.verdicts, item.reports, item.isIllustrative, known.title)
            )
        }
        for item in assessment.activities {
            guard let known = plan.activity(item.id) else { continue }
            let start = ["activity", item.id.rawValue, known.code ?? "", known.parent.rawValue]
            table.rows.append(
                row(start, known.lead, item.verdicts, item.reports, item.isIllustrative, known.title)
            )
        }
        for item in assessment.indicators {
            guard let known = plan.indicator(item.id) else { continue }
            let start = ["indicator", item.id.rawValue, known.code ?? "", known.parent.rawValue]
            table.rows.append(
                row(start, known.lead, item.verdicts, item.reports, item.isIllustrative, known.title)
            )
        }
        return table
    }

    private func row(
        _ start: [String],
        _ lead: AgencyID?,
        _ verdicts: ItemVerdicts,
        _ reports: ReportCounts,
        _ isIllustrative: Bool,
        _ title: LocalizedText
    ) -> [DataTable.Cell] {
        let verdict = verdicts.headline
        let words = [
            lead?.rawValue, verdict?.status.rawValue, verdict?.pack, verdict?.rule, verdict?.bounds?.best.rawValue,
            verdict?.bounds?.worst.rawValue,
        ]
        let counts = [reports.expected, reports.received, reports.onTime, reports.overdue]
        return start.map { .text($0) } + words.map { DataTable.Cell($0) } + counts.map { .integer($0) }
            + [.flag(isIllustrative)] + texts(title)
    }

    /// What every pack says about every item, in words.
    package var verdicts: DataTable {
        var table = DataTable(
            name: "verdicts",
            title: "What every rule pack says about every item, in words",
            columns: [
                .init("item", .text, "#item+code", "The item", .names("items")),
                .init("pack", .text, "#meta+pack", "The rule pack"),
                .init("rule", .text, "#meta+rule", "The rule of the pack that held"),
                .init("status", .text, "#status+code", "The status that it gives"),
            ] + columns("because", "#description+because", "Why, in a sentence")
        )
        let all =
            assessment.objectives.map { ($0.id, $0.verdicts) } + assessment.activities.map { ($0.id, $0.verdicts) }
            + assessment.indicators.map { ($0.id, $0.verdicts) }
        for (id, verdicts) in all {
            for verdict in verdicts.all {
                let words = [id.rawValue, verdict.pack, verdict.rule, verdict.status.rawValue]
                table.rows.append(words.map { .text($0) } + texts(verdict.because))
            }
        }
        return table
    }

    /// What a person should look at.
    package var findings: DataTable {
        var table = DataTable(
            name: "findings",
            title: "What a person should look at",
            columns: [
                .init("severity", .text, "#severity", "error, warning or information"),
                .init("kind", .text, "#meta+kind", "What was looked for, with the check of a pack"),
                .init("item", .text, "#item+code", "The item", .names("items")),
                .init("period", .text, "#date+period", "The period, where it is about one"),
                .init("agency", .text, "#org+code", "The agency, where it is about one", .names("agencies")),
            ] + columns("sentence", "#description+finding", "What is the matter")
        )
        for finding in assessment.findings {
            let kind =
                switch finding.kind {
                case .check(let pack, let id): "check \(pack)/\(id)"
                case .claimDiffers: "claim-differs"
                case .reviewDiffers: "review-differs"
                case .doubleCounting: "double-counting"
                case .ruleFailed(let pack, let rule): "rule-failed \(pack)/\(rule)"
                }
            let words = [
                finding.severity.rawValue, kind, finding.item.rawValue, finding.period?.rawValue,
                finding.agency?.rawValue,
            ]
            table.rows.append(words.map { DataTable.Cell($0) } + texts(finding.sentence))
        }
        return table
    }

    func columns(_ name: String, _ tag: String, _ description: String) -> [DataTable.Column] {
        languages.map { .init("\(name)_\($0)", .text, "\(tag)+i_\($0)", "\(description), in the language \($0)") }
    }

    func texts(_ text: LocalizedText?) -> [DataTable.Cell] {
        languages.map { language in
            guard let best = text?.best(for: language) else { return .empty }
            return best.language == language || best.language.isEmpty ? .text(best.text) : .empty
        }
    }

    private func texts(_ sentence: Sentence) -> [DataTable.Cell] {
        languages.map { .text(sentence.best(for: $0).text) }
    }
}
