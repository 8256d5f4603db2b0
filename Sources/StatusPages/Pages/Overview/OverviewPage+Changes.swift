import ActionPlan
import Language
import Rules

extension OverviewPage {
    private static let shownChanges = 30

    static func changes(_ context: PageContext) -> Changes {
        let words = context.words
        guard let previous = context.site.previous else {
            return Changes(
                introduction: [.text(words("There is no earlier meeting to compare with."))],
                groups: [],
                further: 0
            )
        }
        var introduction: [Inline] = [.text(words("Compared with")), context.day(previous.asOf)]
        if let meeting = context.plan.meetings.last(where: { $0.date == previous.asOf }), let title = meeting.title {
            introduction += [.text("·"), .phrase(context.phrase(title))]
        }
        introduction += [.text("·"), .text(received(since: previous, context))]
        var left = shownChanges
        let groups = StatusChange.Course.allCases.compactMap { course -> Changes.Group? in
            let found = context.site.changes.filter { $0.course == course }.prefix(left)
            left -= found.count
            guard !found.isEmpty else { return nil }
            return Changes.Group(title: title(of: course, words), entries: found.map { entry($0, context) })
        }
        if groups.isEmpty { introduction += [.text("·"), .text(words("No status has changed."))] }
        return Changes(
            introduction: introduction,
            groups: groups,
            further: max(0, context.site.changes.count - shownChanges)
        )
    }

    private static func title(of course: StatusChange.Course, _ words: Catalogue) -> String {
        switch course {
        case .worse: words("Worse than before")
        case .better: words("Better than before")
        case .other: words("Otherwise than before")
        }
    }

    private static func entry(_ change: StatusChange, _ context: PageContext) -> Changes.Entry {
        let words = context.words
        let before: Inline = change.before.map { .status(context.mark($0)) } ?? .note(words("Not judged"))
        let because = context.site.verdicts(of: change.item.id)?.headline.map { context.phrase($0.because) }
        return Changes.Entry(
            heading: context.heading(change.item),
            course: [before, .text("→"), .status(context.mark(change.after))],
            cause: [.note(cause(change, context))] + (because.map { [.phrase($0)] } ?? [])
        )
    }

    private static func cause(_ change: StatusChange, _ context: PageContext) -> String {
        let words = context.words
        switch change.cause {
        case .report(let period, let agency):
            let name = context.site.plan.agency(agency).map { context.phrase($0.shortTitle ?? $0.title).text }
            return words(
                "Report of {1} for {2}.",
                name ?? agency.rawValue,
                context.name(of: period, for: change.item.id).text
            )
        case .amendment(let position):
            return words("Amendment of the plan: {1}.", context.phrase(context.plan.amendments[position].title).text)
        case .below: return words("What is below it changed.")
        case .time: return words("Time passed.")
        }
    }

    /// How many reports came, were verified and were returned since.
    private static func received(since previous: Assessment, _ context: PageContext) -> String {
        var received = 0
        var returned = 0
        for period in context.assessment.indicators.flatMap(\.periods)
            + context.assessment.activities.flatMap(\.periods)
        {
            for record in period.reports.compactMap(\.record) {
                received += record.versions.filter { !$0.isDraft && $0.submitted > previous.knownAt }.count
                returned += record.reviews.filter { $0.decision == .returned && $0.reviewed > previous.knownAt }.count
            }
        }
        return context.words(
            "{1} received since, {2} returned",
            context.words.count(received, "report / reports"),
            context.writing.number(returned)
        )
    }
}
