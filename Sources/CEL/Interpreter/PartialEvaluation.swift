/// What comes of an expression while some of what it reads is not known yet.
public enum PartialResult: Sendable {
    /// The value: what is unknown makes no difference.
    case value(Value)
    /// What remains to be evaluated.
    case residual(Residual)

    /// The part of an expression that depends on what is unknown.
    public struct Residual: Sendable {
        /// The syntax tree of what remains, with what is known put in.
        public let expression: Expression
        /// The paths that it still reads and that are unknown, in the order of reading.
        public let unknowns: [[String]]

        /// The text of what remains.
        public var text: String { expression.unparsed }
    }
}

extension Program {
    /// Evaluates it as far as it goes while some of what it reads is not known yet.
    ///
    /// - Parameters:
    ///   - variables: values in the order of the environment's variables; nil where one has none.
    ///   - unknown: what is not known, as paths from variables: `["report"]`, `["indicator", "actual"]`.
    /// - Returns: the value if what is unknown makes no difference, otherwise what remains.
    /// - Throws: why it has no value, whatever the unknown is.
    public func evaluate(_ variables: [Value?], unknown: [[String]]) throws(EvaluationError) -> PartialResult {
        let planner = Planner(environment, checker, isRecording: true, unknowns: unknown)
        let plan = Plan(expression, planner, budget: environment.limits.budget)
        let recorder = Recorder()
        do throws(EvaluationError) {
            return .value(try plan.run(variables, recorder))
        } catch let error {
            guard error.kind == .unknown else { throw error }
        }
        let residual = Pruner(outcomes: recorder.outcomes).prune(expression)
        let paths = FieldPaths.read(by: residual)
            .filter { path in unknown.contains { $0.starts(with: path) || path.starts(with: $0) } }
        return .residual(PartialResult.Residual(expression: residual, unknowns: paths))
    }
}

/// Puts what is known into a syntax tree.
private struct Pruner {
    let outcomes: [Int: Result<Value, EvaluationError>]

    /// The value of a node, if it has one that can be written out.
    private func known(_ expression: Expression) -> Value? {
        guard case .success(let value) = outcomes[expression.id], Self.canBeWritten(value) else { return nil }
        return value
    }

    private static func canBeWritten(_ value: Value) -> Bool {
        switch value {
        case .opaque, .object, .type: false
        case .list(let list): list.count <= 100 && list.allSatisfy(canBeWritten)
        case .map(let map): map.count <= 100 && map.entries.allSatisfy { canBeWritten($0.value) }
        case .optional(let wrapped): wrapped.map(canBeWritten) ?? true
        default: true
        }
    }

    func prune(_ expression: Expression) -> Expression {
        func node(_ kind: Expression.Kind) -> Expression {
            Expression(id: expression.id, range: expression.range, kind: kind)
        }
        if let value = known(expression) { return node(.literal(value)) }
        switch expression.kind {
        case .literal, .identifier: return expression
        case .select(let operand, let field, let isOptional):
            // A name stays whole: what it selects from is not asked for.
            if expression.qualifiedName != nil { return expression }
            return node(.select(prune(operand), field: field, isOptional: isOptional))
        case .test(let operand, let field):
            return operand.qualifiedName != nil ? expression : node(.test(prune(operand), field: field))
        case .call(let function, let target, let arguments): return call(function, target, arguments, expression)
        case .list(let elements):
            return node(.list(elements.map { .init(value: prune($0.value), isOptional: $0.isOptional) }))
        case .map(let entries):
            return node(
                .map(entries.map { .init(key: prune($0.key), value: prune($0.value), isOptional: $0.isOptional) })
            )
        case .object(let name, let fields):
            let pruned = fields.map {
                Expression.Field(name: $0.name, value: prune($0.value), isOptional: $0.isOptional, range: $0.range)
            }
            return node(.object(name, pruned))
        case .comprehension(let loop):
            // The body was evaluated once for every element, so only the range has one value.
            let pruned = Expression.Comprehension(
                kind: loop.kind,
                range: prune(loop.range),
                variable: loop.variable,
                secondVariable: loop.secondVariable,
                predicate: loop.predicate,
                transform: loop.transform
            )
            return node(.comprehension(pruned))
        case .bind(let name, let value, let body): return node(.bind(name, value: prune(value), body: body))
        case .block: return expression
        case .optionalMap(let target, let variable, let body, let isFlat):
            return node(.optionalMap(prune(target), variable: variable, body: body, isFlat: isFlat))
        }
    }

    private func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> Expression {
        let isLogic = target == nil && (function == Operator.and || function == Operator.or)
        if target == nil, function == Operator.conditional, arguments.count == 3,
            case .bool(let condition) = known(arguments[0])
        {
            return prune(condition ? arguments[1] : arguments[2])
        }
        var parts = arguments.map { prune($0) }
        if isLogic {
            // What is known did not decide, so it makes no difference.
            parts.removeAll { if case .literal(.bool) = $0.kind { true } else { false } }
            if parts.count == 1 { return parts[0] }
        }
        let isNamespace = target.map { outcomes[$0.id] == nil && $0.qualifiedName != nil } ?? true
        return Expression(
            id: expression.id,
            range: expression.range,
            kind: .call(function, target: isNamespace ? target : target.map { prune($0) }, arguments: parts)
        )
    }
}
