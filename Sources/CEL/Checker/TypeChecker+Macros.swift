import Diagnostics

extension TypeChecker {
    mutating func infer(_ loop: Expression.Comprehension) -> CELType {
        let rangeType = infer(loop.range)
        let range = substitution.resolve(rangeType)
        let hasTwo = loop.secondVariable != nil
        var key: CELType = .dyn
        var value: CELType = .dyn
        switch range {
        case .list(let element):
            key = .int
            value = element
        case .map(let mapKey, let mapValue):
            key = mapKey
            value = mapValue
        case .dyn: break
        case .variable: _ = substitution.assign(.dyn, to: range)
        default:
            report(
                "type-mismatch",
                "\(loop.kind.rawValue)() goes through a list or a map, and this is of type \(substitution.final(range))",
                loop.range,
                expected: "a list or a map"
            )
        }
        let isMap = if case .map = range { true } else { false }
        let first = hasTwo || isMap ? key : value
        var names = [(name: loop.variable, type: first)]
        if let second = loop.secondVariable { names.append((second, value)) }
        return with(names) { $0.body(of: loop, key: key, element: first) }
    }

    private mutating func body(of loop: Expression.Comprehension, key: CELType, element: CELType) -> CELType {
        if let predicate = loop.predicate { condition(predicate) }
        let transformed = loop.transform.map { infer($0) }
        switch loop.kind {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(element)
        case .map, .transformList: return .list(transformed ?? .dyn)
        case .transformMap: return .map(key: key, value: transformed ?? .dyn)
        case .transformMapEntry: return transformed ?? .dyn
        case .sortBy:
            if let transform = loop.transform, let transformed { sortable(transformed, transform) }
            return .list(element)
        }
    }

    private mutating func condition(_ predicate: Expression) {
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

    private mutating func sortable(_ type: CELType, _ expression: Expression) {
        switch substitution.resolve(type) {
        case .int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration, .dyn, .variable: break
        case let other:
            report(
                "type-mismatch",
                "values of type \(substitution.final(other)) have no order",
                expression,
                expected: "a number, text, condition, instant or length of time"
            )
        }
    }

    mutating func block(_ values: [Expression], _ body: Expression) -> CELType {
        let before = scopes.count
        defer { scopes.removeLast(scopes.count - before) }
        for (index, value) in values.enumerated() { scopes.append(("@index:\(index)", infer(value))) }
        return infer(body)
    }

    mutating func optionalMap(
        _ target: Expression,
        _ variable: String,
        _ body: Expression,
        isFlat: Bool
    ) -> CELType {
        let wrapped = substitution.fresh()
        let type = infer(target)
        if !substitution.assign(type, to: .optional(wrapped)) {
            report(
                "type-mismatch",
                "this is of type \(substitution.final(type))",
                target,
                expected: "an optional value, such as x.?field"
            )
        }
        let result = with([(variable, wrapped)]) { $0.infer(body) }
        guard isFlat else { return .optional(result) }
        if !substitution.assign(result, to: .optional(substitution.fresh())) {
            report(
                "type-mismatch",
                "this is of type \(substitution.final(result))",
                body,
                expected: "an optional value, such as optional.of(x)"
            )
        }
        return result
    }
}
