import ActionPlan
import Markup
import Rules

/// The plan, its objectives and its activities.
extension IATIExport {
    func writePlan(to xml: inout XMLWriter) {
        var part = ActivityPart(item: nil, kind: "plan", level: 1, title: plan.title, provenance: plan.provenance)
        part.descriptions = [(nil, plan.description), ("adopted", plan.adopted)]
        part.organisations = plan.agencies.map { ($0.id, .participant) }
        part.days = plan.days
        part.status = status(in: plan.days, closes: true)
        write(part, to: &xml) { xml in
            for source in plan.sources { write(source, to: &xml) }
        } below: { xml in
            for dimension in plan.dimensions {
                xml.element("nap:dimension", [("id", dimension.id), ("partitions", String(dimension.partitions))]) {
                    narratives(dimension.title, to: &$0)
                    categories(dimension.categories, to: &$0)
                }
            }
        }
    }

    func write(_ objective: Objective, _ assessed: ObjectiveAssessment?, to xml: inout XMLWriter) {
        var part = ActivityPart(
            item: objective.id,
            kind: "objective",
            level: 2 + index.ancestors(of: objective.id).count,
            title: objective.title,
            provenance: objective.provenance
        )
        part.parent = objective.parent
        part.code = objective.code
        part.descriptions = [(nil, objective.description)]
        part.organisations = objective.lead.map { [($0, .lead)] } ?? []
        part.status = status(in: plan.days, closes: false)
        write(part, to: &xml) { _ in
        } below: { xml in
            if let kind = objective.kind { text("kind", kind, to: &xml) }
        }
    }

    func write(_ activity: Activity, _ assessed: ActivityAssessment?, to xml: inout XMLWriter) {
        var part = ActivityPart(
            item: activity.id,
            kind: "activity",
            level: 2 + index.ancestors(of: activity.id).count,
            title: activity.title,
            provenance: activity.provenance
        )
        part.parent = activity.parent
        part.code = activity.code
        part.descriptions = [(nil, activity.description), ("expected-output", activity.expectedOutput)]
        part.organisations =
            (activity.lead.map { [($0, IATIRole.lead)] } ?? [])
            + activity.coLeads.map { ($0, .coLead) } + activity.implementers.map { ($0, .implementer) }
            + activity.partners.map { ($0, .partner) }
        part.timing = activity.timing
        part.days = activity.timing?.days
        let implementation = activity.isCancelled ? .cancelled : assessed?.implementation
        part.status =
            implementation.map(IATICodes.activityStatus)
            ?? status(in: activity.timing?.days ?? plan.days, closes: false)
        write(part, to: &xml)
    }

    /// A status by the days alone: nobody said whether it is finished.
    private func status(in days: DayRange, closes: Bool) -> String {
        if assessment.asOf < days.start { return "1" }
        return closes && assessment.asOf > days.end ? "4" : "2"
    }

    private func write(
        _ part: ActivityPart,
        to xml: inout XMLWriter,
        documents: (inout XMLWriter) -> Void = { _ in },
        below: (inout XMLWriter) -> Void = { _ in }
    ) {
        xml.element(
            "iati-activity",
            [
                ("xml:lang", plan.languages.first), ("hierarchy", String(part.level)),
                ("last-updated-datetime", assessment.knownAt.description), ("nap:kind", part.kind),
                ("nap:id", part.item?.rawValue ?? plan.id), ("nap:code", part.code),
                ("nap:provenance", part.provenance.isIllustrative ? "illustrative" : nil),
            ]
        ) { xml in
            xml.element("iati-identifier", text: identifier(of: part.item))
            xml.element("reporting-org", [("ref", options.publisher), ("type", "10")]) {
                narratives(options.publisherName, to: &$0)
            }
            xml.element("title") { narratives(part.title, to: &$0) }
            writeDescriptions(of: part, to: &xml)
            for (agency, role) in part.organisations { write(agency, role, to: &xml) }
            xml.empty("activity-status", [("code", part.status)])
            writeDates(of: part, to: &xml)
            if let country = plan.country {
                xml.empty("recipient-country", [("code", country)])
            } else {
                xml.empty("recipient-region", [("code", "998"), ("vocabulary", "1")])
            }
            xml.empty("sector", [("vocabulary", "1"), ("code", options.sector)])
            documents(&xml)
            if let item = part.item {
                xml.empty("related-activity", [("ref", identifier(of: index.parent(of: item))), ("type", "1")])
                writeResults(of: item, part.title, to: &xml)
            }
            below(&xml)
        }
    }

    private func writeDescriptions(of part: ActivityPart, to xml: inout XMLWriter) {
        // The standard wants one: where the plan has none, the title stands for it.
        let described = part.descriptions.compactMap { entry in entry.text.map { (entry.role, $0) } }
        if !described.contains(where: { $0.0 == nil }) {
            xml.element("description", [("type", "1"), ("nap:role", "title")]) { narratives(part.title, to: &$0) }
        }
        for (role, text) in described {
            xml.element("description", [("type", role == nil ? "1" : "4"), ("nap:role", role)]) {
                narratives(text, to: &$0)
            }
        }
        guard part.provenance.isIllustrative else { return }
        xml.element("description", [("type", "4"), ("nap:role", "mark")]) {
            narratives(words(.illustrative), to: &$0)
        }
    }

    private func write(_ id: AgencyID, _ role: IATIRole, to xml: inout XMLWriter) {
        guard let agency = index.agency(id) else { return }
        xml.element(
            "participating-org",
            [
                ("role", role.code), ("type", IATICodes.organisationType(agency.kind)), ("nap:agency", id.rawValue),
                ("nap:role", role.rawValue), ("nap:kind", agency.kind.rawValue), ("nap:language", agency.language),
            ]
        ) { narratives(agency.title, to: &$0) }
    }

    private func writeDates(of part: ActivityPart, to xml: inout XMLWriter) {
        let days = part.days ?? plan.days
        let timing: String? =
            switch part.timing?.kind {
            case .fixed: "fixed"
            case .recurring: "recurring"
            case .permanent: "permanent"
            case nil: nil
            }
        var every: String?
        if case .recurring(let interval)? = part.timing?.kind { every = interval.rawValue }
        let assumed: String? = part.days == nil ? "plan" : nil
        xml.empty("activity-date", [("type", "1"), ("iso-date", days.start.description), ("nap:assumed", assumed)])
        xml.element(
            "activity-date",
            [
                ("type", "3"), ("iso-date", days.end.description), ("nap:timing", timing), ("nap:every", every),
                ("nap:assumed", assumed),
            ]
        ) { xml in
            if let stated = part.timing?.stated {
                xml.element("narrative", [("xml:lang", plan.languages.first)], text: stated)
            }
        }
    }

    private func write(_ source: Source, to xml: inout XMLWriter) {
        guard let url = source.url else { return }
        writeDocument(url, source.title, category: "A02", date: source.date, source: source.id, to: &xml)
    }
}

/// One activity of the file.
struct ActivityPart {
    /// Nil for the plan.
    var item: ItemID?
    var kind: String
    var level: Int
    var title: LocalizedText
    var provenance: Provenance
    var parent: ItemID?
    var code: String?
    /// Texts with what they are, nil of a plain description.
    var descriptions: [(role: String?, text: LocalizedText?)] = []
    var organisations: [(agency: AgencyID, role: IATIRole)] = []
    var timing: Timing?
    /// Nil where the plan does not say.
    var days: DayRange?
    var status = "2"

    init(item: ItemID?, kind: String, level: Int, title: LocalizedText, provenance: Provenance) {
        self.item = item
        self.kind = kind
        self.level = level
        self.title = title
        self.provenance = provenance
    }
}
