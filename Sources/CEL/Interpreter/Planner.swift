import Diagnostics

/// Turns a syntax tree into nodes in which names and fields are slots.
struct Planner {
    let environment: Environment
    /// The types of the parts, if they were checked.
    let checker: TypeChecker?
    /// Whether the value of every part is noted.
    let isRecording: Bool
    /// Paths from variables that have no value yet.
    let unknowns: [[String]]
    private(set) var localCount = 0
    private(set) var nodeCount = 0
    private(set) var objectCount = 0
    /// The variables whose fields are read.
    private(set) var objects: [(variable: Int, object: KnownObject)] = []
    private var locals: [Local] = []

    private struct Local {
        var name: String
        var slot: Int
        /// What is worked out when the name is first asked for; nil for a name that has its value.
        var content: (node: Node, steps: Int)?
        /// The value, where its fields are read.
        var object: KnownObject?
    }

    init(_ environment: Environment, _ checker: TypeChecker?, isRecording: Bool = false, unknowns: [[String]] = []) {
        self.environment = environment
        self.checker = checker
        self.isRecording = isRecording
        self.unknowns = unknowns
    }

    mutating func plan(_ expression: Expression) -> Node {
        nodeCount += 1
        let node = unrecorded(expression)
        return isRecording ? RecordingNode(node, expression.id) : node
    }

    func type(of expression: Expression) -> CELType { checker?.type(of: expression) ?? .dyn }

    private mutating func unrecorded(_ expression: Expression) -> Node {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return Self.constant(value, range)
        case .identifier(let name): return identifier(name, expression)
        case .select(let operand, let field, let isOptional): return select(operand, field, isOptional, expression)
        case .test(let operand, let field):
            return PresenceNode(plan(operand), FieldReader(field, of: objectType(operand)), range)
        case .call(let function, let target, let arguments): return call(function, target, arguments, expression)
        case .list(let elements): return list(elements, range)
        case .map(let entries):
            return MapNode(entries.map { (plan($0.key), plan($0.value), $0.isOptional) }, range)
        case .object(let name, let fields): return object(name, fields, range)
        case .comprehension(let comprehension): return loop(comprehension, range)
        case .bind(let name, let value, let body):
            return binding([(name, value)], body, range)
        case .block(let values, let body):
            return binding(values.enumerated().map { ("@index:\($0)", $1) }, body, range)
        case .optionalMap(let target, let variable, let body, let isFlat):
            let target = plan(target)
            let (slot, body) = scoped([(variable, nil)]) { ($0.locals[$0.locals.count - 1].slot, $0.plan(body)) }
            return OptionalMapNode(target, slot, body, isFlat: isFlat, range)
        }
    }

    static func constant(_ value: Value, _ range: Range<Int>) -> Node {
        switch value {
        case .bool(let flag): ConstantBoolNode(flag, range)
        case .int(let number): ConstantIntNode(number, range)
        case .double(let number): ConstantDoubleNode(number, range)
        default: ConstantNode(value, range)
        }
    }

    // MARK: - Names and fields

    private func local(_ name: String) -> Local? { locals.last { $0.name == name } }

    func isLocal(_ expression: Expression) -> Bool { expression.rootName.flatMap(local) != nil }

    private func identifier(_ name: String, _ expression: Expression) -> Node {
        let range = expression.range
        if let local = local(name) {
            guard let content = local.content else { return LocalNode(local.slot, range) }
            return LazyNode(local.slot, content.node, steps: content.steps, range)
        }
        guard let meaning = environment.meaning(of: name) else {
            return FailingNode(EvaluationError(.undeclared, "\(name) is not declared", range: range), range)
        }
        return node(meaning, name, expression)
    }

    private func node(_ meaning: Environment.Meaning, _ name: String, _ expression: Expression) -> Node {
        switch meaning {
        case .type(let type): return ConstantNode(.type(type), expression.range)
        case .variable(let slot):
            if isUnknown([environment.variables[slot].name], isWhole: true) { return unknown(name, expression.range) }
            return VariableNode(slot, name, expression.range)
        }
    }

    /// Whether a path leads to, or into, something without a value; of a whole also whether a part of it has none.
    private func isUnknown(_ path: [String], isWhole: Bool) -> Bool {
        unknowns.contains { $0.starts(with: path) && (isWhole || $0.count == path.count) || path.starts(with: $0) }
    }

    private func unknown(_ name: String, _ range: Range<Int>) -> Node {
        FailingNode(EvaluationError(.unknown, "\(name) is not known yet", range: range), range)
    }

    private func objectType(_ operand: Expression) -> ObjectType? {
        guard case .object(let type) = type(of: operand) else { return nil }
        return type
    }

    private mutating func select(
        _ operand: Expression,
        _ field: String,
        _ isOptional: Bool,
        _ expression: Expression
    ) -> Node {
        if let name = expression.qualifiedName, !isLocal(expression) {
            if let meaning = environment.meaning(of: name) { return node(meaning, name, expression) }
            if !unknowns.isEmpty, let path = FieldPaths.path(name, environment) {
                if isUnknown(path, isWhole: true) { return unknown(name, expression.range) }
                if let variable = partlyUnknown(operand) {
                    return SelectNode(variable, FieldReader(field), isOptional: isOptional, expression.range)
                }
            }
        }
        let reader = FieldReader(field, of: objectType(operand))
        if !isOptional, !isRecording, case .identifier(let name) = operand.kind {
            nodeCount += 1
            if let position = locals.lastIndex(where: { $0.name == name }) {
                if locals[position].content == nil {
                    let node = LocalFieldNode(locals[position].slot, name, reader, expression.range)
                    return known(field, of: operand, node) { $0.localObject(position, $1) }
                }
            } else if case .variable(let slot) = environment.meaning(of: name),
                !isUnknown([environment.variables[slot].name], isWhole: true)
            {
                let node = VariableFieldNode(slot, name, reader, expression.range)
                return known(field, of: operand, node) { $0.variableObject(slot, $1) }
            }
            nodeCount -= 1
        }
        return SelectNode(plan(operand), reader, isOptional: isOptional, expression.range)
    }

    /// The field read from where the object's fields are known to lie, if its type is known.
    private mutating func known(
        _ field: String,
        of operand: Expression,
        _ fallback: Node,
        _ object: (inout Planner, ObjectType) -> KnownObject
    ) -> Node {
        guard let type = objectType(operand), let slot = type.slot(of: field) else { return fallback }
        let known = object(&self, type)
        return known.type == ObjectIdentifier(type) ? ObjectFieldNode(known.index, slot, fallback) : fallback
    }

    private mutating func variableObject(_ slot: Int, _ type: ObjectType) -> KnownObject {
        if let known = objects.first(where: { $0.variable == slot }) { return known.object }
        let object = newObject(type)
        objects.append((slot, object))
        return object
    }

    private mutating func localObject(_ position: Int, _ type: ObjectType) -> KnownObject {
        if let known = locals[position].object { return known }
        let object = newObject(type)
        locals[position].object = object
        return object
    }

    private mutating func newObject(_ type: ObjectType) -> KnownObject {
        objectCount += 1
        return KnownObject(index: objectCount - 1, type: type)
    }

    /// A variable or part of it of which some other part is unknown, to select a known part from.
    private mutating func partlyUnknown(_ operand: Expression) -> Node? {
        guard let name = operand.qualifiedName, let path = FieldPaths.path(name, environment),
            isUnknown(path, isWhole: true), !isUnknown(path, isWhole: false)
        else { return nil }
        if case .variable(let slot) = environment.meaning(of: name) { return VariableNode(slot, name, operand.range) }
        guard case .select(let inner, let field, _) = operand.kind, let node = partlyUnknown(inner) else { return nil }
        return SelectNode(node, FieldReader(field), isOptional: false, operand.range)
    }

    // MARK: - Lists and objects

    private mutating func list(_ elements: [Expression.Element], _ range: Range<Int>) -> Node {
        let nodes = elements.map { (plan($0.value), $0.isOptional) }
        let constants = nodes.compactMap { $0.1 ? nil : $0.0.constant }
        return constants.count == nodes.count ? ConstantNode(.list(constants), range) : ListNode(nodes, range)
    }

    private mutating func object(_ name: String, _ fields: [Expression.Field], _ range: Range<Int>) -> Node {
        guard let type = environment.objectType(of: name) else {
            return FailingNode(EvaluationError(.undeclared, "there is no type \(name)", range: range), range)
        }
        var planned: [(slot: Int, value: Node, isOptional: Bool)] = []
        for field in fields {
            guard let slot = type.slot(of: field.name) else {
                let error = EvaluationError(.noSuchField, "\(name) has no field \(field.name)", range: field.range)
                return FailingNode(error, range)
            }
            planned.append((slot, plan(field.value), field.isOptional))
        }
        return ObjectNode(type, planned, range)
    }

    // MARK: - Macros

    private mutating func scoped<Result>(
        _ names: [(name: String, content: (node: Node, steps: Int)?)],
        _ body: (inout Planner) -> Result
    ) -> Result {
        for (name, content) in names {
            locals.append(Local(name: name, slot: localCount, content: content))
            localCount += 1
        }
        defer { locals.removeLast(names.count) }
        return body(&self)
    }

    private mutating func binding(
        _ bindings: [(name: String, value: Expression)],
        _ body: Expression,
        _ range: Range<Int>
    ) -> Node {
        let outer = locals.count
        var slots: [Int] = []
        for (name, value) in bindings {
            let before = nodeCount
            let node = plan(value)
            slots.append(localCount)
            locals.append(Local(name: name, slot: localCount, content: (node, nodeCount - before)))
            localCount += 1
        }
        let planned = plan(body)
        locals.removeLast(locals.count - outer)
        return BindingNode(slots, planned, range)
    }

    private mutating func loop(_ comprehension: Expression.Comprehension, _ range: Range<Int>) -> Node {
        let (loop, predicate, transform) = loopParts(comprehension)
        let absent = FailingNode(EvaluationError(.undeclared, "a macro without a body", range: range), range)
        switch comprehension.kind {
        case .all: return QuantifierNode(loop, predicate ?? absent, decidedBy: false, range)
        case .exists: return QuantifierNode(loop, predicate ?? absent, decidedBy: true, range)
        case .existsOne: return ExistsOneNode(CountNode(loop, predicate ?? absent, range), range)
        case .filter, .map, .transformList: return CollectNode(loop, predicate, transform, range)
        case .transformMap, .transformMapEntry:
            let givesEntries = comprehension.kind == .transformMapEntry
            return MapTransformNode(loop, predicate, transform ?? absent, givesEntries: givesEntries, range)
        case .sortBy: return SortNode(loop, transform ?? absent, range)
        }
    }

    mutating func loopParts(
        _ comprehension: Expression.Comprehension
    ) -> (loop: Loop, predicate: Node?, transform: Node?) {
        let range = plan(comprehension.range)
        let before = nodeCount
        let names = [comprehension.variable] + (comprehension.secondVariable.map { [$0] } ?? [])
        return scoped(names.map { ($0, nil) }) { planner in
            let slots = planner.locals.suffix(names.count).map(\.slot)
            let predicate = comprehension.predicate.map { planner.plan($0) }
            let transform = comprehension.transform.map { planner.plan($0) }
            let steps = max(1, planner.nodeCount - before)
            let secondSlot = slots.count > 1 ? slots[1] : nil
            // Fields are those of the element, which of two names goes by the second.
            let object = planner.locals[planner.locals.count - 1].object
            let loop = Loop(range: range, slot: slots[0], secondSlot: secondSlot, object: object, steps: steps)
            return (loop, predicate, transform)
        }
    }
}
