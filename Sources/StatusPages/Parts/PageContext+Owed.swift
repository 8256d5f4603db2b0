import ActionPlan
import Language
import Rules

extension PageContext {
    /// A table of reports that are owed.
    func owedTable(_ owed: some Sequence<OwedReport>, withAgency: Bool, caption: String) -> Table {
        Table(
            caption: caption,
            columns: [Table.Column(words("Item")), Table.Column(words("Period"), .period)]
                + (withAgency ? [Table.Column(words("Agency"), .name)] : [])
                + [Table.Column(words("Due on"), .date), Table.Column(words("How it stands"), .change)],
            rows: owed.map { report in
                var cells = [
                    Table.Cell(line: site.plan.reference(report.key.item).map { heading($0) } ?? []),
                    Table.Cell(.phrase(name(of: report.key.period, for: report.key.item))),
                ]
                if withAgency { cells.append(Table.Cell(agency(report.key.agency))) }
                cells.append(Table.Cell(day(report.due)))
                cells.append(Table.Cell(line: standing(of: report)))
                return Table.Row(cells)
            }
        )
    }

    private func standing(of report: OwedReport) -> [Inline] {
        switch report.reason {
        case .overdue: [.figure(Figure(.overdue, Phrase(words("Overdue")), detail: daysLate(report.daysLate)))]
        case .due:
            [
                .figure(
                    Figure(
                        .due,
                        Phrase(words("Due")),
                        detail: report.daysLate > 0
                            ? words("within the days of grace")
                            : words("{1} left", words.count(-report.daysLate, "day / days"))
                    )
                )
            ]
        case .returned: [.tag(words("Returned, to be sent again"), kind: .warning)]
        }
    }

    /// Links to the pages of a long list; nil where there is only one.
    func pager(_ count: Int, current: Int, address: (Int) -> PageAddress) -> [Inline]? {
        guard count > 1 else { return nil }
        return [.text(words("Page"))]
            + (1...count)
            .map { number in
                number == current
                    ? .strong(Phrase(writing.number(number)))
                    : .link(Phrase(writing.number(number)), link(address(number)))
            }
    }
}
