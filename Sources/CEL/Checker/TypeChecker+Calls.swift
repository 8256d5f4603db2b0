import Diagnostics

extension TypeChecker {
    mutating func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> CELType {
        if function == Operator.and || function == Operator.or { return logical(function, arguments) }
        if let target, let name = target.qualifiedName, !isLocal(target),
            let found = environment.overloads(of: "\(name).\(function)")
        {
            return resolve(found, nil, arguments, expression)
        }
        guard let found = environment.overloads(of: function) else {
            for part in expression.children { _ = infer(part) }
            report(
                "no-such-function",
                "there is no function \(function)",
                expression,
                hint: Suggestion.nearest(to: function, among: environment.functionNames)
                    .map { "did you mean \($0)?" }
            )
            return .dyn
        }
        return resolve(found, target, arguments, expression)
    }

    private mutating func logical(_ function: String, _ arguments: [Expression]) -> CELType {
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

    /// The result of the forms of a function that take the arguments; `dyn` where several do and differ.
    private mutating func resolve(
        _ found: (name: String, overloads: [Overload]),
        _ target: Expression?,
        _ arguments: [Expression],
        _ expression: Expression
    ) -> CELType {
        var types = (target.map { [$0] } ?? []).map { infer($0) }
        if MathFunctions.isVariadic(found.name), arguments.count > 2 {
            // Any number of arguments counts as a list of them.
            types.append(.list(join(arguments.map { ($0, false) })))
        } else {
            for argument in arguments { types.append(infer(argument)) }
        }
        var result: CELType?
        for overload in found.overloads
        where overload.isMember == (target != nil) && overload.parameters.count == types.count {
            let (parameters, declared) = substitution.instantiate(overload)
            guard substitution.assign(types, to: parameters) else { continue }
            let type = substitution.resolve(declared)
            guard let current = result else {
                result = type
                continue
            }
            if current != .dyn, current != type { result = .dyn }
        }
        if let result { return result }
        mismatch(found.overloads, types, isMember: target != nil, found.name, expression)
        return .dyn
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
        let isOtherWay = forms.isEmpty && !overloads.isEmpty
        report(
            "no-matching-overload",
            "\(spelling) does not take (\(types.joined(separator: ", ")))",
            expression,
            expected: isOtherWay
                ? "\(isMember ? "\(spelling)(x)" : "x.\(spelling)()")"
                : "one of: \(forms.prefix(6).map { "(\($0))" }.joined(separator: " "))",
            hint: isNumeric ? "write whole numbers as 1.0, or convert with double(x) or int(x)" : nil
        )
    }
}
