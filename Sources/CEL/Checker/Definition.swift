public import Diagnostics

/// An expression with a name and parameters, which other expressions call as if it were a function.
///
/// A call stands for the expression itself: it is put in the place of the call, so that types, steps and the fields read
/// are those of the whole. No call can end in a circle: a definition knows only those made before it.
public struct Definition: Sendable {
    /// How it is called.
    public let name: String
    /// What a call hands over, in order.
    public let parameters: [Environment.Variable]
    /// The type of its value.
    public let resultType: CELType
    /// The expression as written.
    public let text: String
    /// The variables that it reads besides its parameters, in the order of reading.
    public let variables: [String]
    /// The expression, with the definitions that it calls put in.
    let body: Expression

    /// The definition as a form of a function, by which calls are checked.
    var signature: Overload {
        Overload(name, parameters.map(\.type), resultType) { (_) throws(EvaluationError) in
            throw EvaluationError(.undeclared, "a call of a definition was not put in its place")
        }
    }
}

extension Environment {
    /// Makes a definition that can read the variables of this environment, and call its definitions.
    ///
    /// - Parameters:
    ///   - name: how it is called; no function may have the name already.
    ///   - parameters: what a call hands over.
    ///   - text: the expression.
    ///   - source: the file that it stands in; a text of its own where it stands in none.
    ///   - offset: where in the source the byte stands that is at an offset of the text.
    /// - Returns: the definition, or nil and what is wrong with its expression.
    public func define(
        _ name: String,
        _ parameters: [Variable],
        as text: String,
        in source: SourceText? = nil,
        offset: (Int) -> Int = { $0 }
    ) -> (definition: Definition?, diagnostics: [Diagnostic]) {
        let (checked, problems) = check(text, expecting: nil, locals: parameters)
        guard let checked else { return (nil, problems.map { $0.diagnostic(text, source, offset) }) }
        let names = FieldPaths.read(by: checked.root).compactMap(\.first)
        let variables = variables.map(\.name)
            .filter { name in names.contains(name) && !parameters.contains { $0.name == name } }
        let definition = Definition(
            name: name,
            parameters: parameters,
            resultType: checked.type,
            text: text,
            variables: variables,
            body: checked.root
        )
        return (definition, [])
    }

    /// Whether a function of the language, a macro or a library bears a name.
    public func isFunction(_ name: String) -> Bool { name == "has" || overloads(of: name) != nil }

    /// The functions that an expression calls by a plain name, in the order of reading; nil where it is no expression.
    ///
    /// Nothing is checked: with it, definitions that call each other are put in order before they are made.
    public func functionsCalled(in text: String) -> [String]? {
        parse(text)
            .map { root in
                var names: [String] = []
                func collect(_ expression: Expression) {
                    if case .call(let name, target: nil, _) = expression.kind, Lexer.isSelector(name),
                        !names.contains(name)
                    {
                        names.append(name)
                    }
                    expression.children.forEach(collect)
                }
                collect(root)
                return names
            }
    }
}
