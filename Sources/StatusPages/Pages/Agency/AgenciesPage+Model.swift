import ActionPlan
import Language
import Rules

/// All agencies: how they report, and how the items stand that they lead.
struct AgenciesPage: Sendable {
    var frame: Frame
    var title: Phrase
    var table: Table?

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Agencies"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        let rows = context.assessment.agencies.map { Self.row($0, context) }
        table =
            rows.isEmpty
            ? nil
            : Table(
                caption: title.text,
                columns: [
                    Table.Column(words("Agency")), Table.Column(words("Reporting")),
                    Table.Column(words("On time"), isNumeric: true), Table.Column(words("Overdue"), isNumeric: true),
                    Table.Column(words("Returned to it"), isNumeric: true),
                    Table.Column(words("Items it leads or reports on")),
                ],
                rows: rows
            )
    }

    private static func row(_ assessment: AgencyAssessment, _ context: PageContext) -> Table.Row {
        let counts = assessment.reports
        let agency = context.site.plan.agency(assessment.id)
        let isIllustrative = agency?.provenance.isIllustrative ?? false
        let returned = assessment.owed.filter { $0.reason == .returned }.count
        return Table.Row([
            Table.Cell(
                lines: [
                    [context.agency(assessment.id, short: false)]
                        + (isIllustrative ? [.illustrative(context.words("Illustrative"))] : []),
                    (agency?.shortTitle).map { [.note(context.phrase($0).text)] } ?? [],
                ]
            ),
            Table.Cell(
                line: assessment.verdicts.headline.map { [.status(context.mark($0.status))] }
                    ?? [.note(context.words("Not judged"))]
            ),
            Table.Cell(
                lines: counts.expected > 0
                    ? [
                        [.text(context.writing.percent(Double(counts.onTime) / Double(counts.expected)))],
                        [
                            .note(
                                context.words(
                                    "{1} of {2}",
                                    context.writing.number(counts.onTime),
                                    context.writing.number(counts.expected)
                                )
                            )
                        ],
                    ] : []
            ),
            Table.Cell(.text(context.writing.number(counts.overdue))),
            Table.Cell(.text(context.writing.number(returned))),
            Table.Cell(
                line: assessment.tally.total > 0 ? [.shares(context.distribution(assessment.tally, title: ""))] : []
            ),
        ])
    }
}
