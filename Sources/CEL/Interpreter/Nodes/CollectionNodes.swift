import Diagnostics

/// `[a, ?b]`.
final class ListNode: Node, @unchecked Sendable {
    private let elements: [(node: Node, isOptional: Bool)]

    init(_ elements: [(node: Node, isOptional: Bool)], _ range: Range<Int>) {
        self.elements = elements
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for (node, isOptional) in elements {
            let value = try node.value(&frame)
            if isOptional {
                if let present = try node.wrapped(value) { values.append(present) }
            } else {
                values.append(value)
            }
        }
        return .list(values)
    }
}

extension Node {
    /// What an optional value holds.
    final func wrapped(_ value: Value) throws(EvaluationError) -> Value? {
        guard case .optional(let wrapped) = value else { throw unexpected(value, "optional_type") }
        return wrapped
    }
}

/// `{key: value, ?key: value}`.
final class MapNode: Node, @unchecked Sendable {
    private let entries: [(key: Node, value: Node, isOptional: Bool)]

    init(_ entries: [(key: Node, value: Node, isOptional: Bool)], _ range: Range<Int>) {
        self.entries = entries
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var map = MapValue()
        for entry in entries {
            let key = try entry.key.value(&frame)
            var value = try entry.value.value(&frame)
            if entry.isOptional {
                guard let present = try entry.value.wrapped(value) else { continue }
                value = present
            }
            guard key.isKey else {
                throw EvaluationError(.invalidArgument, "a \(key.typeName) can be no key", range: entry.key.range)
            }
            guard map.insert(key, value) else {
                throw EvaluationError(.duplicateKey, "a key stands twice in the map", range: entry.key.range)
            }
        }
        return .map(map)
    }
}

/// `Type{field: value}`.
final class ObjectNode: Node, @unchecked Sendable {
    private let type: ObjectType
    private let fields: [(slot: Int, value: Node, isOptional: Bool)]

    init(_ type: ObjectType, _ fields: [(slot: Int, value: Node, isOptional: Bool)], _ range: Range<Int>) {
        self.type = type
        self.fields = fields
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var slots = [Value?](repeating: nil, count: type.fields.count)
        for field in fields {
            let value = try field.value.value(&frame)
            let present = field.isOptional ? try field.value.wrapped(value) : value
            if let present, !Overload.accepts(type.fields[field.slot].type(), present) {
                throw field.value.unexpected(present, type.fields[field.slot].type().description)
            }
            slots[field.slot] = present
        }
        return .object(ObjectValue(type, slots))
    }
}

/// `optional.optMap(name, body)` and `optFlatMap`.
final class OptionalMapNode: Node, @unchecked Sendable {
    private let target: Node
    private let slot: Int
    private let body: Node
    private let isFlat: Bool

    init(_ target: Node, _ slot: Int, _ body: Node, isFlat: Bool, _ range: Range<Int>) {
        self.target = target
        self.slot = slot
        self.body = body
        self.isFlat = isFlat
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard let value = try target.wrapped(try target.value(&frame)) else { return .optional(nil) }
        frame.locals[slot] = value
        let result = try body.value(&frame)
        guard isFlat else { return .optional(result) }
        _ = try body.wrapped(result)
        return result
    }
}

/// `optional.or(other)` and `optional.orValue(other)`.
final class OptionalElseNode: Node, @unchecked Sendable {
    private let target: Node
    private let alternative: Node
    private let unwraps: Bool

    init(_ target: Node, _ alternative: Node, unwraps: Bool, _ range: Range<Int>) {
        self.target = target
        self.alternative = alternative
        self.unwraps = unwraps
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let first = try target.value(&frame)
        if let wrapped = try target.wrapped(first) { return unwraps ? wrapped : first }
        let second = try alternative.value(&frame)
        if !unwraps { _ = try alternative.wrapped(second) }
        return second
    }
}
