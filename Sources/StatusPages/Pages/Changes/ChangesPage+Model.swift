import ActionPlan
import Language
import Rules

/// All that changed since the last meeting: statuses, and what happened to reports.
struct ChangesPage: Sendable {
    var frame: Frame
    var title: Phrase
    var list: ChangeList
    var returned: Table?
    var overdue: Table?
    var corrected: Table?

    private static let shown = 100

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Since the last meeting"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        list = ChangeList(context, limit: Self.shown)
        let reports = context.site.changes?.reports
        returned = Self.table(reports?.returned, words("Reports returned"), context)
        overdue = Self.table(reports?.becameOverdue, words("Reports that became overdue"), context)
        corrected = Self.table(reports?.corrected, words("Reports corrected"), context)
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
