import ActionPlan
import Language
import Markup
import Rules

extension PageContext {
    /// What a person should look at, as a table.
    func findingTable(_ findings: some Sequence<Finding>, withItem: Bool) -> Table? {
        let rows = findings.map { finding -> Table.Row in
            var cells = [
                Table.Cell(line: [.tag(words.name(of: finding.severity), kind: kind(finding.severity))]),
                Table.Cell(lines: [[.phrase(phrase(finding.sentence))], [.note(words.name(of: finding.kind))]]),
            ]
            if withItem {
                cells.append(Table.Cell(line: site.plan.reference(finding.item).map { heading($0) } ?? []))
            }
            cells.append(Table.Cell(line: finding.period.map { [.phrase(name(of: $0, for: finding.item))] } ?? []))
            cells.append(Table.Cell(line: finding.agency.map { [agency($0)] } ?? []))
            return Table.Row(cells)
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: words("Findings"),
            columns: [Table.Column(words("Severity")), Table.Column(words("What is the matter"), .words)]
                + (withItem ? [Table.Column(words("Item"))] : [])
                + [Table.Column(words("Period"), .period), Table.Column(words("Agency"), .name)],
            rows: rows
        )
    }

    private func kind(_ severity: Finding.Severity) -> Inline.TagKind {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .information: .information
        }
    }
}
