/// What every part of an expression came to in one evaluation, to explain the result.
public struct EvaluationState: Sendable {
    /// The value of the whole, or why it has none.
    public let result: Result<Value, EvaluationError>
    private let expression: Expression
    private let outcomes: [Int: Result<Value, EvaluationError>]

    /// A part of the expression with what it came to.
    public struct Part: Sendable {
        /// The part.
        public let expression: Expression
        /// Its value, or why it has none; of a part in a macro that of its last round.
        public let outcome: Result<Value, EvaluationError>
    }

    init(
        _ expression: Expression,
        _ result: Result<Value, EvaluationError>,
        _ outcomes: [Int: Result<Value, EvaluationError>]
    ) {
        self.expression = expression
        self.result = result
        self.outcomes = outcomes
    }

    /// What a part came to; nil where it was not evaluated, as the branch of a conditional that was not taken.
    public subscript(part: Expression) -> Result<Value, EvaluationError>? { outcomes[part.id] }

    /// The parts that were evaluated, a whole before its parts, in the order of reading.
    public var parts: [Part] {
        var parts: [Part] = []
        func collect(_ expression: Expression) {
            if let outcome = outcomes[expression.id] { parts.append(Part(expression: expression, outcome: outcome)) }
            for child in expression.children { collect(child) }
        }
        collect(expression)
        return parts
    }
}

extension Program {
    /// Evaluates it, and keeps what every part came to.
    ///
    /// It takes several times as long as `evaluate`, and is meant for explanations.
    ///
    /// - Parameter variables: values in the order of the environment's variables; nil where one has none.
    /// - Returns: the value, and what every part came to.
    public func evaluateRecordingState(_ variables: [Value?]) -> EvaluationState {
        let planner = Planner(environment, checker, isRecording: true)
        let plan = Plan(expression, planner, budget: environment.limits.budget)
        let recorder = Recorder()
        let result: Result<Value, EvaluationError>
        do throws(EvaluationError) {
            result = .success(try plan.run(variables, recorder))
        } catch let error {
            result = .failure(error)
        }
        return EvaluationState(expression, result, recorder.outcomes)
    }
}
