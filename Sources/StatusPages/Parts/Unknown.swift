import ActionPlan
import Language
import Rules

/// What the plan asks to be finished or under way by the day, and of which nothing is known.
struct Unknown: Sendable {
    /// In the order of the plan.
    var items: [Item]

    struct Item: Sendable {
        var reference: ItemReference
        var expectation: Expectation
        /// The objective at the top under which it stands.
        var objective: ItemID?
    }

    /// What the plan asks of an item by the day.
    enum Expectation: Hashable, Sendable {
        /// Its last day is over.
        case finished(Day)
        /// It is done again and again, since a day.
        case repeated(Timing.Interval, since: Day)
        /// It goes on all the time.
        case permanent

        var isFinished: Bool { if case .finished = self { true } else { false } }
    }

    init(_ site: Site) {
        let plan = site.plan
        let standings = site.standings
        let references =
            plan.plan.activities.map { ItemReference.activity($0.id) }
            + plan.plan.indicators.map { .indicator($0.id) }
        items = references.compactMap { reference in
            guard standings[reference.id] == .unknown,
                let expectation = Self.expectation(of: reference, site)
            else { return nil }
            let objective = plan.ancestors(of: reference.id).first { plan.objective($0) != nil }
            return Item(reference: reference, expectation: expectation, objective: objective)
        }
    }

    /// What the plan asks of an item by the day of the assessment; nil where that is nothing yet, or where it does not say.
    static func expectation(of reference: ItemReference, _ site: Site) -> Expectation? {
        let today = site.asOf
        switch reference {
        case .objective: return nil
        case .activity(let id):
            guard let activity = site.plan.activity(id), !activity.isCancelled, let timing = activity.timing,
                timing.days.start <= today
            else { return nil }
            switch timing.kind {
            case .fixed: return timing.days.end < today ? .finished(timing.days.end) : nil
            case .recurring(let interval): return .repeated(interval, since: timing.days.start)
            case .permanent: return .permanent
            }
        case .indicator(let id):
            guard let indicator = site.plan.indicator(id), !indicator.isCancelled else { return nil }
            if case .milestone(let due, _) = indicator.measure { return due < today ? .finished(due) : nil }
            return indicator.finalTarget.flatMap { $0.by < today ? .finished($0.by) : nil }
        }
    }
}

extension PlanIndex {
    /// Whether somebody is to report on an item, or on anything below it, each period.
    func hasReportsArranged(_ id: ItemID) -> Bool {
        !expectedReporters(of: id).isEmpty || children(of: id).contains { hasReportsArranged($0.id) }
    }
}

extension PageContext {
    /// What the plan asks of an item by the day, in a few words.
    func words(for expectation: Unknown.Expectation) -> String {
        switch expectation {
        case .finished(let end): words("to be finished by {1}", writing.shortDate(end))
        case .repeated(.month, let start): words("to be done every month since {1}", writing.shortDate(start))
        case .repeated(.quarter, let start): words("to be done every quarter since {1}", writing.shortDate(start))
        case .repeated(.halfYear, let start): words("to be done every half-year since {1}", writing.shortDate(start))
        case .repeated(.year, let start): words("to be done every year since {1}", writing.shortDate(start))
        case .permanent: words("to be under way all the time")
        }
    }

    /// What to do about a status; where nobody is to report, that is to arrange reports.
    func advice(for status: Status, isArranged: Bool) -> Phrase? {
        status.group == .unknown && !isArranged
            ? Phrase(words("Arrange reports on it: who reports, and when.")) : status.advice.map { phrase($0) }
    }

    /// What an activity's plan asks and what is not known of it, where nothing was reported and nobody is to report.
    func unknownFacts(_ activity: Activity) -> Facts {
        var facts = Facts()
        let expectation = Unknown.expectation(of: .activity(activity.id), site)
        let asked: Inline
        if let expectation {
            asked = .text(Self.sentence(words(for: expectation)))
        } else if let timing = activity.timing {
            asked = .text(
                timing.days.start > site.asOf
                    ? words("Nothing yet: it begins on {1}.", writing.shortDate(timing.days.start))
                    : words("To be under way; to be finished by {1}", writing.shortDate(timing.days.end))
            )
        } else {
            asked = .note(words("The plan does not say"))
        }
        facts.add(words("What the plan asks by now"), lines: [[asked]] + stated(activity))
        let unknown =
            switch expectation {
            case .finished: words("Whether it was done, when, and with what result.")
            case .repeated: words("Whether it was done, how often, and with what result.")
            case .permanent, nil: words("Whether anything was done, and with what result.")
            }
        facts.add(
            words("What is not known"),
            lines: [[.text(unknown)], [.note(words("That does not mean that nothing was done."))]]
        )
        facts.add(words("Reports"), .text(words("The plan arranges none on it, and none has come.")))
        return facts
    }

    private func stated(_ activity: Activity) -> [[Inline]] {
        activity.timing?.stated.map { [[.note(words("In the words of the plan:")), stated($0)]] } ?? []
    }

    private static func sentence(_ words: String) -> String {
        words.unicodeScalars.first.map { String($0).uppercased() + String(words.unicodeScalars.dropFirst()) } ?? words
    }
}
