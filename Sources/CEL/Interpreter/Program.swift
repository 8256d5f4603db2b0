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

    /// Nodes and what they need to run.
    struct Plan: Sendable {
        let root: Node
        let localCount: Int
        let steps: Int
        let budget: Int

        init(_ expression: Expression, _ planner: Planner, budget: Int) {
            var planner = planner
            root = planner.plan(expression)
            localCount = planner.localCount
            steps = planner.nodeCount
            self.budget = budget
        }

        func run(_ variables: [Value?], _ recorder: Recorder? = nil) throws(EvaluationError) -> Value {
            let result: Result<Value, EvaluationError> = variables.withUnsafeBufferPointer { variables in
                guard localCount > 0 else {
                    return run(variables, UnsafeMutableBufferPointer(start: nil, count: 0), recorder)
                }
                return withUnsafeTemporaryAllocation(of: Value?.self, capacity: localCount) { locals in
                    locals.initialize(repeating: nil)
                    defer { locals.deinitialize() }
                    return run(variables, locals, recorder)
                }
            }
            return try result.get()
        }

        @inline(__always)
        private func run(
            _ variables: UnsafeBufferPointer<Value?>,
            _ locals: UnsafeMutableBufferPointer<Value?>,
            _ recorder: Recorder?
        ) -> Result<Value, EvaluationError> {
            var frame = Frame(
                variables: variables,
                locals: locals,
                budget: Budget(steps: budget),
                recorder: recorder
            )
            do throws(EvaluationError) {
                try frame.budget.spend(steps)
                return .success(try root.value(&frame))
            } catch let error {
                return .failure(error)
            }
        }
    }

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
    }

    /// Evaluates it.
    ///
    /// - Parameter variables: values in the order of the environment's variables; nil where one has none.
    /// - Returns: the value.
    /// - Throws: why it has none.
    public func evaluate(_ variables: [Value?]) throws(EvaluationError) -> Value {
        if let constant = plan.root.constant { return constant }
        return try plan.run(variables)
    }
}
