import ActionPlan
import Language
import Rules

/// Deadlines and meetings as a calendar that programs subscribe to (RFC 5545).
///
/// The same plan gives the same bytes: identifiers of events hang on what they are about, their stamps on when the plan was
/// changed, and on no clock.
package struct DeadlineCalendar: Sendable {
    /// The media type.
    package static let mediaType = "text/calendar; charset=utf-8"
    /// The name of its file.
    package static let fileName = "calendar.ics"

    private let deadlines: Deadlines
    private let source: FeedSource
    private let names: FeedNames

    package init(_ deadlines: Deadlines, _ source: FeedSource) {
        self.deadlines = deadlines
        self.source = source
        names = FeedNames(deadlines.plan, source)
    }

    private var words: Catalogue { names.words }

    private var plan: PlanIndex { deadlines.plan }
    private var language: String { source.language }

    package var bytes: [UInt8] {
        var writer = CalendarWriter()
        writer.line("BEGIN", "VCALENDAR")
        writer.line("VERSION", "2.0")
        writer.line("PRODID", "-//nap//deadlines 1//EN")
        writer.line("CALSCALE", "GREGORIAN")
        let title = words("{1}: deadlines and meetings", source.title(plan.plan))
        writer.text("NAME", title, language: language)
        // The name by which most programs know it: that of RFC 7986 came later.
        writer.text("X-WR-CALNAME", title)
        writer.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
        for event in deadlines.events where concerns(event) { write(event, &writer) }
        writer.line("END", "VCALENDAR")
        return writer.bytes
    }

    private func concerns(_ event: Deadlines.Event) -> Bool {
        guard let agency = source.agency, let agencies = event.agencies else { return true }
        return agencies.contains(agency)
    }

    private func write(_ event: Deadlines.Event, _ writer: inout CalendarWriter) {
        let items = items(of: event)
        writer.line("BEGIN", "VEVENT")
        writer.line("UID", identifier(of: event))
        writer.moment("DTSTAMP", deadlines.changed)
        writer.day("DTSTART", event.day)
        writer.text("SUMMARY", summary(of: event, items) + mark(items), language: language)
        let description = description(of: event, items)
        if !description.isEmpty { writer.text("DESCRIPTION", description, language: language) }
        if let url = source.home { writer.line("URL", url) }
        // Nobody is busy on such a day.
        writer.line("TRANSP", "TRANSPARENT")
        writer.line("END", "VEVENT")
    }

    private func items(of event: Deadlines.Event) -> [ItemID] {
        guard let agency = source.agency else { return event.items }
        return event.items.filter { item in
            if case .reports = event.kind { return deadlines.reporters[item]?.contains(agency) ?? false }
            return plan.involved(in: item).contains(agency)
        }
    }

    /// What tells an event from all others, and stays the same when the calendar is fetched again.
    private func identifier(of event: Deadlines.Event) -> String {
        let what =
            switch event.kind {
            case .reports(let calendar, let period): "reports-\(calendar)-\(period)"
            case .activities: "activities-\(event.day)"
            case .milestones: "milestones-\(event.day)"
            case .targets: "targets-\(event.day)"
            case .meeting(let place): "meeting-\(event.day)-\(number(ofMeeting: place, on: event.day))"
            case .planEnds: "end"
            }
        return "\(what)-\(source.agency?.rawValue ?? "all")@\(plan.plan.id).nap"
    }

    /// Meetings of one day are counted from 1.
    private func number(ofMeeting place: Int, on day: Day) -> Int {
        plan.plan.meetings[...place].count { $0.date == day }
    }

    private func summary(of event: Deadlines.Event, _ items: [ItemID]) -> String {
        switch event.kind {
        case .reports(let calendar, let period): return words("Reports due: {1}", names.period(period, calendar))
        case .activities: return words("To be done: {1}", what(items, "activity / activities"))
        case .milestones: return words("Milestone: {1}", what(items, "indicator / indicators"))
        case .targets: return words("Target to be reached: {1}", what(items, "indicator / indicators"))
        case .meeting(let place):
            return plan.plan.meetings[place].title?.best(for: language).text ?? words("Meeting")
        case .planEnds: return words("The plan ends") + ": " + plan.plan.title.best(for: language).text
        }
    }

    /// One item by its name, several by their number.
    private func what(_ items: [ItemID], _ forms: String) -> String {
        items.count == 1 ? plan.heading(of: items[0], language) : words.count(items.count, forms)
    }

    /// Whatever rests on an illustration alone says so.
    private func mark(_ items: [ItemID]) -> String {
        let isIllustrative =
            items.isEmpty
            ? plan.plan.provenance.isIllustrative : items.allSatisfy { provenance(of: $0).isIllustrative }
        return isIllustrative ? " (\(words("illustrative")))" : ""
    }

    private func provenance(of item: ItemID) -> Provenance {
        plan.indicator(item)?.provenance ?? plan.activity(item)?.provenance ?? plan.plan.provenance
    }

    private func description(of event: Deadlines.Event, _ items: [ItemID]) -> String {
        var lines = names.headings(items)
        if case .reports(let calendar, let period) = event.kind,
            let found = plan.calendar(calendar)?.period(period), found.graceEnd > found.due
        {
            lines.append(words("Days of grace end on {1}.", words.language.shortDate(found.graceEnd)))
        }
        return lines.joined(separator: "\n")
    }
}
