/// The functions of the sets extension: lists looked at as sets.
enum SetFunctions {
    private static let list = CELType.list(.parameter("A"))

    static let overloads: [Overload] = [
        question("sets.contains") { (first, second, budget) throws(EvaluationError) in
            try contains(first, all: second, &budget)
        },
        question("sets.equivalent") { (first, second, budget) throws(EvaluationError) in
            guard try contains(first, all: second, &budget) else { return false }
            return try contains(second, all: first, &budget)
        },
        question("sets.intersects") { (first, second, budget) throws(EvaluationError) in
            for element in second where try contains(first, element, &budget) { return true }
            return false
        },
    ]

    private static func question(
        _ name: String,
        _ answer: @escaping @Sendable ([Value], [Value], inout Budget) throws(EvaluationError) -> Bool
    ) -> Overload {
        .metered(name, [list, list], .bool) { (values, budget) throws(EvaluationError) in
            guard case .list(let first) = values[0], case .list(let second) = values[1] else { return .bool(false) }
            return .bool(try answer(first, second, &budget))
        }
    }

    private static func contains(
        _ list: [Value],
        _ element: Value,
        _ budget: inout Budget
    ) throws(EvaluationError) -> Bool {
        for candidate in list {
            try budget.spend(1)
            if try budget.equal(candidate, element) { return true }
        }
        return false
    }

    private static func contains(
        _ list: [Value],
        all elements: [Value],
        _ budget: inout Budget
    ) throws(EvaluationError) -> Bool {
        for element in elements where try !contains(list, element, &budget) { return false }
        return true
    }
}
