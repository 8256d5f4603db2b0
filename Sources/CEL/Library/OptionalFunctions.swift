import Diagnostics

/// The functions of optional values.
enum OptionalFunctions {
    private static let a = CELType.parameter("A")

    static let overloads: [Overload] = [
        .unary("optional.of", a, .optional(a)) { (value) throws(EvaluationError) in .optional(value) },
        .unary("optional.ofNonZeroValue", a, .optional(a)) { (value) throws(EvaluationError) in
            .optional(value.isZero ? nil : value)
        },
        Overload(
            "optional.none",
            isMember: false,
            [],
            .optional(a),
            .list { (_) throws(EvaluationError) in .optional(nil) }
        ),
        .unary(member: "hasValue", .optional(a), .bool) { (value) throws(EvaluationError) in
            guard case .optional(let wrapped) = value else { return value }
            return .bool(wrapped != nil)
        },
        .unary(member: "value", .optional(a), a) { (value) throws(EvaluationError) in
            guard case .optional(let wrapped?) = value else {
                throw EvaluationError(.invalidArgument, "the optional has no value")
            }
            return wrapped
        },
        .binary(member: "or", .optional(a), .optional(a), .optional(a)) { (first, second) throws(EvaluationError) in
            guard case .optional(nil) = first else { return first }
            return second
        },
        .binary(member: "orValue", .optional(a), a, a) { (first, second) throws(EvaluationError) in
            guard case .optional(let wrapped?) = first else { return second }
            return wrapped
        },
        .unary("optional.unwrap", .list(.optional(a)), .list(a), unwrap),
        .unary(member: "unwrapOpt", .list(.optional(a)), .list(a), unwrap),
    ]

    @Sendable private static func unwrap(_ value: Value) throws(EvaluationError) -> Value {
        guard case .list(let list) = value else { return value }
        var result: [Value] = []
        for element in list {
            guard case .optional(let wrapped) = element else {
                throw EvaluationError(.noSuchOverload, "a \(element.typeName) in a list of optional values")
            }
            if let wrapped { result.append(wrapped) }
        }
        return .list(result)
    }
}
