import ActionPlan
import Language
import Rules

extension AgenciesPage {
    /// How agencies reported for each period: a line for each agency, a column for each period that has ended; nil where
    /// nothing was due.
    static func discipline(_ context: PageContext) -> Table? {
        let words = context.words
        let cells = counts(context)
        let periods = cells.periods
        guard !periods.isEmpty else { return nil }
        let shown = periods.suffix(12)
        return Table(
            caption: words("Reports by period"),
            columns: [Table.Column(words("Agency"))] + shown.map { Table.Column($0.name) },
            rows: context.assessment.agencies
                .filter { agency in shown.contains { cells.counts[agency.id]?[$0.key] != nil } }
                .map { agency in
                    Table.Row(
                        [Table.Cell(context.agency(agency.id))]
                            + shown.map { period in
                                Table.Cell(line: pieces(cells.counts[agency.id]?[period.key], words))
                            }
                    )
                }
        )
    }

    private struct Period: Hashable {
        var key: String
        var name: String
        var end: Day
    }

    private struct Tallied {
        var onTime = 0
        var late = 0
        var missing = 0
    }

    private static func pieces(_ count: Tallied?, _ words: Catalogue) -> [Inline] {
        guard let count else { return [] }
        let parts: [(Int, Inline.TagKind, String)] = [
            (count.onTime, .good, words("On time")), (count.late, .warning, words("Late")),
            (count.missing, .error, words("Missing")),
        ]
        return parts.filter { $0.0 > 0 }.map { .tag("\($0.2) \(words.language.number($0.0))", kind: $0.1) }
    }

    private static func counts(_ context: PageContext) -> (periods: [Period], counts: [AgencyID: [String: Tallied]]) {
        let asOf = context.assessment.asOf
        var periods: Set<Period> = []
        var counts: [AgencyID: [String: Tallied]] = [:]
        func add(_ item: ItemID, _ assessments: [PeriodAssessment]) {
            let expected = context.site.plan.expectedReporters(of: item)
            for period in assessments where period.period.due < asOf {
                let key = period.period.id.rawValue
                for part in period.reports where expected.contains(part.agency) {
                    var count = counts[part.agency, default: [:]][key] ?? Tallied()
                    if part.receivedOn == nil {
                        guard part.state == .overdue else { continue }
                        count.missing += 1
                    } else if part.daysLate > 0 {
                        count.late += 1
                    } else {
                        count.onTime += 1
                    }
                    counts[part.agency, default: [:]][key] = count
                    let name = context.shortName(of: period.period, for: item)
                    periods.insert(Period(key: key, name: name, end: period.period.days.end))
                }
            }
        }
        for item in context.assessment.activities { add(item.id, item.periods) }
        for item in context.assessment.indicators { add(item.id, item.periods) }
        var seen: Set<String> = []
        let ordered = periods.sorted { ($0.end, $0.key, $0.name) < ($1.end, $1.key, $1.name) }
            .filter { seen.insert($0.key).inserted }
        return (ordered, counts)
    }
}
