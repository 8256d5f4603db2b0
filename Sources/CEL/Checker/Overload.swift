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
    /// Computes the result of arguments that fit the parameters.
    public let evaluate: @Sendable ([Value]) throws(EvaluationError) -> Value

    /// A form of a function called as `name(a, b)`.
    public init(
        _ function: String,
        _ parameters: [CELType],
        _ result: CELType,
        evaluate: @escaping @Sendable ([Value]) throws(EvaluationError) -> Value
    ) {
        self.function = function
        isMember = false
        self.parameters = parameters
        self.result = result
        self.evaluate = evaluate
    }

    /// A form of a function called as `a.name(b)`.
    public init(
        member function: String,
        _ parameters: [CELType],
        _ result: CELType,
        evaluate: @escaping @Sendable ([Value]) throws(EvaluationError) -> Value
    ) {
        self.function = function
        isMember = true
        self.parameters = parameters
        self.result = result
        self.evaluate = evaluate
    }

    /// Whether values may be its arguments, as far as shows without looking into collections.
    func accepts(_ arguments: [Value]) -> Bool {
        arguments.count == parameters.count && zip(parameters, arguments).allSatisfy { Self.accepts($0, $1) }
    }

    private static func accepts(_ type: CELType, _ value: Value) -> Bool {
        switch (type, value) {
        case (.dyn, _), (.parameter, _), (.variable, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
            (.double, .double), (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration),
            (.list, .list), (.map, .map), (.type, .type):
            true
        case (.object(let expected), .object(let object)): expected == object.type
        default: false
        }
    }
}
