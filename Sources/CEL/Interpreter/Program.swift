/// An expression made ready: checked once, evaluated many times, also from several tasks at once.
public struct Program: Sendable {
    private final class Storage: Sendable {
        let resultType: CELType
        let text: String
        let expression: Expression
        let folded: Expression
        let paths: [[String]]
        let environment: Environment
        let checker: TypeChecker?
        let plan: Plan
        let calls: [Program]
        let isConstant: Bool
        let constant: Value

        init(
            _ expression: Expression,
            text: String,
            resultType: CELType,
            _ environment: Environment,
            _ checker: TypeChecker?,
            _ calls: [Program]
        ) {
            self.calls = calls
            self.text = text
            self.expression = expression
            self.resultType = resultType
            self.environment = environment
            self.checker = checker
            paths = FieldPaths.read(by: expression)
            var folder = ConstantFolder(environment)
            folded = folder.fold(expression)
            plan = Plan(folded, Planner(environment, checker), budget: environment.limits.budget)
            isConstant = plan.root.constant != nil
            constant = plan.root.constant ?? .null
        }
    }

    private let storage: Storage

    /// The type of its value.
    public var resultType: CELType { storage.resultType }
    /// The expression as written.
    public var text: String { storage.text }
    /// The syntax tree as it was read, with definitions put in the place of their calls.
    public var expression: Expression { storage.expression }
    /// The fields that it reads, each as a path from a variable, in the order of reading: `["indicator", "latest", "actual"]`.
    public var paths: [[String]] { storage.paths }
    /// The calls of definitions in it that have a value of their own, apart from the rounds of a macro; so that it can be
    /// shown what they gave.
    public var calls: [Program] { storage.calls }
    var environment: Environment { storage.environment }
    var checker: TypeChecker? { storage.checker }
    /// The syntax tree that is evaluated: constant parts are worked out.
    var foldedExpression: Expression { storage.folded }
    /// The steps that every evaluation takes at once, one for every node; nil where nothing is evaluated at all.
    var plannedSteps: Int? { storage.isConstant ? nil : storage.plan.steps }

    init(
        _ expression: Expression,
        text: String,
        resultType: CELType,
        _ environment: Environment,
        _ checker: TypeChecker?,
        calls: [Program] = []
    ) {
        storage = Storage(expression, text: text, resultType: resultType, environment, checker, calls)
    }

    /// Evaluates it.
    ///
    /// - Parameter variables: values in the order of the environment's variables; nil where one has none.
    /// - Returns: the value.
    /// - Throws: why it has none.
    public func evaluate(_ variables: [Value?]) throws(EvaluationError) -> Value {
        if storage.isConstant { return storage.constant }
        return try storage.plan.run(variables)
    }

    /// Evaluates it with values by name; names that are no variables are passed over.
    ///
    /// - Parameter variables: values by the names of the variables.
    /// - Returns: the value.
    /// - Throws: why it has none.
    public func evaluate(_ variables: [String: Value]) throws(EvaluationError) -> Value {
        try evaluate(environment.variables.map { variables[$0.name] })
    }

    func evaluate(_ variables: [Value?], _ recorder: Recorder) throws(EvaluationError) -> Value {
        if storage.isConstant { return storage.constant }
        return try storage.plan.run(variables, recorder)
    }
}
