/// A value that is written as YAML: what `Document.parse` reads again as the same.
package indirect enum YAMLText: Sendable {
    case text(String)
    case number(Double)
    case boolean(Bool)
    case list([YAMLText])
    case map([Entry])

    /// A key with its value; left out where the value is nil.
    package typealias Entry = (key: String, value: YAMLText?)

    /// The document, one entry a line; what is short stands on one.
    package var document: String {
        var lines = ""
        write(to: &lines, indent: 0)
        return lines
    }

    private static let width = 110

    private var isEmpty: Bool {
        switch self {
        case .list(let list): list.isEmpty
        case .map(let entries): entries.allSatisfy { $0.value == nil }
        case .text, .number, .boolean: false
        }
    }

    private func write(to lines: inout String, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .map(let entries):
            for case (let key, let value?) in entries {
                lines += "\(margin)\(Self.key(key)):"
                value.writeBelow(to: &lines, indent: indent)
            }
        case .list(let list):
            for element in list {
                lines += "\(margin)-"
                element.writeBeside(to: &lines, indent: indent)
            }
        case .text, .number, .boolean: lines += "\(margin)\(inline)\n"
        }
    }

    /// After a key.
    private func writeBelow(to lines: inout String, indent: Int) {
        let short = inline
        if fits(short, indent + 24) {
            lines += " \(short)\n"
        } else {
            lines += "\n"
            write(to: &lines, indent: indent + 2)
        }
    }

    /// After a dash: the first entry of a mapping stands on the same line.
    private func writeBeside(to lines: inout String, indent: Int) {
        let short = inline
        if fits(short, indent + 2) {
            lines += " \(short)\n"
            return
        }
        var below = ""
        write(to: &below, indent: indent + 2)
        lines += " " + below.dropFirst(indent + 2)
    }

    private func fits(_ short: String, _ indent: Int) -> Bool {
        switch self {
        case .text, .number, .boolean: true
        case .list, .map: isEmpty || indent + short.utf8.count <= Self.width
        }
    }

    private var inline: String {
        switch self {
        case .text(let text): return Self.scalar(text)
        case .number(let number): return Self.number(number)
        case .boolean(let value): return value ? "true" : "false"
        case .list(let list): return "[" + list.map(\.inline).joined(separator: ", ") + "]"
        case .map(let entries):
            let written = entries.compactMap { entry in entry.value.map { "\(Self.key(entry.key)): \($0.inline)" } }
            return "{" + written.joined(separator: ", ") + "}"
        }
    }

    /// A key, which is read as a text whatever it says.
    private static func key(_ key: String) -> String {
        let isWord = key.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        return isWord && key.utf8.first.map { (97...122).contains($0) } == true ? key : scalar(key)
    }

    /// A text as it is, where it cannot be taken for anything else, or in quotation marks.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic, last != " " else {
            return false
        }
        let isHarmless = scalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " -_/.()".unicodeScalars.contains(scalar)
        }
        return isHarmless && !reserved.contains(text.lowercased())
    }

    private static let reserved: Set<String> = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    ]

    /// A text in quotation marks, whatever is in it.
    package static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\r": written += "\\r"
            case "\t": written += "\\t"
            case _ where isPrintable(scalar): written.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                written += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            }
        }
        return written + "\""
    }

    /// A text that a comment can hold: on one line.
    package static func comment(_ text: String) -> String {
        var written = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { written.append(isPrintable(scalar) ? scalar : " ") }
        return String(written)
    }

    /// A number as it is read again.
    package static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : value.description
    }

    /// Whether it stands in a text as it is, and does not end its line.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
