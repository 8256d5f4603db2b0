/// Adds up the steps of the parts of an expression, besides one for every node.
///
/// It follows what the nodes of the interpreter spend. The parts that an error can cut short while the whole still has a
/// value count nothing towards the least.
struct CostEstimator {
    let environment: Environment
    let checker: TypeChecker?
    let sizes: InputSizes
    /// What the names of macros stand for.
    private var locals: [(name: String, shape: Shape)] = []
    /// The part that adds most by itself, where any adds something.
    private(set) var costliest: (range: Range<Int>, most: Int)?
    private var objectWeights: [String: Int] = [:]

    init(environment: Environment, checker: TypeChecker?, sizes: InputSizes) {
        self.environment = environment
        self.checker = checker
        self.sizes = sizes
    }

    /// The work of an expression, and how large its value is.
    mutating func estimate(_ expression: Expression) -> (work: Work, shape: Shape) {
        let (work, shape) = parts(expression)
        switch type(of: expression) {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration: return (work, Shape(number: shape.number))
        default: return (work, shape)
        }
    }

    private mutating func parts(_ expression: Expression) -> (work: Work, shape: Shape) {
        switch expression.kind {
        case .literal(let value): return (Work(), Shape(value))
        case .identifier(let name):
            if let local = locals.last(where: { $0.name == name }) { return (Work(), local.shape) }
            return (Work(), shape(type(of: expression), path: name.hasPrefix(".") ? String(name.dropFirst()) : name))
        case .select(let operand, let field, _): return select(operand, field, expression)
        case .test(let operand, _): return (estimate(operand).work, .scalar)
        case .list(let elements):
            let parts = elements.map { estimate($0.value) }
            let shapes = zip(elements, parts).map { $0.isOptional ? $1.shape.element : $1.shape }
            return (
                parts.reduce(Work()) { $0 + $1.work },
                .collection(shapes, leftOut: elements.filter(\.isOptional).count)
            )
        case .map(let entries):
            let parts = entries.map { (key: estimate($0.key), value: estimate($0.value)) }
            let shapes = zip(entries, parts)
                .map { Shape.pair($1.key.shape, $0.isOptional ? $1.value.shape.element : $1.value.shape) }
            return (
                parts.reduce(Work()) { $0 + $1.key.work + $1.value.work },
                .collection(shapes, leftOut: entries.filter(\.isOptional).count)
            )
        case .object(_, let fields):
            let parts = fields.map { estimate($0.value) }
            let slots = shape(type(of: expression), path: nil).weight
            return (
                parts.reduce(Work()) { $0 + $1.work },
                Shape(weight: parts.reduce(slots) { Bound.sum($0, $1.shape.weight) })
            )
        case .call(let function, let target, let arguments): return call(function, target, arguments, expression)
        case .comprehension(let loop): return estimate(loop, expression.range)
        case .bind(let name, let value, let body): return binding([(name, value)], body)
        case .block(let values, let body):
            return binding(values.enumerated().map { ("@index:\($0)", $1) }, body)
        case .optionalMap(let target, let variable, let body, let isFlat):
            let from = estimate(target)
            let (work, shape) = with([(variable, from.shape.element)]) { $0.estimate(body) }
            return (from.work + work.optional, isFlat ? shape : .optional(shape))
        }
    }

    func type(of expression: Expression) -> CELType { checker?.type(of: expression) ?? .dyn }

    private mutating func with(
        _ names: [(name: String, shape: Shape)],
        _ body: (inout CostEstimator) -> (Work, Shape)
    ) -> (work: Work, shape: Shape) {
        locals += names
        defer { locals.removeLast(names.count) }
        return body(&self)
    }

    /// Notes what a part takes by itself.
    mutating func note(_ range: Range<Int>, _ most: Int) {
        if most > costliest?.most ?? 0 { costliest = (range, most) }
    }

    // MARK: - Sizes of what is read

    /// The size of a value of a type, at a path from a variable.
    mutating func shape(_ type: CELType, path: String?) -> Shape {
        switch type {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: return .scalar
        case .string, .bytes: return .text(sizes.of(path), path: path)
        case .list(let element):
            return .collection(sizes.of(path), of: shape(element, path: path.map { $0 + "[]" }), path: path)
        case .map(let key, let value):
            let entry = Shape.pair(shape(key, path: nil), shape(value, path: path.map { $0 + "[]" }))
            return .collection(sizes.of(path), of: entry, path: path)
        case .optional(let wrapped): return .optional(shape(wrapped, path: path))
        case .object(let object): return Shape(weight: weight(object), path: path)
        case .dyn, .opaque, .parameter, .variable: return .anything(sizes.of(path), path: path)
        }
    }

    /// What the fields of an object have together; without bound where a type is a part of itself.
    private mutating func weight(_ object: ObjectType) -> Int {
        if let known = objectWeights[object.name] { return known }
        objectWeights[object.name] = .max
        var fields = CostEstimator(
            environment: environment,
            checker: nil,
            sizes: InputSizes(otherwise: 0...sizes.most)
        )
        fields.objectWeights = objectWeights
        let weight = object.fields.reduce(object.fields.count) {
            Bound.sum($0, fields.shape($1.type(), path: nil).weight)
        }
        objectWeights = fields.objectWeights
        objectWeights[object.name] = weight
        return weight
    }

    private mutating func select(
        _ operand: Expression,
        _ field: String,
        _ expression: Expression
    ) -> (work: Work, shape: Shape) {
        let type = type(of: expression)
        let isLocal = expression.rootName.map { root in locals.contains { $0.name == root } } ?? false
        if !isLocal, let name = expression.qualifiedName, environment.meaning(of: name) != nil {
            return (Work(), shape(type, path: name))
        }
        let from = estimate(operand)
        var holder = from.shape
        var isOptional = false
        if case .optional = self.type(of: operand) {
            holder = holder.element
            isOptional = true
        }
        if case .select(_, _, isOptional: true) = expression.kind { isOptional = true }
        let path = "\(holder.path ?? "").\(field)"
        switch self.type(of: operand) {
        case .object, .optional(.object):
            // What the type says of a field needs nothing from the object; a path leads to what is known of its size.
            return (from.work, shape(type, path: path))
        default:
            var found = Shape.anything(0...holder.element.weight, path: path)
            if sizes.stated(path) != nil { found = shape(type, path: path) }
            return (from.work, isOptional ? .optional(found) : found)
        }
    }

    // MARK: - Names and macros

    private mutating func binding(
        _ bindings: [(name: String, value: Expression)],
        _ body: Expression
    ) -> (work: Work, shape: Shape) {
        let outer = locals.count
        var total = Work()
        for (name, value) in bindings {
            let (work, shape) = estimate(value)
            // It is worked out when it is asked for, once.
            total += Work(most: Bound.sum(Self.nodes(value), work.most))
            locals.append((name, shape))
        }
        let (work, shape) = estimate(body)
        locals.removeLast(locals.count - outer)
        return (total + work, shape)
    }

    /// How many nodes an expression is planned with, at most.
    private static func nodes(_ expression: Expression) -> Int {
        expression.children.reduce(1) { $0 + nodes($1) }
    }

    private mutating func estimate(
        _ loop: Expression.Comprehension,
        _ place: Range<Int>
    ) -> (work: Work, shape: Shape) {
        let range = estimate(loop.range)
        let element = range.shape.element
        var names = [(name: loop.variable, shape: element)]
        if let second = loop.secondVariable { names.append((second, element)) }
        let parts = [loop.predicate, loop.transform].compactMap { $0 }
        var transformed = Shape.scalar
        let (body, _) = with(names) { estimator in
            var work = Work()
            for part in parts {
                let (partWork, shape) = estimator.estimate(part)
                work += partWork
                transformed = shape
            }
            return (work, transformed)
        }
        let count = range.shape.count
        let stopsEarly = loop.kind == .all || loop.kind == .exists
        let nodes = parts.reduce(0) { $0 + Self.nodes($1) }
        let rounds = Work(
            least: stopsEarly ? min(1, count.lowerBound) : count.lowerBound,
            most: Bound.product(count.upperBound, max(1, Bound.sum(nodes, body.most)))
        )
        note(place, rounds.most)
        return finish(loop, range.work + rounds, range.shape, transformed)
    }

    private func finish(
        _ loop: Expression.Comprehension,
        _ work: Work,
        _ range: Shape,
        _ transformed: Shape
    ) -> (work: Work, shape: Shape) {
        let count = loop.predicate == nil ? range.count : 0...range.count.upperBound
        switch loop.kind {
        case .all, .exists, .existsOne: return (work, .scalar)
        case .filter:
            // The elements of a map are its keys here.
            return (work, .collection(0...range.count.upperBound, of: range.element))
        case .map, .transformList: return (work, .collection(count, of: transformed))
        case .transformMap: return (work, .collection(count, of: .pair(range.element, transformed)))
        case .transformMapEntry:
            let most = Bound.product(range.count.upperBound, transformed.count.upperBound)
            return (work, .collection(0...most, of: transformed.element))
        case .sortBy: return (work + Work(most: Self.sorting(range.count.upperBound)), range)
        }
    }

    /// The steps of putting in order.
    static func sorting(_ count: Int) -> Int {
        Bound.sum(1, Bound.product(count, Int.bitWidth - count.leadingZeroBitCount))
    }
}
