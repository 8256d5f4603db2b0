import ActionPlan
import CEL

/// The fields of a kind of object that rules see, each with how it is read, so that declaration and value cannot differ.
struct FactTable<Subject>: Sendable {
    let type: ObjectType
    private let readers: [@Sendable (Subject) -> Value?]

    struct Field: Sendable {
        let declaration: ObjectType.Field
        let read: @Sendable (Subject) -> Value?
    }

    init(_ name: String, _ fields: [Field]) {
        type = ObjectType(name, fields: fields.map(\.declaration))
        readers = fields.map(\.read)
    }

    func callAsFunction(_ subject: Subject) -> Value {
        .object(ObjectValue(type) { readers[$0](subject) })
    }
}

extension FactTable.Field {
    static func text(_ name: String, _ read: @escaping @Sendable (Subject) -> String) -> Self {
        Self(declaration: .init(name, .string)) { .string(read($0)) }
    }
    static func optionalText(_ name: String, _ read: @escaping @Sendable (Subject) -> String?) -> Self {
        Self(declaration: .init(name, optional: true, .string)) { read($0).map(Value.string) }
    }
    static func number(_ name: String, _ read: @escaping @Sendable (Subject) -> Double) -> Self {
        Self(declaration: .init(name, .double)) { .double(read($0)) }
    }
    static func optionalNumber(_ name: String, _ read: @escaping @Sendable (Subject) -> Double?) -> Self {
        Self(declaration: .init(name, optional: true, .double)) { read($0).map(Value.double) }
    }
    static func count(_ name: String, _ read: @escaping @Sendable (Subject) -> Int) -> Self {
        Self(declaration: .init(name, .int)) { .int(Int64(read($0))) }
    }
    static func optionalCount(_ name: String, _ read: @escaping @Sendable (Subject) -> Int?) -> Self {
        Self(declaration: .init(name, optional: true, .int)) { read($0).map { .int(Int64($0)) } }
    }
    static func flag(_ name: String, _ read: @escaping @Sendable (Subject) -> Bool) -> Self {
        Self(declaration: .init(name, .bool)) { .bool(read($0)) }
    }
    static func optionalFlag(_ name: String, _ read: @escaping @Sendable (Subject) -> Bool?) -> Self {
        Self(declaration: .init(name, optional: true, .bool)) { read($0).map(Value.bool) }
    }
    static func day(_ name: String, _ read: @escaping @Sendable (Subject) -> Day) -> Self {
        Self(declaration: .init(name, .timestamp)) { Value(read($0)) }
    }
    static func optionalDay(_ name: String, _ read: @escaping @Sendable (Subject) -> Day?) -> Self {
        Self(declaration: .init(name, optional: true, .timestamp)) { read($0).flatMap { Value($0) } }
    }
    static func texts(_ name: String, _ read: @escaping @Sendable (Subject) -> [String]) -> Self {
        Self(declaration: .init(name, .list(.string))) { .list(read($0).map(Value.string)) }
    }
    static func object(_ name: String, _ type: ObjectType, _ read: @escaping @Sendable (Subject) -> Value) -> Self {
        Self(declaration: .init(name, .object(type)), read: read)
    }
    static func optionalObject(
        _ name: String,
        _ type: ObjectType,
        _ read: @escaping @Sendable (Subject) -> Value?
    ) -> Self {
        Self(declaration: .init(name, optional: true, .object(type)), read: read)
    }
    static func objects(_ name: String, _ type: ObjectType, _ read: @escaping @Sendable (Subject) -> [Value]) -> Self {
        Self(declaration: .init(name, .list(.object(type)))) { .list(read($0)) }
    }
}

extension MapValue {
    /// A map with texts as keys, in their order.
    init(_ entries: [(String, Value)]) {
        self.init()
        for (key, value) in entries { _ = insert(.string(key), value) }
    }
}

extension Value {
    /// A day as rules see it: a timestamp at 00:00 UTC.
    init?(_ day: Day) {
        guard let instant = Timestamp(seconds: Int64(day.number) * 86_400) else { return nil }
        self = .timestamp(instant)
    }

    /// The day of a timestamp at 00:00 UTC.
    var day: Day? {
        guard case .timestamp(let instant) = self else { return nil }
        return Moment(seconds: instant.seconds).day(at: .zero)
    }
}
