import Diagnostics

/// Finds the type of every part of an expression, and what does not fit.
struct TypeChecker {
    private let environment: Environment
    private var substitution = Substitution()
    private var scopes: [(name: String, type: CELType)] = []
    private(set) var problems: [Problem] = []

    /// Something that does not fit.
    struct Problem {
        var identifier: String
        var message: Message
        var range: Range<Int>
        var expected: Message?
        var hint: Message?
    }

    init(_ environment: Environment) {
        self.environment = environment
    }

    /// The type of a whole expression.
    mutating func check(_ expression: Expression, expecting wanted: CELType?) -> CELType {
        let type = infer(expression)
        if let wanted, problems.isEmpty, !substitution.assign(type, to: wanted) {
            report(
                "type-mismatch",
                "this is of type \(substitution.final(type))",
                expression,
                expected: "a value of type \(wanted)"
            )
        }
        return substitution.final(type)
    }

    private mutating func report(
        _ identifier: String,
        _ message: Message,
        _ expression: Expression,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        problems.append(
            Problem(identifier: identifier, message: message, range: expression.range, expected: expected, hint: hint)
        )
    }

    private mutating func infer(_ expression: Expression) -> CELType {
        switch expression.kind {
        case .literal(let value): return value.type
        case .identifier(let name): return identifier(name, expression)
        case .select(let operand, let field): return select(operand, field, expression)
        case .test(let operand, let field):
            _ = fieldType(of: infer(operand), field, expression)
            return .bool
        case .call(let function, let target, let arguments): return call(function, target, arguments, expression)
        case .list(let elements): return .list(join(elements))
        case .map(let entries):
            let key = join(entries.map(\.key))
            switch substitution.resolve(key) {
            case .bool, .int, .uint, .string, .dyn, .variable: break
            default:
                report(
                    "type-mismatch",
                    "a key of type \(key)",
                    expression,
                    expected: "keys of type bool, int, uint or string"
                )
            }
            return .map(key: key, value: join(entries.map(\.value)))
        case .comprehension(let comprehension): return infer(comprehension)
        }
    }

    /// The one type of several expressions; `dyn` where they differ.
    private mutating func join(_ expressions: [Expression]) -> CELType {
        guard let first = expressions.first else { return substitution.fresh() }
        var joined = infer(first)
        for expression in expressions.dropFirst() {
            let type = infer(expression)
            if !substitution.assign(type, to: joined) {
                joined = .dyn
            } else if substitution.resolve(type) == .dyn {
                joined = .dyn
            }
        }
        return joined
    }

    private mutating func identifier(_ name: String, _ expression: Expression) -> CELType {
        if !name.hasPrefix("."), let local = scopes.last(where: { $0.name == name }) { return local.type }
        if let slot = environment.slot(of: name) { return environment.variables[slot].type }
        if let type = environment.typeValue(of: name) { return .type(type) }
        undeclared(name, expression)
        return .dyn
    }

    private mutating func undeclared(_ name: String, _ expression: Expression) {
        let known = scopes.map(\.name) + environment.variables.map(\.name)
        let meant = Suggestion.nearest(to: name, among: known)
        report(
            "undeclared-name",
            "\(name) is not the name of anything here",
            expression,
            expected: meant == nil ? "one of: \(known.joined(separator: ", "))" : nil,
            hint: meant.map { "did you mean \($0)?" }
        )
    }

    private mutating func select(_ operand: Expression, _ field: String, _ expression: Expression) -> CELType {
        if let name = expression.qualifiedName, !isLocal(name) {
            if let slot = environment.slot(of: name) { return environment.variables[slot].type }
            if let type = environment.typeValue(of: name) { return .type(type) }
        }
        return fieldType(of: infer(operand), field, expression)
    }

    private func isLocal(_ qualifiedName: String) -> Bool {
        let root = String(qualifiedName.prefix { $0 != "." })
        return scopes.contains { $0.name == root }
    }

    private mutating func fieldType(of operand: CELType, _ field: String, _ expression: Expression) -> CELType {
        switch substitution.resolve(operand) {
        case .object(let type):
            if let slot = type.slot(of: field) { return type.fields[slot].type() }
            let known = type.fields.map(\.name)
            let meant = Suggestion.nearest(to: field, among: known)
            // The caret stands under the field, not under all that comes before it.
            let start = expression.range.upperBound - field.utf8.count
            problems.append(
                Problem(
                    identifier: "no-such-field",
                    message: "\(type.name) has no field \(field)",
                    range: max(start, expression.range.lowerBound)..<expression.range.upperBound,
                    expected: meant == nil ? "one of: \(known.joined(separator: ", "))" : nil,
                    hint: meant.map { "did you mean \($0)?" }
                )
            )
            return .dyn
        case .map(let key, let value):
            if !substitution.assign(.string, to: key) {
                report("type-mismatch", "a map with keys of type \(key) has no fields", expression)
            }
            return value
        case .dyn: return .dyn
        case .variable: return .dyn
        case let other:
            report("no-such-field", "a value of type \(substitution.final(other)) has no fields", expression)
            return .dyn
        }
    }

    private mutating func infer(_ comprehension: Expression.Comprehension) -> CELType {
        let range = substitution.resolve(infer(comprehension.range))
        let element: CELType
        switch range {
        case .list(let inner): element = inner
        case .map(let key, _): element = key
        case .dyn: element = .dyn
        case .variable:
            element = .dyn
        default:
            report(
                "type-mismatch",
                "\(comprehension.kind.rawValue)() goes through a list or a map, and this is of type \(range)",
                comprehension.range,
                expected: "a list or a map"
            )
            element = .dyn
        }
        scopes.append((comprehension.variable, element))
        defer { scopes.removeLast() }
        if let predicate = comprehension.predicate {
            let type = infer(predicate)
            if !substitution.assign(type, to: .bool) {
                report(
                    "type-mismatch",
                    "a condition of type \(substitution.final(type))",
                    predicate,
                    expected: "true or false"
                )
            }
        }
        switch comprehension.kind {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(element)
        case .map: return .list(comprehension.transform.map { infer($0) } ?? .dyn)
        }
    }

    private mutating func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> CELType {
        if function == Operator.and || function == Operator.or {
            for argument in arguments {
                let type = infer(argument)
                if !substitution.assign(type, to: .bool) {
                    report(
                        "type-mismatch",
                        "\(Operator.spelling(function)) joins conditions, and this is of type \(substitution.final(type))",
                        argument,
                        expected: "true or false"
                    )
                }
            }
            return .bool
        }
        if let target, let name = target.qualifiedName, !isLocal(name), environment.slot(of: name) == nil,
            let found = environment.overloads(of: "\(name).\(function)")
        {
            return resolve(found.overloads, arguments.map { infer($0) }, isMember: false, function, expression)
        }
        guard let found = environment.overloads(of: function) else {
            for part in [target].compactMap({ $0 }) + arguments { _ = infer(part) }
            let known = environment.functions.keys.filter { $0.utf8.first.map { $0 >= 97 } ?? false }.sorted()
            report(
                "no-such-function",
                "there is no function \(function)",
                expression,
                hint: Suggestion.nearest(to: function, among: known).map { "did you mean \($0)?" }
            )
            return .dyn
        }
        let types = ([target].compactMap { $0 } + arguments).map { infer($0) }
        return resolve(found.overloads, types, isMember: target != nil, function, expression)
    }

    private mutating func resolve(
        _ overloads: [Overload],
        _ arguments: [CELType],
        isMember: Bool,
        _ function: String,
        _ expression: Expression
    ) -> CELType {
        var result: CELType?
        var chosen: Substitution?
        for overload in overloads where overload.isMember == isMember && overload.parameters.count == arguments.count {
            var attempt = substitution
            let (parameters, type) = attempt.instantiate(overload)
            var fits = true
            for (argument, parameter) in zip(arguments, parameters) where fits {
                fits = attempt.assign(argument, to: parameter)
            }
            guard fits else { continue }
            if let current = result {
                if attempt.resolve(type) != chosen?.resolve(current) { result = .dyn }
            } else {
                result = type
                chosen = attempt
            }
        }
        guard let result, let chosen else {
            mismatch(overloads, arguments, isMember: isMember, function, expression)
            return .dyn
        }
        substitution = chosen
        return result
    }

    private mutating func mismatch(
        _ overloads: [Overload],
        _ arguments: [CELType],
        isMember: Bool,
        _ function: String,
        _ expression: Expression
    ) {
        let types = arguments.map { substitution.final($0).description }
        let forms = overloads.filter { $0.isMember == isMember }
            .map { overload in
                overload.parameters.map(\.description).joined(separator: ", ")
            }
        let spelling = Operator.spelling(function)
        let isNumeric = Set(types).isSubset(of: ["int", "uint", "double"]) && Set(types).count > 1
        report(
            "no-matching-overload",
            "\(spelling) does not take (\(types.joined(separator: ", ")))",
            expression,
            expected: "one of: \(forms.prefix(6).map { "(\($0))" }.joined(separator: " "))",
            hint: isNumeric ? "write whole numbers as 1.0, or convert with double(x) or int(x)" : nil
        )
    }
}
