import Diagnostics

/// Turns a syntax tree into steps in which names and fields are slots.
struct Planner {
    private let environment: Environment
    private var locals: [String] = []

    init(_ environment: Environment) {
        self.environment = environment
    }

    mutating func plan(_ expression: Expression) -> Step {
        switch expression.kind {
        case .literal(let value): return { (_) throws(EvaluationError) in value }
        case .identifier(let name): return identifier(name, expression)
        case .select(let operand, let field): return select(operand, field, expression)
        case .test(let operand, let field): return test(operand, field)
        case .call(let function, let target, let arguments): return call(function, target, arguments, expression)
        case .list(let elements):
            let steps = elements.map { plan($0) }
            return { (frame) throws(EvaluationError) in
                var values: [Value] = []
                values.reserveCapacity(steps.count)
                for step in steps { values.append(try step(&frame)) }
                return .list(values)
            }
        case .map(let entries): return map(entries, expression)
        case .comprehension(let comprehension): return plan(comprehension)
        }
    }

    private func identifier(_ name: String, _ expression: Expression) -> Step {
        if !name.hasPrefix("."), let position = locals.lastIndex(of: name) {
            return { (frame) throws(EvaluationError) in frame.locals[position] }
        }
        let range = expression.range
        if let slot = environment.slot(of: name) {
            return { (frame) throws(EvaluationError) in
                guard let value = frame.variables[slot] else {
                    throw EvaluationError(.undeclared, "\(name) has no value", range: range)
                }
                return value
            }
        }
        if let type = environment.typeValue(of: name) { return { (_) throws(EvaluationError) in .type(type) } }
        return { (_) throws(EvaluationError) in
            throw EvaluationError(.undeclared, "\(name) is not declared", range: range)
        }
    }

    private mutating func select(_ operand: Expression, _ field: String, _ expression: Expression) -> Step {
        if let name = expression.qualifiedName, !locals.contains(String(name.prefix { $0 != "." })) {
            if environment.slot(of: name) != nil { return identifier(name, expression) }
            if let type = environment.typeValue(of: name) { return { (_) throws(EvaluationError) in .type(type) } }
        }
        let step = plan(operand)
        let range = expression.range
        return { (frame) throws(EvaluationError) in
            switch try step(&frame) {
            case .object(let object):
                guard let slot = object.type.slot(of: field), let value = object.slots[slot] else {
                    throw EvaluationError(.noSuchField, "\(field) is absent", range: range)
                }
                return value
            case .map(let map):
                guard let value = map[field] else {
                    throw EvaluationError(.noSuchKey, "the map has no key \(field)", range: range)
                }
                return value
            default: throw EvaluationError(.noSuchField, "this has no field \(field)", range: range)
            }
        }
    }

    private mutating func test(_ operand: Expression, _ field: String) -> Step {
        let step = plan(operand)
        let range = operand.range
        return { (frame) throws(EvaluationError) in
            switch try step(&frame) {
            case .object(let object): return .bool(object[field] != nil)
            case .map(let map): return .bool(map[field] != nil)
            default: throw EvaluationError(.noSuchField, "this has no field \(field)", range: range)
            }
        }
    }

    private mutating func map(_ entries: [Expression.Entry], _ expression: Expression) -> Step {
        let steps = entries.map { (key: plan($0.key), value: plan($0.value), range: $0.key.range) }
        return { (frame) throws(EvaluationError) in
            var map = MapValue()
            for entry in steps {
                let key = try entry.key(&frame)
                let value = try entry.value(&frame)
                guard MapValue.Key(key) != nil, key.isKey else {
                    throw EvaluationError(.invalidArgument, "a \(key.typeName) can be no key", range: entry.range)
                }
                guard map.insert(key, value) else {
                    throw EvaluationError(.duplicateKey, "a key stands twice in the map", range: entry.range)
                }
            }
            return .map(map)
        }
    }

    // MARK: - Calls

    private mutating func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> Step {
        if target == nil {
            switch function {
            case Operator.and: return logical(arguments.map { plan($0) }, decidedBy: false, expression)
            case Operator.or: return logical(arguments.map { plan($0) }, decidedBy: true, expression)
            case Operator.conditional where arguments.count == 3: return conditional(arguments)
            default: break
            }
        }
        if let target, let name = target.qualifiedName, !locals.contains(String(name.prefix { $0 != "." })),
            environment.slot(of: name) == nil, let found = environment.overloads(of: "\(name).\(function)")
        {
            return dispatch(found.overloads.filter { !$0.isMember }, arguments.map { plan($0) }, function, expression)
        }
        let steps = ([target].compactMap { $0 } + arguments).map { plan($0) }
        if target == nil, steps.count == 2, let binary = Arithmetic.binary[function] {
            return self.binary(steps[0], steps[1], binary, expression)
        }
        guard let found = environment.overloads(of: function) else {
            let range = expression.range
            return { (_) throws(EvaluationError) in
                throw EvaluationError(.undeclared, "there is no function \(function)", range: range)
            }
        }
        return dispatch(found.overloads.filter { $0.isMember == (target != nil) }, steps, function, expression)
    }

    private func binary(
        _ left: @escaping Step,
        _ right: @escaping Step,
        _ operation: @escaping Arithmetic.Binary,
        _ expression: Expression
    ) -> Step {
        let range = expression.range
        return { (frame) throws(EvaluationError) in
            let first = try left(&frame)
            let second = try right(&frame)
            try frame.spend(1)
            do throws(EvaluationError) {
                return try operation(first, second)
            } catch let error {
                throw EvaluationError(error.kind, error.message, range: error.range ?? range)
            }
        }
    }

    private func dispatch(
        _ overloads: [Overload],
        _ steps: [Step],
        _ function: String,
        _ expression: Expression
    ) -> Step {
        let range = expression.range
        return { (frame) throws(EvaluationError) in
            var values: [Value] = []
            values.reserveCapacity(steps.count)
            for step in steps { values.append(try step(&frame)) }
            try frame.spend(Cost.of(values))
            for overload in overloads where overload.accepts(values) {
                do throws(EvaluationError) {
                    return try overload.evaluate(values)
                } catch let error {
                    throw EvaluationError(error.kind, error.message, range: error.range ?? range)
                }
            }
            let types = values.map(\.typeName).joined(separator: ", ")
            throw EvaluationError(
                .noSuchOverload,
                "\(Operator.spelling(function)) does not take (\(types))",
                range: range
            )
        }
    }

    private mutating func conditional(_ arguments: [Expression]) -> Step {
        let condition = plan(arguments[0])
        let then = plan(arguments[1])
        let otherwise = plan(arguments[2])
        let range = arguments[0].range
        return { (frame) throws(EvaluationError) in
            guard case .bool(let holds) = try condition(&frame) else {
                throw EvaluationError(.noSuchOverload, "the condition is neither true nor false", range: range)
            }
            return holds ? try then(&frame) : try otherwise(&frame)
        }
    }

    /// `&&` and `||`: the deciding value absorbs errors on either side.
    private func logical(_ steps: [Step], decidedBy deciding: Bool, _ expression: Expression) -> Step {
        let range = expression.range
        return { (frame) throws(EvaluationError) in
            var failure: EvaluationError?
            for step in steps {
                do throws(EvaluationError) {
                    guard case .bool(let value) = try step(&frame) else {
                        failure =
                            failure
                            ?? EvaluationError(
                                .noSuchOverload,
                                "a condition that is neither true nor false",
                                range: range
                            )
                        continue
                    }
                    if value == deciding { return .bool(deciding) }
                } catch let error {
                    if error.kind == .budgetExceeded { throw error }
                    failure = failure ?? error
                }
            }
            if let failure { throw failure }
            return .bool(!deciding)
        }
    }

    // MARK: - Comprehensions

    private mutating func plan(_ comprehension: Expression.Comprehension) -> Step {
        let range = plan(comprehension.range)
        locals.append(comprehension.variable)
        let predicate = comprehension.predicate.map { plan($0) }
        let transform = comprehension.transform.map { plan($0) }
        locals.removeLast()
        let place = comprehension.range.range
        let elements: @Sendable (inout Frame) throws(EvaluationError) -> [Value] = { (frame) throws(EvaluationError) in
            switch try range(&frame) {
            case .list(let list): return list
            case .map(let map): return map.entries.map(\.key)
            default: throw EvaluationError(.noSuchOverload, "neither a list nor a map", range: place)
            }
        }
        switch comprehension.kind {
        case .all: return quantifier(elements, predicate, decidedBy: false)
        case .exists: return quantifier(elements, predicate, decidedBy: true)
        case .existsOne: return existsOne(elements, predicate)
        case .filter, .map: return collect(elements, predicate, transform)
        }
    }

    private typealias Elements = @Sendable (inout Frame) throws(EvaluationError) -> [Value]

    private static func holds(_ step: Step, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        guard case .bool(let value) = try step(&frame) else {
            throw EvaluationError(.noSuchOverload, "a condition that is neither true nor false")
        }
        return value
    }

    private func quantifier(_ elements: @escaping Elements, _ predicate: Step?, decidedBy deciding: Bool) -> Step {
        guard let predicate else { return { (_) throws(EvaluationError) in .bool(!deciding) } }
        return { (frame) throws(EvaluationError) in
            var failure: EvaluationError?
            for element in try elements(&frame) {
                try frame.spend(1)
                frame.locals.append(element)
                defer { frame.locals.removeLast() }
                do throws(EvaluationError) {
                    if try Self.holds(predicate, &frame) == deciding { return .bool(deciding) }
                } catch let error {
                    if error.kind == .budgetExceeded { throw error }
                    failure = failure ?? error
                }
            }
            if let failure { throw failure }
            return .bool(!deciding)
        }
    }

    private func existsOne(_ elements: @escaping Elements, _ predicate: Step?) -> Step {
        guard let predicate else { return { (_) throws(EvaluationError) in .bool(false) } }
        return { (frame) throws(EvaluationError) in
            var count = 0
            for element in try elements(&frame) {
                try frame.spend(1)
                frame.locals.append(element)
                defer { frame.locals.removeLast() }
                if try Self.holds(predicate, &frame) { count += 1 }
            }
            return .bool(count == 1)
        }
    }

    private func collect(_ elements: @escaping Elements, _ predicate: Step?, _ transform: Step?) -> Step {
        { (frame) throws(EvaluationError) in
            var result: [Value] = []
            for element in try elements(&frame) {
                try frame.spend(1)
                frame.locals.append(element)
                defer { frame.locals.removeLast() }
                if let predicate, !(try Self.holds(predicate, &frame)) { continue }
                result.append(try transform?(&frame) ?? element)
            }
            return .list(result)
        }
    }
}

extension Value {
    /// Whether a map literal may have it as a key.
    var isKey: Bool {
        switch self {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }
}
