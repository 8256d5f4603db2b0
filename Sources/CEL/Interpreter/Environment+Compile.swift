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
        func diagnostic(
            _ identifier: String,
            _ message: Message,
            _ range: Range<Int>,
            _ expected: Message?,
            _ hint: Message?
        ) -> Diagnostic {
            let source = source ?? SourceText(name: "expression", text: text)
            let start = offset(range.lowerBound)
            let end = range.isEmpty ? start : offset(range.upperBound - 1) + 1
            let span = SourceSpan(source, start..<max(start, end))
            return Diagnostic(identifier, message, at: span, expected: expected, hint: hint)
        }
        let tree: Parser.Tree
        do throws(SyntaxProblems) {
            tree = try Parser.parse(text, limits: limits, expandsMacros: expandsMacros)
        } catch let failure {
            return (nil, failure.problems.map { diagnostic("cel-syntax", $0.message, $0.range, $0.expected, $0.hint) })
        }
        guard checks else { return (Program(tree.root, text: text, resultType: .dyn, self, nil), []) }
        var checker = TypeChecker(self, lastID: tree.lastID)
        let type = checker.check(tree.root, expecting: expecting)
        guard checker.problems.isEmpty else {
            return (nil, checker.problems.map { diagnostic($0.identifier, $0.message, $0.range, $0.expected, $0.hint) })
        }
        return (Program(tree.root, text: text, resultType: type, self, checker), [])
    }
}
