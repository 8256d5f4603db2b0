import Diagnostics

/// What a macro goes through, and under which names.
struct Loop: Sendable {
    let range: Node
    let slot: Int
    /// The slot of the second name, if there are two.
    let secondSlot: Int?
    /// The element, where its fields are read.
    let object: KnownObject?
    /// The steps of one round.
    let steps: Int

    @inline(__always)
    private func note(_ slot: Int, _ frame: inout Frame) {
        guard let object, let base = frame.locals.baseAddress else { return }
        object.note(UnsafePointer(base + slot), &frame)
    }

    /// Calls a body for every element, until it says that it is done.
    @inline(__always)
    func run(
        _ frame: inout Frame,
        _ body: (inout Frame) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) {
        switch try range.value(&frame) {
        case .list(let list):
            guard let secondSlot else {
                for element in list {
                    try frame.budget.spend(steps)
                    frame.locals[slot] = element
                    note(slot, &frame)
                    if try body(&frame) { return }
                }
                return
            }
            for (index, element) in list.enumerated() {
                try frame.budget.spend(steps)
                frame.locals[slot] = .int(Int64(index))
                frame.locals[secondSlot] = element
                note(secondSlot, &frame)
                if try body(&frame) { return }
            }
        case .map(let map):
            for position in 0..<map.count {
                try frame.budget.spend(steps)
                frame.locals[slot] = map.key(at: position)
                if let secondSlot {
                    frame.locals[secondSlot] = map.value(at: position)
                    note(secondSlot, &frame)
                }
                if try body(&frame) { return }
            }
        default: throw EvaluationError(.noSuchOverload, "neither a list nor a map", range: range.range)
        }
    }
}

/// `all` and `exists`.
final class QuantifierNode: BoolNode, @unchecked Sendable {
    private let loop: Loop
    private let predicate: Node
    private let deciding: Bool

    init(_ loop: Loop, _ predicate: Node, decidedBy deciding: Bool, _ range: Range<Int>) {
        self.loop = loop
        self.predicate = predicate
        self.deciding = deciding
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        var failure = DeferredFailure()
        var isDecided = false
        try loop.run(&frame) { (frame: inout Frame) throws(EvaluationError) -> Bool in
            do throws(EvaluationError) {
                isDecided = try predicate.bool(&frame) == deciding
            } catch let error {
                try failure.note(error)
            }
            return isDecided
        }
        if isDecided { return deciding }
        try failure.raise()
        return !deciding
    }
}

/// `exists_one`, and `filter(…).size()`: how many elements fulfil a condition.
final class CountNode: IntNode, @unchecked Sendable {
    private let loop: Loop
    private let predicate: Node

    init(_ loop: Loop, _ predicate: Node, _ range: Range<Int>) {
        self.loop = loop
        self.predicate = predicate
        super.init(range)
    }

    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        var count: Int64 = 0
        try loop.run(&frame) { (frame: inout Frame) throws(EvaluationError) -> Bool in
            if try predicate.bool(&frame) { count += 1 }
            return false
        }
        return count
    }
}

/// `exists_one`.
final class ExistsOneNode: BoolNode, @unchecked Sendable {
    private let count: CountNode

    init(_ count: CountNode, _ range: Range<Int>) {
        self.count = count
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool { try count.int(&frame) == 1 }
}

/// `filter`, `map` and `transformList`.
final class CollectNode: Node, @unchecked Sendable {
    private let loop: Loop
    private let predicate: Node?
    private let transform: Node?

    init(_ loop: Loop, _ predicate: Node?, _ transform: Node?, _ range: Range<Int>) {
        self.loop = loop
        self.predicate = predicate
        self.transform = transform
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var result: [Value] = []
        try loop.run(&frame) { (frame: inout Frame) throws(EvaluationError) -> Bool in
            if let predicate, try !predicate.bool(&frame) { return false }
            if let transform {
                result.append(try transform.value(&frame))
            } else if let element = frame.locals[loop.slot] {
                result.append(element)
            }
            return false
        }
        return .list(result)
    }
}

/// `transformMap` and `transformMapEntry`.
final class MapTransformNode: Node, @unchecked Sendable {
    private let loop: Loop
    private let predicate: Node?
    private let transform: Node
    private let givesEntries: Bool

    init(_ loop: Loop, _ predicate: Node?, _ transform: Node, givesEntries: Bool, _ range: Range<Int>) {
        self.loop = loop
        self.predicate = predicate
        self.transform = transform
        self.givesEntries = givesEntries
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var result = MapValue()
        try loop.run(&frame) { (frame: inout Frame) throws(EvaluationError) -> Bool in
            let key = frame.locals[loop.slot] ?? .null
            if let predicate, try !predicate.bool(&frame) { return false }
            let value = try transform.value(&frame)
            if givesEntries {
                guard case .map(let entries) = value else { throw transform.unexpected(value, "map") }
                for position in 0..<entries.count {
                    try insert(entries.key(at: position), entries.value(at: position), into: &result)
                }
            } else {
                try insert(key, value, into: &result)
            }
            return false
        }
        return .map(result)
    }

    private func insert(_ key: Value, _ value: Value, into map: inout MapValue) throws(EvaluationError) {
        guard map.insert(key, value) else {
            throw EvaluationError(.duplicateKey, "a key stands twice in the map", range: transform.range)
        }
    }
}

/// `sortBy`.
final class SortNode: Node, @unchecked Sendable {
    private let loop: Loop
    private let key: Node

    init(_ loop: Loop, _ key: Node, _ range: Range<Int>) {
        self.loop = loop
        self.key = key
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var elements: [Value] = []
        var keys: [Value] = []
        try loop.run(&frame) { (frame: inout Frame) throws(EvaluationError) -> Bool in
            elements.append(frame.locals[loop.slot] ?? .null)
            keys.append(try key.value(&frame))
            return false
        }
        do throws(EvaluationError) {
            let order = try ListFunctions.order(keys, &frame.budget)
            return .list(order.map { elements[$0] })
        } catch let error {
            throw error.located(range)
        }
    }
}
