extension Expression {
    /// The expression as text: reading it again gives the same tree.
    public var unparsed: String { Unparser.text(self) }

    /// Whether two trees are the same but for the numbers and places of their nodes.
    public func hasSameStructure(as other: Expression) -> Bool {
        structure == other.structure && children.count == other.children.count
            && zip(children, other.children).allSatisfy { $0.hasSameStructure(as: $1) }
    }

    /// What a node is apart from its children.
    private var structure: String {
        switch kind {
        case .literal(let value): "literal \(value.typeName) \(Unparser.literal(value))"
        case .identifier(let name): "identifier \(name)"
        case .select(_, let field, let isOptional): "select \(field) \(isOptional)"
        case .test(_, let field): "test \(field)"
        case .call(let function, let target, let arguments): "call \(function) \(target != nil) \(arguments.count)"
        case .list(let elements): "list \(elements.map(\.isOptional))"
        case .map(let entries): "map \(entries.map(\.isOptional))"
        case .object(let name, let fields): "object \(name) \(fields.map { "\($0.name) \($0.isOptional)" })"
        case .comprehension(let loop):
            "\(loop.kind.rawValue) \(loop.variable) \(loop.secondVariable ?? "") \(loop.predicate != nil)"
        case .bind(let name, _, _): "bind \(name)"
        case .block(let values, _): "block \(values.count)"
        case .optionalMap(_, let variable, _, let isFlat): "optionalMap \(variable) \(isFlat)"
        }
    }
}

extension Environment {
    /// Reads an expression without checking it; nil where it is none.
    public func parse(_ text: String, expandsMacros: Bool = true) -> Expression? {
        (try? Parser.parse(text, limits: limits, expandsMacros: expandsMacros))?.root
    }

    /// An expression with its constant parts worked out.
    public func folded(_ expression: Expression) -> Expression {
        var folder = ConstantFolder(self)
        return folder.fold(expression)
    }
}
