/// Finds which fields an expression reads.
enum FieldPaths {
    /// Every longest chain of selections from a variable, once, in the order of reading; what a macro's own name stands
    /// for is no variable.
    static func read(by expression: Expression) -> [[String]] {
        var paths: [[String]] = []
        collect(expression, hidden: [], into: &paths)
        return paths
    }

    private static func collect(_ expression: Expression, hidden: [String], into paths: inout [[String]]) {
        switch expression.kind {
        case .literal: break
        case .identifier, .select:
            if let name = expression.qualifiedName {
                let path = name.split(separator: ".").map(String.init)
                if let root = path.first, !hidden.contains(root), !paths.contains(path) { paths.append(path) }
            } else if case .select(let operand, _) = expression.kind {
                collect(operand, hidden: hidden, into: &paths)
            }
        case .test(let operand, let field):
            if let name = operand.qualifiedName {
                let path = "\(name).\(field)".split(separator: ".").map(String.init)
                if let root = path.first, !hidden.contains(root), !paths.contains(path) { paths.append(path) }
            } else {
                collect(operand, hidden: hidden, into: &paths)
            }
        case .call(_, let target, let arguments):
            for part in [target].compactMap({ $0 }) + arguments { collect(part, hidden: hidden, into: &paths) }
        case .list(let elements):
            for element in elements { collect(element, hidden: hidden, into: &paths) }
        case .map(let entries):
            for entry in entries {
                collect(entry.key, hidden: hidden, into: &paths)
                collect(entry.value, hidden: hidden, into: &paths)
            }
        case .comprehension(let comprehension):
            collect(comprehension.range, hidden: hidden, into: &paths)
            for part in [comprehension.predicate, comprehension.transform].compactMap({ $0 }) {
                collect(part, hidden: hidden + [comprehension.variable], into: &paths)
            }
        }
    }
}

extension Environment {
    /// The fields that an expression reads, each as a path from a variable; nil where it is no expression.
    ///
    /// Nothing is checked: with it, expressions that refer to each other are put in order before they are compiled.
    public func fieldPaths(in text: String) -> [[String]]? {
        guard case .success(let expression) = Parser.parse(text, limits: limits) else { return nil }
        return FieldPaths.read(by: expression)
    }
}
