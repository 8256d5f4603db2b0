import Diagnostics

/// The functions of texts: those of the language and those of the strings extension.
///
/// Places in a text are counted in code points from 0.
enum TextFunctions {
    static let overloads: [Overload] = questions + changes + places + parts

    private static let questions: [Overload] = [
        .binary(member: "contains", .string, .string, .bool) { (text, part) throws(EvaluationError) in
            guard case .string(let text) = text, case .string(let part) = part else { return text }
            return .bool(contains(text, part))
        },
        .binary(member: "startsWith", .string, .string, .bool) { (text, part) throws(EvaluationError) in
            guard case .string(let text) = text, case .string(let part) = part else { return text }
            return .bool(text.utf8.starts(with: part.utf8))
        },
        .binary(member: "endsWith", .string, .string, .bool) { (text, part) throws(EvaluationError) in
            guard case .string(let text) = text, case .string(let part) = part else { return text }
            return .bool(text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8))
        },
    ]

    private static func contains(_ text: String, _ part: String) -> Bool {
        if part.utf8.isEmpty { return true }
        let search = Search(Array(part.utf8), length: text.utf8.count)
        let found: Bool? = text.utf8.withContiguousStorageIfAvailable { search.first(in: $0) != nil }
        return found ?? (search.first(in: Array(text.utf8)) != nil)
    }

    private static func change(
        _ name: String,
        isMember: Bool = true,
        _ change: @escaping @Sendable (String) -> String
    ) -> Overload {
        Overload(
            name,
            isMember: isMember,
            [.string],
            .string,
            .unary { (value) throws(EvaluationError) in
                guard case .string(let text) = value else { return value }
                return .string(change(text))
            }
        )
    }

    private static let changes: [Overload] = [
        change("lowerAscii") { text in mapBytes(text) { (65...90).contains($0) ? $0 + 32 : $0 } },
        change("upperAscii") { text in mapBytes(text) { (97...122).contains($0) ? $0 - 32 : $0 } },
        change("trim") { trimmed($0) },
        change("reverse") { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) },
        change("strings.quote", isMember: false) { quoted($0) },
    ]

    private static func mapBytes(_ text: String, _ change: (UInt8) -> UInt8) -> String {
        String(decoding: text.utf8.map(change), as: UTF8.self)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{07}": result += "\\a"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0B}": result += "\\v"
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    // MARK: - Places

    private static func outOfRange(_ index: Int64) -> EvaluationError {
        EvaluationError(.indexOutOfRange, "the text has no place \(index)")
    }

    private static let places: [Overload] = [
        .binary(member: "charAt", .string, .int, .string) { (text, index) throws(EvaluationError) in
            guard case .string(let text) = text, case .int(let index) = index else { return text }
            let scalars = Array(text.unicodeScalars)
            guard (0...Int64(scalars.count)).contains(index) else { throw outOfRange(index) }
            return .string(index == scalars.count ? "" : String(scalars[Int(index)]))
        },
        .binary(member: "indexOf", .string, .string, .int) { (text, part) throws(EvaluationError) in
            try indexOf([text, part])
        },
        Overload(
            "indexOf",
            isMember: true,
            [.string, .string, .int],
            .int,
            .list { (values) throws(EvaluationError) in try indexOf(values) }
        ),
        .binary(member: "lastIndexOf", .string, .string, .int) { (text, part) throws(EvaluationError) in
            try lastIndexOf([text, part])
        },
        Overload(
            "lastIndexOf",
            isMember: true,
            [.string, .string, .int],
            .int,
            .list { (values) throws(EvaluationError) in try lastIndexOf(values) }
        ),
        .binary(member: "substring", .string, .int, .string) { (text, start) throws(EvaluationError) in
            try substring([text, start])
        },
        Overload(
            "substring",
            isMember: true,
            [.string, .int, .int],
            .string,
            .list { (values) throws(EvaluationError) in try substring(values) }
        ),
    ]

    private static func indexOf(_ values: [Value]) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0], case .string(let part) = values[1] else { return .int(-1) }
        var start: Int64 = 0
        if values.count > 2, case .int(let offset) = values[2] { start = offset }
        guard start >= 0 else { throw outOfRange(start) }
        if part.utf8.isEmpty { return .int(start) }
        let whole = Array(text.unicodeScalars)
        guard start < whole.count else { return .int(-1) }
        let search = Search(Array(part.unicodeScalars), length: whole.count)
        return .int(search.first(in: whole, from: Int(start)).map(Int64.init) ?? -1)
    }

    private static func lastIndexOf(_ values: [Value]) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0], case .string(let part) = values[1] else { return .int(-1) }
        let whole = Array(text.unicodeScalars)
        var end = Int64(whole.count)
        if values.count > 2, case .int(let offset) = values[2] {
            guard offset >= 0 else { throw outOfRange(offset) }
            if part.utf8.isEmpty { return .int(offset) }
            guard offset < whole.count else { return .int(-1) }
            end = offset
        }
        if part.utf8.isEmpty { return .int(end) }
        // From the right: both are turned round.
        let wanted = Array(part.unicodeScalars)
        let place = min(Int(end), whole.count - wanted.count)
        guard place >= 0 else { return .int(-1) }
        let search = Search(Array(wanted.reversed()), length: whole.count)
        let skipped = whole.count - place - wanted.count
        let found = search.first(in: Array(whole.reversed()), from: skipped)
        return .int(found.map { Int64(whole.count - $0 - wanted.count) } ?? -1)
    }

    private static func substring(_ values: [Value]) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0], case .int(let start) = values[1] else { return values[0] }
        let scalars = Array(text.unicodeScalars)
        var end = Int64(scalars.count)
        if values.count > 2, case .int(let given) = values[2] { end = given }
        guard start >= 0, start <= scalars.count else { throw outOfRange(start) }
        guard end >= 0, end <= scalars.count else { throw outOfRange(end) }
        guard start <= end else {
            throw EvaluationError(.indexOutOfRange, "the part from \(start) to \(end) ends before it begins")
        }
        return .string(String(String.UnicodeScalarView(scalars[Int(start)..<Int(end)])))
    }

    // MARK: - Parts

    private static let parts: [Overload] = [
        .metered(member: "join", [.list(.string)], .string) { (values, budget) throws(EvaluationError) in
            try join(values, &budget)
        },
        .metered(member: "join", [.list(.string), .string], .string) { (values, budget) throws(EvaluationError) in
            try join(values, &budget)
        },
        .metered(member: "split", [.string, .string], .list(.string)) { (values, budget) throws(EvaluationError) in
            try split(values, &budget)
        },
        .metered(
            member: "split",
            [.string, .string, .int],
            .list(.string)
        ) { (values, budget) throws(EvaluationError) in
            try split(values, &budget)
        },
        .metered(member: "replace", [.string, .string, .string], .string) { (values, budget) throws(EvaluationError) in
            try replace(values, &budget)
        },
        .metered(
            member: "replace",
            [.string, .string, .string, .int],
            .string
        ) { (values, budget) throws(EvaluationError) in
            try replace(values, &budget)
        },
    ]

    private static func join(_ values: [Value], _ budget: inout Budget) throws(EvaluationError) -> Value {
        guard case .list(let list) = values[0] else { return values[0] }
        var separator = ""
        if values.count > 1, case .string(let text) = values[1] { separator = text }
        var result = ""
        for (index, element) in list.enumerated() {
            guard case .string(let text) = element else {
                throw EvaluationError(.noSuchOverload, "join() takes texts, not a \(element.typeName)")
            }
            try budget.spend((text.utf8.count + separator.utf8.count) / Cost.bytesPerStep + 1)
            if index > 0 { result += separator }
            result += text
        }
        return .string(result)
    }

    /// The pieces between separators; with an empty separator the code points.
    private static func pieces(_ text: String, _ separator: String, limit: Int) -> [String] {
        guard limit != 1 else { return [text] }
        if separator.utf8.isEmpty {
            let scalars = Array(text.unicodeScalars)
            guard limit < scalars.count else { return scalars.map { String($0) } }
            let rest = String(String.UnicodeScalarView(scalars[(limit - 1)...]))
            return scalars.prefix(limit - 1).map { String($0) } + [rest]
        }
        let whole = Array(text.utf8)
        let search = Search(Array(separator.utf8), length: whole.count)
        var pieces: [String] = []
        var start = 0
        while pieces.count < limit - 1, let found = search.first(in: whole, from: start) {
            pieces.append(String(decoding: whole[start..<found], as: UTF8.self))
            start = found + separator.utf8.count
        }
        return pieces + [String(decoding: whole[start...], as: UTF8.self)]
    }

    private static func limit(_ values: [Value], _ position: Int) -> Int {
        guard values.count > position, case .int(let limit) = values[position], limit >= 0 else { return .max }
        return Int(limit)
    }

    private static func split(_ values: [Value], _ budget: inout Budget) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0], case .string(let separator) = values[1] else { return values[0] }
        let limit = limit(values, 2)
        guard limit > 0 else { return .list([]) }
        try budget.spend(text.utf8.count / Cost.elementsPerStep)
        return .list(pieces(text, separator, limit: limit).map { .string($0) })
    }

    private static func replace(_ values: [Value], _ budget: inout Budget) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0], case .string(let old) = values[1], case .string(let new) = values[2]
        else { return values[0] }
        let limit = limit(values, 3)
        guard limit > 0 else { return values[0] }
        try budget.spend(text.utf8.count / Cost.elementsPerStep)
        var parts = pieces(text, old, limit: limit == .max ? .max : limit + 1)
        // Nothing stands before the first code point and after the last one too.
        if old.utf8.isEmpty {
            let scalars = text.unicodeScalars.count
            parts = [""] + (limit <= scalars ? pieces(text, old, limit: limit) : pieces(text, old, limit: .max) + [""])
            if scalars == 0 { parts = ["", ""] }
        }
        try budget.spend((parts.count * new.utf8.count + text.utf8.count) / Cost.bytesPerStep)
        return .string(parts.joined(separator: new))
    }
}
