import Language
import Rules

/// What a person should look at, over the whole plan.
struct FindingsPage: Sendable {
    var frame: Frame
    var title: Phrase
    var introduction: [Inline]
    var table: Table?
    var pager: [Inline]?

    init(_ number: Int, _ context: PageContext) {
        let words = context.words
        let findings = context.assessment.findings
        title = Phrase(words("Findings"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        introduction = Finding.Severity.allCases.flatMap { severity -> [Inline] in
            let count = context.site.findingCounts[severity] ?? 0
            return [.text(words.name(of: severity) + ":"), .strong(Phrase(context.writing.number(count)))]
        }
        table = context.findingTable(Paging.slice(findings, page: number), withItem: true)
        pager = context.pager(Paging.count(of: findings.count), current: number) { .findings($0) }
    }
}
