/// An expression made ready: checked once, evaluated many times, also from several tasks at once.
public struct Program: Sendable {
    /// The type of its value.
    public let resultType: CELType
    /// The expression as written.
    public let text: String
    /// The syntax tree as it was read.
    public let expression: Expression
    /// The fields that it reads, each as a path from a variable, in the order of reading: `["indicator", "latest", "actual"]`.
    public let paths: [[String]]
    let environment: Environment
    let checker: TypeChecker?
    private let plan: Plan
    private let isConstant: Bool
    private let constant: Value

    init(
        _ expression: Expression,
        text: String,
        resultType: CELType,
        _ environment: Environment,
        _ checker: TypeChecker?
    ) {
        self.text = text
        self.expression = expression
        self.resultType = resultType
        self.environment = environment
        self.checker = checker
        paths = FieldPaths.read(by: expression)
        var folder = ConstantFolder(environment)
        let folded = folder.fold(expression)
        plan = Plan(folded, Planner(environment, checker), budget: environment.limits.budget)
        isConstant = plan.root.constant != nil
        constant = plan.root.constant ?? .null
    }

    /// Evaluates it.
    ///
    /// - Parameter variables: values in the order of the environment's variables; nil where one has none.
    /// - Returns: the value.
    /// - Throws: why it has none.
    public func evaluate(_ variables: [Value?]) throws(EvaluationError) -> Value {
        if isConstant { return constant }
        return try plan.run(variables)
    }
}
