import ActionPlan
import Language
import Rules

extension DecisionList {
    /// How much was to be finished or under way without anything being known, and what of each objective.
    ///
    /// - Parameters:
    ///   - context: the page.
    ///   - limit: how many items are named of each objective.
    /// - Returns: nil where something is known of everything that is asked by the day.
    static func unknown(_ context: PageContext, limit: Int) -> UnknownPart? {
        let site = context.site
        let words = context.words
        let items = site.unknown.items
        guard !items.isEmpty else { return nil }
        let finished = items.count { $0.expectation.isFinished }
        let sentence = words(
            "Nothing is known of {1}: for {2} the day set by the plan is over, and {3} should recur or go on all the time. Whether they need a decision, nobody can say.",
            words.count(items.count, "item / items"),
            context.writing.number(finished),
            context.writing.number(items.count - finished)
        )
        var decisions = site.hasReportsArranged ? [] : [arrangement(context)]
        for root in site.plan.roots {
            let below = items.filter { $0.objective == root.id }
            if !below.isEmpty { decisions.append(decision(root, below, context, limit: limit)) }
        }
        return UnknownPart(sentence: sentence, decisions: decisions, further: further(context))
    }

    /// What else is not known: activities without a time, and those with time left on which nobody is to report.
    private static func further(_ context: PageContext) -> [String] {
        let site = context.site
        let words = context.words
        let standings = site.standings
        let activities = site.plan.plan.activities
        // By position: an activity is much to copy.
        let present = activities.indices.filter { !activities[$0].isCancelled }
        let timeless = present.count { activities[$0].timing == nil && standings[activities[$0].id] == .unknown }
        let running = present.count { position in
            guard let timing = activities[position].timing, timing.kind == .fixed, timing.days.contains(site.asOf)
            else { return false }
            let id = activities[position].id
            return site.activity(id)?.implementation == nil && !site.hasReportsArranged(id)
        }
        var sentences: [String] = []
        if timeless > 0 {
            sentences.append(
                words(
                    "Nothing is known either of what has no time in the plan: {1}.",
                    words.count(timeless, "item / items")
                )
            )
        }
        if running > 0 {
            sentences.append(
                words(
                    "Nothing is known either of what has begun by the plan and has time left: {1}.",
                    words.count(running, "item / items")
                )
            )
        }
        return sentences
    }

    /// The decision to arrange reports, where the plan does not.
    private static func arrangement(_ context: PageContext) -> Decision {
        let words = context.words
        return Decision(
            heading: [.text(words("Arrange regular reports"))],
            status: .tag(words("Decision asked for"), kind: .warning),
            because: Phrase(
                words(
                    "The plan arranges no regular reports, so nobody is late with one, and nothing will become known of itself."
                )
            ),
            who: [.text(words("the working group"))],
            advice: Phrase(words("Decide who reports on each activity, for which periods, and by which day.")),
            below: []
        )
    }

    private static func decision(
        _ root: ItemReference,
        _ items: [Unknown.Item],
        _ context: PageContext,
        limit: Int
    ) -> Decision {
        let site = context.site
        let words = context.words
        let lines = items.prefix(limit)
            .map { item -> [Inline] in
                let id = item.reference.id
                let lead = site.plan.lead(of: id)
                return context.heading(item.reference)
                    + [.text("– " + context.words(for: item.expectation) + " ·")]
                    + [lead.map { context.agency($0) } ?? .note(words("The plan names nobody"))]
            }
        let further =
            items.count > limit
            ? [
                [
                    Inline.note(
                        words(
                            "Another {1} on the page of the objective.",
                            words.count(items.count - limit, "item / items")
                        )
                    )
                ]
            ]
            : []
        return Decision(
            heading: context.heading(root),
            status: context.unknownMark(items),
            because: Phrase(words("Not known: {1}.", words.count(items.count, "item / items"))),
            who: [],
            advice: nil,
            below: lines + further
        )
    }
}

extension PageContext {
    /// The status that the first of some items has.
    fileprivate func unknownMark(_ items: [Unknown.Item]) -> Inline {
        items.first.map { status(of: $0.reference.id) } ?? .note(words("Not judged"))
    }
}
