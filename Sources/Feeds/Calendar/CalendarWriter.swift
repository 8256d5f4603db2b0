import ActionPlan

/// Writes iCalendar (RFC 5545): lines of at most 75 octets, ending in CRLF.
struct CalendarWriter {
    private(set) var bytes: [UInt8] = []

    /// A property whose value is written as it is, such as a date.
    mutating func line(_ name: StaticString, _ value: String) { fold(name.description + ":" + value) }

    /// A property whose value is a text.
    ///
    /// - Parameters:
    ///   - name: the property.
    ///   - text: any text; commas, semicolons, backslashes and line ends are escaped, other controls left out.
    ///   - language: the tag of its language.
    mutating func text(_ name: StaticString, _ text: String, language: String? = nil) {
        fold(name.description + (language.map { ";LANGUAGE=\($0)" } ?? "") + ":" + Self.escaped(text))
    }

    mutating func day(_ name: StaticString, _ day: Day) {
        fold("\(name);VALUE=DATE:\(Self.compact(day))")
    }

    mutating func moment(_ name: StaticString, _ moment: Moment) {
        let parts = moment.description.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
        line(name, String(decoding: parts, as: UTF8.self))
    }

    private static func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += ["\\", scalar]
            case "\n": escaped += ["\\", "n"]
            case "\u{00}"..."\u{1F}", "\u{7F}": break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Octets of a line without its end.
    private static let width = 75

    /// Writes a line; what is too long goes on in lines that begin with a space, and no character is cut in two.
    private mutating func fold(_ line: String) {
        var used = 0
        for scalar in line.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if used + encoded.count > Self.width {
                bytes += [0x0D, 0x0A, 0x20]
                used = 1
            }
            bytes += encoded
            used += encoded.count
        }
        bytes += [0x0D, 0x0A]
    }
}
