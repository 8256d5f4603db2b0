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
        /// How many there are, on the first page of a list.
        var count: String?
        var link: Link
        var isCurrent: Bool
    }

    init(_ filter: FindingFilter, _ number: Int, _ context: PageContext) {
        let words = context.words
        // Only the first page tells the numbers: the others stay as they are when a finding comes to another page.
        let counts = number == 1 ? context.site.findingCounts : [:]
        let overview = Inline.link(Phrase(words("Overview")), context.link(.overview))
        title = Phrase(filter == .all ? words("Findings") : words("Findings: {1}", words.name(of: filter)))
        frame = context.frame(
            title: title,
            trail: filter == .all
                ? [overview] : [overview, .link(Phrase(words("Findings")), context.link(.findings(.all, 1)))]
        )
        filters = FindingFilter.choices.map { other in
            Filter(
                title: words.name(of: other),
                count: counts[other].map { context.writing.number($0) },
                link: context.link(.findings(other, 1)),
                isCurrent: other == filter
            )
        }
        table = context.findingTable(context.site.findings(filter, page: number), withItem: true)
        pager = context.pager(context.site.findingPages(filter), current: number) { .findings(filter, $0) }
    }
}
