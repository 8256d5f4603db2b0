import ActionPlan
import Language
import Rules

extension PageContext {
    /// A link to an item with the number that it bears in the printed plan, and the mark of an illustration.
    func heading(_ item: ItemReference) -> [Inline] {
        (code(of: item.id).map { [.note($0)] } ?? []) + [self.item(item)] + marks(of: item.id)
    }

    /// A table of objectives with their roll-up.
    func objectiveTable(_ ids: [ItemID], caption: String) -> Table {
        let hasIndicators = !plan.indicators.isEmpty
        return Table(
            caption: caption,
            columns: [
                Table.Column(words("Objective")), Table.Column(words("Status"), .marked),
            ]
                + (site.previous.map {
                    [Table.Column(words("On {1}", writing.shortDate($0.asOf)), .marked)]
                } ?? []) + [
                    Table.Column(words("Why"), .words),
                    Table.Column(hasIndicators ? words("Indicators") : words("Activities")),
                    Table.Column(words("How sure"), .marked), Table.Column(words("Reports missing"), isNumeric: true),
                ],
            rows: ids.compactMap { site.objective($0) }
                .map { objective in
                    let tally = hasIndicators ? objective.indicatorTally : objective.activityTally
                    let earlier = site.previous == nil ? [] : [Table.Cell(lines: earlier(objective))]
                    return Table.Row(
                        [
                            Table.Cell(line: heading(.objective(objective.id))),
                            Table.Cell(status(of: objective.id)),
                        ] + earlier + [
                            Table.Cell(line: because(objective.verdicts)),
                            Table.Cell(.shares(distribution(tally, title: ""))),
                            Table.Cell(lines: [[.text(coverage(tally))]] + sureness(objective.verdicts)),
                            Table.Cell(.text(writing.number(objective.reports.overdue))),
                        ]
                    )
                }
        )
    }

    /// How an objective stood at the last meeting, how much of it was judged then, and which way it went.
    private func earlier(_ objective: ObjectiveAssessment) -> [[Inline]] {
        guard let before = site.earlierObjective(objective.id),
            let status = before.verdicts.headline.flatMap({ site.previous?.statuses[$0.status] })
        else { return [[.note(words("Not judged"))]] }
        let change = site.changes?.items.first { $0.item.id == objective.id }?.change
        let word =
            switch change?.trend {
            case .better: words("better now")
            case .worse: words("worse now")
            case .other: words("otherwise now")
            case nil: words("the same now")
            }
        let tally = plan.indicators.isEmpty ? before.activityTally : before.indicatorTally
        return [[.status(mark(status))], [.note(word)], [.note(coverage(tally))]]
    }

    /// A table of activities; of a plan without indicators it has none of theirs.
    func activityTable(_ ids: [ItemID], caption: String) -> Table {
        let hasIndicators = !plan.indicators.isEmpty
        return Table(
            caption: caption,
            columns: [
                Table.Column(words("Activity")), Table.Column(words("Status"), .marked),
                Table.Column(words("Why"), .words),
                Table.Column(words("When"), .period), Table.Column(words("Lead agency"), .name),
            ] + (hasIndicators ? [Table.Column(words("Indicators"))] : []),
            rows: ids.compactMap { site.activity($0) }
                .map { activity in
                    let item = site.plan.activity(activity.id)
                    let cells = [
                        Table.Cell(line: heading(.activity(activity.id))),
                        Table.Cell(status(of: activity.id)),
                        Table.Cell(line: because(activity.verdicts)),
                        Table.Cell(lines: item.map { timing($0) } ?? []),
                        Table.Cell(line: item?.lead.map { [agency($0)] } ?? [.note(words("The plan names nobody"))]),
                    ]
                    guard hasIndicators else { return Table.Row(cells) }
                    let shares =
                        activity.tally.total > 0 ? [Inline.shares(distribution(activity.tally, title: ""))] : []
                    return Table.Row(cells + [Table.Cell(line: shares)])
                }
        )
    }

    /// A table of indicators with their latest values.
    func indicatorTable(_ ids: [ItemID], caption: String) -> Table {
        Table(
            caption: caption,
            columns: [
                Table.Column(words("Indicator")), Table.Column(words("Status"), .marked),
                Table.Column(words("Why"), .words),
                Table.Column(words("Latest value"), .value), Table.Column(words("Final target"), .value),
                Table.Column(words("Reports received"), isNumeric: true),
            ],
            rows: ids.compactMap { site.indicator($0) }
                .map { assessment in
                    let indicator = site.plan.indicator(assessment.id)
                    return Table.Row([
                        Table.Cell(line: heading(.indicator(assessment.id))),
                        Table.Cell(status(of: assessment.id)),
                        Table.Cell(line: because(assessment.verdicts)),
                        Table.Cell(lines: latest(assessment)),
                        Table.Cell(line: indicator.map { finalTarget($0) } ?? []),
                        Table.Cell(line: reportCounts(assessment.reports)),
                    ])
                }
        )
    }

    func because(_ verdicts: ItemVerdicts) -> [Inline] {
        verdicts.headline.map { [.phrase(phrase($0.because))] } ?? []
    }

    /// The worst and best case in few words.
    func sureness(_ verdicts: ItemVerdicts) -> [[Inline]] {
        guard let bounds = verdicts.headline?.bounds, bounds.best != bounds.worst else { return [] }
        return [
            [.note(words("at worst")), .status(mark(bounds.worst))],
            [.note(words("at best")), .status(mark(bounds.best))],
        ]
    }

    /// The latest value and of which period it is; else how the last ended period stands.
    func latest(_ assessment: IndicatorAssessment) -> [[Inline]] {
        let measure = site.plan.indicator(assessment.id)?.measure
        let ended = assessment.periods.last { $0.period.days.end < site.asOf }
        guard let period = assessment.latest.map({ assessment.periods[$0] }) ?? ended ?? assessment.periods.first else {
            return []
        }
        return [
            [.figure(figure(period, of: measure))]
                + (period.isIllustrative ? [.illustrative(words("Illustrative"))] : []),
            [.phrase(name(of: period.period, for: assessment.id))],
        ]
    }

    func finalTarget(_ indicator: Indicator) -> [Inline] {
        if case .milestone(let due, _) = indicator.measure { return [.text(words("by")), day(due)] }
        guard let target = indicator.finalTarget else { return [] }
        return [
            .phrase(self.target(target.value, of: indicator.measure)),
            .note(words("by {1}", writing.shortDate(target.by))),
        ]
    }

    func reportCounts(_ counts: ReportCounts) -> [Inline] {
        guard counts.expected > 0 else { return [.note(words("None was due yet"))] }
        return [
            .text(words("{1} of {2}", writing.number(counts.received), writing.number(counts.expected)))
        ]
    }

    /// Words of the plan itself, which are in its first language.
    func stated(_ words: String) -> Inline {
        .phrase(phrase(LocalizedText.Entry(language: plan.languages.first ?? "", text: "“\(words)”")))
    }

    /// When an activity is to be done: as the plan says it, and as it is read.
    func timing(_ activity: Activity) -> [[Inline]] {
        guard let timing = activity.timing else { return [[.note(words("The plan does not say"))]] }
        var lines: [[Inline]] = []
        if let stated = timing.stated { lines.append([self.stated(stated)]) }
        switch timing.kind {
        case .fixed: lines.append([day(timing.days.start), .text("–"), day(timing.days.end)])
        case .recurring(let interval):
            lines.append([.text(words.name(of: interval))])
            lines.append([day(timing.days.start), .text("–"), day(timing.days.end)])
        case .permanent: lines.append([.text(words("All the time"))])
        }
        return lines
    }
}
