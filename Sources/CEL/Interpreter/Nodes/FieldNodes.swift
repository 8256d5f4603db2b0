import Diagnostics

/// A field of a variable, or of what the name of a macro stands for: the most frequent part of all.
///
/// The value that holds the field is looked at where it lies, without a copy.
class DirectFieldNode: Node, @unchecked Sendable {
    fileprivate let slot: Int
    private let name: String
    private let reader: FieldReader

    init(_ slot: Int, _ name: String, _ reader: FieldReader, _ range: Range<Int>) {
        self.slot = slot
        self.name = name
        self.reader = reader
        super.init(range)
    }

    @inline(__always)
    fileprivate final func value(_ holder: UnsafePointer<Value?>) throws(EvaluationError) -> Value {
        switch holder.pointee {
        case .some(.object(let object)):
            if let slot = reader.slot(in: object), let place = object.place(slot), !place.isEmpty {
                return place.content
            }
        case .some(.map(let map)):
            let position = reader.position(in: map)
            if position >= 0 { return map.storage.values[position] }
        default: break
        }
        return try slowValue(holder)
    }

    @inline(never)
    private final func slowValue(_ holder: UnsafePointer<Value?>) throws(EvaluationError) -> Value {
        guard let holder = holder.pointee else {
            throw EvaluationError(.undeclared, "\(name) has no value", range: range)
        }
        guard let value = try reader.read(holder, range) else { throw reader.absent(holder, range) }
        return value
    }

    @inline(__always)
    fileprivate final func double(_ holder: UnsafePointer<Value?>) throws(EvaluationError) -> Double {
        if case .some(.object(let object)) = holder.pointee, let slot = reader.slot(in: object),
            let place = object.place(slot), case .some(.double(let number)) = place.pointee
        {
            return number
        }
        let value = try value(holder)
        guard case .double(let number) = value else { throw unexpected(value, "double") }
        return number
    }

    @inline(__always)
    fileprivate final func int(_ holder: UnsafePointer<Value?>) throws(EvaluationError) -> Int64 {
        if case .some(.object(let object)) = holder.pointee, let slot = reader.slot(in: object),
            let place = object.place(slot), case .some(.int(let number)) = place.pointee
        {
            return number
        }
        let value = try value(holder)
        guard case .int(let number) = value else { throw unexpected(value, "int") }
        return number
    }

    fileprivate final var missing: EvaluationError {
        EvaluationError(.undeclared, "\(name) has no value", range: range)
    }
}

/// A field of a variable.
final class VariableFieldNode: DirectFieldNode, @unchecked Sendable {
    @inline(__always)
    private func holder(_ frame: inout Frame) throws(EvaluationError) -> UnsafePointer<Value?> {
        guard slot < frame.variables.count, let base = frame.variables.baseAddress else { throw missing }
        return base + slot
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { try value(holder(&frame)) }
    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double { try double(holder(&frame)) }
    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 { try int(holder(&frame)) }
}

/// A field of what the name of a macro stands for.
final class LocalFieldNode: DirectFieldNode, @unchecked Sendable {
    @inline(__always)
    private func holder(_ frame: inout Frame) throws(EvaluationError) -> UnsafePointer<Value?> {
        guard let base = frame.locals.baseAddress else { throw missing }
        return UnsafePointer(base + slot)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value { try value(holder(&frame)) }
    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double { try double(holder(&frame)) }
    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 { try int(holder(&frame)) }
}

/// A field of an object of a declared type.
final class ObjectFieldNode: Node, @unchecked Sendable {
    private let object: Int
    private let slot: Int
    /// Reads the field where the object is of another type after all, or lacks it.
    private let fallback: Node

    init(_ object: Int, _ slot: Int, _ fallback: Node) {
        self.object = object
        self.slot = slot
        self.fallback = fallback
        super.init(fallback.range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let fields = frame.objects[object], !(fields + slot).isEmpty { return (fields + slot).content }
        return try fallback.value(&frame)
    }

    override func double(_ frame: inout Frame) throws(EvaluationError) -> Double {
        if let fields = frame.objects[object], case .some(.double(let number)) = fields[slot] { return number }
        return try fallback.double(&frame)
    }

    override func int(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        if let fields = frame.objects[object], case .some(.int(let number)) = fields[slot] { return number }
        return try fallback.int(&frame)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        if let fields = frame.objects[object], case .some(.bool(let flag)) = fields[slot] { return flag }
        return try fallback.bool(&frame)
    }
}

/// A field of any value.
final class SelectNode: Node, @unchecked Sendable {
    private let operand: Node
    private let reader: FieldReader
    private let isOptional: Bool

    init(_ operand: Node, _ reader: FieldReader, isOptional: Bool, _ range: Range<Int>) {
        self.operand = operand
        self.reader = reader
        self.isOptional = isOptional
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let holder = try operand.value(&frame)
        let found = try reader.read(holder, range)
        guard isOptional else {
            guard let found else { throw reader.absent(holder, range) }
            return found
        }
        // A field of an optional value is optional already.
        if case .optional = holder, let found { return found }
        return .optional(found)
    }
}

/// `has(x.field)`.
final class PresenceNode: BoolNode, @unchecked Sendable {
    private let operand: Node
    private let reader: FieldReader

    init(_ operand: Node, _ reader: FieldReader, _ range: Range<Int>) {
        self.operand = operand
        self.reader = reader
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let holder = try operand.value(&frame)
        guard let found = try reader.read(holder, range) else { return false }
        if case .optional = holder, case .optional(let wrapped) = found { return wrapped != nil }
        return true
    }
}
