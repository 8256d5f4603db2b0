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
        let owed = context.site.owed
        title = Phrase(words("Reports due"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        func count(_ reason: OwedReport.Reason) -> String {
            context.writing.number(context.site.owedCounts[reason] ?? 0)
        }
        introduction = [
            .text(
                words(
                    "Overdue: {1}. Returned to the agency: {2}. Due and still in time: {3}.",
                    count(.overdue),
                    count(.returned),
                    count(.due)
                )
            ), .link(Phrase(words("Calendar of reports")), context.link(.calendar)),
        ]
        let shown = Paging.slice(owed, page: number)
        table = shown.isEmpty ? nil : context.owedTable(shown, withAgency: true, caption: title.text)
        pager = context.pager(Paging.count(of: owed.count), current: number) { .due($0) }
    }
}
