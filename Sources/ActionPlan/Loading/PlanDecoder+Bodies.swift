import Diagnostics
import YAML

/// Sources, coordinating bodies, agencies, dimensions and calendars.
extension PlanDecoder {
    func source(_ node: Node) -> Source? {
        guard var fields = base.fields(node, of: "a source") else { return nil }
        let id = identifier(&fields, in: .source)
        let title = fields.required("title") {
            LocalizedText.decode($0, languages: languages, mustHaveAll: false, base)
        }
        let publisher = fields.optional("publisher") {
            LocalizedText.decode($0, languages: languages, mustHaveAll: false, base)
        }
        let date = fields.optional("date", date)
        let url = fields.optional("url", webAddress)
        fields.finish()
        guard let id, let title else { return nil }
        return Source(id: id, title: title, publisher: publisher, date: date, url: url)
    }

    /// One of the plan's languages.
    func language(_ node: Node) -> String? {
        guard let tag = base.string(node) else { return nil }
        guard languages.contains(tag) else {
            base.report(
                "unknown-language",
                "\(tag) is no language of this plan",
                at: node,
                expected: "one of: \(languages.joined(separator: ", "))"
            )
            return nil
        }
        return tag
    }

    func webAddress(_ node: Node) -> String? { WebAddress.decode(node, base) }

    func body(_ node: Node, _ inherited: Provenance?) -> CoordinatingBody? {
        guard var fields = base.fields(node, of: "a coordinating body") else { return nil }
        let id = identifier(&fields, in: .body)
        let title = fields.required("title", text)
        let provenance = fields.optional("provenance", provenance) ?? inherited
        fields.finish()
        guard let id, let title, let provenance else { return nil }
        return CoordinatingBody(id: id, title: title, provenance: provenance)
    }

    func agency(_ node: Node, _ inherited: Provenance?) -> Agency? {
        guard var fields = base.fields(node, of: "an agency") else { return nil }
        let id = identifier(&fields, in: .agency)
        let title = fields.required("title", text)
        let shortTitle = fields.optional("short-title", text)
        let kind = fields.required("kind") { base.word($0, as: Agency.Kind.self) }
        let language = fields.optional("language", language)
        let provenance = fields.optional("provenance", provenance) ?? inherited
        let memberships = fields.list("membership") { membership($0, provenance) }
        fields.finish()
        guard let id, let title, let kind, let provenance else { return nil }
        return Agency(
            id: AgencyID(rawValue: id),
            title: title,
            shortTitle: shortTitle,
            kind: kind,
            language: language,
            memberships: memberships,
            provenance: provenance
        )
    }

    private func membership(_ node: Node, _ inherited: Provenance?) -> Membership? {
        guard var fields = base.fields(node, of: "a membership") else { return nil }
        let body = fields.required("body") { reference($0, to: .body) }
        let role = fields.required("role") { base.word($0, as: Membership.Role.self) }
        let from = fields.optional("from", date)
        let until = fields.optional("until", date)
        let provenance = fields.optional("provenance", provenance) ?? inherited
        fields.finish()
        if let from, let until, until < from {
            base.report("end-before-start", "the membership ends on \(until), before it begins on \(from)", at: node)
        }
        guard let body, let role, let provenance else { return nil }
        return Membership(body: body, role: role, from: from, until: until, provenance: provenance)
    }

    func dimension(_ node: Node) -> Dimension? {
        guard var fields = base.fields(node, of: "a dimension") else { return nil }
        let id = identifier(&fields, in: .dimension)
        let title = fields.required("title", text)
        let partitions = fields.required("partitions", base.boolean)
        let categories = fields.required("categories") { self.categories($0) }
        fields.finish()
        guard let id, let title, let partitions, let categories else { return nil }
        return Dimension(id: id, title: title, partitions: partitions, categories: categories)
    }

    func calendar(_ node: Node, _ header: PlanHeader?) -> ReportingCalendar? {
        guard var fields = base.fields(node, of: "a calendar") else { return nil }
        let id = identifier(&fields, in: .calendar)
        let title = fields.optional("title", text)
        let frequency = fields.required("frequency") { base.word($0, as: ReportingCalendar.Frequency.self) }
        let dueDay = fields.optional("due-day") { base.integer($0, in: 1...31) }
        let dueMonth = fields.optional("due-month") { base.integer($0, in: 1...24) } ?? 1
        let graceDays = fields.optional("grace-days") { base.integer($0, in: 0...366) } ?? 0
        let periodsNode = fields.value("periods")
        let provenance = fields.optional("provenance", provenance) ?? header?.provenance
        fields.finish()
        guard let id, let frequency, let provenance, let days = header?.days else { return nil }
        var periods: [ReportingPeriod] = []
        if frequency == .custom {
            guard let periodsNode else {
                fields.missing("periods", hint: "`frequency: custom` needs it")
                return nil
            }
            periods = customPeriods(periodsNode, graceDays)
        } else {
            guard let dueDay else {
                fields.missing("due-day", hint: "`frequency: \(frequency.rawValue)` needs it")
                return nil
            }
            if let periodsNode {
                base.report(
                    "unexpected-key",
                    "`periods` has no meaning with `frequency: \(frequency.rawValue)`",
                    at: periodsNode,
                    hint: "remove it, or write `frequency: custom`"
                )
            }
            periods = ReportingCalendar.regularPeriods(
                frequency,
                within: days,
                dueDay: dueDay,
                dueMonth: dueMonth,
                graceDays: graceDays
            )
        }
        return ReportingCalendar(
            id: id,
            title: title,
            frequency: frequency,
            graceDays: graceDays,
            periods: periods,
            provenance: provenance
        )
    }

    private func customPeriod(_ node: Node, _ graceDays: Int) -> ReportingPeriod? {
        guard var fields = base.fields(node, of: "a reporting period") else { return nil }
        let id = fields.required("id", base.identifier)
        let title = fields.optional("title", text)
        let start = fields.required("start", date)
        let end = fields.required("end", date)
        let due = fields.required("due", date)
        fields.finish()
        guard let id, let start, let end, let due else { return nil }
        guard let days = DayRange(start, end), due >= end else {
            base.report(
                "end-before-start",
                "the days of the period \(id) are not in their order",
                at: node,
                expected: "`start`, then `end`, then `due`"
            )
            return nil
        }
        return ReportingPeriod(
            id: PeriodID(rawValue: id),
            title: title,
            days: days,
            due: due,
            graceEnd: due + graceDays
        )
    }

    private func customPeriods(_ node: Node, _ graceDays: Int) -> [ReportingPeriod] {
        var periods: [ReportingPeriod] = []
        for element in base.elements(node) {
            guard let period = customPeriod(element, graceDays) else { continue }
            if let before = periods.last, period.days.start <= before.days.end {
                base.report(
                    "overlapping-periods",
                    "the period \(period.id) begins before \(before.id) has ended",
                    at: element,
                    expected: "periods in the order of time, each beginning after the one before has ended"
                )
            }
            if periods.contains(where: { $0.id == period.id }) {
                base.report(
                    "duplicate-identifier",
                    "a second period is called \(period.id)",
                    at: element,
                    hint: "give one of the two another identifier"
                )
            }
            periods.append(period)
        }
        return periods
    }
}
