import Diagnostics

/// Conversions between types.
enum Conversions {
    static let overloads: [Overload] = {
        let any = CELType.parameter("A")
        var all: [Overload] = [
            .unary("dyn", any, .dyn) { (value) throws(EvaluationError) in value },
            .unary("type", any, .type(any)) { (value) throws(EvaluationError) in .type(value.type) },
        ]
        func declare(
            _ name: String,
            from types: [CELType],
            _ result: CELType,
            _ convert: @escaping Overload.Unary
        ) {
            for type in types { all.append(.unary(name, type, result, convert)) }
        }
        declare("int", from: [.int, .uint, .double, .string, .timestamp], .int, int)
        declare("uint", from: [.uint, .int, .double, .string], .uint, uint)
        declare("double", from: [.double, .int, .uint, .string], .double, double)
        declare("bool", from: [.bool, .string], .bool, bool)
        declare("string", from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], .string, string)
        declare("bytes", from: [.bytes, .string], .bytes) { (value) throws(EvaluationError) in
            if case .string(let text) = value { return .bytes(Array(text.utf8)) }
            return value
        }
        declare("timestamp", from: [.timestamp, .string, .int], .timestamp, timestamp)
        declare("duration", from: [.duration, .string], .duration) { (value) throws(EvaluationError) in
            guard case .string(let text) = value else { return value }
            guard let duration = Duration(text) else { throw invalid(text, "duration") }
            return .duration(duration)
        }
        return all
    }()

    private static func invalid(_ text: String, _ type: String) -> EvaluationError {
        EvaluationError(.invalidArgument, "\(text) is no \(type)")
    }

    private static func outOfRange(_ type: String) -> EvaluationError {
        EvaluationError(.overflow, "the number is out of the range of \(type)")
    }

    @Sendable private static func int(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .uint(let number):
            guard let result = Int64(exactly: number) else { throw outOfRange("int") }
            return .int(result)
        case .double(let number):
            // The bounds are left out: they are not exact as doubles.
            guard number > -9_223_372_036_854_775_808.0, number < 9_223_372_036_854_775_808.0 else {
                throw outOfRange("int")
            }
            return .int(Int64(number))
        case .string(let text):
            guard isWhole(text), let result = Int64(text) else { throw invalid(text, "int") }
            return .int(result)
        case .timestamp(let instant): return .int(instant.seconds)
        default: return value
        }
    }

    @Sendable private static func uint(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .int(let number):
            guard let result = UInt64(exactly: number) else { throw outOfRange("uint") }
            return .uint(result)
        case .double(let number):
            guard number >= 0, number < 18_446_744_073_709_551_616.0 else { throw outOfRange("uint") }
            return .uint(UInt64(number))
        case .string(let text):
            guard text.utf8.first.map({ (48...57).contains($0) }) ?? false, let result = UInt64(text) else {
                throw invalid(text, "uint")
            }
            return .uint(result)
        default: return value
        }
    }

    private static func isWhole(_ text: String) -> Bool {
        let digits =
            text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+")
            ? text.utf8.dropFirst() : text.utf8[...]
        return !digits.isEmpty && digits.allSatisfy { (48...57).contains($0) }
    }

    @Sendable private static func double(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            guard let result = Double(text), !text.utf8.contains(where: { $0 == 0 }) else {
                throw invalid(text, "double")
            }
            return .double(result)
        default: return value
        }
    }

    @Sendable private static func bool(_ value: Value) throws(EvaluationError) -> Value {
        guard case .string(let text) = value else { return value }
        switch text {
        case "true", "TRUE", "True", "t", "T", "1": return .bool(true)
        case "false", "FALSE", "False", "f", "F", "0": return .bool(false)
        default: throw invalid(text, "bool")
        }
    }

    @Sendable private static func string(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .bool(let flag): return .string(flag ? "true" : "false")
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(NumberText.shortest(number))
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EvaluationError(.invalidArgument, "the bytes are not UTF-8")
            }
            return .string(text)
        case .timestamp(let instant): return .string(instant.description)
        case .duration(let duration): return .string(duration.description)
        default: return value
        }
    }

    @Sendable private static func timestamp(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .string(let text):
            guard let instant = Timestamp(text) else { throw invalid(text, "timestamp") }
            return .timestamp(instant)
        case .int(let seconds):
            guard let instant = Timestamp(seconds: seconds) else { throw outOfRange("timestamp") }
            return .timestamp(instant)
        default: return value
        }
    }
}
