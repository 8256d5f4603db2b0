import ActionPlan
import Language
import Rules

/// What a chair takes into a meeting: decisions asked for, what changed, disagreements, and one line for each agency.
struct BriefPage: Sendable {
    var frame: Frame
    var title: Phrase
    var subtitle: [Inline]
    var standing: VerdictSummary?
    var decisions: DecisionList
    var changes: ChangeList
    var overdue: Table?
    var returned: Table?
    var corrected: Table?
    var disagreements: Table?
    var agencies: Table?

    private static let shown = 100

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Meeting brief"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        subtitle = [.phrase(context.phrase(context.plan.title)), .text("·"), .text(words("As of"))]
        subtitle.append(context.day(context.assessment.asOf))
        standing = context.summary(context.assessment.overall.verdicts, isArranged: context.site.hasReportsArranged)
        decisions = DecisionList(context, limit: Self.shown)
        changes = ChangeList(context, limit: Self.shown)
        let reports = context.site.changes?.reports
        returned = Self.table(reports?.returned, words("Reports returned"), context)
        overdue = Self.table(reports?.becameOverdue, words("Reports that became overdue"), context)
        corrected = Self.table(reports?.corrected, words("Reports corrected"), context)
        let contested = context.assessment.findings.filter { finding in
            finding.kind == .claimDiffers || finding.kind == .reviewDiffers
        }
        disagreements = context.findingTable(contested.prefix(Self.shown), withItem: true)
        agencies = context.agencyTable(context.assessment.agencies.filter { !$0.items.isEmpty || !$0.owed.isEmpty })
    }

    private static func table(_ keys: [ReportKey]?, _ caption: String, _ context: PageContext) -> Table? {
        guard let keys, !keys.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: caption,
            columns: [Table.Column(words("Item")), Table.Column(words("Period")), Table.Column(words("Agency"))],
            rows: keys.prefix(shown)
                .map { key in
                    Table.Row([
                        Table.Cell(line: context.site.plan.reference(key.item).map { context.heading($0) } ?? []),
                        Table.Cell(.phrase(context.name(of: key.period, for: key.item))),
                        Table.Cell(context.agency(key.agency)),
                    ])
                }
        )
    }
}
