/// A Merkle tree in memory, with the hashes of all complete subtrees.
///
/// About 64 bytes a leaf. Larger logs store their subtrees and use ``SubtreeHashes`` and ``MerkleFrontier``.
public struct MerkleTree: Sendable, SubtreeHashes {
    private var levels: [[MerkleHash]] = []
    private var frontier = MerkleFrontier()

    /// A tree without leaves.
    public init() {}

    /// A tree of some leaves.
    public init(leaves: some Sequence<some Sequence<UInt8>>) {
        for leaf in leaves { append(.leaf(leaf)) }
    }

    /// How many leaves it has.
    public var size: Int { frontier.size }

    /// Its root.
    public var root: MerkleHash { frontier.root }

    /// Appends a leaf by its hash.
    public mutating func append(_ leaf: MerkleHash) {
        frontier.append(leaf) { subtree, hash in
            if subtree.level == levels.count { levels.append([]) }
            levels[subtree.level].append(hash)
        }
    }

    /// The root of a complete subtree that lies within the tree.
    public func hash(of subtree: Subtree) -> MerkleHash { levels[subtree.level][subtree.index] }

    /// The root that the tree had when it was smaller; nil where it never had that size.
    public func root(atSize size: Int) -> MerkleHash? {
        (0...self.size).contains(size) ? root(of: 0..<size) : nil
    }

    /// The proof that a leaf is in the tree, or in what it was at a smaller size; nil where it is not.
    public func inclusionProof(of index: Int, atSize size: Int? = nil) -> InclusionProof? {
        let size = size ?? self.size
        guard (0...self.size).contains(size) else { return nil }
        return InclusionProof(of: index, inTreeOfSize: size, from: self)
    }

    /// The proof that the tree at one size is the beginning of the tree at another; nil where it never had such sizes.
    public func consistencyProof(from oldSize: Int, to newSize: Int? = nil) -> ConsistencyProof? {
        let newSize = newSize ?? size
        guard (0...size).contains(newSize) else { return nil }
        return ConsistencyProof(from: oldSize, to: newSize, in: self)
    }
}
