import Diagnostics

/// Makes a syntax tree of an expression by precedence climbing.
struct Parser {
    private var tokens: [Token]
    private var position = 0
    private var nextID = 0
    private var depth = 0
    private let limits: Limits
    private let expandsMacros: Bool

    typealias Problem = Lexer.SyntaxProblem

    private init(tokens: [Token], limits: Limits, expandsMacros: Bool) {
        self.tokens = tokens
        self.limits = limits
        self.expandsMacros = expandsMacros
    }

    /// The tree of an expression, or what is wrong with it.
    static func parse(
        _ text: String,
        limits: Limits,
        expandsMacros: Bool = true
    ) -> Result<Expression, ProblemList> {
        let bytes = Array(text.utf8)
        guard bytes.count <= limits.length else {
            let problem = Problem(
                message: "an expression of \(bytes.count) bytes",
                range: 0..<0,
                expected: "at most \(limits.length) bytes"
            )
            return .failure(ProblemList(problems: [problem]))
        }
        var lexer = Lexer(bytes)
        let tokens = lexer.tokens()
        guard lexer.problems.isEmpty else { return .failure(ProblemList(problems: lexer.problems)) }
        var parser = Parser(tokens: tokens, limits: limits, expandsMacros: expandsMacros)
        do throws(Problem) {
            return .success(try parser.whole())
        } catch let problem {
            return .failure(ProblemList(problems: [problem]))
        }
    }

    struct ProblemList: Error {
        var problems: [Problem]
    }

    private mutating func whole() throws(Problem) -> Expression {
        let expression = try expression()
        guard current.kind == .end else { throw unexpected(expected: "an operator, or the end") }
        return expression
    }

    // MARK: - Tokens

    private var current: Token { tokens[position] }

    private func at(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

    private mutating func take(_ symbol: String) -> Bool {
        guard at(symbol) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ symbol: String, toClose opening: Token? = nil) throws(Problem) {
        guard !take(symbol) else { return }
        if current.kind == .end, let opening {
            throw Problem(
                message: "the bracket that opens here is not closed",
                range: opening.range,
                expected: "\(symbol)"
            )
        }
        throw unexpected(expected: "\(symbol)")
    }

    private func unexpected(expected: Message) -> Problem {
        if current.kind == .end {
            return Problem(message: "the expression ends too early", range: current.range, expected: expected)
        }
        return Problem(message: "this does not belong here", range: current.range, expected: expected)
    }

    private mutating func node(_ kind: Expression.Kind, from start: Int) throws(Problem) -> Expression {
        nextID += 1
        guard nextID <= limits.nodes else {
            throw Problem(
                message: "an expression of over \(limits.nodes) parts",
                range: start..<current.range.lowerBound
            )
        }
        return Expression(
            id: nextID,
            range: start..<max(start, tokens[max(position - 1, 0)].range.upperBound),
            kind: kind
        )
    }

    private mutating func deeper<Value>(_ body: (inout Parser) throws(Problem) -> Value) throws(Problem) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.nesting else {
            throw Problem(
                message: "nesting deeper than \(limits.nesting) levels",
                range: current.range,
                hint: "give a part of it a name of its own"
            )
        }
        return try body(&self)
    }

    // MARK: - Grammar

    private mutating func expression() throws(Problem) -> Expression {
        try deeper { (parser) throws(Problem) in
            let start = parser.current.range.lowerBound
            let condition = try parser.binary(1)
            guard parser.take("?") else { return condition }
            let then = try parser.binary(1)
            try parser.expect(":")
            let otherwise = try parser.expression()
            return try parser.node(
                .call(Operator.conditional, target: nil, arguments: [condition, then, otherwise]),
                from: start
            )
        }
    }

    private mutating func binary(_ least: Int) throws(Problem) -> Expression {
        let start = current.range.lowerBound
        var left = try unary()
        var links = 0
        while case .symbol(let symbol) = current.kind, let found = Operator.binary[symbol], found.precedence >= least {
            links += 1
            guard links <= limits.chain else {
                throw Problem(message: "a chain of over \(limits.chain) operators", range: current.range)
            }
            position += 1
            let right = try deeper { (parser) throws(Problem) in try parser.binary(found.precedence + 1) }
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
    ) throws(Problem) -> Expression {
        if function == Operator.and || function == Operator.or, case .call(function, nil, let arguments) = left.kind,
            !parenthesised.contains(left.id)
        {
            return try node(.call(function, target: nil, arguments: arguments + [right]), from: start)
        }
        return try node(.call(function, target: nil, arguments: [left, right]), from: start)
    }

    private var parenthesised: Set<Int> = []

    private mutating func unary() throws(Problem) -> Expression {
        let start = current.range.lowerBound
        for (symbol, function) in [("!", Operator.not), ("-", Operator.negate)] where at(symbol) {
            var count = 0
            while take(symbol) { count += 1 }
            if symbol == "-", let literal = try negativeLiteral(from: start) {
                return try wrap(literal, function, count - 1, from: start)
            }
            let operand = try deeper { (parser) throws(Problem) in try parser.member() }
            return try wrap(operand, function, count, from: start)
        }
        return try member()
    }

    /// An operator before itself takes itself back.
    private mutating func wrap(
        _ operand: Expression,
        _ function: String,
        _ count: Int,
        from start: Int
    ) throws(Problem) -> Expression {
        count % 2 == 0 ? operand : try node(.call(function, target: nil, arguments: [operand]), from: start)
    }

    private mutating func negativeLiteral(from start: Int) throws(Problem) -> Expression? {
        let value: Value
        switch current.kind {
        case .int(let magnitude): value = .int(magnitude == 1 << 63 ? .min : -Int64(magnitude))
        case .double(let number): value = .double(-number)
        default: return nil
        }
        // A selection binds more strongly than the sign: -1.f() negates the whole.
        if case .symbol(let next) = tokens[position + 1].kind, next == "." || next == "[" { return nil }
        position += 1
        return try node(.literal(value), from: start)
    }

    private mutating func member() throws(Problem) -> Expression {
        let start = current.range.lowerBound
        var operand = try primary()
        var links = 0
        while at(".") || at("[") {
            links += 1
            guard links <= limits.chain else {
                throw Problem(message: "a chain of over \(limits.chain) selections", range: current.range)
            }
            let opening = current
            if take("[") {
                let index = try expression()
                try expect("]", toClose: opening)
                operand = try node(.call(Operator.index, target: nil, arguments: [operand, index]), from: start)
                continue
            }
            position += 1
            guard case .identifier(let name) = current.kind else {
                throw unexpected(expected: "the name of a field or function")
            }
            position += 1
            if at("(") {
                let arguments = try arguments()
                operand =
                    try macro(name, target: operand, arguments, from: start)
                    ?? node(.call(name, target: operand, arguments: arguments), from: start)
            } else {
                operand = try node(.select(operand, field: name), from: start)
            }
        }
        return operand
    }

    private mutating func arguments() throws(Problem) -> [Expression] {
        let opening = current
        try expect("(")
        var arguments: [Expression] = []
        guard !take(")") else { return arguments }
        repeat { arguments.append(try expression()) } while take(",")
        try expect(")", toClose: opening)
        return arguments
    }

    private mutating func primary() throws(Problem) -> Expression {
        let token = current
        let start = token.range.lowerBound
        switch token.kind {
        case .int(let magnitude):
            guard magnitude < 1 << 63 else {
                throw Problem(message: "\(magnitude) is too large a whole number", range: token.range)
            }
            return try literal(.int(Int64(magnitude)))
        case .uint(let number): return try literal(.uint(number))
        case .double(let number): return try literal(.double(number))
        case .string(let text): return try literal(.string(text))
        case .bytes(let bytes): return try literal(.bytes(bytes))
        case .identifier(let name): return try identifier(name, from: start)
        case .symbol("."):
            position += 1
            guard case .identifier(let name) = current.kind else { throw unexpected(expected: "a name") }
            return try identifier("." + name, from: start)
        case .symbol("("):
            position += 1
            let inner = try expression()
            try expect(")", toClose: token)
            parenthesised.insert(inner.id)
            return inner
        case .symbol("["): return try list(from: start)
        case .symbol("{"): return try map(from: start)
        case .symbol, .end: throw unexpected(expected: "a value, a name or a bracket")
        }
    }

    private mutating func literal(_ value: Value) throws(Problem) -> Expression {
        let start = current.range.lowerBound
        position += 1
        return try node(.literal(value), from: start)
    }

    private mutating func identifier(_ name: String, from start: Int) throws(Problem) -> Expression {
        switch name {
        case "true": return try literal(.bool(true))
        case "false": return try literal(.bool(false))
        case "null": return try literal(.null)
        default: break
        }
        guard !Lexer.reserved.contains(name) else {
            throw Problem(message: "\(name) is a reserved word", range: current.range, expected: "another name")
        }
        position += 1
        guard at("(") else { return try node(.identifier(name), from: start) }
        let arguments = try arguments()
        return try macro(name, target: nil, arguments, from: start)
            ?? node(.call(name, target: nil, arguments: arguments), from: start)
    }

    private mutating func list(from start: Int) throws(Problem) -> Expression {
        let opening = current
        position += 1
        var elements: [Expression] = []
        while !at("]") {
            elements.append(try expression())
            guard take(",") else { break }
        }
        try expect("]", toClose: opening)
        return try node(.list(elements), from: start)
    }

    private mutating func map(from start: Int) throws(Problem) -> Expression {
        let opening = current
        position += 1
        var entries: [Expression.Entry] = []
        while !at("}") {
            let key = try expression()
            try expect(":")
            entries.append(Expression.Entry(key: key, value: try expression()))
            guard take(",") else { break }
        }
        try expect("}", toClose: opening)
        return try node(.map(entries), from: start)
    }
}

// MARK: - Macros

extension Parser {
    /// What a call stands for if it is a macro; nil if it is none.
    private mutating func macro(
        _ name: String,
        target: Expression?,
        _ arguments: [Expression],
        from start: Int
    ) throws(Problem) -> Expression? {
        guard expandsMacros else { return nil }
        if name == "has", target == nil, arguments.count == 1 {
            guard case .select(let operand, let field) = arguments[0].kind else {
                throw Problem(
                    message: "has() asks for a field",
                    range: arguments[0].range,
                    expected: "has(x.field)"
                )
            }
            return try node(.test(operand, field: field), from: start)
        }
        guard let target, let kind = Expression.Comprehension.Kind(rawValue: name),
            arguments.count == 2 || kind == .map && arguments.count == 3
        else { return nil }
        guard case .identifier(let variable) = arguments[0].kind, !variable.hasPrefix(".") else {
            throw Problem(
                message: "\(name)() begins with the name that each element goes by",
                range: arguments[0].range,
                expected: "a name, as in list.\(name)(x, …)"
            )
        }
        let comprehension = Expression.Comprehension(
            kind: kind,
            variable: variable,
            range: target,
            predicate: kind != .map ? arguments[1] : arguments.count == 3 ? arguments[1] : nil,
            transform: kind == .map ? arguments.last : nil
        )
        return try node(.comprehension(comprehension), from: start)
    }
}
