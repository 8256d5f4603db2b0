import ActionPlan
import Language
import Rules

/// Where an objective stands, and what is below it.
struct ObjectivePage: Sendable {
    var frame: Frame
    var kind: [Inline]
    var title: Phrase
    var marks: [Inline]
    var description: Phrase?
    var standing: VerdictSummary?
    var distributions: [Distribution]
    var key: Facts
    var objectives: Table?
    var activities: Table?
    var indicators: Table?
    /// Where the rest is found, where there is more than the tables show.
    var further: [Inline]?
    var explanations: [Explanation]

    /// How many lines a table has.
    private static let shown = 200

    init(_ objective: Objective, _ context: PageContext) {
        let words = context.words
        let assessment = context.site.objective(objective.id)
        title = context.phrase(objective.title)
        frame = context.frame(title: title, trail: context.trail(to: objective.id))
        kind =
            [objective.kind.map { .phrase(context.phrase($0)) } ?? .text(words("Objective"))]
            + (objective.code.map { [.text($0)] } ?? [])
        marks = context.marks(of: objective.id)
        description = objective.description.map { context.phrase($0) }
        standing = context.summary(assessment?.verdicts, isArranged: context.site.hasReportsArranged(objective.id))
        distributions =
            assessment.map {
                [
                    context.distribution($0.activityTally, title: words("Activities")),
                    context.distribution($0.indicatorTally, title: words("Indicators")),
                ]
            } ?? []
        key = Facts()
        key.add(words("Lead agency"), objective.lead.map { context.agency($0, short: false) })
        key.add(words("Reports"), assessment.map { .text(Self.reports($0.reports, context)) })
        key.add(words("Weight"), .text(context.writing.number(objective.weight, decimals: 0...2)))
        key.add(words("Known from"), lines: [context.provenance(objective.provenance)])
        let children = context.site.plan.children(of: objective.id)
        func ids(_ isKind: (ItemReference) -> Bool) -> [ItemID] { children.filter(isKind).map(\.id) }
        let below = ids { if case .objective = $0 { true } else { false } }
        objectives = below.isEmpty ? nil : context.objectiveTable(below, caption: words("Objectives"))
        let acts = ids { if case .activity = $0 { true } else { false } }
        activities =
            acts.isEmpty ? nil : context.activityTable(Array(acts.prefix(Self.shown)), caption: words("Activities"))
        let measured = ids { if case .indicator = $0 { true } else { false } }
        indicators =
            measured.isEmpty
            ? nil : context.indicatorTable(Array(measured.prefix(Self.shown)), caption: words("Indicators"))
        let more = max(0, acts.count - Self.shown) + max(0, measured.count - Self.shown)
        further =
            more > 0
            ? [
                .text(words("Another {1}:", words.count(more, "item / items"))),
                .link(Phrase(words("Search")), context.link(.search(1))),
            ] : nil
        explanations = assessment.map { context.explanations($0.verdicts, scope: .objective) } ?? []
    }

    private static func reports(_ counts: ReportCounts, _ context: PageContext) -> String {
        guard counts.expected > 0 else {
            return context.site.hasReportsArranged
                ? context.words("No report was due yet.")
                : context.words("The plan arranges no regular reports: none is late, and none is to be waited for.")
        }
        return context.words(
            "{1} expected so far: {2} on time, {3} late, {4} missing.",
            context.words.count(counts.expected, "report / reports"),
            context.writing.number(counts.onTime),
            context.writing.number(counts.late),
            context.writing.number(counts.overdue)
        )
    }
}
