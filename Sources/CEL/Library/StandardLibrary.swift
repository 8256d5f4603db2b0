import Diagnostics

/// The functions that the language itself defines.
enum StandardLibrary {
    static let overloads: [Overload] =
        operators + Conversions.overloads + TimeFunctions.overloads + sizes

    /// Operators for the checker; the planner has nodes of its own for them.
    private static let operators: [Overload] = {
        func declare(_ function: String, _ parameters: [CELType], _ result: CELType) -> Overload {
            .metered(function, parameters, result) { (_, _) throws(EvaluationError) in
                throw EvaluationError(.noSuchOverload, "no such operator")
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
            declare(Operator.index, [.optional(.list(a)), .int], .optional(a)),
            declare(Operator.index, [.optional(.map(key: a, value: b)), a], .optional(b)),
            declare(Operator.optionalIndex, [.list(a), .int], .optional(a)),
            declare(Operator.optionalIndex, [.map(key: a, value: b), a], .optional(b)),
            declare(Operator.optionalIndex, [.optional(.list(a)), .int], .optional(a)),
            declare(Operator.optionalIndex, [.optional(.map(key: a, value: b)), a], .optional(b)),
            declare(Operator.membership, [a, .list(a)], .bool),
            declare(Operator.membership, [a, .map(key: a, value: b)], .bool),
            declare(Operator.conditional, [.bool, a, a], a),
            declare(Operator.not, [.bool], .bool),
            declare(Operator.negate, [.int], .int),
            declare(Operator.negate, [.double], .double),
            declare(Operator.negate, [.duration], .duration),
        ]
        for symbol in ["_<_", "_<=_", "_>_", "_>=_"] {
            for type in [CELType.int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration] {
                all.append(declare(symbol, [type, type], .bool))
            }
        }
        return all
    }()

    private static let sizes: [Overload] = {
        let types: [CELType] = [
            .string, .bytes, .list(.parameter("A")), .map(key: .parameter("A"), value: .parameter("B")),
        ]
        let size: Overload.Unary = { (value) throws(EvaluationError) in
            switch value {
            case .string(let text): .int(Int64(text.unicodeScalars.count))
            case .bytes(let bytes): .int(Int64(bytes.count))
            case .list(let list): .int(Int64(list.count))
            case .map(let map): .int(Int64(map.count))
            default: .int(0)
            }
        }
        return types.flatMap { [.unary("size", $0, .int, size), .unary(member: "size", $0, .int, size)] }
    }()
}
