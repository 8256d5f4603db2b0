/// A JSON value whose keys keep their order.
enum JSONValue {
    case string(String)
    case number(Double)
    case boolean(Bool)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The value over several lines, indented by two spaces; short lists of single values in one.
    func text(indent: String = "") -> String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .boolean(let value): String(value)
        case .array(let elements) where elements.allSatisfy(\.isSingle):
            "[" + elements.map { $0.text() }.joined(separator: ", ") + "]"
        case .array(let elements): Self.block("[", elements.map { $0.text(indent: indent + "  ") }, "]", indent)
        case .object(let entries) where entries.isEmpty: "{}"
        case .object(let entries):
            Self.block(
                "{",
                entries.map { Self.quoted($0.key) + ": " + $0.value.text(indent: indent + "  ") },
                "}",
                indent
            )
        }
    }

    private var isSingle: Bool {
        switch self {
        case .string, .number, .boolean: true
        case .array, .object: false
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String, _ indent: String) -> String {
        open + "\n" + lines.map { indent + "  " + $0 }.joined(separator: ",\n") + "\n" + indent + close
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
