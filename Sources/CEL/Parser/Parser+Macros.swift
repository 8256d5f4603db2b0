import Diagnostics

extension Parser {
    /// What a call stands for if it is a macro; nil if it is none.
    mutating func macro(
        _ name: String,
        target: Expression?,
        _ arguments: [Expression],
        from start: Int
    ) throws(SyntaxProblem) -> Expression? {
        guard expandsMacros else { return nil }
        guard let target else {
            return name == "has" && arguments.count == 1 ? try test(arguments[0], from: start) : nil
        }
        if case .identifier("cel") = target.kind { return try celMacro(name, arguments, from: start) }
        switch (name, arguments.count) {
        case ("optMap", 2), ("optFlatMap", 2):
            let variable = try variable(arguments[0], of: name)
            return try node(
                .optionalMap(target, variable: variable, body: arguments[1], isFlat: name == "optFlatMap"),
                from: start
            )
        case ("all", 2), ("exists", 2), ("exists_one", 2), ("existsOne", 2), ("filter", 2):
            return try loop(name, target, arguments, predicate: 1, from: start)
        case ("all", 3), ("exists", 3), ("exists_one", 3), ("existsOne", 3):
            return try loop(name, target, arguments, hasTwo: true, predicate: 2, from: start)
        case ("map", 2), ("sortBy", 2): return try loop(name, target, arguments, transform: 1, from: start)
        case ("map", 3): return try loop(name, target, arguments, predicate: 1, transform: 2, from: start)
        case ("transformList", 3), ("transformMap", 3), ("transformMapEntry", 3):
            return try loop(name, target, arguments, hasTwo: true, transform: 2, from: start)
        case ("transformList", 4), ("transformMap", 4), ("transformMapEntry", 4):
            return try loop(name, target, arguments, hasTwo: true, predicate: 2, transform: 3, from: start)
        default: return nil
        }
    }

    private mutating func test(_ argument: Expression, from start: Int) throws(SyntaxProblem) -> Expression {
        guard case .select(let operand, let field, isOptional: false) = argument.kind else {
            throw SyntaxProblem(
                message: "has() asks for a field",
                range: argument.range,
                expected: "has(x.field)"
            )
        }
        return try node(.test(operand, field: field), from: start)
    }

    private func variable(_ expression: Expression, of macro: String) throws(SyntaxProblem) -> String {
        guard case .identifier(let variable) = expression.kind, !variable.hasPrefix(".") else {
            throw SyntaxProblem(
                message: "\(macro)() begins with the name that each element goes by",
                range: expression.range,
                expected: "a name, as in list.\(macro)(x, …)"
            )
        }
        return variable
    }

    private mutating func loop(
        _ name: String,
        _ target: Expression,
        _ arguments: [Expression],
        hasTwo: Bool = false,
        predicate: Int? = nil,
        transform: Int? = nil,
        from start: Int
    ) throws(SyntaxProblem) -> Expression? {
        guard let kind = Expression.Comprehension.Kind(rawValue: name == "existsOne" ? "exists_one" : name) else {
            return nil
        }
        let first = try variable(arguments[0], of: name)
        let second = hasTwo ? try variable(arguments[1], of: name) : nil
        guard first != second else {
            throw SyntaxProblem(message: "the same name stands for two things", range: arguments[1].range)
        }
        if kind == .transformMapEntry, let transform {
            guard case .map = arguments[transform].kind else {
                throw SyntaxProblem(
                    message: "transformMapEntry() makes entries of a map",
                    range: arguments[transform].range,
                    expected: "{key: value}"
                )
            }
        }
        let comprehension = Expression.Comprehension(
            kind: kind,
            range: target,
            variable: first,
            secondVariable: second,
            predicate: predicate.map { arguments[$0] },
            transform: transform.map { arguments[$0] }
        )
        return try node(.comprehension(comprehension), from: start)
    }

    // MARK: - cel.bind, cel.block

    private mutating func celMacro(
        _ name: String,
        _ arguments: [Expression],
        from start: Int
    ) throws(SyntaxProblem) -> Expression? {
        switch (name, arguments.count) {
        case ("bind", 3):
            let variable = try variable(arguments[0], of: "cel.bind")
            return try node(.bind(variable, value: arguments[1], body: arguments[2]), from: start)
        case ("block", 2):
            guard case .list(let elements) = arguments[0].kind, elements.allSatisfy({ !$0.isOptional }) else {
                throw SyntaxProblem(
                    message: "cel.block() begins with a list",
                    range: arguments[0].range,
                    expected: "cel.block([…], …)"
                )
            }
            return try node(.block(elements.map(\.value), body: arguments[1]), from: start)
        case ("index", 1): return try numbered("@index", arguments, from: start)
        case ("iterVar", 2): return try numbered("@it", arguments, from: start)
        case ("accuVar", 2): return try numbered("@ac", arguments, from: start)
        default: return nil
        }
    }

    /// A name made of numbers, such as `@it:0:1` for `cel.iterVar(0, 1)`.
    private mutating func numbered(
        _ prefix: String,
        _ arguments: [Expression],
        from start: Int
    ) throws(SyntaxProblem) -> Expression {
        var name = prefix
        for argument in arguments {
            guard case .literal(.int(let number)) = argument.kind, number >= 0 else {
                throw SyntaxProblem(message: "a number is needed here", range: argument.range, expected: "0, 1, 2, …")
            }
            name += ":\(number)"
        }
        return try node(.identifier(name), from: start)
    }
}
