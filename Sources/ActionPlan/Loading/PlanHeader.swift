import Diagnostics
import YAML

/// What stands under `plan:`.
struct PlanHeader {
    let id: String
    let title: LocalizedText
    let days: DayRange
    let provenance: Provenance
    let calendar: String?
    private let shortTitle: LocalizedText?
    private let description: LocalizedText?
    private let country: String?
    private let version: String
    private let adopted: LocalizedText?
    private let utcOffset: UTCOffset
    private let awaitingReview: [String]
    private let disclosure: DisclosurePolicy
    private let rules: [RulePackUse]
    private let headline: [String]
    private let variationReasons: [Dimension.Category]
    private let correctionReasons: [Dimension.Category]
    private let meetings: [Meeting]

    init?(_ node: Node, _ decoder: PlanDecoder) {
        let base = decoder.base
        guard var fields = base.fields(node, of: "a plan") else { return nil }
        let id = fields.required("id", base.identifier)
        let title = fields.required("title", decoder.text)
        let start = fields.required("start", decoder.date)
        let end = fields.required("end", decoder.date)
        let languages = fields.required("languages") { Self.languages($0, base) }
        shortTitle = fields.optional("short-title", decoder.text)
        description = fields.optional("description", decoder.text)
        country = fields.optional("country") {
            base.parsed($0, expected: "the two capital letters of a country, such as TM") { text in
                text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) } ? text : nil
            }
        }
        version = fields.optional("version", base.string) ?? "1"
        utcOffset =
            fields.optional("utc-offset") {
                base.parsed($0, expected: "an offset from UTC, such as \"+05:00\"") { UTCOffset($0) }
            } ?? .zero
        adopted = fields.optional("adopted", decoder.text)
        let provenance = fields.required("provenance", decoder.provenance)
        awaitingReview = fields.list("awaiting-review") { node in
            decoder.language(node)
        }
        calendar = fields.optional("calendar") { decoder.reference($0, to: .calendar) }
        rules = fields.list("rules") { Self.rulePackUse($0, decoder) }
        let packs = rules.map(\.pack)
        let headline = fields.list("headline") { Self.headlinePack($0, among: packs, base) }
        self.headline = headline.isEmpty ? packs : headline
        disclosure = fields.optional("disclosure") { Self.disclosure($0, base) } ?? .standard
        variationReasons = fields.optional("variation-reasons") { decoder.categories($0) } ?? []
        correctionReasons = fields.optional("correction-reasons") { decoder.categories($0) } ?? []
        meetings = fields.list("meetings") { Self.meeting($0, provenance, decoder) }
            .sorted { $0.date < $1.date }
        fields.finish()
        guard let id, let title, let start, let end, languages != nil, let provenance else { return nil }
        let endNode = fields.value("end") ?? node
        guard let days = DayRange(start, end) else {
            base.report("end-before-start", "the plan ends on \(end), before it starts on \(start)", at: endNode)
            return nil
        }
        guard days.count <= 36_600 else {
            base.report("out-of-bounds", "the plan lasts over a hundred years", at: endNode)
            return nil
        }
        self.id = id
        self.title = title
        self.days = days
        self.provenance = provenance
    }

    /// The plan with all that the decoder has read.
    func plan(_ decoder: PlanDecoder) -> Plan {
        Plan(
            id: id,
            title: title,
            shortTitle: shortTitle,
            description: description,
            country: country,
            languages: decoder.languages,
            version: version,
            adopted: adopted,
            days: days,
            utcOffset: utcOffset,
            provenance: provenance,
            awaitingReview: awaitingReview,
            disclosure: disclosure,
            rules: rules,
            headline: headline,
            variationReasons: variationReasons,
            correctionReasons: correctionReasons,
            meetings: meetings,
            sources: decoder.sources,
            bodies: decoder.bodies,
            agencies: decoder.agencies,
            calendars: decoder.calendars,
            dimensions: decoder.dimensions,
            objectives: decoder.objectives,
            activities: decoder.activities,
            indicators: decoder.indicators,
            amendments: decoder.amendments,
            places: [:]
        )
    }

    private static func languages(_ node: Node, _ base: Decoder) -> [String]? {
        let languages = base.list(node) { node in
            base.parsed(node, expected: "a language tag such as en, ru or tk") { text in
                (2...8).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
                    ? text : nil
            }
        }
        if languages.isEmpty, node.kind == .sequence || node.isNull, node.count == 0 {
            base.report(
                "empty-value",
                "a plan needs at least one language",
                at: node,
                expected: "a list such as [en, ru, tk]"
            )
        }
        for (position, language) in languages.enumerated() where languages[..<position].contains(language) {
            base.report("duplicate-identifier", "the language \(language) is given twice", at: node)
        }
        return languages.isEmpty ? nil : languages
    }

    private static func headlinePack(_ node: Node, among packs: [String], _ base: Decoder) -> String? {
        guard let id = base.identifier(node) else { return nil }
        guard packs.contains(id) else {
            base.report(
                "unknown-identifier",
                "\(id) is none of the packs under `rules`",
                at: node,
                expected: packs.isEmpty ? "packs under `rules`" : "one of: \(packs.joined(separator: ", "))",
                hint: Suggestion.nearest(to: id, among: packs).map { "did you mean \($0)?" }
            )
            return nil
        }
        return id
    }

    private static func disclosure(_ node: Node, _ base: Decoder) -> DisclosurePolicy? {
        guard var fields = base.fields(node, of: "a disclosure policy") else { return nil }
        let threshold = fields.optional("threshold") { base.integer($0, in: 1...1000) }
        let zero = fields.optional("zero") { base.word($0, as: ZeroDisclosure.self) }
        let texts = fields.optional("texts") { base.word($0, as: DisclosurePolicy.Texts.self) }
        fields.finish()
        return DisclosurePolicy(
            threshold: threshold ?? DisclosurePolicy.standard.threshold,
            publishesZero: zero.map { $0 == .publish } ?? DisclosurePolicy.standard.publishesZero,
            texts: texts ?? DisclosurePolicy.standard.texts
        )
    }

    private enum ZeroDisclosure: String, CaseIterable {
        case publish
        case withhold
    }

    private static func meeting(_ node: Node, _ inherited: Provenance?, _ decoder: PlanDecoder) -> Meeting? {
        guard var fields = decoder.base.fields(node, of: "a meeting") else { return nil }
        let date = fields.required("date", decoder.date)
        let title = fields.optional("title", decoder.text)
        let provenance = fields.optional("provenance", decoder.provenance) ?? inherited
        fields.finish()
        guard let date, let provenance else { return nil }
        return Meeting(date: date, title: title, provenance: provenance)
    }

    private static func rulePackUse(_ node: Node, _ decoder: PlanDecoder) -> RulePackUse? {
        let base = decoder.base
        guard var fields = base.fields(node, of: "a use of a rule pack") else { return nil }
        let pack = fields.required("pack", base.identifier)
        let version = fields.required("version") { node in
            base.parsed(node, expected: "a version such as \"1.0\"") { text in
                let parts = text.split(separator: ".", omittingEmptySubsequences: false)
                return (1...3).contains(parts.count) && parts.allSatisfy { UInt16($0) != nil } ? text : nil
            }
        }
        func place(_ node: Node?) -> SourceSpanReference { SourceSpanReference((node ?? fields.node).span) }
        var parameters: [String: RulePackUse.ParameterValue] = [:]
        var places = RulePackUse.Places(pack: place(fields.value("pack")), version: place(fields.value("version")))
        if let node = fields.value("parameters"), base.fields(node, of: "parameters") != nil {
            for position in 0..<node.count {
                guard let value = parameter(node.value(position), base) else { continue }
                let name = node.key(position)
                parameters[name.text] = value
                places.parameters[name.text] = SourceSpanReference(name.span)
                places.values[name.text] = SourceSpanReference(node.value(position).span)
            }
        }
        let items = fields.list("items", decoder.itemReference)
        fields.finish()
        guard let pack, let version else { return nil }
        return RulePackUse(
            pack: pack,
            version: version,
            parameters: parameters,
            items: items,
            places: places
        )
    }

    private static func parameter(_ node: Node, _ base: Decoder) -> RulePackUse.ParameterValue? {
        if node.kind == .scalar, node.style == .plain {
            if node.text == "true" || node.text == "false" { return .boolean(node.text == "true") }
            if Decoder.isNumber(node.text) { return base.number(node).map { .number($0) } }
        }
        return base.string(node).map { .text($0) }
    }
}
