import ActionPlan
import Language
import Rules

/// A reporting period: what was due, what came, and what is missing.
struct PeriodPage: Sendable {
    var frame: Frame
    var title: Phrase
    var introduction: [Inline]
    var agencies: Table?
    var missing: Table?
    var furtherMissing: String?
    var received: Table?
    var furtherReceived: String?

    /// How many reports a list names.
    private static let shown = 200

    init(_ period: ReportingPeriod, of calendar: ReportingCalendar, _ context: PageContext) {
        let words = context.words
        let entries = context.site.expectedReports(calendar.id, period.id)?.entries ?? []
        title = context.name(of: period, in: calendar)
        frame = context.frame(
            title: title,
            trail: [
                .link(Phrase(words("Overview")), context.link(.overview)),
                .link(Phrase(words("Calendar of reports")), context.link(.calendar)),
            ]
        )
        introduction = [
            .day(context.writing.longDate(period.days.start), iso: period.days.start.description), .text("–"),
            .day(context.writing.longDate(period.days.end), iso: period.days.end.description), .text("·"),
            .text(words("Due on")), context.day(period.due), .text("·"), .text(words("Days of grace end on")),
            context.day(period.graceEnd),
        ]
        agencies = Self.agencies(entries, context)
        let absent = entries.filter { !$0.isReceived }
        let present = entries.filter(\.isReceived)
        missing = Self.missing(absent.prefix(Self.shown), context)
        received = Self.received(present.prefix(Self.shown), context)
        func further(_ count: Int) -> String? {
            count > Self.shown
                ? words(
                    "Another {1} on the pages of the agencies.",
                    words.count(count - Self.shown, "report / reports")
                )
                : nil
        }
        furtherMissing = further(absent.count)
        furtherReceived = further(present.count)
    }

    private static func agencies(_ entries: [ExpectedReports.Entry], _ context: PageContext) -> Table? {
        guard !entries.isEmpty else { return nil }
        let words = context.words
        // By position: an entry is much to copy.
        let byAgency = Dictionary(grouping: entries.indices) { entries[$0].part.agency }
        func number(_ value: Int) -> Table.Cell {
            Table.Cell(value == 0 ? .note("0") : .text(context.writing.number(value)))
        }
        return Table(
            caption: words("Agency by agency"),
            columns: [
                Table.Column(words("Agency")), Table.Column(words("Reports expected"), isNumeric: true),
                Table.Column(words("On time"), isNumeric: true), Table.Column(words("Late"), isNumeric: true),
                Table.Column(words("Missing"), isNumeric: true), Table.Column(words("Report awaited"), isNumeric: true),
            ],
            rows: context.plan.agencies.compactMap { agency in
                guard let own = byAgency[agency.id] else { return nil }
                return Table.Row([
                    Table.Cell(context.agency(agency.id, short: false)), number(own.count),
                    number(own.count { entries[$0].isReceived && !entries[$0].isLate }),
                    number(own.count { entries[$0].isLate }), number(own.count { entries[$0].isMissing }),
                    number(own.count { !entries[$0].isReceived && !entries[$0].isMissing }),
                ])
            }
        )
    }

    private static func missing(_ entries: ArraySlice<ExpectedReports.Entry>, _ context: PageContext) -> Table? {
        guard !entries.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: words("What did not come"),
            columns: [
                Table.Column(words("Item")), Table.Column(words("Agency"), .name),
                Table.Column(words("How it stands"), .marked),
            ],
            rows: entries.map { entry in
                Table.Row([
                    Table.Cell(line: context.heading(entry.item)), Table.Cell(context.agency(entry.part.agency)),
                    Table.Cell(
                        entry.isMissing
                            ? .tag(words("Missing"), kind: .error) : .tag(words("Report awaited"), kind: .plain)
                    ),
                ])
            }
        )
    }

    private static func received(_ entries: ArraySlice<ExpectedReports.Entry>, _ context: PageContext) -> Table? {
        guard !entries.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: words("What came"),
            columns: [
                Table.Column(words("Item")), Table.Column(words("Agency"), .name),
                Table.Column(words("Received on"), .date),
                Table.Column(words("How it stands"), .marked),
            ],
            rows: entries.map { entry in
                Table.Row([
                    Table.Cell(line: context.heading(entry.item)), Table.Cell(context.agency(entry.part.agency)),
                    Table.Cell(line: entry.part.receivedOn.map { [context.day($0)] } ?? []),
                    Table.Cell(
                        entry.isLate ? .tag(words("Late"), kind: .warning) : .tag(words("On time"), kind: .good)
                    ),
                ])
            }
        )
    }
}
