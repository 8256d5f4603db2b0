import Diagnostics
import YAML

/// Reads `nap-reports/1` files.
struct ReportFileDecoder {
    let base: Decoder
    let index: PlanIndex
    /// The languages of the plan, the agency's own first: a plain text is in it.
    private var languages: [String]

    init(_ base: Decoder, _ index: PlanIndex) {
        self.base = base
        self.index = index
        languages = index.plan.languages
    }

    /// The reports of a file.
    mutating func entries(_ root: Node) -> [ReportEntry] {
        guard var fields = base.fields(root, of: "a report file") else { return [] }
        _ = fields.value("format")
        _ = fields.required("plan") { PlanReference.check($0, index.plan, base) }
        let agencyNode = fields.value("agency")
        let agency = agencyNode.flatMap(base.identifier).map(AgencyID.init(rawValue:))
        if agencyNode == nil { fields.missing("agency") }
        let submitted = fields.optional("submitted", moment)
        let provenance = fields.optional("provenance") { ReportProvenance.decode($0, index.plan, base) }
        if let language = agency.flatMap({ index.agency($0) })?.language {
            languages = [language] + languages.filter { $0 != language }
        }
        let decoder = self
        let entries = fields.required("reports") { node in
            base.list(node) { decoder.entry($0, agency, agencyNode, submitted, provenance) }
        }
        fields.finish()
        return entries ?? []
    }

    private func entry(
        _ node: Node,
        _ agency: AgencyID?,
        _ agencyNode: Node?,
        _ submitted: Moment?,
        _ inherited: Provenance?
    ) -> ReportEntry? {
        guard var fields = base.fields(node, of: "a report") else { return nil }
        var places: [ReportField: SourceSpan] = [:]
        func noted<Value>(_ field: ReportField, _ decode: @escaping (Node) -> Value?) -> (Node) -> Value? {
            { node in
                places[field] = node.openingSpan
                return decode(node)
            }
        }
        places[.agency] = agencyNode?.span
        let item = fields.required("item", noted(.item, base.identifier)).map(ItemID.init(rawValue:))
        let period = fields.required("period", noted(.period) { PeriodID.decode($0, base) })
        let body = self.body(&fields, item, node, &places)
        let cells = fields.optional("cells", noted(.cells) { self.cells($0, item) }) ?? []
        let comment = fields.optional("comment", noted(.comment, text))
        let claim = fields.optional("claim", noted(.claim, base.identifier)).map(StatusID.init(rawValue:))
        let variation = fields.optional("variation", noted(.variation, base.identifier))
        let evidence = fields.optional("evidence", noted(.evidence) { base.list($0, self.evidence) }) ?? []
        let files = evidence.enumerated().compactMap { place, item in item.file.map { (place, $0) } }
        let correction = fields.optional("correction", noted(.correction, self.correction))
        let isDraft = fields.optional("draft", base.boolean) ?? false
        let ownSubmitted = fields.optional("submitted", moment)
        let provenance =
            fields.optional("provenance") { ReportProvenance.decode($0, index.plan, base) } ?? inherited
        fields.finish()
        guard let item, let period, let agency, let body else { return nil }
        return ReportEntry(
            key: ReportKey(item: item, period: period, agency: agency),
            content: ReportContent(
                body: body,
                cells: cells,
                comment: comment,
                variation: variation,
                claim: claim,
                evidence: evidence.map(\.evidence),
                provenance: provenance ?? .stated
            ),
            isDraft: isDraft,
            correction: correction,
            submitted: ownSubmitted ?? submitted,
            files: Dictionary(uniqueKeysWithValues: files),
            places: places
        )
    }

    // MARK: - What is reported

    private func body(
        _ fields: inout Fields,
        _ item: ItemID?,
        _ node: Node,
        _ places: inout [ReportField: SourceSpan]
    ) -> ReportContent.Body? {
        let value = fields.value("value")
        let numerator = fields.value("numerator")
        let denominator = fields.value("denominator")
        let achieved = fields.value("achieved")
        let on = fields.value("on")
        let implementation = fields.value("implementation")
        let nilNode = fields.value("nil")
        let notApplicable = fields.value("not-applicable")
        let stated = [value, numerator ?? denominator, achieved ?? on, implementation, nilNode, notApplicable]
            .compactMap(\.self)
        places[.value] = stated.first?.openingSpan
        guard stated.count == 1 else {
            base.report(
                "not-one-value",
                stated.isEmpty ? "the report says nothing" : "the report says two things at once",
                at: stated.dropFirst().first ?? node,
                expected: expectedValue(of: item),
                hint: "`nil: true` where there is nothing to report, `not-applicable: …` where the item does not apply"
            )
            return nil
        }
        if let nilNode { return base.boolean(nilNode) == true ? .nilReport : refuse(nilNode) }
        if let notApplicable { return text(notApplicable).map { .notApplicable($0) } }
        if let implementation {
            return base.word(implementation, as: ImplementationStatus.self).map { .value(.implementation($0)) }
        }
        if achieved != nil || on != nil { return milestone(achieved, on, &fields) }
        if numerator != nil || denominator != nil {
            guard let numerator else { return missing("numerator", fields) }
            guard let denominator else { return missing("denominator", fields) }
            guard let above = base.number(numerator), let below = base.number(denominator) else { return nil }
            return .value(.ratio(numerator: above, denominator: below))
        }
        return value.flatMap { single($0, item) }.map { .value($0) }
    }

    /// A value whose kind follows from the indicator.
    private func single(_ node: Node, _ item: ItemID?) -> ReportedValue? {
        switch item.flatMap({ index.indicator($0) })?.measure {
        case .nominal: base.identifier(node).map { .category($0) }
        case .ordinal: base.identifier(node).map { .level($0) }
        case .qualitative: text(node).map { .text($0) }
        case .unit: base.number(node).map { .number($0) }
        case .percentage, .milestone, nil:
            // The wrong key for this item: what stands there is read as well as it goes, and refused by the checker.
            node.kind == .scalar && Decoder.isNumber(node.text)
                ? base.number(node).map { .number($0) } : text(node).map { .text($0) }
        }
    }

    private func milestone(_ achieved: Node?, _ on: Node?, _ fields: inout Fields) -> ReportContent.Body? {
        guard let achieved else { return missing("achieved", fields) }
        let day = on.flatMap { Day.decode($0, base) }
        guard let isAchieved = base.boolean(achieved) else { return nil }
        if isAchieved, on == nil { return missing("on", fields) }
        if !isAchieved, let on {
            base.report("unexpected-key", "a date of something not achieved", at: on, hint: "remove `on`")
            return nil
        }
        return .value(.milestone(achieved: isAchieved, on: day))
    }

    private func missing(_ key: StaticString, _ fields: Fields) -> ReportContent.Body? {
        fields.missing(key)
        return nil
    }

    private func refuse(_ node: Node) -> ReportContent.Body? {
        base.report("unexpected-value", "`nil: false` says nothing", at: node, hint: "remove it and state the value")
        return nil
    }

    private func expectedValue(of item: ItemID?) -> Message? {
        guard let item else { return nil }
        if let indicator = index.indicator(item) { return ReportChecker.expectedValue(of: indicator.measure) }
        return index.activity(item) == nil ? nil : ReportChecker.expectedStatus
    }

    // MARK: - Parts

    private func cells(_ node: Node, _ item: ItemID?) -> [ReportContent.Cell] {
        let dimensions = item.flatMap { index.indicator($0) }?.disaggregation ?? []
        return base.list(node) { cell($0, dimensions) }
    }

    private func cell(_ node: Node, _ dimensions: [String]) -> ReportContent.Cell? {
        guard base.fields(node, of: "a cell") != nil else { return nil }
        var value: Double?
        var chosen: [String: String] = [:]
        for position in 0..<node.count {
            let key = node.key(position)
            let name = key.text
            if name == "value" {
                value = base.number(node.value(position))
                continue
            }
            guard dimensions.contains(name), let dimension = index.plan.dimensions.first(where: { $0.id == name })
            else {
                base.report(
                    "unknown-dimension",
                    "\(name) is no dimension by which this item is broken down",
                    at: key,
                    expected: dimensions.isEmpty
                        ? "no cells: the plan breaks it down by nothing"
                        : "one of: \(dimensions.joined(separator: ", ")), value",
                    hint: Suggestion.nearest(to: name, among: dimensions).map { "did you mean `\($0)`?" }
                )
                return nil
            }
            guard let category = base.identifier(node.value(position)) else { return nil }
            let known = dimension.categories.map(\.id)
            guard known.contains(category) else {
                base.report(
                    "unknown-category",
                    "\(category) is no category of \(name)",
                    at: node.value(position),
                    expected: "one of: \(known.joined(separator: ", "))",
                    hint: Suggestion.nearest(to: category, among: known).map { "did you mean \($0)?" }
                )
                return nil
            }
            chosen[name] = category
        }
        guard let value else {
            base.report("missing-key", "a cell without `value`", at: node, expected: "{sex: female, value: 70}")
            return nil
        }
        let categories = dimensions.compactMap { dimension in
            chosen[dimension].map { ReportContent.CellCategory(dimension: dimension, category: $0) }
        }
        return ReportContent.Cell(categories: categories, value: value)
    }

    private func evidence(_ node: Node) -> (evidence: Evidence, file: String?)? {
        guard var fields = base.fields(node, of: "a piece of evidence") else { return nil }
        let title = fields.required("title", text)
        let url = fields.optional("url") { WebAddress.decode($0, base) }
        let sha256 = fields.optional("sha256") { node in
            base.parsed(node, expected: "64 hexadecimal digits") { text in
                text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
                    ? text : nil
            }
        }
        let date = fields.optional("date") { Day.decode($0, base) }
        let file = fields.optional("file", base.string)
        fields.finish()
        return title.map { (Evidence(title: $0, url: url, sha256: sha256, date: date), file) }
    }

    private func correction(_ node: Node) -> Correction? {
        guard var fields = base.fields(node, of: "a correction") else { return nil }
        let reason = fields.required("reason", base.identifier)
        let text = fields.optional("text", text)
        fields.finish()
        return reason.map { Correction(reason: $0, text: text) }
    }

    private func text(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: languages, mustHaveAll: false, base)
    }

    private func moment(_ node: Node) -> Moment? { Moment.decode(node, base) }
}

extension Moment {
    /// An instant as RFC 3339 has it.
    static func decode(_ node: Node, _ base: Decoder) -> Moment? {
        base.parsed(node, expected: "an instant such as 2020-07-14T10:30+05:00") { Moment($0) }
    }
}

/// That a file names the plan that it belongs to.
enum PlanReference {
    static func check(_ node: Node, _ plan: Plan, _ base: Decoder) -> String? {
        guard let id = base.identifier(node) else { return nil }
        if id != plan.id {
            base.report("other-plan", "this file belongs to the plan \(id)", at: node, expected: "plan: \(plan.id)")
        }
        return id
    }
}

/// Where a report is known from; its source is one of the plan's.
enum ReportProvenance {
    static func decode(_ node: Node, _ plan: Plan, _ base: Decoder) -> Provenance? {
        guard var fields = base.fields(node, of: "a provenance") else { return nil }
        let kind = fields.required("kind") { base.word($0, as: ProvenanceKind.self) }
        let source = fields.optional("source") { node -> String? in
            guard let id = base.identifier(node) else { return nil }
            guard !plan.sources.contains(where: { $0.id == id }) else { return id }
            base.report(
                "unknown-identifier",
                "\(id) is not declared in this plan",
                at: node,
                expected: "the identifier of one of the `sources`",
                hint: Suggestion.nearest(to: id, among: plan.sources.map(\.id)).map { "did you mean \($0)?" }
            )
            return nil
        }
        let note = fields.optional("note") {
            LocalizedText.decode($0, languages: plan.languages, mustHaveAll: false, base)
        }
        fields.finish()
        switch kind {
        case .documented:
            guard let source else {
                if !base.diagnostics.hasErrors { fields.missing("source") }
                return nil
            }
            return .documented(source: source, note: note)
        case .illustrative: return .illustrative(note: note)
        case nil: return nil
        }
    }
}
