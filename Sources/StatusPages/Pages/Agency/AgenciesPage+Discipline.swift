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
                    + periods.map { Table.Column(context.name(of: $0, in: calendar).text) },
                rows: context.plan.agencies.compactMap { agency in
                    guard let own = found[agency.id], periods.contains(where: { own[$0.id] != nil }) else { return nil }
                    return Table.Row(
                        [Table.Cell(context.agency(agency.id))]
                            + periods.map { Table.Cell(lines: pieces(own[$0.id], context.words)) }
                    )
                }
            )
        }
    }

    private static func pieces(_ count: ReportingDiscipline.Count?, _ words: Catalogue) -> [[Inline]] {
        guard let count else { return [] }
        let parts: [(Int, Inline.TagKind, String)] = [
            (count.onTime, .good, words("On time")), (count.late, .warning, words("Late")),
            (count.missing, .error, words("Missing")),
        ]
        return parts.filter { $0.0 > 0 }.map { [.tag("\($0.2): \(words.language.number($0.0))", kind: $0.1)] }
    }
}
