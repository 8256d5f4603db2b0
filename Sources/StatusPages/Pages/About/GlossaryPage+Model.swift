import ActionPlan
import Language
import Rules

/// What the words of the pages mean.
struct GlossaryPage: Sendable {
    var frame: Frame
    var title: Phrase
    var sections: [Section]
    var statuses: Table

    struct Section: Sendable {
        var title: String
        var terms: Facts
    }

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Glossary"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        sections = Glossary.all.sections.map { section in
            Section(title: section.title(words.language), terms: Self.terms(section.terms, words.language))
        }
        statuses = Table(
            caption: words("Statuses"),
            columns: [
                Table.Column(words("Status"), .marked), Table.Column(words("What it means")),
                Table.Column(words("What to do")),
            ],
            rows: context.site.statuses.all.map { status in
                Table.Row([
                    Table.Cell(.status(context.mark(status))), Table.Cell(.text(words.name(of: status.group))),
                    Table.Cell(line: status.advice.map { [.phrase(context.phrase($0))] } ?? []),
                ])
            }
        )
    }

    /// Words with what they mean, and what they are called in the other languages.
    private static func terms(_ terms: [Glossary.Term], _ language: WrittenLanguage) -> Facts {
        var facts = Facts()
        for term in terms {
            let others = WrittenLanguage.allCases.filter { $0 != language }
                .map { Inline.phrase(Phrase(term.name($0), language: $0.rawValue)) }
            let name = term.name(language)
            facts.add(
                name.prefix(1).uppercased() + name.dropFirst(),
                lines: [[.text(term.meaning(language))], Array(others.map { [$0] }.joined(separator: [.text("·")]))]
            )
        }
        return facts
    }
}
