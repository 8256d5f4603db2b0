public import Diagnostics

/// An expression made ready: checked once, evaluated many times, also from several tasks at once.
public struct Program: Sendable {
    /// The type of its value.
    public let resultType: CELType
    /// The expression as written.
    public let text: String
    /// The fields that it reads, each as a path from a variable, in the order of reading: `["indicator", "latest", "actual"]`.
    public let paths: [[String]]
    let step: Step
    let budget: Int

    /// Evaluates it.
    ///
    /// - Parameter variables: values in the order of the environment's variables; nil where one has none.
    /// - Returns: the value.
    /// - Throws: why it has none.
    public func evaluate(_ variables: [Value?]) throws(EvaluationError) -> Value {
        var frame = Frame(variables: variables, budget: budget)
        return try step(&frame)
    }
}

extension Environment {
    /// Makes an expression ready.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - source: the file it stands in; a text of its own where it stands in none.
    ///   - offset: where in the source the byte stands that is at an offset of the text.
    ///   - expecting: the type that its value must have; nil for any.
    ///   - checks: whether types are checked before any value is known.
    ///   - expandsMacros: whether `has`, `all`, `map` and the like are macros.
    /// - Returns: the program, or nil and what is wrong with the expression.
    public func compile(
        _ text: String,
        in source: SourceText? = nil,
        offset: (Int) -> Int = { $0 },
        expecting: CELType? = nil,
        checks: Bool = true,
        expandsMacros: Bool = true
    ) -> (program: Program?, diagnostics: [Diagnostic]) {
        let source = source ?? SourceText(name: "expression", text: text)
        func span(_ range: Range<Int>) -> SourceSpan {
            let start = offset(range.lowerBound)
            let end = range.isEmpty ? start : offset(range.upperBound - 1) + 1
            return SourceSpan(source, start..<max(start, end))
        }
        let expression: Expression
        switch Parser.parse(text, limits: limits, expandsMacros: expandsMacros) {
        case .failure(let list):
            let diagnostics = list.problems.map { problem in
                Diagnostic(
                    "cel-syntax",
                    problem.message,
                    at: span(problem.range),
                    expected: problem.expected,
                    hint: problem.hint
                )
            }
            return (nil, diagnostics)
        case .success(let parsed): expression = parsed
        }
        var checker = TypeChecker(self)
        let type = checks ? checker.check(expression, expecting: expecting) : .dyn
        guard checker.problems.isEmpty else {
            let diagnostics = checker.problems.map { problem in
                Diagnostic(
                    problem.identifier,
                    problem.message,
                    at: span(problem.range),
                    expected: problem.expected,
                    hint: problem.hint
                )
            }
            return (nil, diagnostics)
        }
        var planner = Planner(self)
        let program = Program(
            resultType: type,
            text: text,
            paths: FieldPaths.read(by: expression),
            step: planner.plan(expression),
            budget: limits.budget
        )
        return (program, [])
    }
}
