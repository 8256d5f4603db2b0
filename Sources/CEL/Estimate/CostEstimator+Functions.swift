import LinearRegex

/// What functions of the libraries spend and give.
extension CostEstimator {
    /// The most steps that a function takes besides looking at its arguments once.
    func steps(of function: String, _ arguments: [Expression], _ shapes: [Shape]) -> Int {
        guard let first = shapes.first else { return 0 }
        let count = first.count.upperBound
        let last = shapes.count > 1 ? shapes[shapes.count - 1] : .scalar
        switch function {
        case "matches": return matching(count, arguments)
        case "regex.extract": return searching(1, count, arguments)
        case "regex.extractAll": return searching(Bound.sum(count, 1), count, arguments)
        case "regex.replace":
            return Bound.sum(
                searching(Bound.sum(count, 1), count, arguments),
                replaced(count, shapes.count > 2 ? shapes[2].count.upperBound : 0)
            )
        case "lists.range": return max(0, first.number?.upperBound ?? .max)
        case "distinct":
            let isSimple = isKey(arguments[0])
            let pairs = Bound.product(Bound.product(count, count), Bound.sum(1, first.element.comparing))
            return isSimple ? count : Bound.sum(count, pairs)
        case "flatten": return Bound.product(first.weight, flattening(shapes) + 1)
        case "sort": return Self.sorting(count)
        case "join": return Bound.sum(joined(shapes), count)
        case "split": return count
        case "replace": return Bound.sum(count, replaced(count, shapes.count > 2 ? shapes[2].count.upperBound : 0))
        case "format": return formatting(formatted(arguments[0], shapes), last)
        case "sets.contains", "sets.intersects", "sets.equivalent":
            let pairs = Bound.product(count, last.count.upperBound)
            let comparing = min(first.element.comparing, last.element.comparing)
            return Bound.product(Bound.product(2, pairs), Bound.sum(1, comparing))
        default: return 0
        }
    }

    private func isKey(_ list: Expression) -> Bool {
        switch type(of: list) {
        case .list(.bool), .list(.int), .list(.uint), .list(.string): true
        default: false
        }
    }

    // MARK: - Patterns

    /// The steps of matching once; a constant pattern is known.
    private func matching(_ count: Int, _ arguments: [Expression]) -> Int {
        let (states, reading, _) = pattern(arguments)
        let places = Bound.product(Bound.sum(states, 1), Bound.sum(count, 1))
        return Bound.sum(Bound.sum(2, reading), places / Cost.statesPerStep)
    }

    /// The steps of looking for matches, each of which may have to be looked for to the end.
    private func searching(_ matches: Int, _ count: Int, _ arguments: [Expression]) -> Int {
        let (states, reading, groups) = pattern(arguments)
        let effort = Bound.sum(Bound.product(states, 3 + groups), 1)
        let places = Bound.product(Bound.product(effort, Bound.sum(count, 1)), matches)
        return Bound.sum(Bound.sum(2, Bound.sum(reading, matches)), Bound.sum(places / Cost.statesPerStep, count))
    }

    /// The states of a pattern, the steps of reading it, and its groups.
    private func pattern(_ arguments: [Expression]) -> (states: Int, reading: Int, groups: Int) {
        if arguments.count > 1, case .literal(.string(let text)) = arguments[1].kind,
            let pattern = try? CompiledPattern(text).pattern
        {
            return (pattern.stateCount, pattern.stateCount, pattern.groupCount)
        }
        let states = CompiledPattern.mostStates
        return (states, states, states)
    }

    // MARK: - Texts

    /// The bytes of what comes of replacing, where every place may become a new text and each part of a match may come
    /// again.
    private func replaced(_ count: Int, _ new: Int) -> Int {
        Bound.sum(count, Bound.product(Bound.sum(count, 2), Bound.sum(Bound.product(2, new), 1)))
    }

    private func joined(_ shapes: [Shape]) -> Int {
        let separator = shapes.count > 1 ? shapes[1].count.upperBound : 0
        return Bound.sum(shapes[0].weight, Bound.product(shapes[0].count.upperBound, separator))
    }

    /// How often the elements of a list may be moved.
    private func flattening(_ shapes: [Shape]) -> Int {
        guard shapes.count > 1 else { return 1 }
        return min(max(0, shapes[1].number?.upperBound ?? .max - 1), max(1, min(shapes[0].weight, .max - 1)))
    }

    /// The most bytes that a format comes to.
    private func formatted(_ template: Expression, _ shapes: [Shape]) -> Int {
        let values = shapes.count > 1 ? shapes[1] : .scalar
        // A number has at most 309 digits before the point and, where a precision is asked for, 1000 after it; an invalid
        // byte becomes three.
        var digits = 1400
        if case .literal(.string(let text)) = template.kind, !text.utf8.contains(UInt8(ascii: ".")) { digits = 330 }
        let clauses = Bound.product(Bound.sum(values.count.upperBound, 1), digits)
        return Bound.sum(Bound.sum(shapes[0].count.upperBound, clauses), Bound.product(values.weight, 140))
    }

    private func formatting(_ size: Int, _ values: Shape) -> Int {
        // What is in a list in a list is put together for each of them.
        let depth = values.element.weight == 0 ? 1 : Bound.sum(values.weight, 2)
        let putTogether = Bound.product(size / Cost.bytesPerStep + 1, depth)
        return Bound.sum(Bound.product(3, Bound.sum(values.weight, values.count.upperBound)), Bound.sum(putTogether, 4))
    }

    // MARK: - Results

    /// How large the result of a function is; nil where its type says it.
    func result(of function: String, _ arguments: [Expression], _ shapes: [Shape]) -> Shape? {
        guard let first = shapes.first else { return function == "optional.none" ? .optional(.scalar) : nil }
        let count = first.count.upperBound
        switch function {
        case "size": return Shape(number: 0...count)
        case "dyn", "bytes", "reverse", "sort": return first
        case "distinct", "substring", "charAt", "trim", "lowerAscii", "upperAscii", "slice", "base64.decode":
            return first.upTo()
        case "strings.quote": return .text(0...Bound.sum(2, Bound.product(2, count)))
        case "base64.encode": return .text(0...Bound.sum(4, Bound.product(2, count)))
        case "string": return .text(0...max(64, count))
        case "lists.range":
            let most = max(0, first.number?.upperBound ?? .max)
            return .collection(max(0, first.number?.lowerBound ?? 0)...most, of: .scalar)
        case "flatten": return .anything(0...first.weight)
        case "first", "last": return .optional(first.element)
        case "optional.of", "optional.ofNonZeroValue": return .optional(first)
        case "value": return first.element
        case "or": return shapes.count > 1 ? .either(first, shapes[1]) : first
        case "orValue": return shapes.count > 1 ? .either(first.element, shapes[1]) : first.element
        case "optional.unwrap", "unwrapOpt":
            return .collection(0...count, of: first.element.element)
        case "join": return .text(0...joined(shapes))
        case "split": return .collection(0...Bound.sum(1, count), of: .text(0...count))
        case "replace", "regex.replace":
            return .text(0...replaced(count, shapes.count > 2 ? shapes[2].count.upperBound : 0))
        case "regex.extract": return .optional(.text(0...count))
        case "regex.extractAll": return .collection(0...Bound.sum(1, count), of: .text(0...count))
        case "format": return .text(0...formatted(arguments[0], shapes))
        case "bool", "int", "uint", "double", "timestamp", "duration", "type", "contains", "startsWith", "endsWith",
            "matches", "indexOf", "lastIndexOf", "hasValue", "ip", "cidr", "isIP", "isCIDR", "ip.isCanonical":
            return .scalar
        default: return function.hasPrefix("math.") || function.hasPrefix("sets.") ? .scalar : nil
        }
    }
}
