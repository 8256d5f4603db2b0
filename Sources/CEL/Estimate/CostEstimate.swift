public import Diagnostics

/// How many steps an evaluation takes at least and at most.
///
/// The steps are those that ``Limits/budget`` counts. The estimate is made from the expression and the sizes of its input
/// alone; with an upper bound below the budget no evaluation is ever stopped. An evaluation that ends in an error may take
/// fewer steps than the least.
public struct CostEstimate: Sendable, Equatable {
    /// The fewest steps.
    public var least: Int
    /// The most steps; `Int.max` where nothing bounds them.
    public var most: Int
}

extension Program {
    /// How many steps an evaluation takes.
    ///
    /// - Parameter sizes: how large the values are that it will be evaluated over.
    /// - Returns: the fewest and the most steps.
    public func estimatedCost(for sizes: InputSizes = InputSizes()) -> CostEstimate {
        guard let plan = plannedSteps else { return CostEstimate(least: 0, most: 0) }
        var estimator = CostEstimator(environment: environment, checker: checker, sizes: sizes)
        let work = estimator.estimate(foldedExpression).work
        return CostEstimate(least: Bound.sum(plan, work.least), most: Bound.sum(plan, work.most))
    }

    /// What is wrong with an expression that can take more steps than its budget, for refusing it when it is loaded.
    ///
    /// - Parameters:
    ///   - sizes: how large the values are that it will be evaluated over.
    ///   - source: the file it stands in; a text of its own where it stands in none.
    ///   - offset: where in the source the byte stands that is at an offset of the text.
    /// - Returns: a diagnostic at the part that takes the most; nil where no evaluation is ever stopped.
    public func overBudget(
        for sizes: InputSizes,
        in source: SourceText? = nil,
        offset: (Int) -> Int = { $0 }
    ) -> Diagnostic? {
        let budget = environment.limits.budget
        let most = estimatedCost(for: sizes).most
        guard most > budget else { return nil }
        var estimator = CostEstimator(environment: environment, checker: checker, sizes: sizes)
        _ = estimator.estimate(foldedExpression)
        let problem = TypeChecker.Problem(
            identifier: "cost-over-budget",
            message: most == .max ? "nothing bounds the steps that this takes" : "this can take \(most) steps",
            range: estimator.costliest?.range ?? expression.range,
            expected: "at most \(budget) steps",
            hint: "bind a part that is used several times to a name, or go through fewer lists within each other"
        )
        return problem.diagnostic(text, source, offset)
    }

    /// Evaluates it, and counts its steps.
    ///
    /// - Parameter variables: values in the order of the environment's variables; nil where one has none.
    /// - Returns: the value, or why it has none, and the steps that it took.
    public func evaluateCountingSteps(
        _ variables: [Value?]
    ) -> (result: Result<Value, EvaluationError>, steps: Int) {
        let recorder = Recorder()
        do throws(EvaluationError) {
            return (.success(try evaluate(variables, recorder)), recorder.steps)
        } catch let error {
            return (.failure(error), recorder.steps)
        }
    }
}
