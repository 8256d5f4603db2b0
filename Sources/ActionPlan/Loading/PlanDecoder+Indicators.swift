import Diagnostics
import YAML

/// Indicators.
extension PlanDecoder {
    func indicator(_ node: Node, _ context: ItemContext, parent: ItemID) {
        guard var fields = base.fields(node, of: "an indicator") else { return }
        let id = identifier(&fields, in: .item).map(ItemID.init(rawValue:))
        let title = fields.required("title", text)
        let code = fields.optional("code", base.string)
        let kind = fields.required("measure") { base.word($0, as: MeasureKind.self) }
        let measure = measure(kind, &fields)
        let direction = direction(kind, &fields)
        let accumulation = fields.optional("accumulation") { base.word($0, as: Accumulation.self) }
        if accumulation == nil, let kind, kind == .unit || kind == .percentage {
            fields.missing(
                "accumulation",
                oneOf: Accumulation.allCases.map(\.rawValue),
                hint: "`measure: \(kind.rawValue)` needs it: it says whether values of several periods are added up"
            )
        }
        let level = fields.optional("level") { base.word($0, as: Indicator.Level.self) }
        let baseline = fields.optional("baseline", baseline) ?? .unknown
        let periodTargets = periodTargets(&fields, kind)
        let finalTarget = fields.optional("target") { self.finalTarget($0, kind, context.days) }
        let plausible = fields.optional("range") { bounds($0, of: "a range") }
        let disaggregation = fields.list("disaggregation") { reference($0, to: .dimension) }
        let lead = fields.optional("lead", agencyReference) ?? context.lead
        let contributors = fields.list("contributors", agencyReference)
        let contribution = Contribution(
            combination: fields.optional("combine") { base.word($0, as: Contribution.Combination.self) } ?? .sum,
            guardedBy: fields.optional("double-counting") { base.word($0, as: Contribution.Guard.self) } ?? .flag
        )
        let calendar = calendarReference(&fields, context)
        let weight = fields.optional("weight", weight) ?? 1
        let provenance = fields.optional("provenance", provenance) ?? context.provenance
        let metadata = Indicator.Metadata(
            definition: fields.optional("definition", text),
            formula: fields.optional("formula", text),
            dataSource: fields.optional("data-source", text),
            meansOfVerification: fields.optional("means-of-verification", text),
            responsibleRole: fields.optional("responsible-role", text),
            limitations: fields.optional("limitations", text),
            question: fields.optional("question", text)
        )
        fields.finish()
        guard let id else { return }
        itemNodes[id] = node
        guard let title, let measure, let direction else { return }
        if indicatorPositions[id] == nil { indicatorPositions[id] = indicators.count }
        indicators.append(
            Indicator(
                id: id,
                parent: parent,
                code: code,
                title: title,
                measure: measure,
                direction: direction,
                accumulation: accumulation ?? .pointInTime,
                level: level,
                baseline: baseline,
                periodTargets: periodTargets,
                finalTarget: finalTarget,
                plausible: plausible,
                disaggregation: disaggregation,
                lead: lead,
                contributors: contributors,
                contribution: contribution,
                calendar: calendar,
                weight: weight,
                isCancelled: false,
                metadata: metadata,
                provenance: provenance
            )
        )
    }

    private func measure(_ kind: MeasureKind?, _ fields: inout Fields) -> Measure? {
        defer { if let kind { reportUnusedKeys(kind, fields) } }
        let unit = fields.optional("unit", text)
        let counts = fields.optional("counts") { base.word($0, as: Measure.Counted.self) } ?? .persons
        let decimals = fields.optional("decimals") { base.integer($0, in: 0...6) }
        let numerator = fields.optional("numerator", text)
        let denominator = fields.optional("denominator", text)
        let scale = fields.optional("scale") { self.categories($0) }
        let categories = fields.optional("categories") { self.categories($0) }
        let due = fields.optional("due", date)
        let after = fields.list("after", itemReference)
        switch kind {
        case .unit:
            guard let unit else { return missing("unit", .unit, fields) }
            return .unit(unit, counts: counts, decimals: decimals ?? 0)
        case .percentage:
            guard let numerator else { return missing("numerator", .percentage, fields) }
            guard let denominator else { return missing("denominator", .percentage, fields) }
            return .percentage(numerator: numerator, denominator: denominator, counts: counts, decimals: decimals ?? 1)
        case .nominal:
            guard let categories else { return missing("categories", .nominal, fields) }
            return .nominal(categories)
        case .ordinal:
            guard let scale else { return missing("scale", .ordinal, fields) }
            return .ordinal(scale)
        case .qualitative: return .qualitative
        case .milestone:
            guard let due else { return missing("due", .milestone, fields) }
            return .milestone(due: due, after: after)
        case nil: return nil
        }
    }

    /// Warns of keys that have a meaning for other measures only.
    private func reportUnusedKeys(_ kind: MeasureKind, _ fields: Fields) {
        for (key, kinds) in Self.keysOfMeasures where !kinds.contains(kind) {
            guard let node = fields.key(key) else { continue }
            let others = kinds.map(\.rawValue).joined(separator: ", ")
            base.report(
                "unexpected-key",
                "`\(key.description)` has no meaning with `measure: \(kind.rawValue)`",
                severity: .warning,
                at: node,
                expected: "`\(key.description)` with `measure` one of: \(others)",
                hint: "remove it, or choose another `measure`"
            )
        }
    }

    private static let keysOfMeasures: [(key: StaticString, kinds: [MeasureKind])] = [
        ("unit", [.unit]), ("counts", [.unit, .percentage]), ("decimals", [.unit, .percentage]),
        ("numerator", [.percentage]), ("denominator", [.percentage]), ("scale", [.ordinal]),
        ("categories", [.nominal]), ("due", [.milestone]), ("after", [.milestone]),
    ]

    private func missing(_ key: StaticString, _ kind: MeasureKind, _ fields: Fields) -> Measure? {
        fields.missing(key, hint: "`measure: \(kind.rawValue)` needs it")
        return nil
    }

    private func direction(_ kind: MeasureKind?, _ fields: inout Fields) -> Direction? {
        let band = fields.optional("band") { bounds($0, of: "a band") }
        guard let node = fields.value("direction") else {
            switch kind {
            case .milestone, .qualitative, .nominal: return .increase
            default:
                fields.missing("direction", oneOf: DirectionKind.allCases.map(\.rawValue))
                return nil
            }
        }
        let direction = base.word(node, as: DirectionKind.self)
        if let key = fields.key("band"), let direction, direction != .maintain {
            base.report(
                "unexpected-key",
                "`band` has no meaning with `direction: \(direction.rawValue)`",
                severity: .warning,
                at: key,
                hint: "remove it, or write `direction: maintain`"
            )
        }
        switch direction {
        case .increase: return .increase
        case .decrease: return .decrease
        case .zeroTolerance: return .zeroTolerance
        case .contextual: return .contextual
        case .maintain:
            guard let band else {
                fields.missing("band", hint: "`direction: maintain` needs it")
                return nil
            }
            return .maintain(band)
        case nil: return nil
        }
    }

    private func bounds(_ node: Node, of what: Message) -> ClosedRange<Double>? {
        guard var fields = base.fields(node, of: what) else { return nil }
        let low = fields.required("low", base.number)
        let high = fields.required("high", base.number)
        fields.finish()
        guard let low, let high else { return nil }
        guard low <= high else {
            base.report("out-of-bounds", "`low` is above `high`", at: node, expected: "`low` at most `high`")
            return nil
        }
        return low...high
    }

    private func baseline(_ node: Node) -> Baseline? {
        if node.kind == .scalar, node.text == "unknown" { return .unknown }
        guard var fields = base.fields(node, of: "a baseline", meaning: "{value: \(node.text), year: …}") else {
            return nil
        }
        let value = fields.required("value", base.number)
        let year = fields.required("year") { base.integer($0, in: 1900...2200) }
        let source = fields.optional("source") { reference($0, to: .source) }
        let comment = fields.optional("comment", text)
        fields.finish()
        guard let value, let year else { return nil }
        return .known(value: value, year: year, source: source, comment: comment)
    }

    func targetValue(_ node: Node, isLevel: Bool) -> TargetValue? {
        isLevel ? base.identifier(node).map { .level($0) } : base.number(node).map { .number($0) }
    }

    private func periodTargets(_ fields: inout Fields, _ kind: MeasureKind?) -> [PeriodID: TargetValue] {
        fields.value("targets").map { self.periodTargets($0, isLevel: kind == .ordinal || kind == .nominal) } ?? [:]
    }

    func periodTargets(_ node: Node, isLevel: Bool) -> [PeriodID: TargetValue] {
        var targets: [PeriodID: TargetValue] = [:]
        for element in base.elements(node) {
            guard var fields = base.fields(element, of: "a target of a period") else { continue }
            let period = fields.required("period", periodName)
            let value = fields.required("value") { targetValue($0, isLevel: isLevel) }
            fields.finish()
            guard let period, let value else { continue }
            if targets[period] != nil {
                base.report(
                    "duplicate-target",
                    "a second target for \(period)",
                    at: element,
                    hint: "keep one of the two"
                )
            }
            targets[period] = value
        }
        return targets
    }

    /// The name of a period; unlike other identifiers it may have capital letters, as in 2021-H1.
    private func periodName(_ node: Node) -> PeriodID? { PeriodID.decode(node, base) }

    private func finalTarget(_ node: Node, _ kind: MeasureKind?, _ days: DayRange?) -> FinalTarget? {
        finalTarget(node, isLevel: kind == .ordinal || kind == .nominal, days)
    }

    func finalTarget(_ node: Node, isLevel: Bool, _ days: DayRange?) -> FinalTarget? {
        guard var fields = base.fields(node, of: "a target", meaning: "{value: \(node.text)}") else { return nil }
        let value = fields.required("value") { targetValue($0, isLevel: isLevel) }
        let by = fields.optional("by", date) ?? days?.end
        fields.finish()
        guard let value, let by else { return nil }
        return FinalTarget(value: value, by: by)
    }

    enum DirectionKind: String, CaseIterable {
        case increase
        case decrease
        case maintain
        case zeroTolerance = "zero-tolerance"
        case contextual
    }
}

/// The words for what kind of value an indicator has.
enum MeasureKind: String, CaseIterable {
    case unit
    case percentage
    case nominal
    case ordinal
    case qualitative
    case milestone
}

extension PeriodID {
    /// The name of a period, such as 2021-H1, 2021-03 or one that a custom calendar gives.
    static func decode(_ node: Node, _ base: Decoder) -> PeriodID? {
        base.parsed(node, expected: "the name of a reporting period, such as 2021-H1") { text in
            let valid =
                (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || $0 == 45 || $0 == 46
                }
            return valid ? PeriodID(rawValue: text) : nil
        }
    }
}
