import ActionPlan
package import Rules

/// An assessment as tables: what spreadsheet programs can open.
///
/// Identifiers, not names, say what belongs together; texts stand in a column for each language of the plan. A figure that
/// is not there is an empty cell with its state beside it, never 0. Numbers have a decimal comma, as programs expect it
/// in files whose cells are divided by semicolons.
package struct AssessmentTables: Sendable {
    private let assessment: Assessment
    private var languages: [String] { assessment.plan.plan.languages }

    package init(_ assessment: Assessment) { self.assessment = assessment }

    /// Objectives, activities and indicators with their status and how many reports came.
    package var items: [UInt8] {
        var writer = CSVWriter()
        writer.row(
            [
                "kind", "id", "code", "parent", "lead", "status", "pack", "rule", "best", "worst", "reports_expected",
                "reports_received", "reports_on_time", "reports_overdue", "illustrative",
            ] + columns("title")
        )
        let plan = assessment.plan
        for item in assessment.objectives {
            guard let known = plan.objective(item.id) else { continue }
            let start = ["objective", item.id.rawValue, known.code ?? "", known.parent?.rawValue ?? ""]
            writer.row(start + rest(known.lead, item.verdicts, item.reports, item.isIllustrative) + texts(known.title))
        }
        for item in assessment.activities {
            guard let known = plan.activity(item.id) else { continue }
            let start = ["activity", item.id.rawValue, known.code ?? "", known.parent.rawValue]
            writer.row(start + rest(known.lead, item.verdicts, item.reports, item.isIllustrative) + texts(known.title))
        }
        for item in assessment.indicators {
            guard let known = plan.indicator(item.id) else { continue }
            let start = ["indicator", item.id.rawValue, known.code ?? "", known.parent.rawValue]
            writer.row(start + rest(known.lead, item.verdicts, item.reports, item.isIllustrative) + texts(known.title))
        }
        return writer.bytes
    }

    private func rest(
        _ lead: AgencyID?,
        _ verdicts: ItemVerdicts,
        _ reports: ReportCounts,
        _ isIllustrative: Bool
    ) -> [String] {
        let verdict = verdicts.headline
        return [
            lead?.rawValue ?? "", verdict?.status.rawValue ?? "", verdict?.pack ?? "", verdict?.rule ?? "",
            verdict?.bounds?.best.rawValue ?? "", verdict?.bounds?.worst.rawValue ?? "", String(reports.expected),
            String(reports.received), String(reports.onTime), String(reports.overdue), isIllustrative ? "yes" : "no",
        ]
    }

    /// What every pack says about every item, in words.
    package var verdicts: [UInt8] {
        var writer = CSVWriter()
        writer.row(["item", "pack", "rule", "status"] + columns("because"))
        let all =
            assessment.objectives.map { ($0.id, $0.verdicts) } + assessment.activities.map { ($0.id, $0.verdicts) }
            + assessment.indicators.map { ($0.id, $0.verdicts) }
        for (id, verdicts) in all {
            for verdict in verdicts.all {
                writer.row([id.rawValue, verdict.pack, verdict.rule, verdict.status.rawValue] + texts(verdict.because))
            }
        }
        return writer.bytes
    }

    /// What a person should look at.
    package var findings: [UInt8] {
        var writer = CSVWriter()
        writer.row(["severity", "kind", "item", "period", "agency"] + columns("sentence"))
        for finding in assessment.findings {
            let kind =
                switch finding.kind {
                case .check(let pack, let id): "check \(pack)/\(id)"
                case .claimDiffers: "claim-differs"
                case .reviewDiffers: "review-differs"
                case .doubleCounting: "double-counting"
                case .ruleFailed(let pack, let rule): "rule-failed \(pack)/\(rule)"
                }
            writer.row(
                [
                    finding.severity.rawValue, kind, finding.item.rawValue, finding.period?.rawValue ?? "",
                    finding.agency?.rawValue ?? "",
                ] + texts(finding.sentence)
            )
        }
        return writer.bytes
    }

    private func columns(_ name: String) -> [String] { languages.map { "\(name)_\($0)" } }
    private func texts(_ text: LocalizedText) -> [String] {
        languages.map { language in
            let best = text.best(for: language)
            return best.language == language || best.language.isEmpty ? best.text : ""
        }
    }
    private func texts(_ sentence: Sentence) -> [String] { languages.map { sentence.best(for: $0).text } }
}

extension AssessmentTables {
    /// The figures of indicators period by period, then their breakdown; a figure that is not there has its state.
    package var figures: [UInt8] {
        var writer = CSVWriter()
        writer.row([
            "item", "period", "start", "end", "breakdown", "state", "value", "numerator", "denominator", "word",
            "target",
            "expected", "illustrative",
        ])
        for indicator in assessment.indicators {
            for period in indicator.periods { write(period, of: indicator.id, into: &writer) }
        }
        return writer.bytes
    }

    private func write(_ period: PeriodAssessment, of item: ItemID, into writer: inout CSVWriter) {
        let days = period.period.days
        let start = [item.rawValue, period.period.id.rawValue, days.start.description, days.end.description]
        let mark = period.isIllustrative ? "yes" : "no"
        var target = ""
        switch period.target {
        case .number(let number): target = Self.text(number)
        case .level(let id): target = id
        case nil: break
        }
        let isShown = period.state == .value || period.state == .zero
        writer.row(
            start + ["", period.state.rawValue] + (isShown ? Self.value(period) : ["", "", "", ""])
                + [target, period.expected.map(Self.text) ?? "", mark]
        )
        guard period.state != .withheld else { return }
        func breakdown(_ categories: [ReportContent.CellCategory]) -> String {
            categories.map { "\($0.dimension)=\($0.category)" }.joined(separator: " ")
        }
        for cell in period.cells {
            let state: ValueState = cell.value == 0 ? .zero : .value
            writer.row(
                start + [breakdown(cell.categories), state.rawValue, Self.text(cell.value), "", "", "", "", "", mark]
            )
        }
        for categories in period.withheldCells {
            writer.row(
                start + [breakdown(categories), ValueState.withheld.rawValue, "", "", "", "", "", "", mark]
            )
        }
    }

    /// The number, the parts of a share, and the word of a period.
    private static func value(_ period: PeriodAssessment) -> [String] {
        let number = period.actual.map(text) ?? ""
        switch period.value {
        case .number, nil: return [number, "", "", ""]
        case .ratio(let numerator, let denominator): return [number, text(numerator), text(denominator), ""]
        case .category(let id), .level(let id): return [number, "", "", id]
        case .text(let text): return [number, "", "", text.entries.first?.text ?? ""]
        case .milestone(let isAchieved, let day):
            return [number, "", "", isAchieved ? "achieved" + (day.map { " \($0)" } ?? "") : "not-achieved"]
        case .implementation(let status): return [number, "", "", status.rawValue]
        }
    }

    /// A number with a decimal comma and as many digits as tell it from every other.
    private static func text(_ number: Double) -> String {
        guard number.isFinite else { return "" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return number.description.replacing(".", with: ",")
    }
}
