import CEL
import Foundation

/// Reads values as case files write them: an object with one key that names the type.
enum CaseValue {
    struct Malformed: Error {
        var json: JSONValue
    }

    /// The value that a case means.
    static func value(_ json: JSONValue) throws -> Value {
        guard case .object(let members) = json, members.count == 1, let (kind, content) = members.first else {
            throw Malformed(json: json)
        }
        switch (kind, content) {
        case ("null", _): return .null
        case ("bool", .bool(let flag)): return .bool(flag)
        case ("list", .array(let elements)): return .list(try elements.map(value))
        case ("map", .array(let entries)): return try map(entries)
        case ("optional", .null): return .optional(nil)
        case ("optional", let wrapped): return .optional(try value(wrapped))
        case (_, .string(let text)):
            guard let value = scalar(kind, text) else { throw Malformed(json: json) }
            return value
        default: throw Malformed(json: json)
        }
    }

    private static func map(_ entries: [JSONValue]) throws -> Value {
        var map = MapValue()
        for entry in entries {
            guard entry.elements.count == 2, map.insert(try value(entry.elements[0]), try value(entry.elements[1]))
            else { throw Malformed(json: entry) }
        }
        return .map(map)
    }

    private static func scalar(_ kind: String, _ text: String) -> Value? {
        switch kind {
        case "bool": Bool(text).map { .bool($0) }
        case "int": Int64(text).map { .int($0) }
        case "uint": UInt64(text).map { .uint($0) }
        case "double": double(text).map { .double($0) }
        case "string": .string(text)
        case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
        case "timestamp": Timestamp(text).map { .timestamp($0) }
        case "duration": Duration(text).map { .duration($0) }
        case "type": TypeNotation.type(text).map { .type($0) }
        default: nil
        }
    }

    private static func double(_ text: String) -> Double? {
        switch text {
        case "NaN": .nan
        case "Infinity", "inf", "+Infinity": .infinity
        case "-Infinity", "-inf": -.infinity
        default: Double(text)
        }
    }

    /// Whether a value is the expected one: of the same type, and NaN where NaN is expected.
    static func agrees(_ expected: Value, _ actual: Value) -> Bool {
        switch (expected, actual) {
        case (.double(let first), .double(let second)): return first == second || first.isNaN && second.isNaN
        case (.list(let first), .list(let second)):
            return first.count == second.count && zip(first, second).allSatisfy(agrees)
        case (.map(let first), .map(let second)):
            return first.count == second.count
                && first.entries.allSatisfy { entry in second[entry.key].map { agrees(entry.value, $0) } ?? false }
        case (.type(let first), .type(let second)): return first.name == second.name
        case (.int, .int), (.uint, .uint), (.null, .null), (.bool, .bool), (.string, .string), (.bytes, .bytes),
            (.timestamp, .timestamp), (.duration, .duration), (.optional, .optional), (.object, .object):
            return expected == actual
        default: return false
        }
    }
}
