import Diagnostics

/// The functions of the lists extension.
enum ListFunctions {
    private static let a = CELType.parameter("A")

    static let overloads: [Overload] = shapes + orders + ends

    private static let shapes: [Overload] = [
        Overload(
            "slice",
            isMember: true,
            [.list(a), .int, .int],
            .list(a),
            .list { (values) throws(EvaluationError) in
                guard case .list(let list) = values[0], case .int(let start) = values[1], case .int(let end) = values[2]
                else { return values[0] }
                guard start >= 0, start <= end, end <= list.count else {
                    throw EvaluationError(
                        .indexOutOfRange,
                        "a list of \(list.count) has no part from \(start) to \(end)"
                    )
                }
                return .list(Array(list[Int(start)..<Int(end)]))
            }
        ),
        .metered(member: "flatten", [.list(.dyn)], .list(.dyn)) { (values, budget) throws(EvaluationError) in
            try flatten(values[0], depth: 1, &budget)
        },
        .metered(member: "flatten", [.list(.dyn), .int], .list(.dyn)) { (values, budget) throws(EvaluationError) in
            guard case .int(let depth) = values[1] else { return values[0] }
            guard depth >= 0 else { throw EvaluationError(.invalidArgument, "a depth of \(depth)") }
            return try flatten(values[0], depth: depth, &budget)
        },
        .metered("lists.range", [.int], .list(.int)) { (values, budget) throws(EvaluationError) in
            guard case .int(let count) = values[0], count > 0 else { return .list([]) }
            try budget.spend(Int(count))
            return .list((0..<count).map { .int($0) })
        },
        .unary(member: "reverse", .list(a), .list(a)) { (value) throws(EvaluationError) in
            guard case .list(let list) = value else { return value }
            return .list(list.reversed())
        },
        .metered(member: "distinct", [.list(a)], .list(a)) { (values, budget) throws(EvaluationError) in
            guard case .list(let list) = values[0] else { return values[0] }
            return .list(try distinct(list, &budget))
        },
    ]

    private static func flatten(
        _ value: Value,
        depth: Int64,
        _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard case .list(let list) = value, depth > 0 else { return value }
        try budget.spend(list.count)
        var result: [Value] = []
        for element in list {
            guard case .list = element, case .list(let inner) = try flatten(element, depth: depth - 1, &budget) else {
                result.append(element)
                continue
            }
            try budget.spend(inner.count / Cost.elementsPerStep)
            result += inner
        }
        return .list(result)
    }

    private static func distinct(_ list: [Value], _ budget: inout Budget) throws(EvaluationError) -> [Value] {
        var keys = MapValue()
        var others: [Value] = []
        var result: [Value] = []
        for element in list {
            try budget.spend(1)
            // What can be a key is found by its hash; the rest is compared one by one.
            if MapKey.hash(of: element) != nil {
                if keys.insert(element, .null) { result.append(element) }
                continue
            }
            var isKnown = false
            for other in others where !isKnown {
                try budget.spend(1)
                isKnown = try budget.equal(other, element)
            }
            if !isKnown {
                others.append(element)
                result.append(element)
            }
        }
        return result
    }

    // MARK: - Order

    private static let orders: [Overload] = [
        .metered(member: "sort", [.list(a)], .list(a)) { (values, budget) throws(EvaluationError) in
            guard case .list(let list) = values[0] else { return values[0] }
            return .list(try order(list, &budget).map { list[$0] })
        }
    ]

    /// The places of values in the order of the values; equal ones stay in theirs.
    static func order(_ keys: [Value], _ budget: inout Budget) throws(EvaluationError) -> [Int] {
        guard let first = keys.first else { return [] }
        for key in keys {
            guard key.typeName == first.typeName, Comparison.of(key, first) != nil else {
                throw EvaluationError(
                    .noSuchOverload,
                    "a \(first.typeName) and a \(key.typeName) cannot be put in order"
                )
            }
        }
        try budget.spend(keys.count * max(1, Int.bitWidth - keys.count.leadingZeroBitCount) / 4)
        return keys.indices.sorted { left, right in
            switch Comparison.of(keys[left], keys[right]) {
            case .less: true
            case .greater: false
            default: left < right
            }
        }
    }

    // MARK: - Ends

    private static let ends: [Overload] = [
        .unary(member: "first", .list(a), .optional(a)) { (value) throws(EvaluationError) in
            guard case .list(let list) = value else { return value }
            return .optional(list.first)
        },
        .unary(member: "last", .list(a), .optional(a)) { (value) throws(EvaluationError) in
            guard case .list(let list) = value else { return value }
            return .optional(list.last)
        },
    ]
}
