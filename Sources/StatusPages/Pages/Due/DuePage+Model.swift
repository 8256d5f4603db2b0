import Language
import Rules

/// Reports that are overdue, returned or due, over all agencies.
struct DuePage: Sendable {
    var frame: Frame
    var title: Phrase
    var introduction: [Inline]
    var table: Table?
    var pager: [Inline]?

    init(_ number: Int, _ context: PageContext) {
        let words = context.words
        title = Phrase(words("Reports due"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        introduction =
            (number == 1 ? [Self.counts(context)] : []) + [
                .link(Phrase(words("Calendar of reports")), context.link(.calendar))
            ]
        let shown = context.site.owed(page: number)
        table = shown.isEmpty ? nil : context.owedTable(shown, withAgency: true, caption: title.text)
        pager = context.pager(context.site.owedPages, current: number) { .due($0) }
    }

    /// How many are owed, by reason; only the first page tells, so that the others stay as they are when one is sent.
    private static func counts(_ context: PageContext) -> Inline {
        let counts = context.site.owedCounts
        func count(_ reason: OwedReport.Reason) -> String { context.writing.number(counts[reason] ?? 0) }
        return .text(
            context.words(
                "Overdue: {1}. Returned to the agency: {2}. Due and still in time: {3}.",
                count(.overdue),
                count(.returned),
                count(.due)
            )
        )
    }
}
