/// A map that keeps its entries in the order in which they were put in.
///
/// Keys are equal as the language defines it: `1`, `1u` and `1.0` are the same key.
public struct MapValue: Sendable {
    private(set) var storage: MapStorage

    /// An empty map.
    public init() {
        storage = MapStorage()
    }

    /// Puts an entry in.
    ///
    /// - Returns: false where the key stands in the map already, or can be no key.
    public mutating func insert(_ key: Value, _ value: Value) -> Bool {
        guard let hash = MapKey.hash(of: key), storage.position(of: key, hash: hash) < 0 else { return false }
        if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
        storage.append(key, value, hash: hash)
        return true
    }

    /// The value of a key.
    public subscript(key: Value) -> Value? {
        guard let hash = MapKey.hash(of: key) else { return nil }
        let position = storage.position(of: key, hash: hash)
        return position < 0 ? nil : storage.values[position]
    }

    /// The value of a text key.
    public subscript(key: String) -> Value? {
        let position = storage.position(of: key, hash: MapKey.hash(of: key))
        return position < 0 ? nil : storage.values[position]
    }

    /// How many entries it has.
    public var count: Int { storage.keys.count }
    /// Whether it has no entry.
    public var isEmpty: Bool { storage.keys.isEmpty }
    /// The keys in the order in which they were put in.
    public var keys: [Value] { storage.keys }
    /// The entries in the order in which they were put in.
    public var entries: [(key: Value, value: Value)] { Array(zip(storage.keys, storage.values)) }

    func key(at position: Int) -> Value { storage.keys[position] }
    func value(at position: Int) -> Value { storage.values[position] }
}

extension MapValue: Equatable {
    /// Equal when they have equal values for the same keys, in whatever order.
    public static func == (left: MapValue, right: MapValue) -> Bool { Value.map(left) == Value.map(right) }
}

/// The entries of a map: few are looked through, many are found by their hash.
final class MapStorage: @unchecked Sendable {
    // Changed only while a single map refers to it, as `MapValue.insert` sees to.
    @exclusivity(unchecked) private(set) var keys: [Value] = []
    @exclusivity(unchecked) private(set) var values: [Value] = []
    @exclusivity(unchecked) private var hashes: [Int] = []
    /// Positions by hash with open addressing, -1 where empty; empty while there are few entries.
    @exclusivity(unchecked) private var table: [Int32] = []

    private static let few = 8

    func copy() -> MapStorage {
        let other = MapStorage()
        other.keys = keys
        other.values = values
        other.hashes = hashes
        other.table = table
        return other
    }

    func append(_ key: Value, _ value: Value, hash: Int) {
        keys.append(key)
        values.append(value)
        hashes.append(hash)
        guard keys.count > Self.few else { return }
        if keys.count * 2 > table.count {
            table = [Int32](repeating: -1, count: max(32, table.count * 2))
            for position in hashes.indices { place(position) }
        } else {
            place(keys.count - 1)
        }
    }

    private func place(_ position: Int) {
        var slot = hashes[position] & (table.count - 1)
        while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
        table[slot] = Int32(position)
    }

    /// Where a key stands; -1 where it does not.
    func position(of key: Value, hash: Int) -> Int {
        find(hash) { Comparison.numbers(self.keys[$0], key) == .equal || self.keys[$0] == key }
    }

    /// Where a text key stands; -1 where it does not.
    func position(of text: String, hash: Int) -> Int {
        find(hash) { position in
            guard case .string(let key) = self.keys[position] else { return false }
            return key.hasSameBytes(as: text)
        }
    }

    @inline(__always)
    private func find(_ hash: Int, _ isSame: (Int) -> Bool) -> Int {
        if table.isEmpty {
            for position in hashes.indices where hashes[position] == hash && isSame(position) { return position }
            return -1
        }
        var slot = hash & (table.count - 1)
        while table[slot] >= 0 {
            let position = Int(table[slot])
            if hashes[position] == hash, isSame(position) { return position }
            slot = (slot + 1) & (table.count - 1)
        }
        return -1
    }
}

/// Hashes of keys: the same for the same number of whatever type.
enum MapKey {
    /// The hash of a key, another in every run; nil for a value that can be none.
    static func hash(of value: Value) -> Int? {
        switch value {
        case .string(let text): return hash(of: text)
        case .int(let number): return hash(number)
        case .uint(let number): return Int64(exactly: number).map(hash) ?? hash(number)
        case .bool(let flag): return hash(flag)
        case .double(let number):
            if let whole = Int64(exactly: number) { return hash(whole) }
            return UInt64(exactly: number).map(hash)
        default: return nil
        }
    }

    static func hash(of text: String) -> Int {
        var hasher = Hasher()
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
        return hasher.finalize()
    }

    private static func hash(_ value: some Hashable) -> Int {
        var hasher = Hasher()
        hasher.combine(value)
        return hasher.finalize()
    }
}
