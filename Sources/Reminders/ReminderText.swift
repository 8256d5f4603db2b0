import Accounts
package import ActionPlan
import Language
import Rules

/// A reminder in words.
///
/// It names reports and days and leads to the service; no figure and no reason that somebody wrote is in it, since mail is
/// read by more people than it was sent to.
package struct ReminderText {
    private let reminder: Reminder
    private let index: PlanIndex
    private let origin: String
    private let asOf: Day
    private let words: Catalogue

    /// How many reports are named one by one.
    private static let shown = 40

    /// - Parameters:
    ///   - reminder: what is told.
    ///   - index: the plan as it is on the day.
    ///   - origin: the scheme, host and port under which browsers know the service.
    ///   - asOf: the day.
    package init(_ reminder: Reminder, _ index: PlanIndex, origin: String, asOf: Day) {
        self.reminder = reminder
        self.index = index
        self.origin = origin
        self.asOf = asOf
        let language = reminder.person.language
        words = Catalogue.reminders(in: index.plan.languages.contains(language) ? language : "en")
    }

    /// The tag of the language in which it is written.
    package var language: String { words.language.rawValue }

    private var plan: String { text(index.plan.shortTitle ?? index.plan.title) }
    private func text(_ text: LocalizedText) -> String { text.best(for: language).text }
    private func day(_ day: Day) -> String { words.language.shortDate(day) }

    package var subject: String {
        guard !reminder.occasions.isEmpty else { return "\(plan): \(words("how reporting stands"))" }
        let overdue = reminder.occasions.count { $0.kind == .overdue }
        let returned = reminder.occasions.count { if case .returned = $0.kind { true } else { false } }
        var parts = [words.count(reminder.occasions.count, "report is open / reports are open")]
        if overdue > 0 { parts.append(words("overdue: {1}", words.language.number(overdue))) }
        if returned > 0 { parts.append(words("sent back: {1}", words.language.number(returned))) }
        return "\(plan): \(parts.joined(separator: ", "))"
    }

    /// The mail's text.
    ///
    /// - Parameter optOut: where the reader says that she wants no more.
    /// - Returns: lines that end with a line feed.
    package func body(optOut: String) -> String {
        var lines = [words("Good day, {1}.", reminder.person.name), ""]
        if !reminder.occasions.isEmpty { lines += owed }
        if let digest = reminder.digest { lines += self.lines(of: digest) }
        lines += [
            "-- ", words("This mail was written by the service that keeps the reports under {1}.", plan),
            words("You want no more of them: {1}", optOut), "",
        ]
        return lines.joined(separator: "\n")
    }

    // MARK: - For a focal point

    private var owed: [String] {
        var lines: [String] = [words("These reports are open:"), ""]
        let groups: [(title: String, occasions: [Occasion])] = [
            (words("Sent back to you"), reminder.occasions.filter { $0.report.reason == .returned }),
            (words("Overdue"), reminder.occasions.filter { $0.report.reason == .overdue }),
            (words("Due"), reminder.occasions.filter { $0.report.reason == .due }),
        ]
        let hasSeveral = Set(reminder.occasions.map(\.report.key.agency)).count > 1
        for group in groups where !group.occasions.isEmpty {
            lines += [group.title.uppercased(), ""]
            for occasion in group.occasions.prefix(Self.shown) {
                lines += self.lines(of: occasion.report, withAgency: hasSeveral)
            }
            let rest = group.occasions.count - Self.shown
            if rest > 0 { lines += [words("and {1}", words.count(rest, "other report / other reports")), ""] }
        }
        return lines + [words("All that is open: {1}", "\(origin)/\(language)/due"), ""]
    }

    private func lines(of report: OwedReport, withAgency: Bool) -> [String] {
        let key = report.key
        let title = index.title(of: key.item).map(text) ?? key.item.rawValue
        var first = "* \(title), \(text(index.name(of: key.period, for: key.item)))"
        if withAgency { first += ", \(body(key.agency.rawValue))" }
        return [first, "  \(when(report))", "  \(origin)/\(language)/report/\(key.item)/\(key.period)", ""]
    }

    private func when(_ report: OwedReport) -> String {
        if report.reason == .returned { return words("The reviewer's reason stands beside the form.") }
        let days = words.count(abs(report.daysLate), "day / days")
        if report.daysLate > 0 { return words("It was due on {1}, {2} ago.", day(report.due), days) }
        return report.daysLate == 0
            ? words("It is due today.") : words("It is due by {1}, {2} are left.", day(report.due), days)
    }

    private func body(_ id: String) -> String {
        index.agency(AgencyID(rawValue: id)).map { text($0.title) } ?? id
    }

    // MARK: - For the chair

    private func lines(of digest: Digest) -> [String] {
        let writing = words.language
        var lines = [
            words("How reporting stands on {1}:", day(digest.asOf)), "",
            "* " + words("waiting for a review: {1}", writing.number(digest.waiting)),
            "* " + words("due within two weeks: {1}", writing.number(digest.dueSoon)),
            "* " + words("overdue: {1}", writing.number(digest.agencies.map(\.overdue).reduce(0, +))),
            "* " + words("sent back: {1}", writing.number(digest.agencies.map(\.returned).reduce(0, +))), "",
        ]
        if !digest.agencies.isEmpty {
            lines += [words("Agencies that owe something:"), ""]
            for part in digest.agencies.prefix(Self.shown) {
                var parts: [String] = []
                if part.overdue > 0 { parts.append(words("overdue: {1}", writing.number(part.overdue))) }
                if let oldest = part.oldest { parts.append(words("the oldest was due on {1}", day(oldest))) }
                if part.returned > 0 { parts.append(words("sent back: {1}", writing.number(part.returned))) }
                lines.append("* \(body(part.agency.rawValue)): \(parts.joined(separator: ", "))")
            }
            lines.append("")
        }
        return lines + [
            words("Reports to review: {1}", "\(origin)/\(language)/review"),
            words("The pages of the plan: {1}", "\(origin)/internal/\(language)/index.html"), "",
        ]
    }
}
