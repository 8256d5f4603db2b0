import CEL

/// A condition of a rule or check, with what is seen of it without evaluating it.
struct Condition: Sendable {
    let program: Program
    /// Fields without which it cannot hold: those of a `has(variable.field)` that stands beside everything else.
    private let needs: [Need]

    private struct Need: Sendable {
        let variable: Int
        let type: ObjectType
        let slot: Int
    }

    /// - Parameters:
    ///   - program: the condition.
    ///   - variables: what it may read, in the order in which values are handed over.
    init(_ program: Program, _ variables: [Environment.Variable]) {
        self.program = program
        var needs: [Need] = []
        func collect(_ expression: Expression) {
            switch expression.kind {
            case .call("_&&_", nil, let arguments): arguments.forEach(collect)
            case .test(let holder, let field):
                guard case .identifier(let name) = holder.kind,
                    let position = variables.firstIndex(where: { $0.name == name }),
                    case .object(let type) = variables[position].type, let slot = type.slot(of: field)
                else { return }
                needs.append(Need(variable: position, type: type, slot: slot))
            default: break
            }
        }
        collect(program.expression)
        self.needs = needs
    }

    /// Whether it holds.
    func holds(_ variables: [Value?]) throws(EvaluationError) -> Bool {
        for need in needs {
            guard case .object(let object)? = variables[need.variable], object.type === need.type else { continue }
            if !object.hasValue(inSlot: need.slot) { return false }
        }
        return try program.evaluate(variables) == .bool(true)
    }
}
