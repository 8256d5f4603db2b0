import ActionPlan
import Language
import Markup
import Rules

/// Items that stand so badly that the working group has to decide, the worst first, and those of which it cannot be
/// known although the plan asks for them by the day.
struct DecisionList: Sendable {
    var decisions: [Decision]
    /// How many there are besides those listed.
    var further: String?
    /// What is said where there are none.
    var none: String
    /// What was to be finished or under way and of which nothing is known: a decision for each objective, below a
    /// sentence that says how much there is of it.
    var unknown: UnknownPart?
    var labels: Labels

    struct UnknownPart: Sendable {
        var sentence: String
        var decisions: [Decision]
        /// What else is not known, though nothing is asked of it by the day.
        var further: [String]
    }

    struct Labels: Sendable {
        var who: String
        var advice: String
        var unknown: String
    }

    struct Decision: Sendable {
        var heading: [Inline]
        var status: Inline
        var because: Phrase
        var who: [Inline]
        var advice: Phrase?
        var below: [[Inline]]
    }

    /// Activities that stand badly, each with what is bad below it, and indicators that stand badly below others.
    ///
    /// - Parameters:
    ///   - context: the page.
    ///   - limit: how many are listed.
    init(_ context: PageContext, limit: Int) {
        let site = context.site
        let words = context.words
        let items = site.worst
        decisions = items.prefix(limit).compactMap { Self.decision($0, context) }
        further =
            items.count > limit
            ? words("Another {1} on the pages of their objectives.", words.count(items.count - limit, "item / items"))
            : nil
        let overall = site.assessment.overall
        let isJudged = overall.activityTally.judgedWeight + overall.indicatorTally.judgedWeight > 0
        none =
            isJudged
            ? words("Nothing that could be judged stands so badly that the working group has to decide.")
            : words("Nothing could be judged, so no item can be named that stands badly.")
        unknown = Self.unknown(context, limit: limit)
        labels = Labels(
            who: words("Who acts:"),
            advice: words("What to do:"),
            unknown: words("Should be finished or under way, and nothing is known")
        )
    }

    private static func decision(_ item: ItemReference, _ context: PageContext) -> Decision? {
        let site = context.site
        guard let verdict = site.verdicts(of: item.id)?.headline, let status = site.status(of: item.id) else {
            return nil
        }
        let lead = site.plan.lead(of: item.id)
        let below = site.plan.children(of: item.id).filter { site.group(of: $0.id) == .bad }
        return Decision(
            heading: context.heading(item),
            status: .status(context.mark(status)),
            because: context.phrase(verdict.because),
            who: lead.map { [context.agency($0)] } ?? [.note(context.words("The plan names nobody"))],
            advice: status.advice.map { context.phrase($0) },
            below: below.map { child in
                let because = site.verdicts(of: child.id)?.headline.map { context.phrase($0.because) }
                return [context.status(of: child.id)] + context.heading(child)
                    + (because.map { [.text("–"), .phrase($0)] } ?? [])
            }
        )
    }
}

extension Markup {
    mutating func decisions(_ list: DecisionList) {
        if list.decisions.isEmpty {
            paragraph(list.none, class: "nothing")
        } else {
            element(.ol, .class("decisions")) { page in
                for decision in list.decisions { page.decision(decision, list.labels) }
            }
        }
        if let further = list.further { paragraph(further, class: "note") }
        guard let unknown = list.unknown else { return }
        element(.h3, .id("unknown"), .class("unknown"), text: list.labels.unknown)
        paragraph(unknown.sentence)
        element(.ol, .class("decisions")) { page in
            for decision in unknown.decisions { page.decision(decision, list.labels) }
        }
        for sentence in unknown.further { paragraph(sentence, class: "note") }
    }

    private mutating func decision(_ decision: DecisionList.Decision, _ labels: DecisionList.Labels) {
        lineBreak()
        element(.li, .class("decision")) { page in
            page.element(.p, .class("decision-status")) { $0.inline(decision.status) }
            page.element(.div) { page in
                page.element(.h3) { $0.inlines(decision.heading) }
                page.element(.p, .language(of: decision.because), text: decision.because.text)
                if !decision.below.isEmpty {
                    page.element(.ul, .class("below")) { page in
                        for line in decision.below { page.element(.li) { $0.inlines(line) } }
                    }
                }
                guard !decision.who.isEmpty || decision.advice != nil else { return }
                page.element(.p, .class("who")) { page in
                    if !decision.who.isEmpty {
                        page.element(.strong, text: labels.who)
                        page.text(" ")
                        page.inlines(decision.who)
                    }
                    if let advice = decision.advice {
                        if !decision.who.isEmpty { page.text(" · ") }
                        page.element(.strong, text: labels.advice)
                        page.text(" ")
                        page.phrase(advice)
                    }
                }
            }
        }
    }
}
