/// A value of the Common Expression Language.
public enum Value: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case int(Int64)
    /// A whole number that is not negative, such as `1u`.
    case uint(UInt64)
    /// A floating-point number.
    case double(Double)
    /// A text; texts are equal when their code points are.
    case string(String)
    /// Bytes.
    case bytes([UInt8])
    /// An instant.
    case timestamp(Timestamp)
    /// A length of time.
    case duration(Duration)
    /// A list.
    case list([Value])
    /// A map.
    case map(MapValue)
    /// A value of a declared object type.
    case object(ObjectValue)
    /// A type as a value.
    case type(CELType)
    /// A value that may be absent, as `optional.of(x)` and `x.?field` give it.
    indirect case optional(Value?)
    /// A value of a type that a library brings.
    case opaque(OpaqueValue)
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
        case .opaque(let opaque): .opaque(opaque.typeName)
        }
    }

    /// The name of its type, as `type(x)` shows it.
    var typeName: String { type.name }

    /// Whether a map may have it as a key.
    var isKey: Bool {
        switch self {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }

    /// Whether it is the zero of its type: 0, false, empty, null.
    var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.utf8.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .timestamp(let instant): instant.seconds == 0 && instant.nanoseconds == 0
        case .duration(let duration): duration.nanoseconds == 0
        case .list(let list): list.isEmpty
        case .map(let map): map.isEmpty
        case .object(let object): object.slots.allSatisfy { $0 == nil }
        case .optional(let wrapped): wrapped == nil
        case .type, .opaque: false
        }
    }
}

extension Value: Equatable {
    /// Equality as the language defines it: numbers of different types are equal when they are the same number; values of
    /// other different types are not equal; NaN equals nothing.
    public static func == (left: Value, right: Value) -> Bool {
        var meter = UnlimitedMeter()
        return meter.equal(left, right)
    }
}
