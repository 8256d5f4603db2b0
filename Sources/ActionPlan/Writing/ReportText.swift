import YAML

/// Reports as the text of a report file, which reads again as the same reports.
package struct ReportText: Sendable {
    private let plan: Plan
    private let agency: AgencyID
    private let entries: [ReportEntry]

    /// - Parameters:
    ///   - plan: the plan that they are about.
    ///   - agency: whose they all are.
    ///   - entries: the reports; those of other agencies are left out.
    package init(_ plan: Plan, agency: AgencyID, _ entries: [ReportEntry]) {
        self.plan = plan
        self.agency = agency
        self.entries = entries.filter { $0.key.agency == agency }
    }

    /// The text.
    package var text: String {
        let body = YAMLText.map([
            ("format", .text(FileFormat.reports.rawValue)), ("plan", .text(plan.id)),
            ("agency", .text(agency.rawValue)), ("reports", .list(entries.map(report))),
        ])
        return "# yaml-language-server: $schema=../../../docs/schemas/reports.schema.json\n" + body.document
    }

    private func report(_ entry: ReportEntry) -> YAMLText {
        let content = entry.content
        let start: [YAMLText.Entry] = [
            ("item", .text(entry.key.item.rawValue)), ("period", .text(entry.key.period.rawValue)),
        ]
        let end: [YAMLText.Entry] = [
            ("cells", content.cells.isEmpty ? nil : .list(content.cells.map(cell))),
            ("comment", content.comment.map(text)), ("variation", content.variation.map { .text($0) }),
            ("claim", content.claim.map { .text($0.rawValue) }),
            ("evidence", content.evidence.isEmpty ? nil : .list(content.evidence.map(evidence))),
            ("submitted", entry.submitted.map { .text($0.description) }),
            ("provenance", provenance(content.provenance)),
        ]
        return .map(start + body(content.body) + end)
    }

    private func body(_ body: ReportContent.Body) -> [YAMLText.Entry] {
        switch body {
        case .nilReport: [("nil", .boolean(true))]
        case .notApplicable(let reason): [("not-applicable", text(reason))]
        case .value(let value): self.value(value)
        }
    }

    private func value(_ value: ReportedValue) -> [YAMLText.Entry] {
        switch value {
        case .number(let number): [("value", .number(number))]
        case .ratio(let numerator, let denominator):
            [("numerator", .number(numerator)), ("denominator", .number(denominator))]
        case .category(let id), .level(let id): [("value", .text(id))]
        case .text(let text): [("value", self.text(text))]
        case .milestone(let isAchieved, let day):
            [("achieved", .boolean(isAchieved)), ("on", day.map { .text($0.description) })]
        case .implementation(let status): [("implementation", .text(status.rawValue))]
        }
    }

    private func cell(_ cell: ReportContent.Cell) -> YAMLText {
        .map(cell.categories.map { ($0.dimension, .text($0.category)) } + [("value", .number(cell.value))])
    }

    private func evidence(_ evidence: Evidence) -> YAMLText {
        .map([
            ("title", text(evidence.title)), ("url", evidence.url.map { .text($0) }),
            ("sha256", evidence.sha256.map { .text($0) }), ("date", evidence.date.map { .text($0.description) }),
        ])
    }

    private func text(_ text: LocalizedText) -> YAMLText { .map(text.entries.map { ($0.language, .text($0.text)) }) }

    private func provenance(_ provenance: Provenance) -> YAMLText? {
        switch provenance {
        case .documented(let source, let note):
            .map([("kind", .text("documented")), ("source", .text(source)), ("note", note.map(text))])
        case .illustrative(let note): .map([("kind", .text("illustrative")), ("note", note.map(text))])
        case .stated: nil
        }
    }
}
