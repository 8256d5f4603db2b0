import Crypto

/// A SHA-256 hash in a Merkle tree.
///
/// Leaves and inner nodes are hashed apart (RFC 9162, section 2.1.1), so that no inner node can pass for a leaf.
public struct MerkleHash: Hashable, Sendable {
    private let storage: SIMD32<UInt8>

    /// How many bytes a hash has.
    public static let byteCount = 32

    /// A hash from its 32 bytes; nil where there are more or fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        storage = SIMD32(bytes)
    }

    private init(_ hasher: SHA256) {
        storage = hasher.finalize().withUnsafeBytes { $0.loadUnaligned(as: SIMD32<UInt8>.self) }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// Gives a closure the 32 bytes where they are.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try Swift.withUnsafeBytes(of: storage, body)
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let emptyRoot = MerkleHash(SHA256())

    /// The hash of a leaf: SHA-256 of a zero byte and the leaf's content.
    public static func leaf(_ content: some Sequence<UInt8>) -> MerkleHash {
        if let hash = content.withContiguousStorageIfAvailable({ leaf(UnsafeRawBufferPointer($0)) }) { return hash }
        return Array(content).withUnsafeBytes { leaf($0) }
    }

    /// The hash of a leaf whose content lies in memory.
    public static func leaf(_ content: UnsafeRawBufferPointer) -> MerkleHash {
        var hasher = SHA256()
        update(&hasher, 0)
        hasher.update(bufferPointer: content)
        return MerkleHash(hasher)
    }

    /// The hash of an inner node: SHA-256 of a one byte and the hashes of both children.
    public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
        var hasher = SHA256()
        update(&hasher, 1)
        left.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        right.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return MerkleHash(hasher)
    }

    private static func update(_ hasher: inout SHA256, _ byte: UInt8) {
        Swift.withUnsafeBytes(of: byte) { hasher.update(bufferPointer: $0) }
    }
}

extension MerkleHash: CustomStringConvertible {
    /// A hash written in 64 hexadecimal digits; nil where the text is no such thing.
    public init?(hexadecimal text: some StringProtocol) {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        guard high == nil else { return nil }
        self.init(bytes: bytes)
    }

    /// 64 hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
