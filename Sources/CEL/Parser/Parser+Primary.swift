import Diagnostics

/// Literals, names, lists, maps and objects.
extension Parser {
    mutating func primary() throws(SyntaxProblem) -> Expression {
        let token = current
        let start = token.range.lowerBound
        switch token.kind {
        case .int(let magnitude):
            guard magnitude < 1 << 63 else {
                throw SyntaxProblem(message: "\(magnitude) is too large a whole number", range: token.range)
            }
            return try literal(.int(Int64(magnitude)), from: start)
        case .uint(let number): return try literal(.uint(number), from: start)
        case .double(let number): return try literal(.double(number), from: start)
        case .string(let text): return try literal(.string(text), from: start)
        case .bytes(let bytes): return try literal(.bytes(bytes), from: start)
        case .name: return try name(isRooted: false, from: start)
        case .symbol(.minus) where startsNumber(1): return try negativeNumber(from: start)
        case .symbol(.dot):
            position += 1
            guard case .name = current.kind else { throw unexpected(expected: "a name") }
            return try name(isRooted: true, from: start)
        case .symbol(.openParenthesis):
            position += 1
            let inner = try expression()
            try expect(.closeParenthesis, toClose: token)
            return inner
        case .symbol(.openBracket): return try list(from: start)
        case .symbol(.openBrace): return try map(from: start)
        case .symbol, .quotedName, .end: throw unexpected(expected: "a value, a name or a bracket")
        }
    }

    private mutating func literal(_ value: Value, from start: Int) throws(SyntaxProblem) -> Expression {
        position += 1
        return try node(.literal(value), from: start)
    }

    private mutating func negativeNumber(from start: Int) throws(SyntaxProblem) -> Expression {
        position += 1
        switch current.kind {
        case .int(let magnitude):
            return try literal(.int(magnitude == 1 << 63 ? .min : -Int64(magnitude)), from: start)
        case .double(let number): return try literal(.double(-number), from: start)
        default: throw unexpected(expected: "a number")
        }
    }

    private mutating func name(isRooted: Bool, from start: Int) throws(SyntaxProblem) -> Expression {
        let name = text(current)
        switch name {
        case "true" where !isRooted: return try literal(.bool(true), from: start)
        case "false" where !isRooted: return try literal(.bool(false), from: start)
        case "null" where !isRooted: return try literal(.null, from: start)
        default: break
        }
        if let object = try object(isRooted: isRooted, from: start) { return object }
        guard !Lexer.reserved.contains(name), !Lexer.keywords.contains(name) else {
            throw SyntaxProblem(message: "\(name) is a reserved word", range: current.range, expected: "another name")
        }
        position += 1
        let rooted = isRooted ? "." + name : name
        guard at(.openParenthesis) else { return try node(.identifier(rooted), from: start) }
        let arguments = try arguments()
        return try macro(rooted, target: nil, arguments, from: start)
            ?? node(.call(rooted, target: nil, arguments: arguments), from: start)
    }

    /// `a.b.Type{field: value}`; nil, and nothing read, where no `{` follows the names.
    private mutating func object(isRooted: Bool, from start: Int) throws(SyntaxProblem) -> Expression? {
        var distance = 1
        while at(.dot, distance), isName(distance + 1) { distance += 2 }
        guard at(.openBrace, distance) else { return nil }
        var names = [try selector()]
        while take(.dot) { names.append(try selector()) }
        let opening = current
        position += 1
        var fields: [Expression.Field] = []
        while !at(.closeBrace), !at(.comma) {
            let isOptional = take(.question)
            let range = current.range
            let name = try selector()
            guard !fields.contains(where: { $0.name == name }) else {
                throw SyntaxProblem(message: "the field \(name) is given twice", range: range)
            }
            try expect(.colon)
            fields.append(
                Expression.Field(name: name, value: try expression(), isOptional: isOptional, range: range)
            )
            guard at(.comma), !at(.closeBrace, 1) else { break }
            position += 1
        }
        _ = take(.comma)
        try expect(.closeBrace, toClose: opening)
        let type = (isRooted ? "." : "") + names.joined(separator: ".")
        return try node(.object(type, fields), from: start)
    }

    private func isName(_ distance: Int) -> Bool {
        guard position + distance < tokens.count, case .name = tokens[position + distance].kind else { return false }
        return true
    }

    private mutating func list(from start: Int) throws(SyntaxProblem) -> Expression {
        let opening = current
        position += 1
        var elements: [Expression.Element] = []
        while !at(.closeBracket), !at(.comma) {
            let isOptional = take(.question)
            elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
            guard at(.comma), !at(.closeBracket, 1) else { break }
            position += 1
        }
        _ = take(.comma)
        try expect(.closeBracket, toClose: opening)
        return try node(.list(elements), from: start)
    }

    private mutating func map(from start: Int) throws(SyntaxProblem) -> Expression {
        let opening = current
        position += 1
        var entries: [Expression.Entry] = []
        while !at(.closeBrace), !at(.comma) {
            let isOptional = take(.question)
            let key = try expression()
            try expect(.colon)
            entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
            guard at(.comma), !at(.closeBrace, 1) else { break }
            position += 1
        }
        _ = take(.comma)
        try expect(.closeBrace, toClose: opening)
        return try node(.map(entries), from: start)
    }
}
