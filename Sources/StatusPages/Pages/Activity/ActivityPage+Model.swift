import ActionPlan
import Language
import Rules

/// Where an activity stands, who does it, and what it hangs on.
struct ActivityPage: Sendable {
    var frame: Frame
    var kind: [Inline]
    var title: Phrase
    var marks: [Inline]
    var description: Phrase?
    var standing: VerdictSummary?
    var opinions: Facts
    var key: Facts
    var who: Facts
    var activities: Table?
    var milestones: Table?
    var indicators: Table?
    var periods: Table?
    var explanations: [Explanation]
    var findings: Table?
    var reports: [PeriodReports]
    var history: LedgerHistory?

    init(_ activity: Activity, _ context: PageContext) {
        let words = context.words
        let assessment = context.site.activity(activity.id)
        title = context.phrase(activity.title)
        frame = context.frame(title: title, trail: context.trail(to: activity.id))
        kind = [.text(words("Activity"))] + (activity.code.map { [.text($0)] } ?? [])
        marks = context.marks(of: activity.id)
        description = activity.description.map { context.phrase($0) }
        let isArranged = context.site.hasReportsArranged(activity.id)
        standing = context.summary(assessment?.verdicts, isArranged: isArranged)
        let isSilent = !isArranged && assessment?.implementation == nil && !activity.isCancelled
        opinions =
            isSilent
            ? context.unknownFacts(activity) : assessment.map { Self.opinions($0, context) } ?? Facts()
        key = Self.key(activity, context)
        who = Self.who(activity, context)
        let children = context.site.plan.children(of: activity.id)
        let below = children.filter { context.site.plan.activity($0.id) != nil }.map(\.id)
        activities = below.isEmpty ? nil : context.activityTable(below, caption: words("Sub-activities"))
        let measured = children.compactMap { context.site.plan.indicator($0.id) }
        let steps = measured.filter { $0.measure.keyword == "milestone" }.map(\.id)
        let others = measured.filter { $0.measure.keyword != "milestone" }.map(\.id)
        milestones = steps.isEmpty ? nil : context.indicatorTable(steps, caption: words("Milestones"))
        indicators = others.isEmpty ? nil : context.indicatorTable(others, caption: words("Indicators"))
        periods = activity.reportsEachPeriod ? assessment.flatMap { Self.periods(activity, $0, context) } : nil
        explanations = assessment.map { context.explanations($0.verdicts, scope: .activity) } ?? []
        findings = context.findingTable(context.site.findings(of: activity.id), withItem: false)
        history = context.ledgerHistory(of: activity.id)
        reports = context.reports(assessment?.periods ?? [], of: activity.id, measure: nil)
    }

    private static func opinions(_ assessment: ActivityAssessment, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        let judged = assessment.periods.last { period in period.reports.contains { $0.record?.effective != nil } }
        facts.add(
            words("Implementation, as reported"),
            assessment.implementation.map { .text(words.name(of: $0)) } ?? .note(words("Nothing reported"))
        )
        let claims = judged.map { context.claims($0) } ?? []
        facts.add(words("The agency claims"), lines: claims.isEmpty ? [[.note(words("No claim"))]] : claims)
        facts.add(
            words("The rules compute"),
            assessment.verdicts.headline.map { .status(context.mark($0.status)) } ?? .note(words("Not judged"))
        )
        let reviews = judged.map { context.reviewerVerdicts($0) } ?? []
        facts.add(words("The reviewer says"), lines: reviews.isEmpty ? [[.note(words("No verdict"))]] : reviews)
        let confidence = judged?.reports.compactMap { $0.record?.effectiveReview?.confidence }.last
        facts.add(words("Delivery confidence"), confidence.map { .text(words.name(of: $0)) })
        return facts
    }

    private static func key(_ activity: Activity, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        if let timing = activity.timing {
            facts.add(words("When, in the words of the plan"), timing.stated.map { context.stated($0) })
            switch timing.kind {
            case .fixed:
                facts.add(words("Read as"), context.day(timing.days.start), .text("–"), context.day(timing.days.end))
            case .recurring(let interval):
                facts.add(
                    words("Read as"),
                    .text(words.name(of: interval)),
                    context.day(timing.days.start),
                    .text("–"),
                    context.day(timing.days.end)
                )
            case .permanent:
                facts.add(words("Read as"), .text(words("All the time: never overdue, but a period can lack evidence")))
            }
        } else {
            facts.add(words("When"), .note(words("The plan does not say")))
        }
        facts.add(words("Expected output"), activity.expectedOutput.map { .phrase(context.phrase($0)) })
        if activity.isCancelled {
            facts.add(words("Cancelled"), .text(words("An amendment of the plan has cancelled it.")))
        }
        facts.add(
            words("Must be finished before"),
            lines: activity.dependsOn.map { [context.status(of: $0), context.item($0)] }
        )
        let waiting = context.plan.activities.filter { $0.dependsOn.contains(activity.id) }.map(\.id)
        facts.add(words("Waiting for it"), lines: waiting.map { [context.status(of: $0), context.item($0)] })
        facts.add(
            words("Funding"),
            lines: activity.funding.map { funding in
                var pieces: [Inline] = [.phrase(context.phrase(funding.source))]
                if let amount = funding.amount {
                    pieces.append(
                        .strong(
                            Phrase(
                                context.writing.number(amount, decimals: 0...2) + "\u{A0}" + (funding.currency ?? "")
                            )
                        )
                    )
                } else {
                    pieces.append(.note(words("amount not known")))
                }
                return pieces + context.provenance(funding.provenance)
            }
        )
        facts.add(words("Known from"), lines: [context.provenance(activity.provenance)])
        facts.add(words("Identifier"), .code(activity.id.rawValue))
        return facts
    }

    private static func who(_ activity: Activity, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        func lines(_ agencies: [AgencyID]) -> [[Inline]] { agencies.map { [context.agency($0, short: false)] } }
        facts.add(
            words("Lead agency"),
            activity.lead.map { context.agency($0, short: false) } ?? .note(words("The plan names nobody"))
        )
        facts.add(words("Leads with it"), lines: lines(activity.coLeads))
        facts.add(words("Implementers"), lines: lines(activity.implementers))
        facts.add(words("Partners"), lines: lines(activity.partners))
        return facts
    }

    private static func periods(
        _ activity: Activity,
        _ assessment: ActivityAssessment,
        _ context: PageContext
    ) -> Table? {
        guard !assessment.periods.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: words("Period by period"),
            columns: [
                Table.Column(words("Period")), Table.Column(words("Implementation, as reported"), .period),
                Table.Column(words("The agency claims"), .marked), Table.Column(words("The reviewer says"), .marked),
                Table.Column(words("Report"), .words),
            ],
            rows: assessment.periods.map { period in
                Table.Row(
                    id: "period-\(period.period.id)",
                    [
                        Table.Cell(
                            line: [.phrase(context.name(of: period.period, for: activity.id))]
                                + (period.isIllustrative ? [.illustrative(words("Illustrative"))] : [])
                        ),
                        Table.Cell(.figure(context.figure(period, of: nil))), Table.Cell(lines: context.claims(period)),
                        Table.Cell(lines: context.reviewerVerdicts(period)),
                        Table.Cell(lines: context.receipts(period)),
                    ]
                )
            }
        )
    }
}
