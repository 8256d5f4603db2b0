/// Sums and products that end at `Int.max`.
enum Bound {
    static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }

    static func product(_ left: Int, _ right: Int) -> Int {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? .max : product
    }
}

/// Steps between a fewest and a most, besides one for every node.
struct Work {
    var least = 0
    var most = 0

    static func + (left: Work, right: Work) -> Work {
        Work(least: Bound.sum(left.least, right.least), most: Bound.sum(left.most, right.most))
    }

    static func += (left: inout Work, right: Work) { left = left + right }

    /// The work where it may not be done at all, or be cut short by an error that makes no difference.
    var optional: Work { Work(least: 0, most: most) }
}

/// How large a value is.
struct Shape {
    /// Elements, or bytes.
    var count: ClosedRange<Int> = 0...0
    /// At most so many elements and bytes in all its parts, at whatever depth.
    var weight = 0
    /// The most steps that comparing it with another value takes: texts are compared at once.
    var comparing = 0
    /// What an element is at most, or what an optional value holds; nothing where it is not known.
    private var elements: [Shape] = []
    /// The path that leads to it from a variable.
    var path: String?
    /// Between what a whole number lies.
    var number: ClosedRange<Int>?
    /// How many elements or bytes count as one step where a call looks at them.
    private var perStep = Cost.elementsPerStep

    static let scalar = Shape()

    static func text(_ count: ClosedRange<Int>, path: String? = nil) -> Shape {
        var shape = Shape(count: count, weight: count.upperBound, comparing: 0, path: path)
        shape.perStep = Cost.bytesPerStep
        return shape
    }

    /// A value of which nothing is known but how much is in it.
    static func anything(_ count: ClosedRange<Int>, path: String? = nil) -> Shape {
        Shape(count: 0...count.upperBound, weight: count.upperBound, path: path)
    }

    /// A list or a map, with what all elements, keys included, are at most.
    static func collection(_ count: ClosedRange<Int>, of element: Shape, path: String? = nil) -> Shape {
        Shape(
            count: count,
            weight: Bound.product(count.upperBound, Bound.sum(1, element.weight)),
            comparing: Bound.product(count.upperBound, Bound.sum(1, element.comparing)),
            elements: [element],
            path: path
        )
    }

    static func optional(_ wrapped: Shape) -> Shape {
        Shape(weight: Bound.sum(1, wrapped.weight), comparing: Bound.sum(1, wrapped.comparing), elements: [wrapped])
    }

    /// What an element is at most; of one of which nothing is known, no more than the whole.
    var element: Shape { elements.first ?? .anything(0...weight) }

    /// The steps of a call that may go through it.
    var looking: Int { count.upperBound / perStep }

    /// What may be one or the other.
    static func either(_ first: Shape, _ second: Shape) -> Shape {
        let lower = min(first.count.lowerBound, second.count.lowerBound)
        var shape = Shape(
            count: lower...max(first.count.upperBound, second.count.upperBound),
            weight: max(first.weight, second.weight),
            comparing: max(first.comparing, second.comparing)
        )
        if let one = first.elements.first, let other = second.elements.first { shape.elements = [either(one, other)] }
        if first.path == second.path { shape.path = first.path }
        shape.perStep = min(first.perStep, second.perStep)
        return shape
    }

    /// As it is, or with less in it.
    func upTo(_ most: Int? = nil) -> Shape {
        var shape = self
        shape.count = 0...min(most ?? count.upperBound, count.upperBound)
        shape.number = nil
        return shape
    }

    init(
        count: ClosedRange<Int> = 0...0,
        weight: Int = 0,
        comparing: Int? = nil,
        elements: [Shape] = [],
        path: String? = nil,
        number: ClosedRange<Int>? = nil
    ) {
        self.count = count
        self.weight = weight
        self.comparing = comparing ?? weight
        self.elements = elements
        self.path = path
        self.number = number
    }

    /// The shape of a value that is known.
    init(_ value: Value) {
        switch value {
        case .string(let text): self = .text(text.utf8.count...text.utf8.count)
        case .bytes(let bytes): self = .text(bytes.count...bytes.count)
        case .list(let list): self = Self.collection(list.map { Shape($0) })
        case .map(let map):
            let shapes = map.entries.map { Shape.pair(Shape($0.key), Shape($0.value)) }
            self = Self.collection(shapes)
        case .int(let number): self.init(number: Int(number)...Int(number))
        case .optional(let wrapped): self = .optional(wrapped.map { Shape($0) } ?? .scalar)
        case .object(let object):
            let parts = object.slots.compactMap { $0 }.map { Shape($0) }
            self.init(weight: parts.reduce(object.count) { Bound.sum($0, $1.weight) })
        default: self = .scalar
        }
    }

    /// A list or map of known elements.
    static func collection(_ elements: [Shape], leftOut: Int = 0) -> Shape {
        let joined = elements.dropFirst().reduce(elements.first ?? .scalar, either)
        return Shape(
            count: (elements.count - leftOut)...elements.count,
            weight: elements.reduce(elements.count) { Bound.sum($0, $1.weight) },
            comparing: elements.reduce(elements.count) { Bound.sum($0, $1.comparing) },
            elements: [joined]
        )
    }

    /// An entry of a map: what may be asked of it is the value or the key.
    static func pair(_ key: Shape, _ value: Shape) -> Shape {
        var shape = either(value, key)
        shape.weight = Bound.sum(key.weight, value.weight)
        shape.comparing = value.comparing
        return shape
    }
}
