/// A JSON value whose keys keep their order.
package enum JSONValue: Sendable {
    case string(String)
    case number(Double)
    case boolean(Bool)
    case array([JSONValue])
    case members([Member])

    /// A key of an object with its value.
    package struct Member: Sendable {
        package var key: String
        package var value: JSONValue
    }

    /// An object with some keys.
    package static func object(_ entries: [(String, JSONValue)]) -> JSONValue {
        .members(entries.map { Member(key: $0.0, value: $0.1) })
    }

    /// The value over several lines, indented by two spaces; short lists of single values in one.
    package func text(indent: String = "") -> String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .boolean(let value): String(value)
        case .array(let elements) where elements.allSatisfy(\.isSingle):
            "[" + elements.map { $0.text() }.joined(separator: ", ") + "]"
        case .array(let elements): Self.block("[", elements.map { $0.text(indent: indent + "  ") }, "]", indent)
        case .members(let entries) where entries.isEmpty: "{}"
        case .members(let entries):
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
        case .array, .members: false
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
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
