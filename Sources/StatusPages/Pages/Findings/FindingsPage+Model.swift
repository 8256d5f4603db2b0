import Language
import Markup
import Rules

/// What a person should look at, over the whole plan or of one severity or kind.
struct FindingsPage: Sendable {
    var frame: Frame
    var title: Phrase
    var filters: [Filter]
    var table: Table?
    var pager: [Inline]?

    /// A link to the findings of a severity or kind.
    struct Filter: Sendable {
        var title: String
        var count: String
        var link: Link
        var isCurrent: Bool
    }

    init(_ filter: FindingFilter, _ number: Int, _ context: PageContext) {
        let words = context.words
        let findings = context.assessment.findings.filter(filter.lets)
        let overview = Inline.link(Phrase(words("Overview")), context.link(.overview))
        title = Phrase(filter == .all ? words("Findings") : words("Findings: {1}", words.name(of: filter)))
        frame = context.frame(
            title: title,
            trail: filter == .all
                ? [overview] : [overview, .link(Phrase(words("Findings")), context.link(.findings(.all, 1)))]
        )
        filters = FindingFilter.all(context.assessment.findings)
            .map { other in
                Filter(
                    title: words.name(of: other.filter),
                    count: context.writing.number(other.count),
                    link: context.link(.findings(other.filter, 1)),
                    isCurrent: other.filter == filter
                )
            }
        table = context.findingTable(Paging.slice(findings, page: number), withItem: true)
        pager = context.pager(Paging.count(of: findings.count), current: number) { .findings(filter, $0) }
    }
}
