import ActionPlan
import Language
import Markup
import Rules

/// Items that stand so badly that the working group has to decide, the worst first.
struct DecisionList: Sendable {
    var decisions: [Decision]
    /// How many there are besides those listed.
    var further: String?
    /// What is said where there are none.
    var none: String
    /// That some items could not be judged, so that it is not known whether they need a decision.
    var unknown: String?
    var labels: (who: String, advice: String)

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
        func isBad(_ id: ItemID) -> Bool { site.status(of: id)?.group == .bad }
        var items: [ItemReference] = site.plan.plan.activities.map { .activity($0.id) }.filter { isBad($0.id) }
        items += site.plan.plan.indicators.filter { isBad($0.id) && !isBad($0.parent) }.map { .indicator($0.id) }
        let ordered = items.enumerated()
            .sorted { left, right in
                let ranks = (site.status(of: left.element.id)?.rank ?? 0, site.status(of: right.element.id)?.rank ?? 0)
                return (-ranks.0, left.offset) < (-ranks.1, right.offset)
            }
        decisions = ordered.prefix(limit).compactMap { Self.decision($0.element, context) }
        further =
            items.count > limit
            ? words("{1} more on the pages of their objectives.", words.count(items.count - limit, "item / items"))
            : nil
        none = words("Nothing that could be judged stands so badly that the working group has to decide.")
        let overall = site.assessment.overall
        let unknown = overall.activityTally.unknown + overall.indicatorTally.unknown
        self.unknown =
            unknown > 0
            ? words(
                "Not judged for want of reports: {1}. Whether they need a decision is not known.",
                words.count(unknown, "item / items")
            ) : nil
        labels = (words("Who acts:"), words("What to do:"))
    }

    private static func decision(_ item: ItemReference, _ context: PageContext) -> Decision? {
        let site = context.site
        guard let verdict = site.verdicts(of: item.id)?.headline, let status = site.status(of: item.id) else {
            return nil
        }
        let lead = site.plan.activity(item.id)?.lead ?? site.plan.indicator(item.id)?.lead
        let below = site.plan.children(of: item.id).filter { site.status(of: $0.id)?.group == .bad }
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
        if let unknown = list.unknown { paragraph(unknown) }
    }

    private mutating func decision(_ decision: DecisionList.Decision, _ labels: (who: String, advice: String)) {
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
                page.element(.p, .class("who")) { page in
                    page.element(.strong, text: labels.who)
                    page.text(" ")
                    page.inlines(decision.who)
                    if let advice = decision.advice {
                        page.text(" · ")
                        page.element(.strong, text: labels.advice)
                        page.text(" ")
                        page.phrase(advice)
                    }
                }
            }
        }
    }
}
