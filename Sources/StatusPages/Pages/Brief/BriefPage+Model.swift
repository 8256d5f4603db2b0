import ActionPlan
import Language
import Rules

/// What a chair takes into a meeting: decisions asked for, what has newly gone wrong, which reports contradict
/// themselves or each other, who disagrees, what else changed, and one line for each agency.
struct BriefPage: Sendable {
    var frame: Frame
    var title: Phrase
    var subtitle: [Inline]
    var standing: VerdictSummary?
    /// How the plan stood at the last meeting.
    var before: [Inline]
    var decisions: DecisionList
    var newlyBad: Table?
    var overdue: Table?
    var returned: Table?
    var contradictory: Table?
    /// A link to all findings of data checks, where not all are shown.
    var furtherContradictory: [Inline]?
    var disagreements: Table?
    var furtherDisagreements: [Inline]?
    /// How many findings there are of each, whether shown here or not.
    var numberOfContradictory: Int
    var numberOfDisagreements: Int
    var changes: ChangeList
    var corrected: Table?
    var agencies: Table?
    /// Whether there was a meeting before, so that there is something to compare with.
    var hasEarlierMeeting: Bool

    private static let shown = 100
    /// How many findings are shown: the rest have pages of their own.
    private static let shownFindings = 12

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Meeting brief"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        subtitle = [
            .phrase(context.phrase(context.plan.title)), .text("·"), .text(words("As of")),
            context.day(context.site.asOf),
        ]
        let overall = context.assessment.overall
        standing = context.summary(overall.verdicts, isArranged: context.site.hasReportsArranged)
        before = Self.before(context)
        hasEarlierMeeting = context.site.changes != nil
        decisions = DecisionList(context, limit: Self.shown)
        let newly = context.site.changes.map { Self.newlyBad($0) } ?? []
        newlyBad = Self.table(newly, context)
        changes = ChangeList(context, limit: Self.shown, without: Set(newly.map(\.item.id)))
        let reports = context.site.changes?.reports
        overdue = Self.table(reports?.becameOverdue, words("Reports that became overdue"), context)
        returned = Self.returned(reports?.returned ?? [], context)
        corrected = Self.table(reports?.corrected, words("Reports corrected"), context)
        let checks = context.site.positions(of: [.kind(.check)], without: .severity(.information))
        contradictory = Self.findings(checks, context)
        numberOfContradictory = checks.count
        furtherContradictory = Self.further(checks.count, .kind(.check), context)
        let contested = context.site.positions(of: [.kind(.claim), .kind(.review)])
        disagreements = Self.findings(contested, context)
        numberOfDisagreements = contested.count
        furtherDisagreements = Self.further(contested.count, .all, context)
        agencies = context.agencyTable(context.assessment.agencies.filter { !$0.items.isEmpty || !$0.owed.isEmpty })
    }

    private static func findings(_ positions: [Int], _ context: PageContext) -> Table? {
        let all = context.assessment.findings
        return context.findingTable(positions.prefix(shownFindings).map { all[$0] }, withItem: true)
    }

    private static func before(_ context: PageContext) -> [Inline] {
        guard let previous = context.site.previous, let verdict = previous.overall.verdicts.headline,
            let status = previous.statuses[verdict.status]
        else { return [] }
        return [
            .text(context.words("On {1} it stood:", context.writing.shortDate(previous.asOf))),
            .status(context.mark(status)), .phrase(context.phrase(verdict.because)),
        ]
    }

    /// What stands badly now and did not at the last meeting, objectives left out: what is below them says it.
    private static func newlyBad(_ changes: Changes) -> [ItemChange] {
        changes.items.filter { item in
            if case .objective = item.item { return false }
            return item.change.after?.group == .bad && item.change.before?.group != .bad
        }
    }

    private static func table(_ changes: [ItemChange], _ context: PageContext) -> Table? {
        guard !changes.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: words("Newly late or off track"),
            columns: [
                Table.Column(words("Item")), Table.Column(words("Before and now"), .change),
                Table.Column(words("Why"), .words), Table.Column(words("Who acts"), .name),
            ],
            rows: changes.prefix(shown)
                .map { change in
                    let mark = { (status: Status?) -> Inline in
                        status.map { .status(context.mark($0)) } ?? .note(words("Not judged"))
                    }
                    return Table.Row([
                        Table.Cell(line: context.heading(change.item)),
                        Table.Cell(lines: [
                            [mark(change.change.before)], [.text("→"), mark(change.change.after)],
                        ]),
                        Table.Cell(line: change.change.because.map { [.phrase(context.phrase($0))] } ?? []),
                        Table.Cell(context.lead(of: change.item.id)),
                    ])
                }
        )
    }

    private static func table(_ keys: [ReportKey]?, _ caption: String, _ context: PageContext) -> Table? {
        guard let keys, !keys.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: caption,
            columns: [
                Table.Column(words("Item")), Table.Column(words("Period"), .period),
                Table.Column(words("Agency"), .name),
            ],
            rows: keys.prefix(shown).map { Table.Row(context.cells(of: $0)) }
        )
    }

    private static func returned(_ keys: [ReportKey], _ context: PageContext) -> Table? {
        guard !keys.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: words("Reports returned"),
            columns: [
                Table.Column(words("Item")), Table.Column(words("Period"), .period),
                Table.Column(words("Agency"), .name),
                Table.Column(words("Why"), .words), Table.Column(words("Since then"), .name),
            ],
            rows: keys.prefix(shown)
                .map { key in
                    let period = context.site.periods(of: key.item).first { $0.period.id == key.period }
                    let record = period?.reports.first { $0.agency == key.agency }?.record
                    let reason = record?.reviews.last { $0.decision == .returned }?.reason
                    return Table.Row(
                        context.cells(of: key) + [
                            Table.Cell(line: reason.map { [.phrase(context.phrase($0))] } ?? []),
                            Table.Cell(line: record.map { [.text(words.name(of: $0.state))] } ?? []),
                        ]
                    )
                }
        )
    }

    private static func further(_ count: Int, _ filter: FindingFilter, _ context: PageContext) -> [Inline]? {
        guard count > shownFindings else { return nil }
        let words = context.words
        return [
            .text(words("Another {1}:", words.count(count - shownFindings, "finding / findings"))),
            .link(Phrase(words.name(of: filter)), context.link(.findings(filter, 1))),
        ]
    }
}

extension PageContext {
    /// The item, period and agency of a report.
    fileprivate func cells(of key: ReportKey) -> [Table.Cell] {
        [
            Table.Cell(line: site.plan.reference(key.item).map { heading($0) } ?? []),
            Table.Cell(.phrase(name(of: key.period, for: key.item))), Table.Cell(agency(key.agency)),
        ]
    }
}
