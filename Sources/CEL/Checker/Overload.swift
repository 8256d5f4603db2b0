import Diagnostics

/// One form of a function: the types of its arguments, the type of its result, and what it does.
public struct Overload: Sendable {
    /// Its name; operators have names such as `_+_`.
    public let function: String
    /// Whether the first argument stands before the dot.
    public let isMember: Bool
    /// The types of its arguments.
    public let parameters: [CELType]
    /// The type of its result.
    public let result: CELType
    /// Whether a call with arguments that never change may be worked out beforehand.
    let isFoldable: Bool
    let implementation: Implementation
    /// Whether any of its types has a parameter.
    let isGeneric: Bool

    /// How the result is computed.
    enum Implementation: Sendable {
        case unary(Unary)
        case binary(Binary)
        case list(@Sendable ([Value]) throws(EvaluationError) -> Value)
        /// One that counts its own work.
        case metered(Metered)
    }

    typealias Unary = @Sendable (Value) throws(EvaluationError) -> Value
    typealias Binary = @Sendable (Value, Value) throws(EvaluationError) -> Value
    typealias Metered = @Sendable ([Value], inout Budget) throws(EvaluationError) -> Value

    init(
        _ function: String,
        isMember: Bool,
        _ parameters: [CELType],
        _ result: CELType,
        isFoldable: Bool = true,
        _ implementation: Implementation
    ) {
        self.function = function
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.isFoldable = isFoldable
        self.implementation = implementation
        isGeneric = (parameters + [result]).contains { $0.hasParameter }
    }

    /// A form of a function called as `name(a, b)`.
    ///
    /// What it throws becomes an ``EvaluationError``.
    public init(
        _ function: String,
        _ parameters: [CELType],
        _ result: CELType,
        evaluate: @escaping @Sendable ([Value]) throws -> Value
    ) {
        self.init(function, isMember: false, parameters, result, isFoldable: false, .list(Self.typed(evaluate)))
    }

    /// A form of a function called as `a.name(b)`.
    ///
    /// What it throws becomes an ``EvaluationError``.
    public init(
        member function: String,
        _ parameters: [CELType],
        _ result: CELType,
        evaluate: @escaping @Sendable ([Value]) throws -> Value
    ) {
        self.init(function, isMember: true, parameters, result, isFoldable: false, .list(Self.typed(evaluate)))
    }

    /// A function whose errors are all evaluation errors: what else it throws becomes one.
    private static func typed(
        _ evaluate: @escaping @Sendable ([Value]) throws -> Value
    ) -> @Sendable ([Value]) throws(EvaluationError) -> Value {
        { (values) throws(EvaluationError) in
            do {
                return try evaluate(values)
            } catch let error as EvaluationError {
                throw error
            } catch {
                throw EvaluationError(.functionFailed, "\(String(describing: error))")
            }
        }
    }

    static func unary(_ name: String, _ type: CELType, _ result: CELType, _ compute: @escaping Unary) -> Overload {
        Overload(name, isMember: false, [type], result, .unary(compute))
    }

    static func unary(member: String, _ type: CELType, _ result: CELType, _ compute: @escaping Unary) -> Overload {
        Overload(member, isMember: true, [type], result, .unary(compute))
    }

    static func binary(
        _ name: String,
        _ first: CELType,
        _ second: CELType,
        _ result: CELType,
        _ compute: @escaping Binary
    ) -> Overload {
        Overload(name, isMember: false, [first, second], result, .binary(compute))
    }

    static func binary(
        member: String,
        _ first: CELType,
        _ second: CELType,
        _ result: CELType,
        _ compute: @escaping Binary
    ) -> Overload {
        Overload(member, isMember: true, [first, second], result, .binary(compute))
    }

    static func metered(
        _ name: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ compute: @escaping Metered
    ) -> Overload {
        Overload(name, isMember: false, parameters, result, .metered(compute))
    }

    static func metered(
        member: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ compute: @escaping Metered
    ) -> Overload {
        Overload(member, isMember: true, parameters, result, .metered(compute))
    }

    /// Whether a value may stand for a parameter, as far as shows without looking into collections.
    @inline(__always)
    static func accepts(_ type: CELType, _ value: Value) -> Bool {
        switch (type, value) {
        case (.dyn, _), (.parameter, _), (.variable, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
            (.double, .double), (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration),
            (.list, .list), (.map, .map), (.type, .type), (.optional, .optional):
            true
        case (.object(let expected), .object(let object)): expected == object.type
        case (.opaque(let name, _), .opaque(let opaque)): name == opaque.typeName
        default: false
        }
    }
}

extension CELType {
    /// Whether it is made of a type parameter.
    var hasParameter: Bool {
        switch self {
        case .parameter: true
        case .list(let inner), .optional(let inner), .type(let inner): inner.hasParameter
        case .map(let key, let value): key.hasParameter || value.hasParameter
        case .opaque(_, let parameters): parameters.contains { $0.hasParameter }
        default: false
        }
    }
}
