import CEL

/// Finds simple cases in which one condition can only hold where another holds too.
///
/// What it finds is so; what it does not find may be so all the same. It knows `&&`, `||`, comparisons of one thing with
/// numbers or with the same other thing, and that what is compared is there.
struct Implication {
    /// How many steps are spent on a pair of conditions before it is given up.
    private var steps = 5000

    /// Whether a condition holds wherever another does.
    static func holds(_ condition: Expression, wherever other: Expression) -> Bool {
        var implication = Implication()
        return implication.follows(condition, from: other)
    }

    /// Whether a condition can never hold: it is `false`, or asks one thing to be above and below.
    static func isNever(_ condition: Expression) -> Bool {
        if case .literal(.bool(false)) = condition.kind { return true }
        let parts = joined(condition, by: "_||_")
        if parts.count > 1 { return parts.allSatisfy(isNever) }
        let all = joined(condition, by: "_&&_")
        if all.count > 1, all.contains(where: isNever) { return true }
        let comparisons = all.compactMap(Comparison.init)
        return comparisons.contains { first in comparisons.contains { first.excludes($0) } }
    }

    /// Whether a condition always holds: it is `true`.
    static func isAlways(_ condition: Expression) -> Bool {
        if case .literal(.bool(true)) = condition.kind { return true }
        return false
    }

    private mutating func follows(_ condition: Expression, from other: Expression) -> Bool {
        steps -= 1
        guard steps > 0 else { return false }
        let alternatives = Self.joined(other, by: "_||_")
        if alternatives.count > 1 { return alternatives.allSatisfy { follows(condition, from: $0) } }
        let wanted = Self.joined(condition, by: "_&&_")
        if wanted.count > 1 { return wanted.allSatisfy { follows($0, from: other) } }
        let ways = Self.joined(condition, by: "_||_")
        if ways.count > 1, ways.contains(where: { follows($0, from: other) }) { return true }
        let given = Self.joined(other, by: "_&&_")
        if given.count > 1 { return given.contains { follows(condition, from: $0) } }
        return Self.part(condition, followsFrom: other)
    }

    private static func part(_ condition: Expression, followsFrom other: Expression) -> Bool {
        if condition.hasSameStructure(as: other) { return true }
        guard let given = Comparison(other) else { return false }
        if case .test(let operand, let field) = condition.kind {
            // What is compared is there, or the comparison would not hold.
            return [given.left, given.right].contains("\(operand.unparsed).\(field)")
        }
        return Comparison(condition).map(given.implies) ?? false
    }

    /// The parts of a chain of one operator; the expression itself where it is none.
    private static func joined(_ expression: Expression, by function: String) -> [Expression] {
        guard case .call(function, target: nil, let arguments) = expression.kind else { return [expression] }
        return arguments.flatMap { joined($0, by: function) }
    }
}

/// A comparison of two things, the left of which is no number written out.
private struct Comparison {
    enum Relation { case less, atMost, equal, unequal, atLeast, more }

    let left: String
    let relation: Relation
    let right: String
    /// The right side where it is a number.
    let bound: Double?

    init?(_ expression: Expression) {
        guard case .call(let function, target: nil, let sides) = expression.kind, sides.count == 2 else { return nil }
        let relation: Relation
        switch function {
        case "_<_": relation = .less
        case "_<=_": relation = .atMost
        case "_==_": relation = .equal
        case "_!=_": relation = .unequal
        case "_>=_": relation = .atLeast
        case "_>_": relation = .more
        default: return nil
        }
        if Self.number(sides[0]) == nil {
            self.relation = relation
            left = sides[0].unparsed
            right = sides[1].unparsed
            bound = Self.number(sides[1])
        } else {
            self.relation = Self.turned(relation)
            left = sides[1].unparsed
            right = sides[0].unparsed
            bound = Self.number(sides[0])
        }
    }

    private static func number(_ expression: Expression) -> Double? {
        switch expression.kind {
        case .literal(.double(let number)): number
        case .literal(.int(let number)): Double(number)
        case .literal(.uint(let number)): Double(number)
        default: nil
        }
    }

    private static func turned(_ relation: Relation) -> Relation {
        switch relation {
        case .less: .more
        case .atMost: .atLeast
        case .equal: .equal
        case .unequal: .unequal
        case .atLeast: .atMost
        case .more: .less
        }
    }

    /// Whether the other holds wherever this one does.
    func implies(_ other: Comparison) -> Bool {
        guard left == other.left else { return false }
        if right == other.right {
            switch (relation, other.relation) {
            case (.less, .atMost), (.less, .unequal), (.more, .atLeast), (.more, .unequal), (.equal, .atMost),
                (.equal, .atLeast):
                return true
            default: return relation == other.relation
            }
        }
        guard let bound, let limit = other.bound else { return false }
        switch (relation, other.relation) {
        case (.more, .more), (.more, .atLeast), (.more, .unequal), (.atLeast, .atLeast): return bound >= limit
        case (.atLeast, .more), (.atLeast, .unequal): return bound > limit
        case (.less, .less), (.less, .atMost), (.less, .unequal), (.atMost, .atMost): return bound <= limit
        case (.atMost, .less), (.atMost, .unequal): return bound < limit
        case (.equal, .more), (.equal, .atLeast): return bound > limit
        case (.equal, .less), (.equal, .atMost): return bound < limit
        case (.equal, .unequal): return bound != limit
        default: return false
        }
    }

    /// Whether the two cannot hold together.
    func excludes(_ other: Comparison) -> Bool {
        guard left == other.left else { return false }
        let opposite: Relation =
            switch other.relation {
            case .less: .atLeast
            case .atMost: .more
            case .equal: .unequal
            case .unequal: .equal
            case .atLeast: .less
            case .more: .atMost
            }
        return implies(Comparison(left: left, relation: opposite, right: other.right, bound: other.bound))
    }

    private init(left: String, relation: Relation, right: String, bound: Double?) {
        self.left = left
        self.relation = relation
        self.right = right
        self.bound = bound
    }
}
