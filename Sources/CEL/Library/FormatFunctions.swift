import Diagnostics
import Foundation

/// `text.format([values])`.
enum FormatFunctions {
    static let overloads: [Overload] = [
        .metered(member: "format", [.string, .list(.dyn)], .string) { (values, budget) throws(EvaluationError) in
            guard case .string(let template) = values[0], case .list(let arguments) = values[1] else {
                return values[0]
            }
            return .string(try format(Array(template.utf8), arguments, &budget))
        }
    ]

    private static let mostDigits = 1000

    private static func invalid(_ message: Message) -> EvaluationError { EvaluationError(.invalidArgument, message) }

    private static func format(
        _ template: [UInt8],
        _ arguments: [Value],
        _ budget: inout Budget
    ) throws(EvaluationError) -> String {
        var result: [UInt8] = []
        var index = 0
        var next = 0
        while index < template.count {
            let byte = template[index]
            index += 1
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            if index < template.count, template[index] == UInt8(ascii: "%") {
                result.append(byte)
                index += 1
                continue
            }
            let precision = try precision(template, &index)
            guard index < template.count else { throw invalid("the format ends after a %") }
            guard next < arguments.count else { throw invalid("the format has more clauses than there are values") }
            let text = try clause(template[index], precision, arguments[next], &budget)
            try budget.spend(1 + text.utf8.count / Cost.bytesPerStep)
            result += Array(text.utf8)
            index += 1
            next += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func precision(_ template: [UInt8], _ index: inout Int) throws(EvaluationError) -> Int? {
        guard index < template.count, template[index] == UInt8(ascii: ".") else { return nil }
        index += 1
        let start = index
        var precision = 0
        while index < template.count, (48...57).contains(template[index]) {
            precision = min(precision * 10 + Int(template[index] - 48), mostDigits + 1)
            index += 1
        }
        guard index > start else { throw invalid("a precision without digits") }
        guard precision <= mostDigits else { throw invalid("a precision of over \(mostDigits) digits") }
        return precision
    }

    private static func clause(
        _ letter: UInt8,
        _ precision: Int?,
        _ value: Value,
        _ budget: inout Budget
    ) throws(EvaluationError) -> String {
        switch letter {
        case UInt8(ascii: "s"): return try text(value, &budget)
        case UInt8(ascii: "d"): return try decimal(value)
        case UInt8(ascii: "f"): return try floating(value, "f", precision ?? 6)
        case UInt8(ascii: "e"): return try floating(value, "e", precision ?? 6)
        case UInt8(ascii: "x"): return try hexadecimal(value, isUpper: false)
        case UInt8(ascii: "X"): return try hexadecimal(value, isUpper: true)
        case UInt8(ascii: "o"): return try digits(value, radix: 8, "octal")
        case UInt8(ascii: "b"):
            if case .bool(let flag) = value { return flag ? "1" : "0" }
            return try digits(value, radix: 2, "binary")
        default: throw invalid("%\(String(UnicodeScalar(letter))) is no clause of a format")
        }
    }

    private static func text(_ value: Value, _ budget: inout Budget) throws(EvaluationError) -> String {
        try budget.spend(1)
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number): return String(number)
        case .uint(let number): return String(number)
        case .double(let number): return NumberText.shortest(number)
        case .string(let text): return text
        case .bytes(let bytes): return lossy(bytes)
        case .timestamp(let instant): return instant.description
        case .duration(let duration): return duration.description
        case .type(let type): return type.name
        case .list(let list):
            var parts: [String] = []
            for element in list { parts.append(try text(element, &budget)) }
            return try enclosed("[", parts, "]", &budget)
        case .map(let map):
            var parts: [(key: String, value: String)] = []
            for position in 0..<map.count {
                parts.append((try text(map.key(at: position), &budget), try text(map.value(at: position), &budget)))
            }
            parts.sort { $0.key.precedes($1.key) }
            return try enclosed("{", parts.map { "\($0.key): \($0.value)" }, "}", &budget)
        case .object, .optional, .opaque: throw invalid("a value of type \(value.typeName) cannot be formatted")
        }
    }

    private static func enclosed(
        _ opening: String,
        _ parts: [String],
        _ closing: String,
        _ budget: inout Budget
    ) throws(EvaluationError) -> String {
        let text = opening + parts.joined(separator: ", ") + closing
        try budget.spend(text.utf8.count / Cost.bytesPerStep)
        return text
    }

    /// Bytes as UTF-8, each run of bytes that are none as one U+FFFD.
    private static func lossy(_ bytes: [UInt8]) -> String {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var result = ""
        var isInvalid = false
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                result.unicodeScalars.append(scalar)
                isInvalid = false
            case .error:
                if !isInvalid { result += "\u{FFFD}" }
                isInvalid = true
            case .emptyInput: return result
            }
        }
    }

    private static func decimal(_ value: Value) throws(EvaluationError) -> String {
        switch value {
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): NumberText.shortest(number)
        default: throw invalid("%d takes numbers, not a \(value.typeName)")
        }
    }

    private static func floating(_ value: Value, _ style: String, _ precision: Int) throws(EvaluationError) -> String {
        let number: Double
        switch value {
        case .double(let value): number = value
        case .int(let value): number = Double(value)
        case .uint(let value): number = Double(value)
        default: throw invalid("%\(style) takes numbers, not a \(value.typeName)")
        }
        guard number.isFinite else { return NumberText.shortest(number) }
        return String(format: "%.\(precision)\(style)", number)
    }

    private static func hexadecimal(_ value: Value, isUpper: Bool) throws(EvaluationError) -> String {
        switch value {
        case .int(let number): return String(number, radix: 16, uppercase: isUpper)
        case .uint(let number): return String(number, radix: 16, uppercase: isUpper)
        case .string(let text): return hexadecimal(Array(text.utf8), isUpper)
        case .bytes(let bytes): return hexadecimal(bytes, isUpper)
        default: throw invalid("%x takes whole numbers, texts and bytes, not a \(value.typeName)")
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], _ isUpper: Bool) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUpper) }.joined()
    }

    private static func digits(_ value: Value, radix: Int, _ name: String) throws(EvaluationError) -> String {
        switch value {
        case .int(let number): return String(number, radix: radix)
        case .uint(let number): return String(number, radix: radix)
        default: throw invalid("a \(value.typeName) has no \(name) digits")
        }
    }
}
