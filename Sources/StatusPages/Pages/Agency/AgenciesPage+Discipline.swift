import ActionPlan
import Language
import Rules

extension AgenciesPage {
    /// How agencies reported: a table for each calendar, with a line for each agency and a column for each of the last
    /// periods whose due day is over.
    static func discipline(_ context: PageContext) -> [Table] {
        let counts = counts(context)
        return context.plan.calendars.compactMap { calendar in
            guard let found = counts[calendar.id] else { return nil }
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

    private struct Count {
        var onTime = 0
        var late = 0
        var missing = 0
    }

    private static func pieces(_ count: Count?, _ words: Catalogue) -> [[Inline]] {
        guard let count else { return [] }
        let parts: [(Int, Inline.TagKind, String)] = [
            (count.onTime, .good, words("On time")), (count.late, .warning, words("Late")),
            (count.missing, .error, words("Missing")),
        ]
        return parts.filter { $0.0 > 0 }.map { [.tag("\($0.2): \(words.language.number($0.0))", kind: $0.1)] }
    }

    /// Numbers of reports by calendar, agency and period.
    private static func counts(_ context: PageContext) -> [String: [AgencyID: [PeriodID: Count]]] {
        var counts: [String: [AgencyID: [PeriodID: Count]]] = [:]
        func add(_ item: ItemID, _ calendar: String?, _ periods: [PeriodAssessment]) {
            guard let calendar else { return }
            let expected = context.site.plan.expectedReporters(of: item)
            for period in periods where period.period.due < context.site.asOf {
                for part in period.reports where expected.contains(part.agency) {
                    let isReceived = part.receivedOn != nil
                    guard isReceived || part.state == .overdue else { continue }
                    var count = counts[calendar]?[part.agency]?[period.period.id] ?? Count()
                    if !isReceived {
                        count.missing += 1
                    } else if part.daysLate > 0 {
                        count.late += 1
                    } else {
                        count.onTime += 1
                    }
                    counts[calendar, default: [:]][part.agency, default: [:]][period.period.id] = count
                }
            }
        }
        for activity in context.plan.activities {
            add(activity.id, activity.calendar, context.site.activity(activity.id)?.periods ?? [])
        }
        for indicator in context.plan.indicators {
            add(indicator.id, indicator.calendar, context.site.indicator(indicator.id)?.periods ?? [])
        }
        return counts
    }
}
