import ActionPlan
import CEL
import Diagnostics
import YAML

/// Makes a rule pack of a YAML document.
struct PackDecoder {
    let base: Decoder
    /// Functions besides those of the language itself.
    let functions: RuleFunctions
    /// The languages that the pack's texts should be in: those of its title.
    let languages: [String]

    init(_ base: Decoder, _ functions: RuleFunctions, _ root: Node) {
        self.base = base
        self.functions = functions
        languages = Self.languages(of: root)
    }

    /// The languages of the pack's title; English where it is a plain text.
    private static func languages(of root: Node) -> [String] {
        guard let title = root.value(ofKey: "title"), title.kind == .mapping else { return ["en"] }
        let tags = (0..<title.count).map { title.key($0).text }.filter(isLanguage)
        return tags.isEmpty ? ["en"] : tags
    }

    /// A language by its code of two or three letters, with a script or region where it has one: `sr`, `sr-Latn`, `pt-BR`.
    private static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let code = parts.first, (2...3).contains(code.count), code.allSatisfy({ (97...122).contains($0) })
        else { return false }
        return parts.dropFirst()
            .allSatisfy { part in
                (2...8).contains(part.count)
                    && part.allSatisfy {
                        (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
                    }
            }
    }

    /// Where a status is declared.
    private struct StatusPlace {
        var id: String
        var node: Node
        /// Whether it is there for other packs to give.
        var isShared = false
    }

    func pack(_ root: Node, statusesOf: (String) -> [Status]?) -> RulePack? {
        guard var fields = base.fields(root, of: "a rule pack") else { return nil }
        _ = fields.value("format")
        let id = fields.required("id", base.identifier)
        let version = fields.required("version") {
            base.parsed($0, expected: "a version such as 1.0.0") { SemanticVersion($0) }
        }
        let title = fields.required("title", text)
        let summary = fields.optional("summary", text)
        let citations = fields.list("cites", citation)
        var used: [Status] = []
        var hasAllUsed = true
        let uses = fields.list("uses") { node -> String? in
            guard let id = base.identifier(node) else { return nil }
            guard let statuses = statusesOf(id) else {
                base.report(
                    "unknown-pack",
                    "there is no rule pack \(id), or it has mistakes",
                    at: node,
                    hint: "put it under rules/, or name its folder with --rules"
                )
                hasAllUsed = false
                return nil
            }
            used += statuses
            return id
        }
        let parameters = self.parameters(&fields)
        var places: [StatusPlace] = []
        let statuses = fields.list("statuses") { status($0, pack: id ?? "", &places) }
        reportDuplicates(places, used)
        // One that is declared with mistakes is known all the same, so that each mistake is told once.
        let known = Set(places.map(\.id) + used.map(\.id.rawValue))
        let parametersType = ObjectType(
            "params",
            fields: parameters.map { parameter in .init(parameter.id, parameter.type) }
        )
        let helpers = fields.optional("helpers") { HelperDecoder(self, parametersType).helpers($0) } ?? []
        var scopes: [RulePack.Scope: ScopeRules] = [:]
        for (key, scope) in Self.sections {
            guard let node = fields.value(key) else { continue }
            let statuses = hasAllUsed ? known : nil
            let section = SectionDecoder(self, scope, parametersType, helpers: helpers, statuses: statuses)
            scopes[scope] = section.rules(node, name: key)
        }
        let report = fields.optional("report") { CheckDecoder(self, parametersType, helpers: helpers).checks($0) }
        fields.finish()
        reportUnused(statuses, by: scopes, places)
        guard let id, let version, let title else { return nil }
        let pack = RulePack(
            id: id,
            version: version,
            title: title,
            summary: summary,
            citations: citations,
            uses: uses,
            parameters: parameters,
            helpers: helpers,
            statuses: statuses,
            scopes: scopes,
            reportMeasures: report?.measures ?? MeasureList(),
            checks: report?.checks ?? [],
            tests: [],
            sources: []
        )
        reportUnusedHelpers(of: pack, in: root)
        reportUnusedParameters(of: pack, in: root)
        return pack
    }

    private static let sections: [(StaticString, RulePack.Scope)] = [
        ("period", .period), ("indicator", .indicator), ("activity", .activity), ("objective", .objective),
        ("agency", .agency), ("plan", .plan),
    ]

    private func reportDuplicates(_ places: [StatusPlace], _ used: [Status]) {
        var first: [String: Node] = [:]
        for place in places {
            let id = place.id
            let node = place.node
            if let earlier = first[id] {
                base.report(
                    "duplicate-identifier",
                    "the status \(id) is declared twice",
                    at: node,
                    notes: [Diagnostic.Note("the first is here", at: earlier.span)]
                )
            } else if let other = used.first(where: { $0.id.rawValue == id }) {
                base.report(
                    "duplicate-identifier",
                    "the status \(id) is declared by \(other.pack) already",
                    at: node,
                    hint: "give it another identifier, or leave it out: with `uses` the other's can be given"
                )
            }
            first[id] = first[id] ?? node
        }
    }

    private func reportUnused(
        _ statuses: [Status],
        by scopes: [RulePack.Scope: ScopeRules],
        _ places: [StatusPlace]
    ) {
        let given = Set(scopes.values.flatMap { $0.verdicts.map(\.status) })
        guard !given.isEmpty else { return }
        for status in statuses where !given.contains(status.id) {
            guard let place = places.first(where: { $0.id == status.id.rawValue }), !place.isShared else { continue }
            base.report(
                "unused-status",
                "no rule gives the status \(status.id)",
                severity: .warning,
                at: place.node,
                hint: "remove it, or write `shared: true` if other packs give it"
            )
        }
    }

    /// Helpers that no expression calls, nor another helper.
    private func reportUnusedHelpers(of pack: RulePack, in root: Node) {
        guard let node = root.value(ofKey: "helpers"), node.kind == .mapping, !base.diagnostics.hasErrors else {
            return
        }
        let language = Environment(variables: [])
        let texts = pack.programs.map(\.text) + pack.helpers.map(\.writtenValue)
        let called = Set(texts.flatMap { language.functionsCalled(in: $0) ?? [] })
        for position in 0..<node.count where !called.contains(node.key(position).text) {
            base.report(
                "unused-helper",
                "no expression calls the helper \(node.key(position).text)",
                severity: .warning,
                at: node.key(position),
                hint: "remove it"
            )
        }
    }

    /// Parameters that no expression reads: setting one would change nothing.
    private func reportUnusedParameters(of pack: RulePack, in root: Node) {
        guard let node = root.value(ofKey: "parameters"), node.kind == .mapping, !base.diagnostics.hasErrors else {
            return
        }
        let read = Set(pack.programs.flatMap(\.paths).filter { $0.first == "params" }.map { $0.dropFirst().first })
        // Where `params` itself is handed on, any of them may be read.
        guard !read.contains(nil) else { return }
        for position in 0..<node.count where !read.contains(node.key(position).text) {
            base.report(
                "unused-parameter",
                "no expression reads the parameter \(node.key(position).text)",
                severity: .warning,
                at: node.key(position),
                hint: "remove it"
            )
        }
    }

    // MARK: - Common kinds of value

    /// What is said where a text is in a language that the pack does not have.
    static let owner = LocalizedText.Owner(
        unknownLanguage: { "\($0) is no language of this rule pack" },
        hint: "the languages of a pack are those of its title: add it there first"
    )

    func text(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: languages, mustHaveAll: true, base, owner: Self.owner)
    }

    /// A name that expressions use: letters, digits and `_`.
    func name(_ node: Node) -> String? {
        base.parsed(node, expected: "a name of a to z, 0 to 9 and `_`, beginning with a letter") { text in
            let valid =
                (1...64).contains(text.utf8.count) && (text.utf8.first.map { (97...122).contains($0) } ?? false)
                && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
            return valid ? text : nil
        }
    }

    private func citation(_ node: Node) -> RulePack.Citation? {
        guard var fields = base.fields(node, of: "a citation") else { return nil }
        let title = fields.required("title") {
            LocalizedText.decode($0, languages: languages, mustHaveAll: false, base, owner: Self.owner)
        }
        let url = fields.optional("url", base.string)
        let says = fields.optional("says", text)
        fields.finish()
        return title.map { RulePack.Citation(title: $0, url: url, says: says) }
    }

    private func status(_ node: Node, pack: String, _ places: inout [StatusPlace]) -> Status? {
        guard var fields = base.fields(node, of: "a status") else { return nil }
        let id = fields.required("id") { node in
            base.identifier(node)
                .map { id in
                    places.append(StatusPlace(id: id, node: node))
                    return id
                }
        }
        let title = fields.required("title", text)
        let rank = fields.required("rank") { base.integer($0, in: 0...1000) }
        let group = fields.required("group") { base.word($0, as: Status.Group.self) }
        let color = fields.required("color") { base.word($0, as: Status.Color.self) }
        let symbol = fields.required("symbol") { base.word($0, as: Status.Symbol.self) }
        let advice = fields.optional("advice", text)
        let isShared = fields.optional("shared", base.boolean) ?? false
        if isShared, id != nil, let last = places.indices.last { places[last].isShared = true }
        fields.finish()
        guard let id, let title, let rank, let group, let color, let symbol else { return nil }
        return Status(
            id: StatusID(rawValue: id),
            pack: pack,
            title: title,
            rank: rank,
            group: group,
            color: color,
            symbol: symbol,
            advice: advice
        )
    }

    // MARK: - Parameters

    private func parameters(_ fields: inout Fields) -> [RulePack.Parameter] {
        guard let node = fields.value("parameters"), base.fields(node, of: "parameters") != nil else { return [] }
        return (0..<node.count)
            .compactMap { position in
                guard let id = name(node.key(position)) else { return nil }
                return parameter(id, node.value(position))
            }
    }

    private enum ParameterType: String, CaseIterable {
        case double
        case int
        case bool
        case string
    }

    private func parameter(_ id: String, _ node: Node) -> RulePack.Parameter? {
        guard var fields = base.fields(node, of: "a parameter") else { return nil }
        let type = fields.required("type") { base.word($0, as: ParameterType.self) }
        let low = fields.optional("low", base.number)
        let high = fields.optional("high", base.number)
        if let low, let high, low > high {
            base.report(
                "bounds-reversed",
                "no value lies between these bounds",
                at: node,
                expected: "`low` not above `high`"
            )
        } else if type == .bool || type == .string, low != nil || high != nil {
            base.report(
                "bounds-without-number",
                "bounds of a parameter that is no number",
                at: node,
                hint: "remove `low` and `high`"
            )
        }
        let title = fields.required("title", text)
        let unit = fields.optional("unit", text)
        let value = fields.required("default") { node -> (CELType, Value)? in
            switch type {
            case .double: base.number(node).map { (.double, .double($0)) }
            case .int: base.integer(node, in: -1_000_000_000...1_000_000_000).map { (.int, .int(Int64($0))) }
            case .bool: base.boolean(node).map { (.bool, .bool($0)) }
            case .string: base.string(node).map { (.string, .string($0)) }
            case nil: nil
            }
        }
        fields.finish()
        guard let value, let title else { return nil }
        let parameter = RulePack.Parameter(
            id: id,
            type: value.0,
            defaultValue: value.1,
            low: low,
            high: high,
            title: title,
            unit: unit
        )
        if !parameter.allows(value.1), (low ?? -.infinity) <= (high ?? .infinity) {
            base.report(
                "out-of-bounds",
                "the default of \(id) is out of its own bounds",
                at: node.value(ofKey: "default") ?? node,
                expected: parameter.boundsDescription
            )
        }
        return parameter
    }
}

extension RulePack.Parameter {
    /// Whether a value is within the bounds.
    func allows(_ value: Value) -> Bool {
        let number: Double
        switch value {
        case .double(let double): number = double
        case .int(let whole): number = Double(whole)
        default: return true
        }
        return (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    }

    /// What values it takes, in words.
    var boundsDescription: Message {
        let low = low.map(Self.written)
        let high = high.map(Self.written)
        return switch (type, low, high) {
        case (.bool, _, _): "true or false"
        case (.string, _, _): "a text"
        case (.int, let low?, let high?): "a whole number from \(low) to \(high)"
        case (.int, let low?, nil): "a whole number of at least \(low)"
        case (.int, nil, let high?): "a whole number of at most \(high)"
        case (.int, nil, nil): "a whole number"
        case (_, let low?, let high?): "a value from \(low) to \(high)"
        case (_, let low?, nil): "a value of at least \(low)"
        case (_, nil, let high?): "a value of at most \(high)"
        case (_, nil, nil): "a number"
        }
    }

    private static func written(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }
}
