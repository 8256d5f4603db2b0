/// Where messages stand in sources: what declares a parameter, a property or a result of the type `Message`.
///
/// Found in the declarations themselves, so that a new way to say something is known without a list.
struct MessagePositions {
    /// The arguments of a function, initialiser or case that are messages.
    private struct Arguments {
        var labels: Set<String> = []
        /// Positions among the arguments without label.
        var positions: Set<Int> = []
    }

    private var callees: [String: Arguments] = [:]
    private var properties: Set<String> = []

    /// Collects what some sources declare.
    init(_ sources: [SwiftSource]) {
        for source in sources { collect(source.tokens) }
    }

    /// The sentences of a source: its literals where a message belongs.
    func sentences(in source: SwiftSource) -> [String] {
        var reader = SentenceReader(self, source.tokens)
        return reader.sentences()
    }

    func isMessage(of callee: String, label: String?, position: Int) -> Bool {
        guard let arguments = callees[callee] else { return false }
        return label.map(arguments.labels.contains) ?? arguments.positions.contains(position)
    }

    func isMessageProperty(_ name: String) -> Bool { properties.contains(name) }

    // MARK: - Declarations

    private mutating func collect(_ tokens: [SwiftSource.Token]) {
        var types: [(name: String, depth: Int)] = []
        var pendingType: String?
        var depth = 0
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            switch token.text {
            case "{":
                depth += 1
                if let name = pendingType { types.append((name, depth)) }
                pendingType = nil
            case "}":
                if types.last?.depth == depth { types.removeLast() }
                depth -= 1
            case "struct", "class", "enum", "extension", "actor":
                if token.kind == .word, next?.kind == .word { pendingType = Self.typeName(tokens, index + 1) }
            case "func", "case":
                if let next, next.kind == .word { parameters(of: next.text, tokens, index + 2) }
            case "init": if let type = types.last?.name { parameters(of: type, tokens, index + 1) }
            case "var", "let":
                guard let next, let type = Self.declaredType(tokens, index + 2), type.contains("Message") else { break }
                properties.insert(next.text)
                if let owner = types.last?.name { callees[owner, default: Arguments()].labels.insert(next.text) }
            default: break
            }
        }
    }

    /// The last word of `Diagnostic.Note`.
    private static func typeName(_ tokens: [SwiftSource.Token], _ start: Int) -> String {
        var index = start
        while index + 2 < tokens.count, tokens[index + 1].text == ".", tokens[index + 2].kind == .word { index += 2 }
        return tokens[index].text
    }

    /// The words of the type after a colon, up to what ends it.
    static func declaredType(_ tokens: [SwiftSource.Token], _ start: Int) -> [String]? {
        guard start < tokens.count, tokens[start].text == ":" else { return nil }
        let line = tokens[start].line
        return tokens[(start + 1)...].prefix { $0.line == line && !["=", "{", ",", ")"].contains($0.text) }.map(\.text)
    }

    private mutating func parameters(of name: String, _ tokens: [SwiftSource.Token], _ start: Int) {
        guard
            let open = tokens[start...].prefix(12).firstIndex(where: { ["(", "{", "=", ".", ":"].contains($0.text) }),
            tokens[open].text == "(", tokens[open].line - tokens[start].line <= 1
        else { return }
        var depth = 0
        var parameter: [String] = []
        var unlabelled = 0
        for token in tokens[open...] {
            if ["(", "[", "{"].contains(token.text) { depth += 1 }
            if [")", "]", "}"].contains(token.text) { depth -= 1 }
            if depth == 0 || depth == 1 && token.text == "," {
                note(parameter, of: name, &unlabelled)
                parameter = []
                if depth == 0 { return }
            } else if token.text != "(" || depth > 1 {
                parameter.append(token.text)
            }
        }
    }

    private mutating func note(_ parameter: [String], of name: String, _ unlabelled: inout Int) {
        guard let colon = parameter.firstIndex(of: ":") else {
            // A value of a case without label.
            if parameter.contains("Message") { callees[name, default: Arguments()].positions.insert(unlabelled) }
            unlabelled += 1
            return
        }
        let type = parameter[colon...].prefix { $0 != "=" }
        // Of a function, what it gives counts.
        if type[(type.lastIndex(of: "->") ?? type.startIndex)...].contains("Message") {
            if parameter[0] == "_" {
                callees[name, default: Arguments()].positions.insert(unlabelled)
            } else {
                callees[name, default: Arguments()].labels.insert(parameter[0])
            }
        }
        if parameter[0] == "_" { unlabelled += 1 }
    }
}

/// Goes through a source and picks the literals that stand where a message belongs.
private struct SentenceReader {
    private enum Frame {
        /// The arguments of a call; without callee, brackets that only group.
        case call(callee: String?, label: String?, position: Int)
        case list
        /// A closure, or the branches of a statement.
        case block
        /// The body of a declaration, and whether it gives a message.
        case body(speaks: Bool)
        /// What is assigned, up to the end of the statement, and whether to a message.
        case assignment(speaks: Bool, line: Int, indent: Int)
    }

    private let positions: MessagePositions
    private let tokens: [SwiftSource.Token]
    private var frames: [Frame] = []
    /// Set between a declaration's first word and its body: whether it gives a message.
    private var declaration: Bool?
    private var declarationDepth = 0

    init(_ positions: MessagePositions, _ tokens: [SwiftSource.Token]) {
        self.positions = positions
        self.tokens = tokens
    }

    mutating func sentences() -> [String] {
        var found: [String] = []
        for (index, token) in tokens.enumerated() {
            if case .assignment(_, let line, let indent)? = frames.last, token.line > line, token.indent <= indent {
                frames.removeLast()
            }
            if token.kind == .literal {
                if speaks { found.append(token.text) }
            } else if token.kind == .word {
                word(index)
            } else {
                mark(index)
            }
        }
        return found
    }

    private var speaks: Bool {
        for frame in frames.reversed() {
            switch frame {
            case .call(nil, _, _), .list, .block: continue
            case .call(let callee?, let label, let position):
                return positions.isMessage(of: callee, label: label, position: position)
            case .body(let speaks), .assignment(let speaks, _, _): return speaks
            }
        }
        return false
    }

    private func text(_ index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].text : nil }

    private mutating func word(_ index: Int) {
        switch tokens[index].text {
        case "func", "init", "struct", "enum", "class", "extension", "actor", "subscript":
            // `.init(…)`, `self.init(…)` are calls.
            guard text(index - 1) != "." else { return }
            declaration = false
            declarationDepth = frames.count
        case "var", "let":
            guard let type = MessagePositions.declaredType(tokens, index + 2) else { return }
            if let end = tokens[(index + 3)...].prefix(type.count + 1).last {
                if end.text == "=", type.contains("Message") { return }
                if end.text == "{" {
                    declaration = type.contains("Message")
                    declarationDepth = frames.count
                }
            }
        default: break
        }
    }

    private mutating func mark(_ index: Int) {
        switch tokens[index].text {
        case "(":
            let before = index > 0 ? tokens[index - 1] : nil
            let isCall =
                before.map {
                    $0.kind == .word
                        && !["return", "in", "case", "if", "guard", "switch", "throw", "try"].contains($0.text)
                } ?? false
            if isCall, appendsMessage(index) {
                frames.append(.body(speaks: true))
            } else {
                frames.append(.call(callee: isCall ? before?.text : nil, label: label(index + 1), position: 0))
            }
        case "[": frames.append(isSubscript(index) ? .call(callee: "", label: nil, position: 0) : .list)
        case "{":
            if let speaks = declaration, frames.count == declarationDepth {
                frames.append(.body(speaks: speaks))
                declaration = nil
            } else {
                frames.append(.block)
            }
        case ")", "]", "}":
            while case .assignment? = frames.last { frames.removeLast() }
            _ = frames.popLast()
        case ",": nextArgument(index)
        case "->":
            guard declaration != nil, frames.count == declarationDepth else { return }
            let result = tokens[(index + 1)...].prefix { $0.text != "{" && $0.line == tokens[index].line }.map(\.text)
            declaration = result.contains("Message")
        case "=":
            guard let speaks = assignsMessage(index) else { return }
            frames.append(.assignment(speaks: speaks, line: tokens[index].line, indent: tokens[index].indent))
        default: break
        }
    }

    /// Whether something is appended to a list of messages: `failures.append("…")`.
    private func appendsMessage(_ index: Int) -> Bool {
        text(index - 1) == "append" && text(index - 2) == "." && positions.isMessageProperty(text(index - 3) ?? "")
    }

    private func isSubscript(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = tokens[index - 1]
        return before.kind == .word && !["return", "in", "case"].contains(before.text)
            || [")", "]", "?"].contains(before.text)
                && before.line == tokens[index].line && before.text != "?"
    }

    private func label(_ index: Int) -> String? {
        guard tokens.indices.contains(index), tokens[index].kind == .word, text(index + 1) == ":" else { return nil }
        return tokens[index].text
    }

    private mutating func nextArgument(_ index: Int) {
        while case .assignment? = frames.last { frames.removeLast() }
        guard case .call(let callee, let label, let position)? = frames.last else { return }
        frames[frames.count - 1] = .call(
            callee: callee,
            label: self.label(index + 1),
            position: label == nil ? position + 1 : position
        )
    }

    /// Whether what stands before an equals sign is a message: `let hint: Message? =`, `problem.hint =`; nil for what is
    /// assigned within a condition or stands as a default.
    private func assignsMessage(_ index: Int) -> Bool? {
        if case .call? = frames.last { return nil }
        let line = tokens[..<index].reversed().prefix { $0.line == tokens[index].line }.map(\.text)
        if line.contains(where: ["if", "guard", "while", "for", "case"].contains) { return nil }
        if line.contains(where: ["let", "var"].contains) { return line.contains("Message") }
        return text(index - 2) == "." && positions.isMessageProperty(text(index - 1) ?? "")
    }
}
