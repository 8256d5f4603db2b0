/// A value of a type that a library brings, such as a network address: the language only hands it on and compares it.
public final class OpaqueValue: Sendable {
    /// The name of its type.
    public let typeName: String
    /// What it holds.
    public let content: any Hashable & Sendable

    /// Wraps a value.
    public init(typeName: String, content: any Hashable & Sendable) {
        self.typeName = typeName
        self.content = content
    }
}

extension OpaqueValue: Equatable {
    /// Equal when their types and contents are.
    public static func == (left: OpaqueValue, right: OpaqueValue) -> Bool {
        left.typeName == right.typeName && AnyHashable(left.content) == AnyHashable(right.content)
    }
}
