import Diagnostics

extension Planner {
    mutating func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> Node {
        let range = expression.range
        if let target {
            if let alternative = optionalElse(function, target, arguments, range) { return alternative }
            if let counted = filteredSize(function, target, arguments, range) { return counted }
            if let name = target.qualifiedName, !isLocal(target),
                let found = environment.overloads(of: "\(name).\(function)")
            {
                return dispatch(found, arguments.map { plan($0) }, isMember: false, range)
            }
        } else if let node = operation(function, arguments, expression) {
            return node
        }
        let nodes = ((target.map { [$0] } ?? []) + arguments).map { plan($0) }
        guard let found = environment.overloads(of: function) else {
            return FailingNode(EvaluationError(.undeclared, "there is no function \(function)", range: range), range)
        }
        if target != nil, nodes.count == 2, let question = TextTestNode.Question(rawValue: found.name),
            found.overloads.count == 1, case .string(let part) = nodes[1].constant
        {
            return TextTestNode(question, nodes[0], part, range)
        }
        if found.name == "matches", nodes.count == 2, case .string(let text) = nodes[1].constant {
            return matching(nodes[0], text, nodes[1].range, range)
        }
        return dispatch(found, nodes, isMember: target != nil, range)
    }

    private func dispatch(
        _ found: (name: String, overloads: [Overload]),
        _ nodes: [Node],
        isMember: Bool,
        _ range: Range<Int>
    ) -> Node {
        if MathFunctions.isVariadic(found.name), nodes.count > 2 {
            let list = ListNode(nodes.map { ($0, false) }, range)
            let forms = found.overloads.filter { $0.parameters.count == 1 }
            return UnaryCallNode(found.name, forms, list, range)
        }
        let forms = found.overloads.filter { $0.isMember == isMember && $0.parameters.count == nodes.count }
        switch nodes.count {
        case 1: return UnaryCallNode(found.name, forms, nodes[0], range)
        case 2: return BinaryCallNode(found.name, forms, nodes[0], nodes[1], range)
        default: return CallNode(found.name, forms, nodes, range)
        }
    }

    private func matching(_ text: Node, _ pattern: String, _ place: Range<Int>, _ range: Range<Int>) -> Node {
        do throws(EvaluationError) {
            return MatchNode(text, try CompiledPattern(pattern), range)
        } catch let error {
            return FailingNode(error.located(place), range)
        }
    }

    /// `optional.or(other)` and `optional.orValue(other)` look at the other only where the first is absent.
    private mutating func optionalElse(
        _ function: String,
        _ target: Expression,
        _ arguments: [Expression],
        _ range: Range<Int>
    ) -> Node? {
        guard function == "or" || function == "orValue", arguments.count == 1,
            environment.overloads(of: function)?.overloads.count == 1
        else { return nil }
        return OptionalElseNode(plan(target), plan(arguments[0]), unwraps: function == "orValue", range)
    }

    /// `list.filter(x, …).size()` needs no list.
    private mutating func filteredSize(
        _ function: String,
        _ target: Expression,
        _ arguments: [Expression],
        _ range: Range<Int>
    ) -> Node? {
        guard function == "size", arguments.isEmpty, !isRecording, case .comprehension(let loop) = target.kind,
            loop.kind == .filter, environment.overloads(of: "size")?.name == "size"
        else { return nil }
        let parts = loopParts(loop)
        return parts.predicate.map { CountNode(parts.loop, $0, range) }
    }

    // MARK: - Operators

    private mutating func operation(
        _ function: String,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> Node? {
        let range = expression.range
        switch (function, arguments.count) {
        case (Operator.and, _): return logic(arguments, decidedBy: false, range)
        case (Operator.or, _): return logic(arguments, decidedBy: true, range)
        case (Operator.conditional, 3):
            return ConditionalNode(plan(arguments[0]), plan(arguments[1]), plan(arguments[2]), range)
        case (Operator.not, 1): return NotNode(plan(arguments[0]), range)
        case (Operator.negate, 1): return NegationNode(plan(arguments[0]), range)
        case (Operator.index, 2), (Operator.optionalIndex, 2):
            let isOptional = function == Operator.optionalIndex
            return IndexNode(plan(arguments[0]), plan(arguments[1]), isOptional: isOptional, range)
        case (Operator.equal, 2), (Operator.notEqual, 2):
            return EqualityNode(plan(arguments[0]), plan(arguments[1]), isNegated: function == Operator.notEqual, range)
        case (Operator.membership, 2): return membership(arguments, range)
        case (_, 2): return binary(function, arguments, expression)
        default: return nil
        }
    }

    private mutating func logic(_ arguments: [Expression], decidedBy deciding: Bool, _ range: Range<Int>) -> Node {
        let nodes = arguments.map { plan($0) }
        return nodes.count == 2
            ? LogicNode(nodes[0], nodes[1], decidedBy: deciding, range)
            : LogicChainNode(nodes, decidedBy: deciding, range)
    }

    private mutating func membership(_ arguments: [Expression], _ range: Range<Int>) -> Node {
        let element = plan(arguments[0])
        let collection = plan(arguments[1])
        if case .list(let list) = collection.constant, !list.isEmpty {
            let texts = list.compactMap { if case .string(let text) = $0 { text } else { nil } }
            if texts.count == list.count { return TextMembershipNode(element, texts, range) }
        }
        return MembershipNode(element, collection, range)
    }

    private mutating func binary(_ function: String, _ arguments: [Expression], _ expression: Expression) -> Node? {
        let range = expression.range
        if let ordering = Ordering(function) {
            let (left, right) = (plan(arguments[0]), plan(arguments[1]))
            switch (type(of: arguments[0]), type(of: arguments[1])) {
            case (.double, .double):
                if let limit = right as? ConstantDoubleNode {
                    return DoubleLimitNode(ordering, left, limit.number, range)
                }
                return DoubleComparisonNode(ordering, left, right, range)
            case (.int, .int):
                if let limit = right as? ConstantIntNode { return IntLimitNode(ordering, left, limit.number, range) }
                return IntComparisonNode(ordering, left, right, range)
            default: return ComparisonNode(ordering, Operator.spelling(function), left, right, range)
            }
        }
        guard let operation = Arithmetic.Operation(function) else { return nil }
        if operation == .add, !isRecording, type(of: expression) == .string {
            return ConcatenationNode(summands(expression).map { plan($0) }, range)
        }
        let (left, right) = (plan(arguments[0]), plan(arguments[1]))
        switch (type(of: arguments[0]), type(of: arguments[1])) {
        case (.double, .double):
            if operation == .multiply, let factor = right as? ConstantDoubleNode {
                return DoubleScalingNode(left, factor.number, range)
            }
            return DoubleArithmeticNode(operation, left, right, range)
        case (.int, .int): return IntArithmeticNode(operation, left, right, range)
        default: return ArithmeticNode(operation, left, right, range)
        }
    }

    /// The parts of a chain of `+` between texts.
    private func summands(_ expression: Expression) -> [Expression] {
        guard case .call("_+_", nil, let arguments) = expression.kind, arguments.count == 2,
            type(of: expression) == .string
        else { return [expression] }
        return summands(arguments[0]) + summands(arguments[1])
    }
}
