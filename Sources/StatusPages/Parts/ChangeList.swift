import ActionPlan
import Language
import Markup
import Rules

/// Which items stand otherwise than at the last meeting, and why.
struct ChangeList: Sendable {
    var introduction: [Inline]
    var groups: [Group]
    /// How many there are besides those listed.
    var further: Int

    struct Group: Sendable {
        var title: String
        var entries: [Entry]
    }

    struct Entry: Sendable {
        var heading: [Inline]
        var course: [Inline]
        var cause: [Inline]
    }

    /// The changes since the previous assessment.
    ///
    /// - Parameters:
    ///   - context: the page.
    ///   - limit: how many of each group are listed.
    ///   - others: items that are told of elsewhere.
    init(_ context: PageContext, limit: Int, without others: Set<ItemID> = []) {
        let words = context.words
        guard let changes = context.site.changes else {
            introduction = [.text(words("There is no earlier meeting to compare with."))]
            groups = []
            further = 0
            return
        }
        introduction = [.text(words("Compared with")), context.day(changes.from)]
        if let title = context.plan.meetings.last(where: { $0.date == changes.from })?.title {
            introduction += [.text("·"), .phrase(context.phrase(title))]
        }
        introduction += [.text("·"), .text(Self.reports(changes.reports, words))]
        let items = changes.items.filter { !others.contains($0.item.id) }
        groups = [StatusChange.Trend.worse, .better, .other]
            .compactMap { trend in
                let found = items.filter { Self.trend(of: $0.change) == trend }
                guard !found.isEmpty else { return nil }
                return Group(
                    title: Self.title(of: trend, words),
                    entries: found.prefix(limit).map { Self.entry($0, context) }
                )
            }
        further = items.count - groups.reduce(0) { $0 + $1.entries.count }
        let byTime = changes.items.count { $0.change.causes == [.time] }
        if byTime > 0 {
            introduction += [
                .text("·"),
                .text(words("only because time has passed: {1}", words.count(byTime, "change / changes"))),
            ]
        }
        if changes.items.isEmpty { introduction += [.text("·"), .text(words("No status has changed."))] }
    }

    private static func reports(_ changes: ReportChanges, _ words: Catalogue) -> String {
        words(
            "{1} received, {2} corrected, {3} returned, {4} became overdue",
            words.count(changes.received.count, "report / reports"),
            words.language.number(changes.corrected.count),
            words.language.number(changes.returned.count),
            words.language.number(changes.becameOverdue.count)
        )
    }

    /// What had no status on the scale before and stands badly now is no change among others.
    private static func trend(of change: StatusChange) -> StatusChange.Trend {
        switch change.after?.group {
        case .attention where change.trend == .other, .bad where change.trend == .other: .worse
        default: change.trend
        }
    }

    private static func title(of trend: StatusChange.Trend, _ words: Catalogue) -> String {
        switch trend {
        case .worse: words("Worse than before, or newly bad")
        case .better: words("Better than before")
        case .other: words("Other changes")
        }
    }

    private static func entry(_ change: ItemChange, _ context: PageContext) -> Entry {
        func mark(_ status: Status?) -> Inline {
            status.map { .status(context.mark($0)) } ?? .note(context.words("Not judged"))
        }
        let isKnown = context.site.plan.reference(change.item.id) != nil
        return Entry(
            heading: isKnown ? context.heading(change.item) : [.code(change.item.id.rawValue)],
            course: [mark(change.change.before), .text("→"), mark(change.change.after)],
            cause: (change.change.because.map { [.phrase(context.phrase($0))] } ?? [])
                + [.note(context.words("Cause:"))] + context.causes(change.change.causes, of: change.item.id)
        )
    }
}

extension PageContext {
    /// What made a status change: the first report or item of each kind by name, the others by number.
    fileprivate func causes(_ causes: [StatusChange.Cause], of item: ItemID) -> [Inline] {
        causes.flatMap { cause -> [Inline] in
            switch cause {
            case .time: return [.note(words("time has passed"))]
            case .rules(let packs): return [.note(words("the rules changed: {1}", packs.joined(separator: ", ")))]
            case .plan(let items):
                return [.note(words("the plan was amended"))]
                    + items.prefix(1).filter { $0 != item }.map { self.item($0) }
                    + more(items.count - 1)
            case .reports(let keys):
                guard let key = keys.first else { return [] }
                let period = name(of: key.period, for: key.item).text
                let title = Phrase(words("report: {1}", period))
                guard let reference = site.plan.reference(key.item) else { return [.text(title.text)] }
                let fragment = Self.reportFragment(key)
                return [.link(title, link(PageAddress(reference), fragment: fragment)), .text("·"), agency(key.agency)]
                    + more(keys.count - 1)
            }
        }
    }

    private func more(_ count: Int) -> [Inline] {
        count > 0 ? [.note(words("and {1} more", writing.number(count)))] : []
    }
}

extension Markup {
    mutating func changes(_ list: ChangeList) {
        paragraph(list.introduction)
        for group in list.groups {
            element(.h3, text: group.title)
            element(.ul, .class("changes")) { page in
                for entry in group.entries {
                    page.lineBreak()
                    page.element(.li) { page in
                        page.element(.p, .class("change-head")) { $0.inlines(entry.heading) }
                        page.element(.p, .class("change-course")) { $0.inlines(entry.course) }
                        page.element(.p, .class("change-cause")) { $0.inlines(entry.cause) }
                    }
                }
            }
        }
    }
}
