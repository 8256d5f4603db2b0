/// A value of the Common Expression Language.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case timestamp(Timestamp)
    case duration(Duration)
    case list([Value])
    case map(MapValue)
    case object(ObjectValue)
    case type(CELType)
    /// A value that may be absent, as `optional.of(x)` and `x.?field` give it.
    indirect case optional(Value?)
}

extension Value {
    /// The type of the value itself; of what a collection holds nothing is said.
    public var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .timestamp: .timestamp
        case .duration: .duration
        case .list: .list(.dyn)
        case .map: .map(key: .dyn, value: .dyn)
        case .object(let object): .object(object.type)
        case .type: .type(.dyn)
        case .optional: .optional(.dyn)
        }
    }

    /// The name of its type, as `type(x)` shows it.
    var typeName: String { type.name }
}

extension Value: Equatable {
    /// Equality as the language defines it: numbers of different types are equal when they are the same number; values of
    /// other different types are not equal; NaN equals nothing.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let first), .bool(let second)): return first == second
        case (.string(let first), .string(let second)):
            return first.utf8.elementsEqual(second.utf8)
        case (.bytes(let first), .bytes(let second)): return first == second
        case (.timestamp(let first), .timestamp(let second)): return first == second
        case (.duration(let first), .duration(let second)): return first == second
        case (.list(let first), .list(let second)):
            return first.count == second.count && zip(first, second).allSatisfy { $0 == $1 }
        case (.map(let first), .map(let second)): return first == second
        case (.optional(let first), .optional(let second)): return first == second
        case (.type(let first), .type(let second)): return Value.sameKind(first, second)
        case (.object(let first), .object(let second)):
            return first === second || first.type == second.type && first.slots == second.slots
        default: return Comparison.numbers(left, right) == .equal
        }
    }

    private static func sameKind(_ first: CELType, _ second: CELType) -> Bool {
        switch (first, second) {
        case (.list, .list), (.map, .map), (.type, .type), (.optional, .optional): true
        default: first == second
        }
    }
}
