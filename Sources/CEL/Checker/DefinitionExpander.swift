import Diagnostics

/// Puts the expressions of definitions in the place of their calls.
///
/// Names cannot be caught: within a definition its own local names get names that no one can write, and a variable that a
/// definition reads is meant even where the caller has a local name like it.
struct DefinitionExpander {
    private let environment: Environment
    private(set) var lastID: Int
    private(set) var problems: [TypeChecker.Problem] = []
    /// The calls that hand over nothing but variables, with what stands in their place.
    private(set) var calls: [Call] = []
    /// Whether there was any call.
    private(set) var hasExpanded = false
    private var depth = 0

    /// A call that has a value of its own.
    struct Call {
        /// Where it stands in the text.
        var range: Range<Int>
        var expression: Expression
    }

    /// What a name within a definition stands for.
    private enum Meaning {
        case name(String)
        case expression(Expression)
    }

    /// How a tree is copied.
    private struct Context {
        /// What names stand for, of a definition's own names.
        var meanings: [String: Meaning] = [:]
        /// Where the copy stands: at the call; nil where it stays where it is.
        var place: Range<Int>?
        /// The local names of the caller.
        var locals: Set<String> = []
    }

    init(_ environment: Environment, lastID: Int) {
        self.environment = environment
        self.lastID = lastID
    }

    /// The tree without calls of definitions.
    ///
    /// - Parameters:
    ///   - expression: a tree with calls.
    ///   - locals: the names besides the variables that can be used in it.
    /// - Returns: the tree, with the definitions put in.
    mutating func expand(_ expression: Expression, locals: Set<String>) -> Expression {
        copy(expression, Context(locals: locals))
    }

    private mutating func copy(_ expression: Expression, _ context: Context) -> Expression {
        func node(_ kind: Expression.Kind) -> Expression {
            guard let place = context.place else {
                return Expression(id: expression.id, range: expression.range, kind: kind)
            }
            return new(kind, place)
        }
        switch expression.kind {
        case .literal: return node(expression.kind)
        case .identifier(let name):
            switch context.meanings[name] {
            case .name(let other)?: return node(.identifier(other))
            case .expression(let value)?: return renumbered(value)
            case nil: return node(.identifier(name))
            }
        case .select(let operand, let field, let isOptional):
            return node(.select(copy(operand, context), field: field, isOptional: isOptional))
        case .test(let operand, let field): return node(.test(copy(operand, context), field: field))
        case .call(let function, let target, let arguments):
            let arguments = arguments.map { copy($0, context) }
            if target == nil, let definition = environment.definitions[function] {
                return call(definition, arguments, expression, context)
            }
            return node(.call(function, target: target.map { copy($0, context) }, arguments: arguments))
        case .list(let elements):
            return node(.list(elements.map { .init(value: copy($0.value, context), isOptional: $0.isOptional) }))
        case .map(let entries):
            return node(
                .map(
                    entries.map {
                        .init(key: copy($0.key, context), value: copy($0.value, context), isOptional: $0.isOptional)
                    }
                )
            )
        case .object(let type, let fields):
            return node(
                .object(
                    type,
                    fields.map {
                        .init(
                            name: $0.name,
                            value: copy($0.value, context),
                            isOptional: $0.isOptional,
                            range: context.place ?? $0.range
                        )
                    }
                )
            )
        case .comprehension(let loop): return node(.comprehension(copy(loop, context)))
        case .bind(let name, let value, let body):
            let value = copy(value, context)
            let (names, inner) = entering([name], context)
            return node(.bind(names[0], value: value, body: copy(body, inner)))
        case .block(let values, let body):
            return node(.block(values.map { copy($0, context) }, body: copy(body, context)))
        case .optionalMap(let target, let variable, let body, let isFlat):
            let target = copy(target, context)
            let (names, inner) = entering([variable], context)
            return node(.optionalMap(target, variable: names[0], body: copy(body, inner), isFlat: isFlat))
        }
    }

    private mutating func copy(_ loop: Expression.Comprehension, _ context: Context) -> Expression.Comprehension {
        let range = copy(loop.range, context)
        let (names, inner) = entering([loop.variable] + (loop.secondVariable.map { [$0] } ?? []), context)
        return Expression.Comprehension(
            kind: loop.kind,
            range: range,
            variable: names[0],
            secondVariable: names.count > 1 ? names[1] : nil,
            predicate: loop.predicate.map { copy($0, inner) },
            transform: loop.transform.map { copy($0, inner) }
        )
    }

    /// The local names of a part, new ones within a definition, and the context that knows them.
    private mutating func entering(_ names: [String], _ context: Context) -> ([String], Context) {
        var context = context
        guard context.place != nil else {
            context.locals.formUnion(names)
            return (names, context)
        }
        let others = names.map { freshName($0) }
        for (name, other) in zip(names, others) { context.meanings[name] = .name(other) }
        return (others, context)
    }

    // MARK: - Calls

    private mutating func call(
        _ definition: Definition,
        _ arguments: [Expression],
        _ expression: Expression,
        _ context: Context
    ) -> Expression {
        for name in definition.variables where environment.meaning(of: name) == nil {
            problems.append(
                TypeChecker.Problem(
                    identifier: "definition-out-of-place",
                    message: "\(definition.name) reads \(name), which is not there in this place",
                    range: expression.range,
                    expected: nil,
                    hint: "hand over what it needs as a parameter"
                )
            )
        }
        guard lastID <= environment.limits.nodes, depth < environment.limits.nesting else {
            problems.append(
                TypeChecker.Problem(
                    identifier: "expression-too-large",
                    message: "with the definitions put in, the expression has over \(environment.limits.nodes) parts",
                    range: expression.range,
                    expected: nil,
                    hint: "shorten the definitions, or call them less often"
                )
            )
            return expression
        }
        hasExpanded = true
        depth += 1
        defer { depth -= 1 }
        var inner = Context(place: expression.range)
        // A variable that the caller's local name would hide is asked for with a leading dot.
        for name in definition.variables where context.locals.contains(name) {
            inner.meanings[name] = .name("." + name)
        }
        var bound: [(name: String, value: Expression)] = []
        for (parameter, argument) in zip(definition.parameters, arguments) {
            if argument.isReading {
                inner.meanings[parameter.name] = .expression(argument)
            } else {
                let name = freshName(parameter.name)
                inner.meanings[parameter.name] = .name(name)
                bound.append((name, argument))
            }
        }
        var result = copy(definition.body, inner)
        for (name, value) in bound.reversed() {
            result = new(.bind(name, value: value, body: result), expression.range)
        }
        let isClosed = context.place == nil && !arguments.contains { $0.mentions(context.locals) }
        if isClosed { calls.append(Call(range: expression.range, expression: result)) }
        return result
    }

    private mutating func new(_ kind: Expression.Kind, _ range: Range<Int>) -> Expression {
        lastID += 1
        return Expression(id: lastID, range: range, kind: kind)
    }

    /// A name that cannot be written, and that no other part has.
    private mutating func freshName(_ name: String) -> String {
        lastID += 1
        return "@\(name):\(lastID)"
    }

    /// A copy of what reads a variable, with numbers of its own.
    private mutating func renumbered(_ expression: Expression) -> Expression {
        switch expression.kind {
        case .select(let operand, let field, let isOptional):
            return new(.select(renumbered(operand), field: field, isOptional: isOptional), expression.range)
        default: return new(expression.kind, expression.range)
        }
    }
}

extension Expression {
    /// Whether it only reads a variable or a field of one, or is a value written out.
    fileprivate var isReading: Bool {
        switch kind {
        case .identifier, .literal: true
        case .select(let operand, _, isOptional: false): operand.isReading
        default: false
        }
    }

    /// Whether any of some names stands in it.
    fileprivate func mentions(_ names: Set<String>) -> Bool {
        guard !names.isEmpty else { return false }
        if case .identifier(let name) = kind, names.contains(name) { return true }
        return children.contains { $0.mentions(names) }
    }
}
