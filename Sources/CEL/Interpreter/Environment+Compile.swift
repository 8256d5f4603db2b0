public import Diagnostics

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
        guard checks else {
            switch read(text, expandsMacros: expandsMacros) {
            case .success(let tree): return (Program(tree.root, text: text, resultType: .dyn, self, nil), [])
            case .failure(let flaws): return (nil, flaws.all.map { $0.diagnostic(text, source, offset) })
            }
        }
        let (checked, problems) = check(text, expecting: expecting, expandsMacros: expandsMacros)
        guard let checked else { return (nil, problems.map { $0.diagnostic(text, source, offset) }) }
        let bytes = Array(text.utf8)
        let calls = checked.calls.map { call in
            Program(
                call.expression,
                text: String(decoding: bytes[call.range], as: UTF8.self),
                resultType: checked.checker.type(of: call.expression),
                self,
                checked.checker
            )
        }
        return (
            Program(checked.root, text: text, resultType: checked.type, self, checked.checker, calls: calls), []
        )
    }

    /// An expression whose parts all have types, and in which no definition is called any more.
    struct Checked {
        var root: Expression
        var type: CELType
        var checker: TypeChecker
        var calls: [DefinitionExpander.Call]
    }

    private struct Flaws: Error {
        var all: [TypeChecker.Problem]
    }

    private func read(_ text: String, expandsMacros: Bool) -> Result<Parser.Tree, Flaws> {
        do throws(SyntaxProblems) {
            return .success(try Parser.parse(text, limits: limits, expandsMacros: expandsMacros))
        } catch let failure {
            return .failure(
                Flaws(
                    all: failure.problems.map {
                        TypeChecker.Problem(
                            identifier: "cel-syntax",
                            message: $0.message,
                            range: $0.range,
                            expected: $0.expected,
                            hint: $0.hint
                        )
                    }
                )
            )
        }
    }

    /// Reads an expression and finds the types of its parts.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - wanted: the type that its value must have; nil for any.
    ///   - locals: names that it can use besides the variables, such as the parameters of a definition.
    ///   - expandsMacros: whether `has`, `all`, `map` and the like are macros.
    /// - Returns: the expression, or nil and what is wrong with it.
    func check(
        _ text: String,
        expecting wanted: CELType?,
        locals: [Variable] = [],
        expandsMacros: Bool = true
    ) -> (checked: Checked?, problems: [TypeChecker.Problem]) {
        let tree: Parser.Tree
        switch read(text, expandsMacros: expandsMacros) {
        case .success(let read): tree = read
        case .failure(let flaws): return (nil, flaws.all)
        }
        let scope = locals.map { (name: $0.name, type: $0.type) }
        var checker = TypeChecker(self, lastID: tree.lastID)
        checker.scopes = scope
        let type = checker.check(tree.root, expecting: wanted)
        guard checker.problems.isEmpty else { return (nil, checker.problems) }
        guard !definitions.isEmpty else {
            return (Checked(root: tree.root, type: type, checker: checker, calls: []), [])
        }
        var expander = DefinitionExpander(self, lastID: tree.lastID)
        let root = expander.expand(tree.root, locals: Set(locals.map(\.name)))
        guard expander.problems.isEmpty else { return (nil, expander.problems) }
        guard expander.hasExpanded else {
            return (Checked(root: tree.root, type: type, checker: checker, calls: []), [])
        }
        // Types are found anew: what was put in has parts of its own.
        var whole = TypeChecker(self, lastID: expander.lastID)
        whole.scopes = scope
        let result = whole.check(root, expecting: wanted)
        guard whole.problems.isEmpty else { return (nil, whole.problems) }
        return (Checked(root: root, type: result, checker: whole, calls: expander.calls), [])
    }
}

extension TypeChecker.Problem {
    /// The problem at its place in the source.
    func diagnostic(_ text: String, _ source: SourceText?, _ offset: (Int) -> Int) -> Diagnostic {
        let start = offset(range.lowerBound)
        let end = range.isEmpty ? start : offset(range.upperBound - 1) + 1
        let span = SourceSpan(source ?? SourceText(name: "expression", text: text), start..<max(start, end))
        return Diagnostic(identifier, message, at: span, expected: expected, hint: hint)
    }
}
