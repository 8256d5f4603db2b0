/// A type of the Common Expression Language.
public indirect enum CELType: Hashable, Sendable {
    /// The type of `null`.
    case null
    /// `true` and `false`.
    case bool
    /// Whole numbers of 64 bits.
    case int
    /// Whole numbers of 64 bits that are not negative.
    case uint
    /// Floating-point numbers of 64 bits.
    case double
    /// Texts.
    case string
    /// Bytes.
    case bytes
    /// Instants.
    case timestamp
    /// Lengths of time.
    case duration
    /// Any type; what it is shows at run time.
    case dyn
    /// Lists of elements of a type.
    case list(CELType)
    /// Maps from keys of a type to values of a type.
    case map(key: CELType, value: CELType)
    /// Values of a type that may be absent.
    case optional(CELType)
    /// The type of a type.
    case type(CELType)
    /// A declared object type.
    case object(ObjectType)
    /// A type of a library, known by its name only.
    case opaque(String, [CELType] = [])
    /// A type parameter of a function, such as `A` in `list(A)`.
    case parameter(String)
    /// A type that the checker has still to find out.
    case variable(Int)
}

extension CELType: CustomStringConvertible {
    /// The type as it is written in messages, such as `map(string, list(timestamp))`.
    public var description: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .dyn, .variable: "dyn"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let wrapped): "optional_type(\(wrapped))"
        case .type(let type): type == .dyn ? "type" : "type(\(type))"
        case .object(let type): type.name
        case .opaque(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name
        }
    }

    /// The name of the type alone, without its parameters: what `type(x)` shows.
    public var name: String {
        switch self {
        case .list: "list"
        case .map: "map"
        case .optional: "optional_type"
        case .type: "type"
        case .opaque(let name, _): name
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        default: description
        }
    }
}
