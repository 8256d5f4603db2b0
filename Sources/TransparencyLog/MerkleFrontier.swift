/// The right edge of a growing Merkle tree: enough to append to it and to know its root, in O(log n) hashes.
public struct MerkleFrontier: Hashable, Sendable {
    /// How many leaves the tree has.
    public private(set) var size: Int
    /// The roots of the complete subtrees that make up the tree, the largest first: one for each bit set in its size.
    public private(set) var peaks: [MerkleHash]

    /// The edge of a tree without leaves.
    public init() {
        size = 0
        peaks = []
    }

    /// The edge of a tree of a size, from the roots of its complete subtrees, the largest first; nil where their number
    /// does not fit the size.
    public init?(size: Int, peaks: [MerkleHash]) {
        guard size >= 0, size.nonzeroBitCount == peaks.count else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// The edge of a tree whose subtrees are stored.
    public init<Store: SubtreeHashes>(size: Int, in store: Store) throws(Store.Failure) {
        var peaks: [MerkleHash] = []
        for subtree in Subtree.covering(0..<size) { peaks.append(try store.hash(of: subtree)) }
        self.size = size
        self.peaks = peaks
    }

    /// Appends a leaf.
    ///
    /// - Parameters:
    ///   - leaf: the hash of the leaf.
    ///   - completed: is told each subtree that the leaf completes, from the leaf itself upward, with its root.
    public mutating func append(_ leaf: MerkleHash, completed: (Subtree, MerkleHash) -> Void = { _, _ in }) {
        var hash = leaf
        var subtree = Subtree(level: 0, index: size)
        completed(subtree, hash)
        while subtree.index & 1 == 1, let left = peaks.popLast() {
            hash = .node(left, hash)
            subtree = Subtree(level: subtree.level + 1, index: subtree.index >> 1)
            completed(subtree, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// The root of the tree.
    public var root: MerkleHash {
        guard var root = peaks.last else { return .emptyRoot }
        for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
        return root
    }
}
