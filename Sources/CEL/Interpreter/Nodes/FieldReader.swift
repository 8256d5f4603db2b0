import Diagnostics

/// Reads one field of objects and maps.
struct FieldReader: Sendable {
    let name: String
    /// The hash that maps find the name by.
    private let hash: Int
    /// The place of the field in the type that was declared.
    private let slot: Int?
    private let type: ObjectType?

    init(_ name: String, of type: ObjectType? = nil) {
        self.name = name
        self.type = type
        slot = type?.slot(of: name)
        hash = MapKey.hash(of: name)
    }

    /// The place of the field in an object; nil where its type has no such field.
    @inline(__always)
    func slot(in object: ObjectValue) -> Int? {
        if let slot, let type {
            if object.type === type { return slot }
            // Types of one name can be declared several times, each with more fields than the one before.
            if slot < object.type.fields.count, object.type.fields[slot].name == name { return slot }
        }
        return object.type.slot(of: name)
    }

    /// The value of the field; nil where it is absent.
    func read(_ value: Value, _ range: Range<Int>) throws(EvaluationError) -> Value? {
        switch value {
        case .object(let object):
            guard let slot = slot(in: object) else {
                throw EvaluationError(.noSuchField, "\(object.type.name) has no field \(name)", range: range)
            }
            guard let place = object.place(slot), !place.isEmpty else { return nil }
            return place.content
        case .map(let map):
            let position = position(in: map)
            return position < 0 ? nil : map.storage.values[position]
        case .optional(let wrapped):
            guard let wrapped else { return .optional(nil) }
            return .optional(try read(wrapped, range))
        default: throw EvaluationError(.noSuchField, "a \(value.typeName) has no field \(name)", range: range)
        }
    }

    /// Where the field stands in a map; -1 where it does not.
    @inline(__always)
    func position(in map: MapValue) -> Int { map.storage.position(of: name, hash: hash) }

    /// Why a field has no value.
    func absent(_ value: Value, _ range: Range<Int>) -> EvaluationError {
        if case .map = value { return EvaluationError(.noSuchKey, "the map has no key \(name)", range: range) }
        return EvaluationError(.noSuchField, "\(name) is absent", range: range)
    }
}
