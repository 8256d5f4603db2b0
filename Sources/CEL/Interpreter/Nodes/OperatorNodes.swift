import Diagnostics

/// Computes with two values whose types show only now.
final class ArithmeticNode: Node, @unchecked Sendable {
    private let operation: Arithmetic.Operation
    private let left: Node
    private let right: Node

    init(_ operation: Arithmetic.Operation, _ left: Node, _ right: Node, _ range: Range<Int>) {
        self.operation = operation
        self.left = left
        self.right = right
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let first = try left.value(&frame)
        let second = try right.value(&frame)
        do throws(EvaluationError) {
            return try Arithmetic.compute(operation, first, second, &frame.budget)
        } catch let error {
            throw error.located(range)
        }
    }
}

/// Compares two values whose types show only now.
final class ComparisonNode: BoolNode, @unchecked Sendable {
    private let ordering: Ordering
    private let left: Node
    private let right: Node
    private let symbol: String

    init(_ ordering: Ordering, _ symbol: String, _ left: Node, _ right: Node, _ range: Range<Int>) {
        self.ordering = ordering
        self.symbol = symbol
        self.left = left
        self.right = right
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let first = try left.value(&frame)
        let second = try right.value(&frame)
        switch (first, second) {
        case (.double(let left), .double(let right)): return ordering.holds(left, right)
        case (.int(let left), .int(let right)): return ordering.holds(left, right)
        default: break
        }
        guard let comparison = Comparison.of(first, second) else {
            throw EvaluationError(
                .noSuchOverload,
                "\(symbol) does not take (\(first.typeName), \(second.typeName))",
                range: range
            )
        }
        try frame.budget.spend(Cost.of(first))
        return ordering.holds(comparison)
    }
}

/// `==` or `!=`.
final class EqualityNode: BoolNode, @unchecked Sendable {
    private let left: Node
    private let right: Node
    private let isNegated: Bool

    init(_ left: Node, _ right: Node, isNegated: Bool, _ range: Range<Int>) {
        self.left = left
        self.right = right
        self.isNegated = isNegated
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let first = try left.value(&frame)
        let second = try right.value(&frame)
        return try frame.budget.equal(first, second) != isNegated
    }
}

/// `in`.
final class MembershipNode: BoolNode, @unchecked Sendable {
    private let element: Node
    private let collection: Node

    init(_ element: Node, _ collection: Node, _ range: Range<Int>) {
        self.element = element
        self.collection = collection
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let wanted = try element.value(&frame)
        switch try collection.value(&frame) {
        case .list(let list):
            try frame.budget.spend(list.count)
            for candidate in list where try frame.budget.equal(candidate, wanted) { return true }
            return false
        case .map(let map): return map[wanted] != nil
        case let other:
            throw EvaluationError(
                .noSuchOverload,
                "in does not take (\(wanted.typeName), \(other.typeName))",
                range: range
            )
        }
    }
}

/// `in` with a list of texts that is always the same.
final class TextMembershipNode: BoolNode, @unchecked Sendable {
    private let element: Node
    private let few: [[UInt8]]
    private let many: Set<[UInt8]>

    init(_ element: Node, _ texts: [String], _ range: Range<Int>) {
        self.element = element
        let bytes = texts.map { Array($0.utf8) }
        few = texts.count <= 12 ? bytes : []
        many = texts.count <= 12 ? [] : Set(bytes)
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        guard case .string(let wanted) = try element.value(&frame) else { return false }
        if !many.isEmpty { return many.contains(Array(wanted.utf8)) }
        return TextBytes.with(wanted) { wanted in few.contains { TextBytes.same($0, wanted) } }
    }
}

/// `collection[index]`.
final class IndexNode: Node, @unchecked Sendable {
    private let collection: Node
    private let index: Node
    private let isOptional: Bool

    init(_ collection: Node, _ index: Node, isOptional: Bool, _ range: Range<Int>) {
        self.collection = collection
        self.index = index
        self.isOptional = isOptional
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let holder = try collection.value(&frame)
        let key = try index.value(&frame)
        if case .optional(let wrapped) = holder {
            guard let wrapped else { return .optional(nil) }
            return .optional(try read(wrapped, key))
        }
        let found = try read(holder, key)
        if isOptional { return .optional(found) }
        if let found { return found }
        if case .list(let list) = holder {
            throw EvaluationError(
                .indexOutOfRange,
                "a list of \(list.count) has no element \(Unparser.literal(key))",
                range: range
            )
        }
        throw EvaluationError(.noSuchKey, "the map has no key \(Unparser.literal(key))", range: range)
    }

    private func read(_ holder: Value, _ key: Value) throws(EvaluationError) -> Value? {
        switch (holder, key) {
        case (.list(let list), .int(let position)): return Self.element(list, Int(exactly: position))
        case (.list(let list), .uint(let position)): return Self.element(list, Int(exactly: position))
        case (.list(let list), .double(let position)) where Int(exactly: position) != nil:
            return Self.element(list, Int(exactly: position))
        case (.list, _):
            throw EvaluationError(.invalidArgument, "a \(key.typeName) is no place in a list", range: range)
        case (.map(let map), _): return map[key]
        default:
            throw EvaluationError(
                .noSuchOverload,
                "[ ] does not take (\(holder.typeName), \(key.typeName))",
                range: range
            )
        }
    }

    private static func element(_ list: [Value], _ position: Int?) -> Value? {
        position.flatMap { list.indices.contains($0) ? list[$0] : nil }
    }
}

/// Several texts in one.
final class ConcatenationNode: Node, @unchecked Sendable {
    private let parts: [Node]

    init(_ parts: [Node], _ range: Range<Int>) {
        self.parts = parts
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var result = ""
        result.reserveCapacity(parts.count * 16)
        for part in parts {
            let value = try part.value(&frame)
            guard case .string(let text) = value else { throw part.unexpected(value, "string") }
            result += text
            try frame.budget.spend(result.utf8.count / Cost.bytesPerStep)
        }
        return .string(result)
    }
}
