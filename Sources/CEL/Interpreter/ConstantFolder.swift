/// Works out beforehand what no variable can change.
struct ConstantFolder {
    private let environment: Environment
    private var budget: Int
    private var names: [String] = []

    init(_ environment: Environment) {
        self.environment = environment
        budget = environment.limits.foldingBudget
    }

    /// The tree with its constant parts replaced by their values; a part whose evaluation fails stays as it is.
    mutating func fold(_ expression: Expression) -> Expression { folded(expression).expression }

    /// The folded tree, and whether it depends on nothing at all.
    private mutating func folded(_ expression: Expression) -> (expression: Expression, isClosed: Bool) {
        func node(_ kind: Expression.Kind) -> Expression {
            Expression(id: expression.id, range: expression.range, kind: kind)
        }
        switch expression.kind {
        case .literal: return (expression, true)
        case .identifier: return (expression, false)
        case .select(let operand, let field, let isOptional):
            let (inner, isClosed) = folded(operand)
            return evaluated(node(.select(inner, field: field, isOptional: isOptional)), isClosed)
        case .test(let operand, let field):
            let (inner, isClosed) = folded(operand)
            return evaluated(node(.test(inner, field: field)), isClosed)
        case .call(let function, let target, let arguments):
            return call(function, target, arguments, expression)
        case .list(let elements):
            var isClosed = true
            let parts = elements.map { element in
                let (value, closed) = folded(element.value)
                isClosed = isClosed && closed
                return Expression.Element(value: value, isOptional: element.isOptional)
            }
            return evaluated(node(.list(parts)), isClosed)
        case .map(let entries):
            var isClosed = true
            let parts = entries.map { entry in
                let (key, keyClosed) = folded(entry.key)
                let (value, valueClosed) = folded(entry.value)
                isClosed = isClosed && keyClosed && valueClosed
                return Expression.Entry(key: key, value: value, isOptional: entry.isOptional)
            }
            return evaluated(node(.map(parts)), isClosed)
        case .object(let name, let fields):
            let parts = fields.map { field in
                Expression.Field(
                    name: field.name,
                    value: folded(field.value).expression,
                    isOptional: field.isOptional,
                    range: field.range
                )
            }
            return (node(.object(name, parts)), false)
        case .comprehension(let loop): return (node(.comprehension(self.loop(loop))), false)
        case .bind(let name, let value, let body):
            return (node(.bind(name, value: fold(value), body: fold(body))), false)
        case .block(let values, let body): return (node(.block(values.map { fold($0) }, body: fold(body))), false)
        case .optionalMap(let target, let variable, let body, let isFlat):
            return (node(.optionalMap(fold(target), variable: variable, body: fold(body), isFlat: isFlat)), false)
        }
    }

    private mutating func loop(_ loop: Expression.Comprehension) -> Expression.Comprehension {
        Expression.Comprehension(
            kind: loop.kind,
            range: fold(loop.range),
            variable: loop.variable,
            secondVariable: loop.secondVariable,
            predicate: loop.predicate.map { fold($0) },
            transform: loop.kind == .transformMapEntry ? loop.transform : loop.transform.map { fold($0) }
        )
    }

    private mutating func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> (expression: Expression, isClosed: Bool) {
        var isClosed = true
        // A target that is part of the function's name, as in math.abs(x), is nothing to fold.
        var name = function
        var inner = target
        if let target {
            if let prefix = target.qualifiedName, environment.overloads(of: "\(prefix).\(function)") != nil {
                name = "\(prefix).\(function)"
            } else {
                let (folded, closed) = folded(target)
                inner = folded
                isClosed = closed
            }
        }
        let parts = arguments.map { argument in
            let (folded, closed) = folded(argument)
            isClosed = isClosed && closed
            return folded
        }
        let node = Expression(
            id: expression.id,
            range: expression.range,
            kind: .call(function, target: inner, arguments: parts)
        )
        if let simpler = simplified(function, target, parts) { return simpler }
        let isLogic = target == nil && (function == Operator.and || function == Operator.or)
        guard isClosed, isLogic || environment.overloads(of: name)?.overloads.allSatisfy(\.isFoldable) ?? false else {
            return (node, false)
        }
        return evaluated(node, true)
    }

    /// A conditional whose condition is known is the branch that it takes.
    private func simplified(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression]
    ) -> (expression: Expression, isClosed: Bool)? {
        guard target == nil, function == Operator.conditional, arguments.count == 3,
            case .literal(.bool(let condition)) = arguments[0].kind
        else { return nil }
        let taken = condition ? arguments[1] : arguments[2]
        if case .literal = taken.kind { return (taken, true) }
        return (taken, false)
    }

    private mutating func evaluated(
        _ expression: Expression,
        _ isClosed: Bool
    ) -> (expression: Expression, isClosed: Bool) {
        guard isClosed, budget > 0 else { return (expression, false) }
        let plan = Plan(expression, Planner(environment, nil), budget: budget)
        budget -= plan.steps
        guard let value = try? plan.run([]), Self.isSmall(value) else { return (expression, false) }
        return (Expression(id: expression.id, range: expression.range, kind: .literal(value)), true)
    }

    /// Whether a value is small enough to be kept in place of what gives it.
    private static func isSmall(_ value: Value) -> Bool {
        switch value {
        case .string(let text): text.utf8.count <= 10_000
        case .bytes(let bytes): bytes.count <= 10_000
        case .list(let list): list.count <= 1000 && list.allSatisfy(isSmall)
        case .map(let map): map.count <= 1000 && map.entries.allSatisfy { isSmall($0.value) }
        case .optional(let wrapped): wrapped.map(isSmall) ?? true
        default: true
        }
    }
}
