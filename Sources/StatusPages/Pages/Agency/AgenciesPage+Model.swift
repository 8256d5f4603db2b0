import ActionPlan
import Language
import Rules

/// All agencies: how they report, and how the items stand that they lead.
struct AgenciesPage: Sendable {
    var frame: Frame
    var title: Phrase
    var table: Table?
    /// How they reported, period by period.
    var discipline: [Table]

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Agencies"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        table = context.agencyTable(context.assessment.agencies)
        discipline = Self.discipline(context)
    }
}

extension PageContext {
    /// A table with a line for each agency; nil where there is none.
    func agencyTable(_ agencies: [AgencyAssessment]) -> Table? {
        guard !agencies.isEmpty else { return nil }
        return Table(
            caption: words("Agencies"),
            columns: [
                Table.Column(words("Agency")), Table.Column(words("Reporting"), .level),
                Table.Column(words("On time"), isNumeric: true), Table.Column(words("Overdue"), isNumeric: true),
                Table.Column(words("Returned to it"), isNumeric: true),
                Table.Column(words("Items it leads or reports on")),
            ],
            rows: agencies.map { row($0) }
        )
    }

    private func row(_ assessment: AgencyAssessment) -> Table.Row {
        let counts = assessment.reports
        let agency = site.plan.agency(assessment.id)
        let isIllustrative = agency?.provenance.isIllustrative ?? false
        // What was returned and is awaited again stands in a column of its own.
        let overdue = assessment.owed.count { $0.reason == .overdue }
        let returned = assessment.owed.count { $0.reason == .returned }
        return Table.Row([
            Table.Cell(
                lines: [
                    [self.agency(assessment.id, short: false)]
                        + (isIllustrative ? [.illustrative(words("Illustrative"))] : []),
                    (agency?.shortTitle).map(phrase)
                        .flatMap { $0.text == agency.map { phrase($0.title).text } ? nil : [.note($0.text)] } ?? [],
                ]
            ),
            Table.Cell(
                line: assessment.verdicts.headline.map { [.status(mark($0.status))] }
                    ?? [.note(words("Not judged"))]
            ),
            Table.Cell(
                lines: counts.expected > 0
                    ? [
                        [.text(writing.percent(Double(counts.onTime) / Double(counts.expected)))],
                        [
                            .note(
                                words(
                                    "{1} of {2}",
                                    writing.number(counts.onTime),
                                    writing.number(counts.expected)
                                )
                            )
                        ],
                    ] : []
            ),
            // Who has nothing to send yet is late with nothing: a 0 would read as praise.
            Table.Cell(line: counts.expected > 0 ? [.text(writing.number(overdue))] : []),
            Table.Cell(line: counts.expected > 0 ? [.text(writing.number(returned))] : []),
            Table.Cell(
                line: assessment.tally.total > 0 ? [.shares(distribution(assessment.tally, title: ""))] : []
            ),
        ])
    }
}
