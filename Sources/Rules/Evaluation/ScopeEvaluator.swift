import ActionPlan
import CEL
import Diagnostics

/// Evaluates the rules of one section on given facts.
final class ScopeEvaluator: Sendable {
    let rules: ScopeRules
    private let pack: String
    private let file: String
    private let measures: [PreparedMeasure]
    private let verdicts: [PreparedRule]
    /// The measures before any is computed.
    private let noMeasures: Value

    private struct PreparedMeasure: Sendable {
        let when: Condition?
        let value: Program
        let slot: Int
        /// Whether what comes next reads measures, so that this one has to be in its place by then.
        let isReadNext: Bool
    }

    private struct PreparedRule: Sendable {
        let when: Condition?
        let file: String
        /// What the trace shows.
        let traced: [TracedPath]
        /// The conditions before it, all of which failed where it holds.
        let passedOver: [String]
    }

    init?(_ pack: RulePack, _ scope: RulePack.Scope) {
        guard let rules = pack.scopes[scope] else { return nil }
        self.pack = pack.id
        self.rules = rules
        file = pack.name(of: pack.sources.first?.name ?? "")
        noMeasures = .object(ObjectValue(rules.measuresType) { _ in nil })
        let variables =
            RuleScope.environment(
                RuleScope.variables(of: scope),
                parameters: pack.parametersType,
                measures: rules.measuresType,
                plan: RuleScope.planType(of: scope),
                functions: RuleFunctions([])
            )
            .variables
        measures = Self.prepare(rules, variables)
        var passedOver: [String] = []
        var verdicts: [PreparedRule] = []
        for rule in rules.verdicts {
            verdicts.append(
                PreparedRule(
                    when: rule.when.map { Condition($0, variables) },
                    file: pack.name(of: rule.file),
                    traced: TracedPath.read(by: rule, rules, variables),
                    passedOver: passedOver
                )
            )
            if let when = rule.when { passedOver.append(when.text) }
        }
        self.verdicts = verdicts
    }

    private static func prepare(_ rules: ScopeRules, _ variables: [Environment.Variable]) -> [PreparedMeasure] {
        let areRead = rules.measures.map { measure in
            ((measure.when?.paths ?? []) + measure.value.paths).contains { $0.first == "measures" }
        }
        return rules.measures.enumerated()
            .compactMap { position, measure in
                guard let slot = rules.measuresType.slot(of: measure.id) else { return nil }
                return PreparedMeasure(
                    when: measure.when.map { Condition($0, variables) },
                    value: measure.value,
                    slot: slot,
                    isReadNext: position + 1 == areRead.count || areRead[position + 1]
                )
            }
    }

    /// What the rules say; nil where the section does not apply.
    ///
    /// - Parameters:
    ///   - variables: in the order of the section's environment; those of `measures` (the third) are filled in here.
    ///   - naming: turns values into what sentences show.
    ///   - origin: tells where a fact came from.
    /// - Returns: the verdict and whether evaluation failed on the way.
    func verdict(
        _ variables: consuming [Value?],
        naming: SentenceNaming,
        origin: ([String]) -> Trace.Origin?
    ) -> Outcome? {
        variables[2] = noMeasures
        do throws(EvaluationError) {
            if let applies = rules.applies, try applies.evaluate(variables) != .bool(true) { return nil }
        } catch let error {
            return failure(rule: "applies", error)
        }
        do throws(EvaluationError) {
            try measure(&variables)
        } catch let error {
            return failure(rule: "measures", error)
        }
        let shown = shownMeasures(variables)
        for position in verdicts.indices {
            do throws(EvaluationError) {
                if let when = verdicts[position].when, try !when.holds(variables) { continue }
                let verdict = Verdict(
                    pack: pack,
                    rule: rules.verdicts[position].id,
                    status: rules.verdicts[position].status,
                    because: try naming.sentence(rules.verdicts[position].because, variables),
                    measures: shown,
                    trace: trace(of: position, variables, origin),
                    bounds: nil
                )
                return Outcome(verdict: verdict, measures: shown, failure: nil)
            } catch let error {
                return failure(rule: rules.verdicts[position].id, error)
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
        let failed = rules.verdicts.first { $0.id == rule }
        let verdict = Verdict(
            pack: pack,
            rule: rule,
            status: Status.cannotBeJudged.id,
            because: .failure(of: rule, error),
            measures: [],
            trace: Trace(
                file: file,
                line: failed?.line ?? 1,
                condition: failed?.when?.text,
                inputs: [],
                passedOver: []
            ),
            bounds: nil
        )
        return Outcome(verdict: verdict, measures: [], failure: (rule, error))
    }

    /// Computes the measures; those that do not apply, and numbers that are none, stay absent.
    private func measure(_ variables: inout [Value?]) throws(EvaluationError) {
        guard !measures.isEmpty else { return }
        var slots = [Value?](repeating: nil, count: rules.measuresType.fields.count)
        var isKept = true
        for measure in measures {
            if try measure.when?.holds(variables) ?? true {
                let value = try measure.value.evaluate(variables)
                if case .double(let number) = value, !number.isFinite {
                    // As good as absent.
                } else {
                    slots[measure.slot] = value
                    isKept = false
                }
            }
            if measure.isReadNext, !isKept {
                variables[2] = .object(ObjectValue(rules.measuresType, slots))
                isKept = true
            }
        }
    }

    /// The measures that have values, in the order of the file.
    private func shownMeasures(_ variables: [Value?]) -> [MeasuredValue] {
        guard !measures.isEmpty, case .object(let object)? = variables[2] else { return [] }
        var shown: [MeasuredValue] = []
        for index in rules.measureOrder {
            let id = rules.measures[index].id
            if let value = object[id] { shown.append(MeasuredValue(id: id, value: FactValue(value))) }
        }
        return shown
    }

    private func trace(of position: Int, _ variables: [Value?], _ origin: ([String]) -> Trace.Origin?) -> Trace {
        let prepared = verdicts[position]
        var inputs: [Trace.Input] = []
        inputs.reserveCapacity(prepared.traced.count)
        let measured: ObjectValue? = if case .object(let object)? = variables[2] { object } else { nil }
        for path in prepared.traced where path.isShown(measured) {
            let value = path.value(in: variables)
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
            file: prepared.file,
            line: rules.verdicts[position].line,
            condition: prepared.when?.program.text,
            inputs: inputs,
            passedOver: prepared.passedOver
        )
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
