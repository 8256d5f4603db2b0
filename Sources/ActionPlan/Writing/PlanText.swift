import YAML

/// A plan as the text of a plan file, which reads again as the same plan.
///
/// Amendments are left out, and so are comments: it is for plans that come from elsewhere.
package struct PlanText: Sendable {
    let plan: Plan
    let index: PlanIndex

    package init(_ plan: Plan) {
        self.plan = plan
        index = PlanIndex(plan)
    }

    /// The text, with remarks above it as comments.
    package func text(remarks: [String] = []) -> String {
        let head = ["# yaml-language-server: $schema=../../docs/schemas/plan.schema.json"]
        let comments = head + remarks.map { "# " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        return comments.joined(separator: "\n") + "\n" + document.document
    }

    private var document: YAMLText {
        .map([
            ("format", .text(FileFormat.plan.rawValue)), ("plan", header), ("sources", list(plan.sources, source)),
            ("bodies", list(plan.bodies) { .map([("id", .text($0.id)), ("title", text($0.title))]) }),
            ("agencies", list(plan.agencies, agency)), ("calendars", list(plan.calendars, calendar)),
            ("dimensions", list(plan.dimensions, dimension)), ("objectives", .list(items(below: nil, Inherited(self)))),
        ])
    }

    private var header: YAMLText {
        .map([
            ("id", .text(plan.id)), ("title", text(plan.title)), ("short-title", plan.shortTitle.map(text)),
            ("description", plan.description.map(text)), ("country", plan.country.map { .text($0) }),
            ("version", plan.version == "1" ? nil : .text(plan.version)), ("start", date(plan.days.start)),
            ("end", date(plan.days.end)), ("languages", .list(plan.languages.map { .text($0) })),
            ("utc-offset", plan.utcOffset == .zero ? nil : .text(offset)), ("adopted", plan.adopted.map(text)),
            ("provenance", provenance(plan.provenance)),
            ("awaiting-review", list(plan.awaitingReview) { .text($0) }),
            ("calendar", calendarOfMost.map { .text($0) }), ("rules", list(plan.rules, use)),
            ("headline", list(plan.headline) { .text($0) }), ("disclosure", disclosure),
            ("variation-reasons", list(plan.variationReasons, category)),
            ("correction-reasons", list(plan.correctionReasons, category)), ("meetings", list(plan.meetings, meeting)),
        ])
    }

    private var offset: String {
        let minutes = abs(plan.utcOffset.seconds) / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return (plan.utcOffset.seconds < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
    }

    private var disclosure: YAMLText? {
        guard plan.disclosure != .standard else { return nil }
        return .map([
            ("threshold", .number(Double(plan.disclosure.threshold))),
            ("zero", .text(plan.disclosure.publishesZero ? "publish" : "withhold")),
            ("texts", .text(plan.disclosure.texts.rawValue)),
        ])
    }

    /// The calendar that stands at the plan: the one by which most items are reported on.
    var calendarOfMost: String? {
        let used = plan.activities.compactMap(\.calendar) + plan.indicators.compactMap(\.calendar)
        var counts: [String: Int] = [:]
        for id in used { counts[id, default: 0] += 1 }
        let most = counts.values.max()
        return plan.calendars.first { counts[$0.id] == most }?.id
    }

    private func use(_ use: RulePackUse) -> YAMLText {
        let parameters = use.parameters.sorted { $0.key < $1.key }
            .map { name, value -> YAMLText.Entry in
                switch value {
                case .number(let number): (name, .number(number))
                case .text(let text): (name, .text(text))
                case .boolean(let flag): (name, .boolean(flag))
                }
            }
        return .map([
            ("pack", .text(use.pack)), ("version", .text(use.version)),
            ("parameters", parameters.isEmpty ? nil : .map(parameters)),
            ("items", list(use.items) { .text($0.rawValue) }),
        ])
    }

    private func meeting(_ meeting: Meeting) -> YAMLText {
        .map([
            ("date", date(meeting.date)), ("title", meeting.title.map(text)),
            ("provenance", meeting.provenance == plan.provenance ? nil : provenance(meeting.provenance)),
        ])
    }

    private func source(_ source: Source) -> YAMLText {
        .map([
            ("id", .text(source.id)), ("title", text(source.title)), ("publisher", source.publisher.map(text)),
            ("date", source.date.map(date)), ("url", source.url.map { .text($0) }),
        ])
    }

    private func agency(_ agency: Agency) -> YAMLText {
        .map([
            ("id", .text(agency.id.rawValue)), ("title", text(agency.title)),
            ("short-title", agency.shortTitle.map(text)), ("kind", .text(agency.kind.rawValue)),
            ("language", agency.language.map { .text($0) }),
            (
                "membership",
                list(agency.memberships) { membership in
                    .map([
                        ("body", .text(membership.body)), ("role", .text(membership.role.rawValue)),
                        ("from", membership.from.map(date)), ("until", membership.until.map(date)),
                        (
                            "provenance",
                            membership.provenance == agency.provenance ? nil : provenance(membership.provenance)
                        ),
                    ])
                }
            ),
            ("provenance", agency.provenance == plan.provenance ? nil : provenance(agency.provenance)),
        ])
    }

    private func calendar(_ calendar: ReportingCalendar) -> YAMLText {
        var entries: [YAMLText.Entry] = [
            ("id", .text(calendar.id)), ("title", calendar.title.map(text)),
            ("frequency", .text(calendar.frequency.rawValue)),
        ]
        if let months = calendar.frequency.months {
            let (day, month) = dueDay(of: calendar, months)
            entries += [
                ("due-day", .number(Double(day))), ("due-month", month == 1 ? nil : .number(Double(month))),
            ]
        }
        entries.append(("grace-days", calendar.graceDays == 0 ? nil : .number(Double(calendar.graceDays))))
        if calendar.frequency == .custom {
            let periods = calendar.periods.map { period in
                YAMLText.map([
                    ("id", .text(period.id.rawValue)), ("title", period.title.map(text)),
                    ("start", date(period.days.start)), ("end", date(period.days.end)), ("due", date(period.due)),
                ])
            }
            entries.append(("periods", .list(periods)))
        }
        entries.append(("provenance", calendar.provenance == plan.provenance ? nil : provenance(calendar.provenance)))
        return .map(entries)
    }

    /// On which day of which month after a period's end it is due: the largest day, since shorter months cut it.
    private func dueDay(of calendar: ReportingCalendar, _ months: Int) -> (day: Int, month: Int) {
        let dues = calendar.periods.map(\.due.date)
        guard let due = calendar.periods.first?.due.date, let start = calendar.periods.first?.days.start.date else {
            return (15, 1)
        }
        let lastMonth = (start.year * 12 + start.month - 1) / months * months + months - 1
        return (dues.map(\.day).max() ?? 15, due.year * 12 + due.month - 1 - lastMonth)
    }

    private func dimension(_ dimension: Dimension) -> YAMLText {
        .map([
            ("id", .text(dimension.id)), ("title", text(dimension.title)),
            ("partitions", .boolean(dimension.partitions)),
            ("categories", .list(dimension.categories.map(category))),
        ])
    }

    func category(_ category: Dimension.Category) -> YAMLText {
        .map([("id", .text(category.id)), ("title", text(category.title))])
    }

    func list<Element>(_ elements: [Element], _ written: (Element) -> YAMLText) -> YAMLText? {
        elements.isEmpty ? nil : .list(elements.map(written))
    }

    func text(_ text: LocalizedText) -> YAMLText { .map(text.entries.map { ($0.language, .text($0.text)) }) }

    func date(_ day: Day) -> YAMLText { .text(day.description) }

    func provenance(_ provenance: Provenance) -> YAMLText {
        switch provenance {
        case .documented(let source, let note):
            .map([("kind", .text("documented")), ("source", .text(source)), ("note", note.map(text))])
        case .illustrative(let note): .map([("kind", .text("illustrative")), ("note", note.map(text))])
        case .stated: .map([("kind", .text("illustrative"))])
        }
    }
}
