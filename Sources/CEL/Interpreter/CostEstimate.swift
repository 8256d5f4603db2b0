/// How many steps an evaluation takes at least and at most.
///
/// The steps are those that `Limits.budget` counts. The estimate is made from the expression alone, before any value is
/// known; with an upper bound below the budget no evaluation is ever stopped.
public struct CostEstimate: Sendable, Equatable {
    /// The fewest steps.
    public var least: Int
    /// The most steps; `Int.max` where nothing bounds them.
    public var most: Int

    static func + (left: CostEstimate, right: CostEstimate) -> CostEstimate {
        CostEstimate(least: sum(left.least, right.least), most: sum(left.most, right.most))
    }

    static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }

    static func product(_ left: Int, _ right: Int) -> Int {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? .max : product
    }
}

extension Program {
    /// How many steps an evaluation takes.
    ///
    /// - Parameters:
    ///   - sizes: how many elements lists and maps have, or bytes texts, by the path that reads them, such as `periods`
    ///     or `plan.indicators`; `.cells` is said of a field of that name, whatever it is read from.
    ///   - otherwise: how many those have of which `sizes` says nothing.
    /// - Returns: the fewest and the most steps.
    public func estimatedCost(
        sizes: [String: ClosedRange<Int>] = [:],
        otherwise: ClosedRange<Int> = 0...1000
    ) -> CostEstimate {
        let estimator = CostEstimator(checker: checker, sizes: sizes, otherwise: otherwise)
        return estimator.estimate(expression).cost
    }
}

/// Adds up the steps of the parts of an expression.
private struct CostEstimator {
    let checker: TypeChecker?
    let sizes: [String: ClosedRange<Int>]
    let otherwise: ClosedRange<Int>

    /// The steps of an expression, and how many elements or bytes its value has.
    func estimate(_ expression: Expression) -> (cost: CostEstimate, size: ClosedRange<Int>) {
        let one = CostEstimate(least: 1, most: 1)
        switch expression.kind {
        case .literal(let value): return (one, Self.size(value))
        case .identifier, .select:
            let size = isScalar(expression) ? 0...0 : self.size(of: expression) ?? otherwise
            return (expression.children.reduce(one) { $0 + estimate($1).cost }, size)
        case .test(let operand, _): return (one + estimate(operand).cost, 0...0)
        case .list(let elements):
            let cost = elements.reduce(one) { $0 + estimate($1.value).cost }
            return (cost, elements.count...elements.count)
        case .map(let entries):
            let cost = entries.reduce(one) { $0 + estimate($1.key).cost + estimate($1.value).cost }
            return (cost, entries.count...entries.count)
        case .object(_, let fields):
            return (fields.reduce(one) { $0 + estimate($1.value).cost }, fields.count...fields.count)
        case .call(let function, let target, let arguments): return call(function, target, arguments)
        case .comprehension(let loop): return estimate(loop)
        case .bind(_, let value, let body):
            let result = estimate(body)
            return (lazy(estimate(value).cost, times: 1) + one + result.cost, result.size)
        case .block(let values, let body):
            let result = estimate(body)
            return (values.reduce(one + result.cost) { $0 + lazy(estimate($1).cost, times: 1) }, result.size)
        case .optionalMap(let target, _, let body, _):
            let result = estimate(body)
            return (one + estimate(target).cost + lazy(result.cost, times: 1), result.size)
        }
    }

    /// What is said of the size of what a path reads, or of any field of that name.
    private func size(of expression: Expression) -> ClosedRange<Int>? {
        if let name = expression.qualifiedName, let size = sizes[name] { return size }
        guard case .select(_, let field, _) = expression.kind else { return nil }
        return sizes[".\(field)"]
    }

    /// Whether a value is known to be of a type that has no parts to go through.
    private func isScalar(_ expression: Expression) -> Bool {
        switch checker?.type(of: expression) {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration: true
        default: false
        }
    }

    /// The steps of what may not be evaluated at all.
    private func lazy(_ cost: CostEstimate, times: Int) -> CostEstimate {
        CostEstimate(least: 0, most: CostEstimate.product(cost.most, times))
    }

    private func estimate(_ loop: Expression.Comprehension) -> (cost: CostEstimate, size: ClosedRange<Int>) {
        let range = estimate(loop.range)
        let body = [loop.predicate, loop.transform].compactMap { $0 }
            .reduce(CostEstimate(least: 1, most: 1)) { $0 + estimate($1).cost }
        let stopsEarly = loop.kind == .all || loop.kind == .exists
        let rounds = (stopsEarly ? min(1, range.size.lowerBound) : range.size.lowerBound)...range.size.upperBound
        // A part that another one makes needless, such as the right side of &&, may be left out in every round.
        let least = CostEstimate.product(rounds.lowerBound, 1)
        let most = CostEstimate.product(rounds.upperBound, body.most)
        let cost = range.cost + CostEstimate(least: least, most: most) + CostEstimate(least: 1, most: 1)
        switch loop.kind {
        case .all, .exists, .existsOne: return (cost, 0...0)
        case .filter: return (cost, 0...range.size.upperBound)
        case .map, .transformList, .transformMap, .transformMapEntry, .sortBy:
            return (cost, (loop.predicate == nil ? range.size.lowerBound : 0)...range.size.upperBound)
        }
    }

    private func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression]
    ) -> (cost: CostEstimate, size: ClosedRange<Int>) {
        let parts = ((target.map { [$0] } ?? []) + arguments).map { estimate($0) }
        let one = CostEstimate(least: 1, most: 1)
        switch function {
        case Operator.and, Operator.or:
            let rest = parts.dropFirst().reduce(CostEstimate(least: 0, most: 0)) { $0 + lazy($1.cost, times: 1) }
            return (one + (parts.first?.cost ?? one) + rest, 0...0)
        case Operator.conditional where parts.count == 3:
            let branches = CostEstimate(
                least: min(parts[1].cost.least, parts[2].cost.least),
                most: max(parts[1].cost.most, parts[2].cost.most)
            )
            let size =
                min(
                    parts[1].size.lowerBound,
                    parts[2].size.lowerBound
                )...max(
                    parts[1].size.upperBound,
                    parts[2].size.upperBound
                )
            return (one + parts[0].cost + branches, size)
        default: break
        }
        let cost = parts.reduce(one) { $0 + $1.cost }
        let size = parts.reduce(0...0) { sum, part in
            CostEstimate.sum(
                sum.lowerBound,
                part.size.lowerBound
            )...CostEstimate.sum(
                sum.upperBound,
                part.size.upperBound
            )
        }
        // Going through all arguments once, element by element, is the most that functions do, but for those that
        // compare everything with everything.
        let isQuadratic = function.hasPrefix("sets.") || ["matches", "distinct"].contains(function)
        let work = isQuadratic ? CostEstimate.product(size.upperBound, size.upperBound) : size.upperBound
        let result = function == "_+_" || function == "join" || function == "format" ? size : 0...size.upperBound
        return (cost + CostEstimate(least: 0, most: work), result)
    }

    private static func size(_ value: Value) -> ClosedRange<Int> {
        switch value {
        case .string(let text): text.utf8.count...text.utf8.count
        case .bytes(let bytes): bytes.count...bytes.count
        case .list(let list): list.count...list.count
        case .map(let map): map.count...map.count
        default: 0...0
        }
    }
}
