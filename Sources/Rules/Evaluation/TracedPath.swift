import CEL

/// A field that a rule reads, with where to find it, or a helper that it calls.
struct TracedPath: Sendable {
    /// Empty for a call.
    let path: [String]
    let name: String
    /// The position of the variable that it begins with.
    let variable: Int
    /// The measures that read it, where the rule itself does not; it is shown only where one of them is there.
    private(set) var measures: [Int]
    let isOfMeasure: Bool
    /// The call of a helper whose value is shown, where it is no field.
    let call: Program?
    private let steps: [Step]

    /// A field on the way, with its slot in the type that is declared.
    private struct Step: Sendable {
        let field: String
        let type: ObjectType?
        let slot: Int
    }

    private init?(_ path: [String], of measure: Int?, _ variables: [Environment.Variable]) {
        guard path.count > 1, let variable = variables.firstIndex(where: { $0.name == path[0] }) else { return nil }
        self.path = path
        call = nil
        name = path.joined(separator: ".")
        self.variable = variable
        measures = measure.map { [$0] } ?? []
        isOfMeasure = measure != nil
        var steps: [Step] = []
        var holder: CELType? = variables[variable].type
        for field in path.dropFirst() {
            var type: ObjectType?
            if case .object(let declared)? = holder { type = declared }
            let slot = type?.slot(of: field)
            steps.append(Step(field: field, type: slot == nil ? nil : type, slot: slot ?? 0))
            holder = slot.flatMap { type?.fields[$0].type() }
        }
        self.steps = steps
    }

    private init(_ call: Program, of measure: Int?) {
        path = []
        self.call = call
        name = call.text
        variable = 0
        measures = measure.map { [$0] } ?? []
        isOfMeasure = measure != nil
        steps = []
    }

    /// Whether it is shown, by which measures have values.
    func isShown(_ measures: ObjectValue?) -> Bool {
        !isOfMeasure || self.measures.contains { measures?.hasValue(inSlot: $0) ?? false }
    }

    /// Its value; nil where there is none.
    func value(in variables: [Value?]) -> Value? {
        if let call { return try? call.evaluate(variables) }
        guard var value = variables[variable] else { return nil }
        for step in steps {
            guard case .object(let object) = value,
                let next = object.type === step.type ? object[slot: step.slot] : object[step.field]
            else { return nil }
            value = next
        }
        return value
    }

    /// What a rule and its sentence read, then what the measures among that were computed from.
    static func read(
        by rule: ScopeRules.Rule,
        _ rules: ScopeRules,
        _ variables: [Environment.Variable]
    ) -> [TracedPath] {
        var result: [TracedPath] = []
        func add(_ traced: TracedPath?, of measure: Int?) {
            guard let traced else { return }
            guard let known = result.firstIndex(where: { $0.name == traced.name && $0.path == traced.path }) else {
                return result.append(traced)
            }
            if let measure { result[known].measures.append(measure) }
        }
        func add(_ programs: [Program], of measure: Int?) {
            for path in programs.flatMap(\.paths) { add(TracedPath(path, of: measure, variables), of: measure) }
            for call in programs.flatMap(\.calls) { add(TracedPath(call, of: measure), of: measure) }
        }
        add([rule.when].compactMap { $0 } + rule.because.expressions, of: nil)
        var position = 0
        while position < result.count {
            let path = result[position].path
            position += 1
            guard path.first == "measures", let measure = rules.measures.first(where: { $0.id == path[1] }),
                let slot = rules.measuresType.slot(of: measure.id)
            else { continue }
            add([measure.value], of: slot)
        }
        return result
    }
}
