import ActionPlan
import CEL
import Diagnostics
import YAML

/// Reads the cases of a pack; facts are decoded by the types that rules see.
struct RuleTestDecoder {
    private let base: Decoder
    private let pack: RulePack

    init(_ base: Decoder, _ pack: RulePack) {
        self.base = base
        self.pack = pack
    }

    func tests(_ root: Node) -> [RuleTest] {
        guard var fields = base.fields(root, of: "a file of cases") else { return [] }
        _ = fields.value("format")
        let tests = fields.list("cases", test)
        fields.finish()
        return tests
    }

    private func test(_ node: Node) -> RuleTest? {
        guard var fields = base.fields(node, of: "a case") else { return nil }
        let name = fields.required("name", base.string)
        let section = fields.required("scope", section)
        let today = fields.required("today", day)
        let parameters = parameters(fields.value("params"))
        let given = fields.value("given")
        let expect = fields.value("expect")
        if expect == nil { fields.missing("expect") }
        fields.finish()
        guard let name, let section, let today, let expect else { return nil }
        let variables: [Environment.Variable]
        var planType = FactSchema.plan.type
        switch section {
        case .scope(let scope):
            variables = RuleScope.variables(of: scope)
            planType = RuleScope.planType(of: scope)
        case .report: variables = RuleScope.reportVariables
        }
        var facts: [String: Node] = [:]
        if let given, base.fields(given, of: "facts") != nil {
            for position in 0..<given.count { facts[given.key(position).text] = given.value(position) }
            let known = variables.map(\.name) + ["plan"]
            for position in 0..<given.count where !known.contains(given.key(position).text) {
                base.report(
                    "unknown-key",
                    "\(given.key(position).text) is nothing that this section sees",
                    at: given.key(position),
                    expected: "one of: \(known.joined(separator: ", "))"
                )
            }
        }
        var test = RuleTest(
            name: name,
            section: section,
            file: pack.name(of: node.document.source.name),
            line: node.span.start.line,
            variables: [today, nil, nil, object(facts["plan"], planType)]
                + variables.map { variable in
                    guard case .object(let type) = variable.type else { return nil }
                    // A report is about an indicator or an activity: the one that a case does not speak of is not there.
                    if section == .report, variable.name != "report", facts[variable.name] == nil { return nil }
                    return object(facts[variable.name], type)
                },
            parameters: parameters
        )
        expectation(expect, &test)
        return test
    }

    private func section(_ node: Node) -> RuleTest.Section? {
        let words = RuleTest.Section.all.map(\.keyword)
        return base.parsed(node, expected: "one of: \(words.joined(separator: ", "))") { text in
            RuleTest.Section.all.first { $0.keyword == text }
        }
    }

    private func expectation(_ node: Node, _ test: inout RuleTest) {
        guard var fields = base.fields(node, of: "an expectation") else { return }
        test.expectation.status = fields.optional("status", base.identifier).map { StatusID(rawValue: $0) }
        test.expectation.rule = fields.optional("rule", base.identifier)
        if let measures = fields.value("measures"), base.fields(measures, of: "measures") != nil {
            test.expectation.measures = (0..<measures.count)
                .map { position in
                    let value = measures.value(position)
                    return (measures.key(position).text, value.isNull ? nil : plain(value))
                }
        }
        if let because = fields.value("because"), base.fields(because, of: "sentences") != nil {
            test.expectation.because = (0..<because.count).map { (because.key($0).text, because.value($0).text) }
        }
        if let checks = fields.value("checks") {
            test.expectation.checks = base.elements(checks).compactMap(base.identifier)
        }
        test.expectation.isSilent = fields.optional("silent", base.boolean) ?? false
        fields.finish()
    }

    /// A value whose type shows in how it is written.
    private func plain(_ node: Node) -> Value? {
        if node.style == .plain, Decoder.isNumber(node.text) { return base.number(node).map(Value.double) }
        if node.style == .plain, let day = Day(node.text) { return Value(day) }
        if node.style == .plain, node.text == "true" || node.text == "false" { return .bool(node.text == "true") }
        return .string(node.text)
    }

    private func day(_ node: Node) -> Value? {
        base.parsed(node, expected: "a date, as 2021-04-29") { Day($0).flatMap { Value($0) } }
    }

    private func parameters(_ node: Node?) -> Value {
        var values = pack.parameters.map { Optional($0.defaultValue) }
        if let node, base.fields(node, of: "parameters") != nil {
            for position in 0..<node.count {
                let key = node.key(position)
                guard let index = pack.parameters.firstIndex(where: { $0.id == key.text }) else {
                    base.report("unknown-key", "\(key.text) is no parameter of this pack", at: key)
                    continue
                }
                values[index] = value(node.value(position), pack.parameters[index].type) ?? values[index]
            }
        }
        return .object(ObjectValue(pack.parametersType, values))
    }

    /// An object with the facts given; others are absent or, where they cannot be, empty.
    private func object(_ node: Node?, _ type: ObjectType) -> Value {
        var given: [String: Node] = [:]
        if let node, base.fields(node, of: "facts") != nil {
            for position in 0..<node.count {
                let key = node.key(position)
                given[key.text] = node.value(position)
                if type.slot(of: key.text) == nil {
                    base.report(
                        "unknown-key",
                        "\(type.name) has no field \(key.text)",
                        at: key,
                        hint: Suggestion.nearest(to: key.text, among: type.fields.map(\.name))
                            .map { "did you mean \($0)?" }
                    )
                }
            }
        }
        return .object(
            ObjectValue(
                type,
                type.fields.map { field in
                    if let node = given[field.name] { return value(node, field.type()) }
                    return field.isOptional ? nil : empty(field.type())
                }
            )
        )
    }

    private func value(_ node: Node, _ type: CELType) -> Value? {
        switch type {
        case .double: base.number(node).map(Value.double)
        case .int: base.integer(node, in: -1_000_000_000...1_000_000_000).map { .int(Int64($0)) }
        case .bool: base.boolean(node).map(Value.bool)
        case .timestamp: day(node)
        case .string: base.string(node).map(Value.string)
        case .list(let element): .list(base.elements(node).compactMap { value($0, element) })
        case .map(_, let valueType): map(node, valueType)
        case .object(let type): object(node, type)
        default: nil
        }
    }

    private func map(_ node: Node, _ type: CELType) -> Value? {
        guard base.fields(node, of: "a map") != nil else { return nil }
        var map = MapValue()
        for position in 0..<node.count {
            if let value = value(node.value(position), type) { _ = map.insert(.string(node.key(position).text), value) }
        }
        return .map(map)
    }

    private func empty(_ type: CELType) -> Value? {
        switch type {
        case .double: .double(0)
        case .int: .int(0)
        case .bool: .bool(false)
        case .string: .string("")
        case .list: .list([])
        case .map: .map(MapValue())
        case .object(let type): object(nil, type)
        case .timestamp: Value(Day(number: 0))
        default: nil
        }
    }
}
