import ActionPlan
import Language
import Rules

/// What an agency owes, how it reports, and how the items stand that it leads.
struct AgencyPage: Sendable {
    var frame: Frame
    var kind: [Inline]
    var title: Phrase
    var marks: [Inline]
    var standing: VerdictSummary?
    var key: Facts
    var distribution: Distribution?
    var owed: Table?
    /// How many more are owed than the table shows, with a link to all.
    var furtherOwed: [Inline]?
    var returned: Table?
    var activities: Table?
    var indicators: Table?
    var involved: Facts
    var explanations: [Explanation]

    private static let shown = 80

    init(_ agency: Agency, _ context: PageContext) {
        let words = context.words
        let assessment = context.site.agency(agency.id)
        title = context.phrase(agency.title)
        frame = context.frame(
            title: title,
            trail: [
                .link(Phrase(words("Overview")), context.link(.overview)),
                .link(Phrase(words("Agencies")), context.link(.agencies)),
            ]
        )
        kind = [.text(words.name(of: agency.kind))]
        marks = agency.provenance.isIllustrative ? [.illustrative(words("Illustrative"))] : []
        standing = context.summary(assessment?.verdicts)
        key = Self.key(agency, assessment, context)
        distribution = assessment.map { context.distribution($0.tally, title: words("Items it leads or reports on")) }
        let owed = assessment?.owed ?? []
        self.owed =
            owed.isEmpty
            ? nil : context.owedTable(owed.prefix(Self.shown), withAgency: false, caption: words("What it owes"))
        furtherOwed =
            owed.count > Self.shown
            ? [
                .text(words("Another {1}:", words.count(owed.count - Self.shown, "report / reports"))),
                .link(Phrase(words("All reports due")), context.link(.due(1))),
            ] : nil
        let items = assessment?.items ?? []
        returned = Self.returned(agency.id, items, context)
        let acts = items.filter { context.site.plan.activity($0.id) != nil }.map(\.id)
        activities =
            acts.isEmpty
            ? nil : context.activityTable(Array(acts.prefix(Self.shown)), caption: words("Activities it leads"))
        let measured = items.filter { context.site.plan.indicator($0.id) != nil }.map(\.id)
        indicators =
            measured.isEmpty
            ? nil
            : context.indicatorTable(Array(measured.prefix(Self.shown)), caption: words("Indicators it reports on"))
        involved = Self.involved(agency.id, context)
        explanations = assessment.map { context.explanations($0.verdicts, scope: .agency) } ?? []
    }

    private static func key(_ agency: Agency, _ assessment: AgencyAssessment?, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        facts.add(words("Short name"), agency.shortTitle.map { .phrase(context.phrase($0)) })
        if let assessment, assessment.reports.expected > 0 {
            let counts = assessment.reports
            facts.add(
                words("Reports on time"),
                .strong(Phrase(context.writing.percent(Double(counts.onTime) / Double(counts.expected)))),
                .note(
                    words("{1} of {2}", context.writing.number(counts.onTime), context.writing.number(counts.expected))
                )
            )
            facts.add(
                words("Late, overdue, returned"),
                .text(
                    words(
                        "{1} late, {2} overdue, {3} returned",
                        context.writing.number(counts.late),
                        context.writing.number(assessment.owed.count { $0.reason == .overdue }),
                        context.writing.number(counts.returned)
                    )
                )
            )
            facts.add(
                words("Verified"),
                .text(
                    words(
                        "{1} verified, {2} not yet",
                        context.writing.number(counts.verified),
                        context.writing.number(counts.unverified)
                    )
                )
            )
        } else {
            facts.add(words("Reports"), .note(words("None was due yet")))
        }
        facts.add(
            words("Member of"),
            lines: agency.memberships.map { membership in
                let body = context.plan.bodies.first { $0.id == membership.body }
                var pieces: [Inline] = [
                    body.map { .phrase(context.phrase($0.title)) } ?? .text(membership.body), .text("·"),
                    .text(words.name(of: membership.role)),
                ]
                if let from = membership.from {
                    pieces += [.note(words("known since {1}", context.writing.shortDate(from)))]
                }
                if let until = membership.until {
                    pieces += [.note(words("until {1}", context.writing.shortDate(until)))]
                }
                return pieces + context.provenance(membership.provenance)
            }
        )
        facts.add(words("Known from"), lines: [context.provenance(agency.provenance)])
        facts.add(words("To subscribe"), lines: context.feeds(of: agency.id))
        return facts
    }

    /// Reports that were sent back to it, with the reason.
    private static func returned(_ agency: AgencyID, _ items: [ItemReference], _ context: PageContext) -> Table? {
        let words = context.words
        var rows: [Table.Row] = []
        for item in items {
            let periods = context.site.periods(of: item.id)
            for position in periods.indices {
                // By position: what is known of a period is much to copy.
                let parts = periods[position].reports
                guard let place = parts.indices.first(where: { parts[$0].agency == agency }),
                    let record = parts[place].record
                else { continue }
                for review in record.reviews where review.decision == .returned {
                    rows.append(
                        Table.Row([
                            Table.Cell(line: context.heading(item)),
                            Table.Cell(.phrase(context.name(of: periods[position].period, for: item.id))),
                            Table.Cell(context.moment(review.reviewed)),
                            Table.Cell(line: review.reason.map { [.phrase(context.phrase($0))] } ?? []),
                            Table.Cell(.text(words.name(of: record.state))),
                        ])
                    )
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: words("What was returned to it"),
            columns: [
                Table.Column(words("Item")), Table.Column(words("Period"), .period),
                Table.Column(words("Returned on"), .date),
                Table.Column(words("Why"), .words), Table.Column(words("Since then"), .name),
            ],
            rows: Array(rows.prefix(shown))
        )
    }

    /// What it takes part in without leading it.
    private static func involved(_ agency: AgencyID, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        let activities = context.plan.activities
        // By position: an activity is much to copy.
        func lines(_ takesPart: (Int) -> Bool) -> [[Inline]] {
            activities.indices.filter(takesPart).prefix(shown)
                .map { [context.status(of: activities[$0].id)] + context.heading(.activity(activities[$0].id)) }
        }
        facts.add(words("Leads with others"), lines: lines { activities[$0].coLeads.contains(agency) })
        facts.add(words("Implements"), lines: lines { activities[$0].implementers.contains(agency) })
        facts.add(words("Partner in"), lines: lines { activities[$0].partners.contains(agency) })
        return facts
    }
}
