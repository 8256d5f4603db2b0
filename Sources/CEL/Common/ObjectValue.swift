/// A value of an object type.
public final class ObjectValue: @unchecked Sendable {
    // The fields lie in memory of their own that is written once, so that a field is read without a detour.

    /// Its type.
    public let type: ObjectType
    let count: Int
    private let storage: UnsafeMutablePointer<Value?>

    /// A value with its fields in the order of the type's.
    public init(_ type: ObjectType, _ slots: [Value?]) {
        self.type = type
        count = slots.count
        storage = .allocate(capacity: max(1, slots.count))
        for (index, value) in slots.enumerated() { (storage + index).initialize(to: value) }
    }

    /// A value whose fields are asked for one after the other, by slot.
    public init(_ type: ObjectType, field: (Int) -> Value?) {
        self.type = type
        count = type.fields.count
        storage = .allocate(capacity: max(1, count))
        for slot in 0..<count { (storage + slot).initialize(to: field(slot)) }
    }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    /// Its fields by slot; nil where a field is absent.
    public var slots: [Value?] { Array(UnsafeBufferPointer(start: storage, count: count)) }

    /// The place of a field in memory; nil where there is no such slot.
    @inline(__always)
    func place(_ slot: Int) -> UnsafePointer<Value?>? { slot < count ? UnsafePointer(storage + slot) : nil }

    /// The value of the field in a slot, or nil where it is absent or there is no such slot.
    public subscript(slot slot: Int) -> Value? { place(slot)?.pointee }

    /// Whether the field in a slot has a value.
    public func hasValue(inSlot slot: Int) -> Bool { place(slot).map { !$0.isEmpty } ?? false }

    /// The value of a field, or nil where it is absent or unknown.
    public subscript(field: String) -> Value? { type.slot(of: field).flatMap { place($0)?.pointee } }
}

extension UnsafePointer<Value?> {
    /// Whether there is no value.
    @inline(__always)
    var isEmpty: Bool {
        if case .none = pointee { return true }
        return false
    }

    /// The value, where there is one: an optional value lies in memory as the value itself does.
    @inline(__always)
    var content: Value { UnsafeRawPointer(self).assumingMemoryBound(to: Value.self).pointee }
}
