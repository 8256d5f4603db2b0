import Diagnostics

/// Makes a syntax tree of an expression by precedence climbing.
struct Parser {
    private let bytes: [UInt8]
    let tokens: [Token]
    var position = 0
    private var nextID = 0
    private var depth = 0
    let limits: Limits
    let expandsMacros: Bool

    /// A tree and how many numbers its nodes have used: they are 1 to that.
    struct Tree {
        var root: Expression
        var lastID: Int
    }

    private init(_ bytes: [UInt8], _ tokens: [Token], limits: Limits, expandsMacros: Bool) {
        self.bytes = bytes
        self.tokens = tokens
        self.limits = limits
        self.expandsMacros = expandsMacros
    }

    /// The tree of an expression, or what is wrong with it.
    static func parse(_ text: String, limits: Limits, expandsMacros: Bool = true) throws(SyntaxProblems) -> Tree {
        let bytes = Array(text.utf8)
        guard bytes.count <= limits.length else {
            let problem = SyntaxProblem(
                message: "an expression of \(bytes.count) bytes",
                range: 0..<0,
                expected: "at most \(limits.length) bytes"
            )
            throw SyntaxProblems(problems: [problem])
        }
        var lexer = Lexer(bytes)
        let tokens = lexer.tokens()
        guard lexer.problems.isEmpty else { throw SyntaxProblems(problems: lexer.problems) }
        var parser = Parser(bytes, tokens, limits: limits, expandsMacros: expandsMacros)
        do throws(SyntaxProblem) {
            let root = try parser.expression()
            guard case .end = parser.current.kind else {
                throw parser.unexpected(expected: "an operator, or the end")
            }
            return Tree(root: root, lastID: parser.nextID)
        } catch let problem {
            throw SyntaxProblems(problems: [problem])
        }
    }

    // MARK: - Tokens

    var current: Token { tokens[position] }

    func at(_ symbol: Token.Symbol, _ distance: Int = 0) -> Bool {
        guard position + distance < tokens.count, case .symbol(symbol) = tokens[position + distance].kind else {
            return false
        }
        return true
    }

    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard at(symbol) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ symbol: Token.Symbol, toClose opening: Token? = nil) throws(SyntaxProblem) {
        guard !take(symbol) else { return }
        if case .end = current.kind, let opening {
            throw SyntaxProblem(
                message: "the bracket that opens here is not closed",
                range: opening.range,
                expected: "\(symbol.rawValue)"
            )
        }
        throw unexpected(expected: "\(symbol.rawValue)")
    }

    func unexpected(expected: Message) -> SyntaxProblem {
        if case .end = current.kind {
            return SyntaxProblem(message: "the expression ends too early", range: current.range, expected: expected)
        }
        return SyntaxProblem(message: "this does not belong here", range: current.range, expected: expected)
    }

    /// The text of a token.
    func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

    mutating func node(_ kind: Expression.Kind, from start: Int) throws(SyntaxProblem) -> Expression {
        nextID += 1
        guard nextID <= limits.nodes else {
            throw SyntaxProblem(
                message: "an expression of over \(limits.nodes) parts",
                range: start..<current.range.lowerBound
            )
        }
        let end = position > 0 ? tokens[position - 1].range.upperBound : start
        return Expression(id: nextID, range: start..<max(start, end), kind: kind)
    }

    private mutating func enter() throws(SyntaxProblem) {
        depth += 1
        guard depth <= limits.nesting else {
            throw SyntaxProblem(
                message: "nesting deeper than \(limits.nesting) levels",
                range: current.range,
                hint: "give a part of it a name of its own"
            )
        }
    }

    // MARK: - Operators

    mutating func expression() throws(SyntaxProblem) -> Expression {
        try enter()
        defer { depth -= 1 }
        let start = current.range.lowerBound
        let condition = try binary(1)
        guard take(.question) else { return condition }
        let then = try binary(1)
        try expect(.colon)
        let otherwise = try expression()
        return try node(.call(Operator.conditional, target: nil, arguments: [condition, then, otherwise]), from: start)
    }

    private mutating func binary(_ least: Int) throws(SyntaxProblem) -> Expression {
        let start = current.range.lowerBound
        var left = try unary()
        var links = 0
        while case .symbol(let symbol) = current.kind, let found = Operator.binary(symbol), found.precedence >= least {
            links += 1
            guard links <= limits.chain else {
                throw SyntaxProblem(message: "a chain of over \(limits.chain) operators", range: current.range)
            }
            position += 1
            let right = try binary(found.precedence + 1)
            left = try combine(found.function, left, right, from: start)
        }
        return left
    }

    /// Chains of `&&` and of `||` become one node, so that their length is no depth.
    private mutating func combine(
        _ function: String,
        _ left: Expression,
        _ right: Expression,
        from start: Int
    ) throws(SyntaxProblem) -> Expression {
        if function == Operator.and || function == Operator.or, case .call(function, nil, let arguments) = left.kind {
            return try node(.call(function, target: nil, arguments: arguments + [right]), from: start)
        }
        return try node(.call(function, target: nil, arguments: [left, right]), from: start)
    }

    private mutating func unary() throws(SyntaxProblem) -> Expression {
        let start = current.range.lowerBound
        if at(.not) {
            var count = 0
            while take(.not) { count += 1 }
            return try wrap(try member(), Operator.not, count, from: start)
        }
        guard at(.minus) else { return try member() }
        var count = 0
        // The sign right before a number belongs to it.
        while at(.minus), !startsNumber(1) {
            position += 1
            count += 1
        }
        return try wrap(try member(), Operator.negate, count, from: start)
    }

    /// An operator before itself takes itself back.
    private mutating func wrap(
        _ operand: Expression,
        _ function: String,
        _ count: Int,
        from start: Int
    ) throws(SyntaxProblem) -> Expression {
        count % 2 == 0 ? operand : try node(.call(function, target: nil, arguments: [operand]), from: start)
    }

    func startsNumber(_ distance: Int) -> Bool {
        guard position + distance < tokens.count else { return false }
        return switch tokens[position + distance].kind {
        case .int, .double: true
        default: false
        }
    }

    // MARK: - Selections, indices, calls

    private mutating func member() throws(SyntaxProblem) -> Expression {
        let start = current.range.lowerBound
        var operand = try primary()
        var links = 0
        while at(.dot) || at(.openBracket) {
            links += 1
            guard links <= limits.chain else {
                throw SyntaxProblem(message: "a chain of over \(limits.chain) selections", range: current.range)
            }
            operand = at(.dot) ? try selection(operand, from: start) : try index(operand, from: start)
        }
        return operand
    }

    private mutating func index(_ operand: Expression, from start: Int) throws(SyntaxProblem) -> Expression {
        let opening = current
        position += 1
        let isOptional = take(.question)
        let index = try expression()
        try expect(.closeBracket, toClose: opening)
        let function = isOptional ? Operator.optionalIndex : Operator.index
        return try node(.call(function, target: nil, arguments: [operand, index]), from: start)
    }

    private mutating func selection(_ operand: Expression, from start: Int) throws(SyntaxProblem) -> Expression {
        position += 1
        let isOptional = take(.question)
        let isQuoted = if case .quotedName = current.kind { true } else { false }
        let name = try selector()
        guard !isQuoted, !isOptional, at(.openParenthesis) else {
            return try node(.select(operand, field: name, isOptional: isOptional), from: start)
        }
        let arguments = try arguments()
        return try macro(name, target: operand, arguments, from: start)
            ?? node(.call(name, target: operand, arguments: arguments), from: start)
    }

    /// The name of a field or function after a dot.
    mutating func selector() throws(SyntaxProblem) -> String {
        let name: String
        switch current.kind {
        case .name: name = text(current)
        case .quotedName: name = String(text(current).dropFirst().dropLast())
        default: throw unexpected(expected: "the name of a field or function")
        }
        if case .name = current.kind, Lexer.keywords.contains(name) {
            throw SyntaxProblem(
                message: "\(name) is a reserved word",
                range: current.range,
                hint: "write it in backquotes: `\(name)`"
            )
        }
        position += 1
        return name
    }

    mutating func arguments() throws(SyntaxProblem) -> [Expression] {
        let opening = current
        try expect(.openParenthesis)
        var arguments: [Expression] = []
        guard !take(.closeParenthesis) else { return arguments }
        repeat { arguments.append(try expression()) } while take(.comma)
        try expect(.closeParenthesis, toClose: opening)
        return arguments
    }
}
