extension CostEstimator {
    mutating func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> (work: Work, shape: Shape) {
        if target == nil, let found = operation(function, arguments, expression) { return found }
        var name = function
        var operands = arguments
        if let target {
            if let prefix = target.qualifiedName, environment.overloads(of: "\(prefix).\(function)") != nil {
                name = "\(prefix).\(function)"
            } else {
                operands = [target] + arguments
            }
        }
        if name.utf8.first == UInt8(ascii: ".") { name.removeFirst() }
        let parts = operands.map { estimate($0) }
        let shapes = parts.map(\.shape)
        var work = parts.reduce(Work()) { $0 + $1.work }
        if target != nil, name == "or" || name == "orValue", parts.count == 2 {
            work = parts[0].work + parts[1].work.optional
        }
        let own = Bound.sum(
            shapes.reduce(1 + arguments.count) { Bound.sum($0, $1.looking) },
            steps(of: name, operands, shapes)
        )
        note(expression.range, own)
        let result = result(of: name, operands, shapes) ?? shape(type(of: expression), path: "\(name)()")
        return (work + Work(most: own), result)
    }

    // MARK: - Operators

    private mutating func operation(
        _ function: String,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> (work: Work, shape: Shape)? {
        switch (function, arguments.count) {
        case (Operator.and, _), (Operator.or, _):
            return (arguments.reduce(Work()) { $0 + estimate($1).work.optional }, .scalar)
        case (Operator.conditional, 3): return conditional(arguments)
        case (Operator.not, 1), (Operator.negate, 1): return (estimate(arguments[0]).work, .scalar)
        default: break
        }
        guard arguments.count == 2, function.utf8.first == UInt8(ascii: "_") || function == Operator.membership else {
            return nil
        }
        let left = estimate(arguments[0])
        let right = estimate(arguments[1])
        let (own, shape) = binary(function, left.shape, right.shape, expression)
        note(expression.range, own)
        return (left.work + right.work + Work(most: own), shape)
    }

    private mutating func conditional(_ arguments: [Expression]) -> (work: Work, shape: Shape) {
        let condition = estimate(arguments[0])
        let (first, second) = (estimate(arguments[1]), estimate(arguments[2]))
        let taken = Work(
            least: min(first.work.least, second.work.least),
            most: max(first.work.most, second.work.most)
        )
        return (condition.work + taken, .either(first.shape, second.shape))
    }

    private mutating func binary(
        _ function: String,
        _ left: Shape,
        _ right: Shape,
        _ expression: Expression
    ) -> (own: Int, shape: Shape) {
        switch function {
        case "_+_":
            let count = Self.sum(left.count, right.count)
            var shape = Shape.either(left, right)
            shape.count = count
            shape.weight = Bound.sum(left.weight, right.weight)
            shape.comparing = Bound.sum(left.comparing, right.comparing)
            shape.path = nil
            guard count.upperBound > 0 else { return (0, .scalar) }
            // In a chain the first part is counted twice.
            return (Bound.sum(1, Bound.product(2, shape.looking)), shape)
        case "_<_", "_<=_", "_>_", "_>=_": return (left.looking, .scalar)
        case Operator.equal, Operator.notEqual: return (min(left.comparing, right.comparing), .scalar)
        case Operator.membership:
            let comparing = min(right.comparing, Bound.product(right.count.upperBound, left.comparing))
            return (Bound.sum(right.count.upperBound, comparing), .scalar)
        case Operator.index, Operator.optionalIndex:
            var holder = left
            var isOptional = function == Operator.optionalIndex
            if case .call(_, _, let arguments) = expression.kind, case .optional = type(of: arguments[0]) {
                holder = left.element
                isOptional = true
            }
            return (0, isOptional ? .optional(holder.element) : holder.element)
        default: return (0, .scalar)
        }
    }

    static func sum(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> ClosedRange<Int> {
        Bound.sum(left.lowerBound, right.lowerBound)...Bound.sum(left.upperBound, right.upperBound)
    }
}
