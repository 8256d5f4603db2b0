/// A complete subtree of a Merkle tree: the leaves from `index << level`, as many as `1 << level`.
public struct Subtree: Hashable, Sendable {
    /// How many levels of inner nodes it has; 0 for a leaf.
    public var level: Int
    /// Its place among the subtrees of its level, from the left.
    public var index: Int

    /// Names a subtree.
    public init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }

    /// The complete subtrees, the largest first, that make up leaves of which the first is a multiple of the least
    /// power of two that is no less than their number.
    static func covering(_ leaves: Range<Int>) -> [Subtree] {
        var subtrees: [Subtree] = []
        var start = leaves.lowerBound
        var rest = leaves.count
        while rest > 0 {
            let level = Int.bitWidth - 1 - rest.leadingZeroBitCount
            subtrees.append(Subtree(level: level, index: start >> level))
            start += 1 << level
            rest -= 1 << level
        }
        return subtrees
    }
}

/// Knows the hashes of a tree's complete subtrees: all that proofs are made of.
public protocol SubtreeHashes {
    /// What can go wrong when a hash is fetched.
    associatedtype Failure: Error

    /// The root of a complete subtree.
    func hash(of subtree: Subtree) throws(Failure) -> MerkleHash
}

extension SubtreeHashes {
    /// The root of some leaves, as RFC 9162 splits them.
    func root(of leaves: Range<Int>) throws(Failure) -> MerkleHash {
        var root: MerkleHash?
        for subtree in Subtree.covering(leaves).reversed() {
            let hash = try hash(of: subtree)
            root = root.map { .node(hash, $0) } ?? hash
        }
        return root ?? .emptyRoot
    }
}
