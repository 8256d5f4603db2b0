import Diagnostics

/// Finds the type of every part of an expression, and what does not fit.
struct TypeChecker {
    let environment: Environment
    var substitution = Substitution()
    var scopes: [(name: String, type: CELType)] = []
    private(set) var problems: [Problem] = []
    /// The types of nodes by their numbers.
    private var types: [CELType]

    /// Something that does not fit.
    struct Problem {
        var identifier: String
        var message: Message
        var range: Range<Int>
        var expected: Message?
        var hint: Message?
    }

    init(_ environment: Environment, lastID: Int) {
        self.environment = environment
        types = [CELType](repeating: .dyn, count: lastID + 1)
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

    /// The type that a node has turned out to have.
    func type(of expression: Expression) -> CELType {
        types.indices.contains(expression.id) ? substitution.final(types[expression.id]) : .dyn
    }

    mutating func report(
        _ identifier: String,
        _ message: Message,
        _ expression: Expression,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        report(identifier, message, expression.range, expected: expected, hint: hint)
    }

    mutating func report(
        _ identifier: String,
        _ message: Message,
        _ range: Range<Int>,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        problems.append(
            Problem(identifier: identifier, message: message, range: range, expected: expected, hint: hint)
        )
    }

    mutating func infer(_ expression: Expression) -> CELType {
        let type = kindOf(expression)
        types[expression.id] = type
        return type
    }

    private mutating func kindOf(_ expression: Expression) -> CELType {
        switch expression.kind {
        case .literal(let value): return value.type
        case .identifier(let name): return identifier(name, expression)
        case .select(let operand, let field, let isOptional): return select(operand, field, isOptional, expression)
        case .test(let operand, let field):
            _ = fieldType(field, of: infer(operand), isOptional: false, expression)
            return .bool
        case .call(let function, let target, let arguments): return call(function, target, arguments, expression)
        case .list(let elements): return .list(join(elements.map { ($0.value, $0.isOptional) }))
        case .map(let entries): return map(entries)
        case .object(let name, let fields): return object(name, fields, expression)
        case .comprehension(let comprehension): return infer(comprehension)
        case .bind(let name, let value, let body):
            let type = infer(value)
            return with([(name, type)]) { $0.infer(body) }
        case .block(let values, let body): return block(values, body)
        case .optionalMap(let target, let variable, let body, let isFlat):
            return optionalMap(target, variable, body, isFlat: isFlat)
        }
    }

    mutating func with(_ names: [(name: String, type: CELType)], _ body: (inout TypeChecker) -> CELType) -> CELType {
        scopes += names
        defer { scopes.removeLast(names.count) }
        return body(&self)
    }

    // MARK: - Lists, maps, objects

    /// The one type of several expressions; `dyn` where they differ.
    mutating func join(_ expressions: [(value: Expression, isOptional: Bool)]) -> CELType {
        var joined: CELType?
        for (expression, isOptional) in expressions {
            var type = infer(expression)
            if isOptional {
                let element = substitution.fresh()
                if !substitution.assign(type, to: .optional(element)) {
                    report(
                        "type-mismatch",
                        "a value of type \(substitution.final(type))",
                        expression,
                        expected: "an optional value after ?"
                    )
                }
                type = element
            }
            joined = join(joined, type)
        }
        return joined ?? substitution.fresh()
    }

    private mutating func join(_ previous: CELType?, _ next: CELType) -> CELType {
        guard let previous else { return next }
        guard substitution.assign(previous, to: next) else { return .dyn }
        return Substitution.moreGeneral(substitution.resolve(previous), substitution.resolve(next))
    }

    private mutating func map(_ entries: [Expression.Entry]) -> CELType {
        var keys: CELType?
        for entry in entries {
            let type = infer(entry.key)
            switch substitution.resolve(type) {
            case .bool, .int, .uint, .string, .dyn, .variable: break
            case let other:
                report(
                    "type-mismatch",
                    "a key of type \(substitution.final(other))",
                    entry.key,
                    expected: "keys of type bool, int, uint or string"
                )
            }
            keys = join(keys, type)
        }
        let values = join(entries.map { ($0.value, $0.isOptional) })
        return .map(key: keys ?? substitution.fresh(), value: values)
    }

    private mutating func object(_ name: String, _ fields: [Expression.Field], _ expression: Expression) -> CELType {
        guard let type = environment.objectType(of: name) else {
            for field in fields { _ = infer(field.value) }
            report("undeclared-name", "\(name) is not the name of an object type", expression)
            return .dyn
        }
        for field in fields {
            let actual = infer(field.value)
            guard let slot = type.slot(of: field.name) else {
                noSuchField(field.name, of: type, field.range)
                continue
            }
            let wanted = type.fields[slot].type()
            if !substitution.assign(actual, to: field.isOptional ? .optional(wanted) : wanted) {
                report(
                    "type-mismatch",
                    "this is of type \(substitution.final(actual))",
                    field.value,
                    expected: "a value of type \(wanted)"
                )
            }
        }
        return .object(type)
    }

    // MARK: - Names and fields

    private mutating func identifier(_ name: String, _ expression: Expression) -> CELType {
        if let local = scopes.last(where: { $0.name == name }) { return local.type }
        if let meaning = environment.meaning(of: name) { return type(of: meaning) }
        undeclared(name, expression)
        return .dyn
    }

    private func type(of meaning: Environment.Meaning) -> CELType {
        switch meaning {
        case .variable(let slot): environment.variables[slot].type
        case .type(let type): .type(type)
        }
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

    /// Whether a chain of selections begins with a name of a comprehension.
    func isLocal(_ expression: Expression) -> Bool {
        guard let root = expression.rootName else { return false }
        return scopes.contains { $0.name == root }
    }

    private mutating func select(
        _ operand: Expression,
        _ field: String,
        _ isOptional: Bool,
        _ expression: Expression
    ) -> CELType {
        if let name = expression.qualifiedName, !isLocal(expression), let meaning = environment.meaning(of: name) {
            return type(of: meaning)
        }
        return fieldType(field, of: infer(operand), isOptional: isOptional, expression)
    }

    private mutating func fieldType(
        _ field: String,
        of operand: CELType,
        isOptional: Bool,
        _ expression: Expression
    ) -> CELType {
        var target = substitution.resolve(operand)
        var givesOptional = isOptional
        if case .optional(let wrapped) = target {
            target = substitution.resolve(wrapped)
            givesOptional = true
        }
        let type = plainField(field, of: target, expression)
        return givesOptional ? .optional(type) : type
    }

    private mutating func plainField(_ field: String, of target: CELType, _ expression: Expression) -> CELType {
        switch target {
        case .object(let type):
            if let slot = type.slot(of: field) { return type.fields[slot].type() }
            // The caret stands under the field, not under all that comes before it, nor under the bracket of has().
            var end = expression.range.upperBound
            if case .test = expression.kind { end -= 1 }
            let start = max(end - field.utf8.count, expression.range.lowerBound)
            noSuchField(field, of: type, start..<max(start, end))
            return .dyn
        case .map(let key, let value):
            if !substitution.assign(.string, to: key) {
                report("type-mismatch", "a map with keys of type \(key) has no fields", expression)
            }
            return value
        case .dyn: return .dyn
        case .variable:
            _ = substitution.assign(.dyn, to: target)
            return .dyn
        default:
            report("no-such-field", "a value of type \(substitution.final(target)) has no fields", expression)
            return .dyn
        }
    }

    private mutating func noSuchField(_ field: String, of type: ObjectType, _ range: Range<Int>) {
        let known = type.fields.map(\.name)
        let meant = Suggestion.nearest(to: field, among: known)
        report(
            "no-such-field",
            "\(type.name) has no field \(field)",
            range,
            expected: meant == nil ? "one of: \(known.joined(separator: ", "))" : nil,
            hint: meant.map { "did you mean \($0)?" }
        )
    }
}
