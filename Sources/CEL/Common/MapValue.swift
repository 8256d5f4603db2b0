/// A map that keeps its entries in the order in which they were put in.
public struct MapValue: Sendable {
    /// The entries, no key twice.
    public private(set) var entries: [(key: Value, value: Value)] = []
    private var positions: [Key: Int] = [:]

    /// A key made comparable: whole numbers of all numeric types are one.
    enum Key: Hashable, Sendable {
        case bool(Bool)
        case int(Int64)
        case uint(UInt64)
        case string(String)

        /// The key that a value stands for, or nil where it can be none.
        init?(_ value: Value) {
            switch value {
            case .bool(let flag): self = .bool(flag)
            case .int(let number): self = .int(number)
            case .uint(let number): self = Int64(exactly: number).map(Key.int) ?? .uint(number)
            case .double(let number):
                if let whole = Int64(exactly: number) {
                    self = .int(whole)
                } else if let whole = UInt64(exactly: number) {
                    self = .uint(whole)
                } else {
                    return nil
                }
            case .string(let text): self = .string(text)
            default: return nil
            }
        }
    }

    /// An empty map.
    public init() {}

    /// Puts an entry in.
    ///
    /// - Returns: false where the key stands in the map already, or can be no key.
    public mutating func insert(_ key: Value, _ value: Value) -> Bool {
        guard let hashed = Key(key), positions.updateValue(entries.count, forKey: hashed) == nil else { return false }
        entries.append((key, value))
        return true
    }

    /// The value of a key.
    public subscript(key: Value) -> Value? {
        Key(key).flatMap { positions[$0] }.map { entries[$0].value }
    }

    /// The value of a text key.
    public subscript(key: String) -> Value? { positions[.string(key)].map { entries[$0].value } }

    /// How many entries it has.
    public var count: Int { entries.count }
}

extension MapValue: Equatable {
    /// Equal when they have equal values for the same keys, in whatever order.
    public static func == (left: MapValue, right: MapValue) -> Bool {
        left.count == right.count
            && left.entries.allSatisfy { entry in right[entry.key].map { $0 == entry.value } ?? false }
    }
}
