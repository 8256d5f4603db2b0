/// Finds which fields an expression reads.
enum FieldPaths {
    /// Every longest chain of selections from a variable, once, in the order of reading; what a macro's own name stands
    /// for is no variable.
    static func read(by expression: Expression) -> [[String]] {
        var paths: [[String]] = []
        collect(expression, hidden: [], into: &paths)
        return paths
    }

    /// The path that a qualified name spells from the longest variable that it begins with.
    static func path(_ name: String, _ environment: Environment) -> [String]? {
        let parts = name.split(separator: ".").map(String.init)
        for count in stride(from: parts.count, to: 0, by: -1) {
            if case .variable(let slot) = environment.meaning(of: parts.prefix(count).joined(separator: ".")) {
                return [environment.variables[slot].name] + parts.dropFirst(count)
            }
        }
        return nil
    }

    private static func collect(_ expression: Expression, hidden: [String], into paths: inout [[String]]) {
        func add(_ name: String) {
            let path = name.split(separator: ".").map(String.init)
            if let root = path.first, !hidden.contains(root), !root.hasPrefix("@"), !paths.contains(path) {
                paths.append(path)
            }
        }
        switch expression.kind {
        case .literal: break
        case .identifier, .select:
            if let name = expression.qualifiedName { return add(name) }
            for part in expression.children { collect(part, hidden: hidden, into: &paths) }
        case .test(let operand, let field):
            if let name = operand.qualifiedName { return add("\(name).\(field)") }
            collect(operand, hidden: hidden, into: &paths)
        case .call, .list, .map, .object, .block:
            for part in expression.children { collect(part, hidden: hidden, into: &paths) }
        case .comprehension(let loop):
            collect(loop.range, hidden: hidden, into: &paths)
            let names = hidden + [loop.variable] + [loop.secondVariable].compactMap { $0 }
            for part in [loop.predicate, loop.transform].compactMap({ $0 }) {
                collect(part, hidden: names, into: &paths)
            }
        case .bind(let name, let value, let body), .optionalMap(let value, let name, let body, _):
            collect(value, hidden: hidden, into: &paths)
            collect(body, hidden: hidden + [name], into: &paths)
        }
    }
}

extension Environment {
    /// The fields that an expression reads, each as a path from a variable; nil where it is no expression.
    ///
    /// Nothing is checked: with it, expressions that refer to each other are put in order before they are compiled.
    public func fieldPaths(in text: String) -> [[String]]? {
        (try? Parser.parse(text, limits: limits)).map { FieldPaths.read(by: $0.root) }
    }
}
