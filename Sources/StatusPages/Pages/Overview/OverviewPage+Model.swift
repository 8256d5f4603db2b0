import ActionPlan
import Language
import Rules

/// Where the plan stands: what a chair reads in a minute.
struct OverviewPage: Sendable {
    var frame: Frame
    var title: Phrase
    var subtitle: [Inline]
    var standing: VerdictSummary?
    var progress: [Progress]
    var distributions: [Distribution]
    var decisions: DecisionList
    var changes: ChangeList
    /// A link to all that changed, where more did than is shown.
    var furtherChanges: [Inline]?
    var actors: Table?
    var reports: [Inline]
    var objectives: Table

    /// How much of something is done.
    struct Progress: Sendable {
        var name: String
        var share: Double
        var percent: String
        var detail: String
        var color: String
        /// Where a line is drawn across the bar: how much of the time has passed.
        var mark: Double?
    }

    private static let shownDecisions = 12
    /// Of each group.
    private static let shownChanges = 6

    init(_ context: PageContext) {
        let plan = context.plan
        let assessment = context.assessment
        let words = context.words
        title = context.phrase(plan.title)
        frame = context.frame(title: context.phrase(plan.shortTitle ?? plan.title))
        subtitle = [
            .text(context.writing.longDate(plan.days.start) + " – " + context.writing.longDate(plan.days.end))
        ]
        standing = context.summary(assessment.overall.verdicts, isArranged: context.site.hasReportsArranged)
        progress = Self.progress(context)
        distributions = [
            context.distribution(assessment.overall.activityTally, title: words("Activities")),
            context.distribution(assessment.overall.indicatorTally, title: words("Indicators")),
        ]
        decisions = DecisionList(context, limit: Self.shownDecisions)
        changes = ChangeList(context, limit: Self.shownChanges)
        furtherChanges =
            changes.further == 0
            ? nil
            : [
                .text(words("Another {1}:", words.count(changes.further, "change / changes"))),
                .link(Phrase(words("Meeting brief")), context.link(.brief)),
            ]
        actors = Self.actors(context)
        reports = Self.reports(context)
        objectives = context.objectiveTable(context.site.plan.roots.map(\.id), caption: words("Objectives"))
    }

    private static func progress(_ context: PageContext) -> [Progress] {
        let words = context.words
        let writing = context.writing
        let assessment = context.assessment
        let days = context.plan.days
        let elapsed = days.elapsed(at: context.site.asOf)
        func part(
            _ name: String,
            _ done: Int,
            of total: Int,
            _ color: String,
            _ detail: String? = nil,
            mark: Double? = nil
        )
            -> Progress?
        {
            guard total > 0 else { return nil }
            let share = Double(done) / Double(total)
            return Progress(
                name: name,
                share: share,
                percent: writing.percent(share),
                detail: detail ?? words("{1} of {2}", writing.number(done), writing.number(total)),
                color: color,
                mark: mark
            )
        }
        let milestones = context.plan.indicators.filter { indicator in
            if case .milestone = indicator.measure { return !indicator.isCancelled }
            return false
        }
        let achieved = milestones.filter { context.site.group(of: $0.id) == .good }.count
        let tally = assessment.overall.indicatorTally
        let reports = assessment.overall.reports
        return [
            part(
                words("Time elapsed"),
                elapsed,
                of: days.count,
                "fill-time",
                words("Day {1} of {2}", writing.number(elapsed), writing.number(days.count))
            ),
            part(
                words("Milestones achieved"),
                achieved,
                of: milestones.count,
                "fill-blue",
                mark: Double(elapsed) / Double(max(1, days.count))
            ),
            part(words("Indicators standing well"), tally.good, of: tally.total - tally.neutral, "fill-green"),
            part(words("Reports received"), reports.received, of: reports.expected, "fill-accent"),
        ]
        .compactMap(\.self)
    }

    private static func actors(_ context: PageContext) -> Table? {
        let site = context.site
        let words = context.words
        let standings = site.standings
        let rows = site.assessment.agencies.compactMap { agency -> (late: Int, bad: Int, row: Table.Row)? in
            let owed = agency.owed
            let bad = agency.items.filter { standings[$0.id] == .bad && site.plan.lead(of: $0.id) == agency.id }
            let overdue = owed.filter { $0.reason == .overdue }
            let returned = owed.filter { $0.reason == .returned }
            let due = owed.filter { $0.reason == .due }
            guard !owed.isEmpty || !bad.isEmpty else { return nil }
            func number(_ value: Int) -> Table.Cell {
                Table.Cell(value == 0 ? .note("0") : .text(words.language.number(value)))
            }
            return (
                overdue.count + returned.count, bad.count,
                Table.Row([
                    Table.Cell(context.agency(agency.id, short: false)), number(overdue.count), number(returned.count),
                    number(due.count), Table.Cell(line: owed.first.map { [context.day($0.due)] } ?? []),
                    number(bad.count),
                ])
            )
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: words("Agencies that have to act"),
            columns: [
                Table.Column(words("Agency")), Table.Column(words("Reports overdue"), isNumeric: true),
                Table.Column(words("Returned to it"), isNumeric: true),
                Table.Column(words("Due now"), isNumeric: true), Table.Column(words("Oldest due on"), .date),
                Table.Column(words("Items it leads that stand badly"), isNumeric: true),
            ],
            rows: rows.enumerated()
                .sorted { left, right in
                    (-left.element.late, -left.element.bad, left.offset)
                        < (-right.element.late, -right.element.bad, right.offset)
                }
                .map(\.element.row)
        )
    }

    private static func reports(_ context: PageContext) -> [Inline] {
        let counts = context.assessment.overall.reports
        let words = context.words
        guard counts.expected + counts.due + counts.received > 0 else {
            return [
                .text(
                    context.site.hasReportsArranged
                        ? words("No report was due yet.")
                        : words("The plan arranges no regular reports: none is late, and none is to be waited for.")
                )
            ]
        }
        return [
            .text(
                words(
                    "{1} expected so far: {2} on time, {3} late, {4} missing.",
                    words.count(counts.expected, "report / reports"),
                    context.writing.number(counts.onTime),
                    context.writing.number(counts.late),
                    context.writing.number(counts.overdue)
                )
            ),
            .link(Phrase(words("All reports due")), context.link(.due(1))),
        ] + (context.site.owed.isEmpty ? [.text(words("No agency owes anything."))] : [])
    }
}
