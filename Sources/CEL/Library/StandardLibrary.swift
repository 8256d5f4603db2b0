import Diagnostics

/// The functions that the language itself defines.
enum StandardLibrary {
    static let overloads: [Overload] =
        operators + Conversions.overloads + Texts.overloads + TimeFunctions.overloads + sizes

    /// Operators for the checker; the planner evaluates them itself, except the unary ones.
    private static let operators: [Overload] = {
        func declare(_ function: String, _ parameters: [CELType], _ result: CELType) -> Overload {
            let operation = Arithmetic.binary[function]
            return Overload(function, parameters, result) { (values) throws(EvaluationError) in
                guard let operation else { throw EvaluationError(.noSuchOverload, "no such operator") }
                return try operation(values[0], values[1])
            }
        }
        var all: [Overload] = []
        for number in [CELType.int, .uint, .double] {
            for symbol in ["_+_", "_-_", "_*_", "_/_"] { all.append(declare(symbol, [number, number], number)) }
        }
        for number in [CELType.int, .uint] { all.append(declare("_%_", [number, number], number)) }
        let a = CELType.parameter("A")
        let b = CELType.parameter("B")
        all += [
            declare("_+_", [.string, .string], .string),
            declare("_+_", [.bytes, .bytes], .bytes),
            declare("_+_", [.list(a), .list(a)], .list(a)),
            declare("_+_", [.duration, .duration], .duration),
            declare("_+_", [.timestamp, .duration], .timestamp),
            declare("_+_", [.duration, .timestamp], .timestamp),
            declare("_-_", [.duration, .duration], .duration),
            declare("_-_", [.timestamp, .timestamp], .duration),
            declare("_-_", [.timestamp, .duration], .timestamp),
            declare("_==_", [a, a], .bool),
            declare("_!=_", [a, a], .bool),
            declare(Operator.index, [.list(a), .int], a),
            declare(Operator.index, [.map(key: a, value: b), a], b),
            declare(Operator.membership, [a, .list(a)], .bool),
            declare(Operator.membership, [a, .map(key: a, value: b)], .bool),
            Overload(Operator.conditional, [.bool, a, a], a) { (values) throws(EvaluationError) in values[1] },
        ]
        let numbers: [CELType] = [.int, .uint, .double]
        for symbol in ["_<_", "_<=_", "_>_", "_>=_"] {
            for type in [CELType.bool, .string, .bytes, .timestamp, .duration] {
                all.append(declare(symbol, [type, type], .bool))
            }
            for first in numbers { for second in numbers { all.append(declare(symbol, [first, second], .bool)) } }
        }
        all += [
            Overload(Operator.not, [.bool], .bool) { (values) throws(EvaluationError) in
                guard case .bool(let value) = values[0] else { return values[0] }
                return .bool(!value)
            },
            Overload(Operator.negate, [.int], .int) { (values) throws(EvaluationError) in
                guard case .int(let value) = values[0] else { return values[0] }
                guard value != .min else { throw EvaluationError(.overflow, "the result is too large a whole number") }
                return .int(-value)
            },
            Overload(Operator.negate, [.double], .double) { (values) throws(EvaluationError) in
                guard case .double(let value) = values[0] else { return values[0] }
                return .double(-value)
            },
            Overload(Operator.negate, [.duration], .duration) { (values) throws(EvaluationError) in
                guard case .duration(let value) = values[0] else { return values[0] }
                guard value.nanoseconds != .min else { throw EvaluationError(.overflow, "the result is too long") }
                return .duration(Duration(nanoseconds: -value.nanoseconds))
            },
        ]
        return all
    }()

    private static let sizes: [Overload] = {
        let types: [CELType] = [
            .string, .bytes, .list(.parameter("A")), .map(key: .parameter("A"), value: .parameter("B")),
        ]
        let size: @Sendable ([Value]) throws(EvaluationError) -> Value = { (values) throws(EvaluationError) in
            switch values[0] {
            case .string(let text): .int(Int64(text.unicodeScalars.count))
            case .bytes(let bytes): .int(Int64(bytes.count))
            case .list(let list): .int(Int64(list.count))
            case .map(let map): .int(Int64(map.count))
            default: .int(0)
            }
        }
        return types.flatMap {
            [Overload("size", [$0], .int, evaluate: size), Overload(member: "size", [$0], .int, evaluate: size)]
        }
    }()
}
