/// Proves that a tree is the beginning of a larger one: that nothing was changed or removed in between
/// (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Hashable, Sendable {
    /// How many leaves the smaller tree has.
    public var oldSize: Int
    /// How many leaves the larger tree has.
    public var newSize: Int
    /// The hashes from which both roots follow.
    public var path: [MerkleHash]

    /// A proof that someone else made.
    public init(oldSize: Int, newSize: Int, path: [MerkleHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// Makes the proof from the larger tree's subtrees; nil where the sizes do not go together.
    ///
    /// - Throws: what the store throws.
    public init?<Store: SubtreeHashes>(
        from oldSize: Int,
        to newSize: Int,
        in store: Store
    ) throws(Store.Failure) {
        guard oldSize >= 0, oldSize <= newSize else { return nil }
        self.oldSize = oldSize
        self.newSize = newSize
        path = []
        guard oldSize > 0, oldSize < newSize else { return }
        var leaves = 0..<newSize
        var isWhole = true
        var parts: [Range<Int>] = []
        while leaves.upperBound != oldSize {
            let middle = leaves.lowerBound + split(leaves.count)
            if oldSize <= middle {
                parts.append(middle..<leaves.upperBound)
                leaves = leaves.lowerBound..<middle
            } else {
                parts.append(leaves.lowerBound..<middle)
                leaves = middle..<leaves.upperBound
                isWhole = false
            }
        }
        if !isWhole { parts.append(leaves) }
        for part in parts.reversed() { path.append(try store.root(of: part)) }
    }

    /// Whether it proves the tree of one root to be the beginning of the tree of another.
    public func proves(_ oldRoot: MerkleHash, beginning newRoot: MerkleHash) -> Bool {
        guard oldSize >= 0, oldSize <= newSize else { return false }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return path.isEmpty && oldRoot == .emptyRoot }
        var hashes = path[...]
        if oldSize.nonzeroBitCount == 1 { hashes = [oldRoot] + hashes }
        guard let first = hashes.popFirst() else { return false }
        var place = oldSize - 1
        var last = newSize - 1
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var old = first
        var new = first
        for hash in hashes {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                old = .node(hash, old)
                new = .node(hash, new)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                new = .node(new, hash)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}
