import ActionPlan
import Language
import Rules

extension AgenciesPage {
    /// How agencies reported: a table for each calendar, with a line for each agency and a column for each of the last
    /// periods whose due day is over.
    static func discipline(_ context: PageContext) -> [Table] {
        let counts = context.site.discipline
        return context.plan.calendars.compactMap { calendar in
            guard let found = counts.byCalendar[calendar.id] else { return nil }
            let periods = calendar.periods.filter { period in found.values.contains { $0[period.id] != nil } }.suffix(8)
            return Table(
                caption: calendar.title.map { context.phrase($0).text } ?? context.words.name(of: calendar.frequency),
                hidesCaption: false,
                columns: [Table.Column(context.words("Agency"))]
                    + periods.map { Table.Column(context.name(of: $0, in: calendar).text, .count) },
                rows: context.plan.agencies.compactMap { agency in
                    guard let own = found[agency.id], periods.contains(where: { own[$0.id] != nil }) else { return nil }
                    return Table.Row(
                        [Table.Cell(context.agency(agency.id))]
                            + periods.map { cell(own[$0.id], context.words) }
                    )
                }
            )
        }
    }

    /// What the signs in the cells mean.
    static func signs(_ words: Catalogue) -> [Inline] { marks(words).map { .status($0) } }

    private static func marks(_ words: Catalogue) -> [StatusMark] {
        [
            StatusMark(title: Phrase(words("On time")), color: .green, symbol: .check),
            StatusMark(title: Phrase(words("Late")), color: .amber, symbol: .clock),
            StatusMark(title: Phrase(words("Missing")), color: .red, symbol: .cross),
        ]
    }

    /// How many reports were on time, late and missing, on a ground that shows the worst of it.
    private static func cell(_ count: ReportingDiscipline.Count?, _ words: Catalogue) -> Table.Cell {
        guard let count else { return Table.Cell(lines: []) }
        let shares = zip(marks(words), [count.onTime, count.late, count.missing])
            .filter { $0.1 > 0 }
            .map { mark, number in
                Distribution.Share(mark: mark, count: number, countText: words.language.number(number), percent: "")
            }
        let total = count.onTime + count.late + count.missing
        var cell = Table.Cell(.counts(Distribution(title: "", shares: shares, total: total, coverage: "")))
        cell.tone = count.missing > 0 ? .error : count.late > 0 ? .warning : .good
        return cell
    }
}
