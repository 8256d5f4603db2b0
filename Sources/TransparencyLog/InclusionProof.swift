/// Proves that a leaf stands at a place in a tree (RFC 9162, section 2.1.3).
public struct InclusionProof: Hashable, Sendable {
    /// The leaf's place, from 0.
    public var index: Int
    /// How many leaves the tree has.
    public var size: Int
    /// The hashes of the neighbours on the way from the leaf to the root.
    public var path: [MerkleHash]

    /// A proof that someone else made.
    public init(index: Int, size: Int, path: [MerkleHash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Makes the proof from a tree's subtrees; nil where the tree has no such leaf.
    ///
    /// - Throws: what the store throws.
    public init?<Store: SubtreeHashes>(
        of index: Int,
        inTreeOfSize size: Int,
        from store: Store
    ) throws(Store.Failure) {
        guard index >= 0, index < size else { return nil }
        self.index = index
        self.size = size
        path = []
        var leaves = 0..<size
        var neighbours: [Range<Int>] = []
        while leaves.count > 1 {
            let middle = leaves.lowerBound + split(leaves.count)
            if index < middle {
                neighbours.append(middle..<leaves.upperBound)
                leaves = leaves.lowerBound..<middle
            } else {
                neighbours.append(leaves.lowerBound..<middle)
                leaves = middle..<leaves.upperBound
            }
        }
        for neighbour in neighbours.reversed() { path.append(try store.root(of: neighbour)) }
    }

    /// Whether it proves a leaf to be in the tree of a root.
    public func proves(_ leaf: MerkleHash, in root: MerkleHash) -> Bool { self.root(from: leaf) == root }

    /// The root of the tree that has the leaf at its place; nil where the path cannot be of such a tree.
    public func root(from leaf: MerkleHash) -> MerkleHash? {
        guard index >= 0, index < size else { return nil }
        var place = index
        var last = size - 1
        var hash = leaf
        for neighbour in path {
            guard last > 0 else { return nil }
            if place & 1 == 1 || place == last {
                hash = .node(neighbour, hash)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, neighbour)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 ? hash : nil
    }
}

/// How many of some leaves are in the left subtree: the greatest power of two that is less than their number.
func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }
