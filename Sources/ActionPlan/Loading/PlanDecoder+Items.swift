import Diagnostics
import YAML

/// What an item has from those above it.
struct ItemContext {
    var parent: ItemID?
    var lead: AgencyID?
    var provenance: Provenance
    var calendar: String?
    var days: DayRange?
    var depth = 0
}

/// Objectives and activities.
extension PlanDecoder {
    func objective(_ node: Node, _ context: ItemContext) {
        guard let fields = base.fields(node, of: "an objective") else { return }
        var reader = fields
        let id = identifier(&reader, in: .item).map(ItemID.init(rawValue:))
        let title = reader.required("title", text)
        let code = reader.optional("code", base.string)
        let kind = reader.optional("kind", text)
        let description = reader.optional("description", text)
        let lead = reader.optional("lead", agencyReference) ?? context.lead
        let weight = reader.optional("weight", weight) ?? 1
        let provenance = reader.optional("provenance", provenance) ?? context.provenance
        let below = (reader.value("objectives"), reader.value("activities"), reader.value("indicators"))
        reader.finish()
        guard let id else { return }
        itemNodes[id] = node
        if let title {
            objectives.append(
                Objective(
                    id: id,
                    parent: context.parent,
                    code: code,
                    kind: kind,
                    title: title,
                    description: description,
                    lead: lead,
                    weight: weight,
                    provenance: provenance
                )
            )
        }
        var inner = context
        inner.parent = id
        inner.lead = lead
        inner.provenance = provenance
        inner.depth += 1
        for element in below.0.map(base.elements) ?? [] { objective(element, inner) }
        for element in below.1.map(base.elements) ?? [] { activity(element, inner, parent: id) }
        for element in below.2.map(base.elements) ?? [] { indicator(element, inner, parent: id) }
    }

    func activity(_ node: Node, _ context: ItemContext, parent: ItemID) {
        guard var fields = base.fields(node, of: "an activity") else { return }
        let id = identifier(&fields, in: .item).map(ItemID.init(rawValue:))
        let title = fields.required("title", text)
        let code = fields.optional("code", base.string)
        let description = fields.optional("description", text)
        let expectedOutput = fields.optional("expected-output", text)
        let lead = fields.optional("lead", leadReference) ?? context.lead
        let coLeads = fields.list("co-leads", agencyReference)
        let implementers = fields.list("implementers", agencyReference)
        let partners = fields.list("partners", agencyReference)
        let timing = fields.optional("timing") { self.timing($0, context.days) }
        let dependsOn = fields.list("depends-on", itemReference)
        let provenance = fields.optional("provenance", provenance) ?? context.provenance
        let funding = fields.list("funding") { self.funding($0, provenance) }
        let reporting = fields.optional("reporting") { base.word($0, as: Reporting.self) }
        let calendar = calendarReference(&fields, context)
        let weight = fields.optional("weight", weight) ?? 1
        let below = (fields.value("activities"), fields.value("indicators"))
        fields.finish()
        guard let id else { return }
        itemNodes[id] = node
        let isLeaf = (below.0?.count ?? 0) == 0 && (below.1?.count ?? 0) == 0
        if let title {
            if activityPositions[id] == nil { activityPositions[id] = activities.count }
            activities.append(
                Activity(
                    id: id,
                    parent: parent,
                    code: code,
                    title: title,
                    description: description,
                    expectedOutput: expectedOutput,
                    lead: lead,
                    coLeads: coLeads,
                    implementers: implementers,
                    partners: partners,
                    timing: timing,
                    dependsOn: dependsOn,
                    funding: funding,
                    reportsEachPeriod: reporting.map { $0 == .eachPeriod } ?? isLeaf,
                    calendar: calendar,
                    weight: weight,
                    isCancelled: false,
                    provenance: provenance
                )
            )
        }
        var inner = context
        inner.lead = lead
        inner.provenance = provenance
        inner.calendar = calendar
        for element in below.0.map(base.elements) ?? [] { activity(element, inner, parent: id) }
        for element in below.1.map(base.elements) ?? [] { indicator(element, inner, parent: id) }
    }

    private enum Reporting: String, CaseIterable {
        case eachPeriod = "each-period"
        case none
    }

    func weight(_ node: Node) -> Double? {
        guard let value = base.number(node) else { return nil }
        guard value >= 0, value <= 1_000_000 else {
            base.report("out-of-bounds", "a weight of \(node.text)", at: node, expected: "a number from 0 to 1000000")
            return nil
        }
        return value
    }

    /// The calendar named, `none` for none, or the one of what is above.
    func calendarReference(_ fields: inout Fields, _ context: ItemContext) -> String? {
        guard let node = fields.value("calendar") else { return context.calendar }
        if node.kind == .scalar, node.text == "none" { return nil }
        return reference(node, to: .calendar)
    }

    private func funding(_ node: Node, _ inherited: Provenance) -> Activity.Funding? {
        guard var fields = base.fields(node, of: "a source of funding") else { return nil }
        let source = fields.required("source", text)
        let amount = fields.optional("amount", base.number)
        let currency = fields.optional("currency") {
            base.parsed($0, expected: "the three capital letters of a currency, such as USD") { text in
                text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) } ? text : nil
            }
        }
        let provenance = fields.optional("provenance", provenance) ?? inherited
        fields.finish()
        if amount != nil, currency == nil { fields.missing("currency", hint: "an amount needs it") }
        guard let source else { return nil }
        return Activity.Funding(source: source, amount: amount, currency: currency, provenance: provenance)
    }

    private func timing(_ node: Node, _ days: DayRange?) -> Timing? {
        guard var fields = base.fields(node, of: "a timing") else { return nil }
        let kind = fields.required("kind") { base.word($0, as: TimingKind.self) }
        let every = fields.optional("every") { base.word($0, as: Timing.Interval.self) }
        let startNode = fields.value("start")
        let endNode = fields.value("end")
        let start = startNode.flatMap(date) ?? days?.start
        let end = endNode.flatMap(date) ?? days?.end
        let stated = fields.optional("stated", base.string)
        fields.finish()
        if let key = fields.key("every"), let kind, kind != .recurring {
            base.report(
                "unexpected-key",
                "`every` has no meaning with `kind: \(kind.rawValue)`",
                severity: .warning,
                at: key,
                hint: "remove it, or write `kind: recurring`"
            )
        }
        guard let kind, let start, let end else { return nil }
        let timing: Timing.Kind
        switch kind {
        case .fixed:
            guard endNode != nil else {
                fields.missing("end", hint: "`kind: fixed` needs it")
                return nil
            }
            timing = .fixed
        case .recurring:
            guard let every else {
                fields.missing("every", hint: "`kind: recurring` needs it")
                return nil
            }
            timing = .recurring(every: every)
        case .permanent: timing = .permanent
        }
        // An activity may have been due before the plan began.
        let first = startNode == nil && end < start ? end : start
        guard let range = DayRange(first, end) else {
            base.report(
                "end-before-start",
                "it ends on \(end), before it starts on \(start)",
                at: endNode ?? startNode ?? node
            )
            return nil
        }
        return Timing(kind: timing, days: range, stated: stated)
    }

    enum TimingKind: String, CaseIterable {
        case fixed
        case recurring
        case permanent
    }
}
