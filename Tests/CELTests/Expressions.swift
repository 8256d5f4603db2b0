import CEL
import Diagnostics
import Testing

/// Compiles and evaluates expressions for tests.
enum Expressions {
    /// An expression that could not be compiled.
    struct CompileFailure: Error {
        var text: String
    }

    static func program(
        _ text: String,
        _ environment: Environment = Environment(variables: []),
        checks: Bool = true
    )
        throws -> Program
    {
        let (program, diagnostics) = environment.compile(text, checks: checks)
        guard let program else { throw CompileFailure(text: TextRenderer().render(diagnostics)) }
        return program
    }

    static func value(
        _ text: String,
        _ environment: Environment = Environment(variables: []),
        _ variables: [Value?] = [],
        checks: Bool = true
    ) throws -> Value {
        try program(text, environment, checks: checks).evaluate(variables)
    }

    /// Every line of a text that is no comment: one expression each.
    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("//") && !$0.isEmpty }
    }
}
