import ActionPlan
import Charts
import Language
import Rules

/// When activities are to be done, with their milestones, objective by objective.
struct TimelinePage: Sendable {
    var frame: Frame
    var title: Phrase
    var parts: [Part]
    var pager: [Inline]?

    /// The activities of an objective.
    struct Part: Sendable {
        var fragment: String
        var heading: [Inline]
        var chart: ChartPair
        var table: Table
    }

    /// How many activities a page shows.
    static let length = 60

    init(_ number: Int, _ context: PageContext) {
        let words = context.words
        title = Phrase(words("Timeline"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        let pages = context.site.timelinePages
        let shown = pages.indices.contains(number - 1) ? pages[number - 1] : []
        parts = shown.map { Self.part($0.objective, $0.activities, context) }
        pager = context.pager(pages.count, current: number) { .timeline($0) }
    }

    private static func part(_ objective: ItemID, _ activities: [Activity], _ context: PageContext) -> Part {
        let isIllustrative = activities.contains { context.site.isIllustrative($0.id) }
        let title = context.site.plan.title(of: objective).map { context.phrase($0) } ?? Phrase(objective.rawValue)
        let frame = ChartFrame(
            id: "timeline-\(objective)",
            title: context.words("Timeline of: {1}", title.text),
            description: context.words("A bar for each activity, with its milestones. The table below says the same."),
            mark: isIllustrative ? context.words("Illustrative") : nil
        )
        let chart = chart(activities, frame, context)
        return Part(
            fragment: "objective-\(objective)",
            heading: [context.item(objective)],
            chart: ChartPair(frame) { frame, page in
                var chart = chart
                chart.frame = frame
                chart.write(into: &page)
            },
            table: table(activities, caption: title.text, context)
        )
    }

    private static func chart(_ activities: [Activity], _ frame: ChartFrame, _ context: PageContext) -> TimelineChart {
        let words = context.words
        let days = context.plan.days
        let years = days.start.date.year...max(days.start.date.year, days.end.date.year)
        return TimelineChart(
            frame: frame,
            rows: activities.map { row($0, context) },
            span: Double(days.start.number)...Double(max(days.end.number, days.start.number + 1)),
            ticks: years.compactMap { year in
                Day(year: year, month: 1, day: 1)
                    .map { .init(day: Double(max($0, days.start).number), label: String(year)) }
            },
            today: days.contains(context.site.asOf) ? Double(context.site.asOf.number) : nil,
            texts: TimelineChart.Texts(
                achieved: words("Milestone achieved"),
                achievedLate: words("Milestone achieved late"),
                overdue: words("Milestone overdue"),
                ahead: words("Milestone ahead"),
                unknown: words("Milestone due, not reported"),
                permanent: words("All the time"),
                today: words("Day of the assessment"),
                undated: words("No time stated")
            )
        )
    }

    private static func row(_ activity: Activity, _ context: PageContext) -> TimelineChart.Row {
        let status = context.site.status(of: activity.id)
        var isPermanent = false
        if case .permanent? = activity.timing?.kind { isPermanent = true }
        return TimelineChart.Row(
            label: (activity.code.map { $0 + " " } ?? "") + context.phrase(activity.title).text,
            symbol: status?.symbol.drawn,
            style: "ink-\(status?.color.rawValue ?? "grey") chart-bar",
            start: activity.timing.map { Double($0.days.start.number) },
            end: activity.timing.map { Double($0.days.end.number) },
            isPermanent: isPermanent,
            milestones: milestones(of: activity, context).map { milestone($0.indicator, $0.due, context) }
        )
    }

    private static func milestones(
        of activity: Activity,
        _ context: PageContext
    ) -> [(indicator: Indicator, due: Day)] {
        context.site.plan.children(of: activity.id)
            .compactMap { child in
                guard let indicator = context.site.plan.indicator(child.id),
                    case .milestone(let due, _) = indicator.measure, !indicator.isCancelled
                else { return nil }
                return (indicator, due)
            }
    }

    private static func milestone(_ indicator: Indicator, _ due: Day, _ context: PageContext) -> TimelineChart.Milestone
    {
        let assessment = context.site.indicator(indicator.id)
        var achieved: Day??
        for case .milestone(true, let day)? in (assessment?.periods ?? []).map(\.value) {
            achieved = achieved ?? .some(day)
        }
        let isReported = assessment?.latest != nil
        let state: TimelineChart.Milestone.State =
            if let achieved {
                (achieved.map { $0 > due } ?? false) ? .achievedLate : .achieved
            } else if due >= context.site.asOf {
                .ahead
            } else {
                isReported ? .overdue : .unknown
            }
        return TimelineChart.Milestone(
            day: Double(due.number),
            state: state,
            hint: "\(context.phrase(indicator.title).text), \(context.writing.shortDate(due))"
        )
    }

    private static func table(_ activities: [Activity], caption: String, _ context: PageContext) -> Table {
        let words = context.words
        return Table(
            caption: caption,
            columns: [
                Table.Column(words("Activity")), Table.Column(words("Status"), .marked),
                Table.Column(words("When"), .period),
                Table.Column(words("Milestones"), .words),
            ],
            rows: activities.map { activity in
                Table.Row([
                    Table.Cell(line: context.heading(.activity(activity.id))),
                    Table.Cell(context.status(of: activity.id)), Table.Cell(lines: context.timing(activity)),
                    Table.Cell(
                        lines: milestones(of: activity, context)
                            .map { milestone in
                                [
                                    context.day(milestone.due), context.status(of: milestone.indicator.id),
                                    context.item(.indicator(milestone.indicator.id)),
                                ]
                            }
                    ),
                ])
            }
        )
    }
}
