import CEL

/// Reads types as CEL writes them: `list(int)`, `map(string, dyn)`, `optional_type(int)`, `tuple(param T, int)`.
struct TypeNotation {
    private var rest: Substring

    /// The type that a text names; nil where it is malformed.
    static func type(_ text: String) -> CELType? {
        var notation = TypeNotation(rest: text[...])
        guard let type = notation.type() else { return nil }
        notation.skipSpace()
        return notation.rest.isEmpty ? type : nil
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard rest.first == character else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func word() -> String {
        skipSpace()
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    private mutating func type() -> CELType? {
        let name = word()
        guard !name.isEmpty else { return nil }
        if name == "param" || name == "type_param" { return .parameter(word()) }
        var parameters: [CELType] = []
        if take("(") {
            repeat {
                guard let parameter = type() else { return nil }
                parameters.append(parameter)
            } while take(",")
            guard take(")") else { return nil }
        }
        return Self.named(name, parameters)
    }

    private static func named(_ name: String, _ parameters: [CELType]) -> CELType {
        func parameter(_ index: Int) -> CELType { index < parameters.count ? parameters[index] : .dyn }
        return switch name {
        case "null_type", "null": .null
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "google.protobuf.Timestamp", "timestamp": .timestamp
        case "google.protobuf.Duration", "duration": .duration
        case "dyn", "any", "google.protobuf.Any", "google.protobuf.Value", "wrapper", "google.protobuf.BoolValue",
            "google.protobuf.BytesValue", "google.protobuf.DoubleValue", "google.protobuf.FloatValue",
            "google.protobuf.Int32Value", "google.protobuf.Int64Value", "google.protobuf.StringValue",
            "google.protobuf.UInt32Value", "google.protobuf.UInt64Value":
            // What is a value or null has no type of its own here.
            .dyn
        case "list", "google.protobuf.ListValue": .list(parameter(0))
        case "map": .map(key: parameter(0), value: parameter(1))
        case "google.protobuf.Struct": .map(key: .string, value: .dyn)
        case "optional_type", "optional": .optional(parameter(0))
        case "type": .type(parameter(0))
        default: .opaque(name, parameters)
        }
    }
}
