/// A record type with named fields, declared by the program that embeds the language.
///
/// A field is a slot: checked expressions read it without looking its name up. A field can be absent in a value; then
/// `has(x.field)` is false and reading it is an error.
public final class ObjectType: Sendable {
    /// One field.
    public struct Field: Sendable {
        /// Its name.
        public let name: String
        /// Its type; `.object` of a type with the same name as another's stands for that one.
        public let type: @Sendable () -> CELType
        /// Whether a value may lack it.
        public let isOptional: Bool

        /// A field; the type is asked for when needed, so that types can refer to each other.
        public init(_ name: String, optional: Bool = false, _ type: @autoclosure @escaping @Sendable () -> CELType) {
            self.name = name
            self.type = type
            isOptional = optional
        }
    }

    /// Its name.
    public let name: String
    /// Its fields; the position of a field is its slot.
    public let fields: [Field]
    private let slots: [String: Int]

    /// Declares a type.
    public init(_ name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
        slots = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The slot of a field, or nil where there is no such field.
    public func slot(of field: String) -> Int? { slots[field] }
}

extension ObjectType: Hashable {
    /// Types are the same when their names are.
    public static func == (left: ObjectType, right: ObjectType) -> Bool { left.name == right.name }
    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
