import ActionPlan
import Language
import Rules

/// What the words of the pages mean.
struct GlossaryPage: Sendable {
    var frame: Frame
    var title: Phrase
    var terms: Facts
    var states: Facts
    var statuses: Table

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Glossary"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        terms = Facts()
        terms.add(
            words("Objective"),
            .text(words("What the plan wants to reach; activities and indicators stand below it."))
        )
        terms.add(words("Activity"), .text(words("What agencies do under the plan.")))
        terms.add(
            words("Indicator"),
            .text(words("What is measured to see whether an objective or activity succeeds."))
        )
        terms.add(words("Milestone"), .text(words("Something that is reached or not, by a day; never a share.")))
        terms.add(words("Baseline"), .text(words("Where an indicator stood before the plan.")))
        terms.add(
            words("Expected by then"),
            .text(words("What should have been reached at the end of a period on the way to the targets."))
        )
        terms.add(words("Coverage"), .text(words("How much of what could be judged is judged.")))
        terms.add(
            words("Best and worst case"),
            .text(words("What a roll-up would be if all that is not known stood at best, or at worst."))
        )
        terms.add(words("The agency claims"), .text(words("The agency's own judgement, sent with its report.")))
        terms.add(
            words("The rules compute"),
            .text(words("The verdict of the rule packs, the same for the same data."))
        )
        terms.add(words("The reviewer says"), .text(words("The judgement of the body that verified the report.")))
        terms.add(
            words("Delivery confidence"),
            .text(words("How sure a person is that an activity will be delivered; not computed."))
        )
        terms.add(words("Documented"), .text(words("Known from a publication, which is named.")))
        terms.add(words("Illustrative"), .text(words("Made up to show how the tracker works; no body said or did it.")))
        states = Facts()
        for state in [ValueState.notDue, .due, .overdue, .nilReport, .zero, .value, .notApplicable, .withheld] {
            states.add(words.name(of: state), .text(words.meaning(of: state)))
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
}
