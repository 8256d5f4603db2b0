import ActionPlan
import Language
import Markup
import Rules

/// When reports are due, period by period, and how many came.
struct CalendarPage: Sendable {
    var frame: Frame
    var title: Phrase
    var calendars: [Table]

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Calendar of reports"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        calendars = context.plan.calendars.map { calendar in
            Table(
                caption: calendar.title.map { context.phrase($0).text } ?? words.name(of: calendar.frequency),
                hidesCaption: false,
                columns: [
                    Table.Column(words("Period")), Table.Column(words("Due on"), .date),
                    Table.Column(words("Days of grace end on"), .date),
                    Table.Column(words("Reports expected"), isNumeric: true),
                    Table.Column(words("Reports received"), isNumeric: true),
                    Table.Column(words("Missing"), isNumeric: true),
                ],
                rows: calendar.periods.map { Self.row($0, of: calendar, context) }
            )
        }
    }

    private static func row(
        _ period: ReportingPeriod,
        of calendar: ReportingCalendar,
        _ context: PageContext
    ) -> Table.Row {
        let name = context.name(of: period, in: calendar)
        let hasEnded = period.days.end < context.site.asOf
        let entries = context.site.expectedReports(calendar.id, period.id)?.entries ?? []
        func number(_ value: Int) -> Table.Cell {
            Table.Cell(hasEnded ? .text(context.writing.number(value)) : .note("–"))
        }
        return Table.Row([
            Table.Cell(hasEnded ? .link(name, context.link(.period(calendar.id, period.id))) : .phrase(name)),
            Table.Cell(context.day(period.due)), Table.Cell(context.day(period.graceEnd)), number(entries.count),
            number(entries.count { $0.isReceived }), number(entries.count { $0.isMissing }),
        ])
    }

    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Reporting"))], title: title, marks: [])
            if calendars.isEmpty {
                page.paragraph(
                    words("The plan arranges no regular reports: none is late, and none is to be waited for."),
                    class: "nothing"
                )
            }
            for calendar in calendars { page.table(calendar) }
        }
    }
}
