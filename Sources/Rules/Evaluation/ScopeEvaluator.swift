import ActionPlan
import CEL
import Diagnostics

/// Evaluates the rules of one section on given facts.
struct ScopeEvaluator: Sendable {
    let pack: RulePack
    let rules: ScopeRules
    /// What the trace of each rule shows, in the order of the rules.
    private let traced: [[TracedPath]]

    /// A field that a rule reads, with where to find it.
    private struct TracedPath: Sendable {
        let path: [String]
        let name: String
        let variable: Int
        /// The measures that read it, where the rule itself does not; it is shown only where one of them is there.
        var measures: [Int]
        let isOfMeasure: Bool
        /// The call of a helper whose value is shown, where it is no field.
        var call: Program?
    }

    init?(_ pack: RulePack, _ scope: RulePack.Scope) {
        guard let rules = pack.scopes[scope] else { return nil }
        self.pack = pack
        self.rules = rules
        let names = ["today", "params", "measures", "plan"] + RuleScope.variables(of: scope).map(\.name)
        traced = rules.verdicts.map { Self.traced(by: $0, rules, names) }
    }

    /// What a rule and its sentence read, then what the measures among that were computed from.
    private static func traced(by rule: ScopeRules.Rule, _ rules: ScopeRules, _ names: [String]) -> [TracedPath] {
        let own = ([rule.when].compactMap { $0 } + rule.because.expressions).flatMap(\.paths)
        var result: [TracedPath] = []
        var seen: Set<[String]> = []
        func add(_ path: [String], of measure: Int?) {
            guard path.count > 1, let variable = names.firstIndex(of: path[0]) else { return }
            guard seen.insert(path).inserted else {
                if let measure, let known = result.firstIndex(where: { $0.path == path }) {
                    result[known].measures.append(measure)
                }
                return
            }
            result.append(
                TracedPath(
                    path: path,
                    name: path.joined(separator: "."),
                    variable: variable,
                    measures: measure.map { [$0] } ?? [],
                    isOfMeasure: measure != nil
                )
            )
        }
        func add(_ calls: [Program], of measure: Int?) {
            for call in calls {
                guard seen.insert([call.text]).inserted else {
                    if let measure, let known = result.firstIndex(where: { $0.name == call.text }) {
                        result[known].measures.append(measure)
                    }
                    continue
                }
                let measures = measure.map { [$0] } ?? []
                result.append(
                    TracedPath(
                        path: [],
                        name: call.text,
                        variable: 0,
                        measures: measures,
                        isOfMeasure: measure != nil,
                        call: call
                    )
                )
            }
        }
        for path in own { add(path, of: nil) }
        for program in [rule.when].compactMap({ $0 }) + rule.because.expressions { add(program.calls, of: nil) }
        var position = 0
        while position < result.count {
            let path = result[position].path
            position += 1
            guard path.first == "measures", let measure = rules.measures.first(where: { $0.id == path[1] }),
                let slot = rules.measuresType.slot(of: measure.id)
            else { continue }
            for path in measure.value.paths { add(path, of: slot) }
            add(measure.value.calls, of: slot)
        }
        return result
    }

    /// What the rules say; nil where the section does not apply.
    ///
    /// - Parameters:
    ///   - variables: in the order of the section's environment; those of `measures` (the third) are filled in here.
    ///   - naming: turns values into what sentences show.
    ///   - origin: tells where a fact came from.
    /// - Returns: the verdict and whether evaluation failed on the way.
    func verdict(
        _ variables: [Value?],
        naming: SentenceNaming,
        origin: ([String]) -> Trace.Origin?
    ) -> Outcome? {
        var variables = variables
        variables[2] = .object(ObjectValue(rules.measuresType, rules.measuresType.fields.map { _ in nil }))
        do throws(EvaluationError) {
            if let applies = rules.applies, try applies.evaluate(variables) != .bool(true) { return nil }
        } catch let error {
            return failure(rule: "applies", error)
        }
        let measured: [Value?]
        do throws(EvaluationError) {
            measured = try measures(&variables)
        } catch let error {
            return failure(rule: "measures", error)
        }
        let shown = rules.measureOrder.compactMap { index -> MeasuredValue? in
            measured[index].map { MeasuredValue(id: rules.measures[index].id, value: FactValue($0)) }
        }
        guard !rules.verdicts.isEmpty else { return Outcome(verdict: nil, measures: shown, failure: nil) }
        var passedOver: [String] = []
        for (position, rule) in rules.verdicts.enumerated() {
            do throws(EvaluationError) {
                if let when = rule.when, try when.evaluate(variables) != .bool(true) {
                    passedOver.append(when.text)
                    continue
                }
                let verdict = Verdict(
                    pack: pack.id,
                    rule: rule.id,
                    status: rule.status,
                    because: try naming.sentence(rule.because, variables),
                    measures: shown,
                    trace: trace(of: position, variables, passedOver, origin),
                    bounds: nil
                )
                return Outcome(verdict: verdict, measures: shown, failure: nil)
            } catch let error {
                return failure(rule: rule.id, error)
            }
        }
        return Outcome(verdict: nil, measures: shown, failure: nil)
    }

    struct Outcome {
        var verdict: Verdict?
        var measures: [MeasuredValue]
        /// The rule that could not be evaluated, and why.
        var failure: (rule: String, error: EvaluationError)?
    }

    private func failure(rule: String, _ error: EvaluationError) -> Outcome {
        let template = SentenceTemplate(words: [
            ("en", "The rule “\(rule)” could not be evaluated: \(error.message)"),
            ("ru", "Правило «\(rule)» не удалось вычислить: \(error.message)"),
            ("tk", "«\(rule)» düzgüni hasaplap bolmady: \(error.message)"),
        ])
        let verdict = Verdict(
            pack: pack.id,
            rule: rule,
            status: Status.cannotBeJudged.id,
            because: Sentence(template, []),
            measures: [],
            trace: Trace(
                file: pack.name(of: pack.sources.first?.name ?? ""),
                line: rules.verdicts.first { $0.id == rule }?.line ?? 1,
                condition: rules.verdicts.first { $0.id == rule }?.when?.text,
                inputs: [],
                passedOver: []
            ),
            bounds: nil
        )
        return Outcome(verdict: verdict, measures: [], failure: (rule, error))
    }

    private func measures(_ variables: inout [Value?]) throws(EvaluationError) -> [Value?] {
        guard !rules.measures.isEmpty else { return [] }
        var slots = rules.measuresType.fields.map { _ in Value?.none }
        for measure in rules.measures {
            if let when = measure.when, try when.evaluate(variables) != .bool(true) { continue }
            let value = try measure.value.evaluate(variables)
            if case .double(let number) = value, !number.isFinite { continue }
            if let slot = rules.measuresType.slot(of: measure.id) { slots[slot] = value }
            variables[2] = .object(ObjectValue(rules.measuresType, slots))
        }
        return rules.measures.map { measure in rules.measuresType.slot(of: measure.id).flatMap { slots[$0] } }
    }

    private func trace(
        of position: Int,
        _ variables: [Value?],
        _ passedOver: [String],
        _ origin: ([String]) -> Trace.Origin?
    ) -> Trace {
        let rule = rules.verdicts[position]
        var inputs: [Trace.Input] = []
        inputs.reserveCapacity(traced[position].count)
        let measured: [Value?] = if case .object(let object)? = variables[2] { object.slots } else { [] }
        for path in traced[position] {
            if path.isOfMeasure, !path.measures.contains(where: { measured[$0] != nil }) { continue }
            let value = Self.lookUp(path, in: variables)
            guard value != nil || !path.isOfMeasure else { continue }
            inputs.append(
                Trace.Input(
                    path: path.name,
                    value: value.map { FactValue($0) } ?? .absent,
                    origin: path.call == nil ? origin(path.path) : nil
                )
            )
        }
        return Trace(
            file: pack.name(of: rule.file),
            line: rule.line,
            condition: rule.when?.text,
            inputs: inputs,
            passedOver: passedOver
        )
    }

    private static func lookUp(_ path: TracedPath, in variables: [Value?]) -> Value? {
        if let call = path.call { return try? call.evaluate(variables) }
        guard var value = variables[path.variable] else { return nil }
        for field in path.path.dropFirst() {
            guard case .object(let object) = value, let next = object[field] else { return nil }
            value = next
        }
        return value
    }
}

extension FactValue {
    /// A value of the rule language as a trace shows it.
    init(_ value: Value) {
        switch value {
        case .double(let number): self = .number(number)
        case .int(let number): self = .integer(number)
        case .uint(let number): self = .integer(Int64(clamping: number))
        case .string(let text): self = .text(text)
        case .bool(let flag): self = .boolean(flag)
        case .timestamp: self = value.day.map { .day($0) } ?? .absent
        case .list(let elements): self = .list(elements.map { FactValue($0) })
        case .object(let object): self = object["id"].map { FactValue($0) } ?? .text(object.type.name)
        case .null, .bytes, .duration, .map, .type, .optional, .opaque: self = .absent
        }
    }
}
