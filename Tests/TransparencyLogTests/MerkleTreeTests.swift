import TestSupport
import Testing
import TransparencyLog

@Suite("The Merkle tree of RFC 9162")
struct MerkleTreeTests {
    /// The eight entries of the test data that implementations of Certificate Transparency share.
    private let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6F),
    ]

    @Test(
        "the roots of the shared test data are the known ones",
        arguments: zip(
            0...8,
            [
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
            ]
        )
    )
    func knownRoots(size: Int, root: String) {
        #expect(MerkleTree(leaves: entries.prefix(size)).root.description == root)
        #expect(MerkleTree(leaves: entries).root(atSize: size)?.description == root)
    }

    @Test("a leaf can never pass for an inner node")
    func domainSeparation() {
        let left = MerkleHash.leaf([1])
        let right = MerkleHash.leaf([2])
        #expect(MerkleHash.leaf(left.bytes + right.bytes) != .node(left, right))
    }

    @Test("a thousand random trees agree with the definition: roots, inclusion and consistency")
    func naiveAgreement() throws {
        var numbers = SplitMix64(seed: 9162)
        for _ in 0..<1_000 {
            let size = Int.random(in: 1...40, using: &numbers)
            let leaves = (0..<size)
                .map { _ in
                    (0..<Int.random(in: 0...9, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
                }
            let naive = NaiveTree(entries: leaves)
            let tree = MerkleTree(leaves: leaves)
            #expect(tree.root.bytes == naive.root(0, size))

            let index = Int.random(in: 0..<size, using: &numbers)
            let proof = try #require(tree.inclusionProof(of: index))
            #expect(proof.path.map(\.bytes) == naive.path(index, 0, size))
            #expect(proof.proves(.leaf(leaves[index]), in: tree.root))

            let oldSize = Int.random(in: 1...size, using: &numbers)
            let oldRoot = try #require(tree.root(atSize: oldSize))
            #expect(oldRoot.bytes == naive.root(0, oldSize))
            let growth = try #require(tree.consistencyProof(from: oldSize))
            #expect(growth.path.map(\.bytes) == naive.subproof(oldSize, 0, size, true))
            #expect(growth.proves(oldRoot, beginning: tree.root))
        }
    }

    @Test("a single changed bit anywhere in a proof, leaf or root is found")
    func singleBits() throws {
        let tree = MerkleTree(leaves: (0..<13).map { [UInt8($0)] })
        let proof = try #require(tree.inclusionProof(of: 6))
        let leaf = MerkleHash.leaf([6])
        for bit in 0..<256 {
            #expect(!proof.proves(flipping(leaf, bit), in: tree.root))
            #expect(!proof.proves(leaf, in: flipping(tree.root, bit)))
            for place in proof.path.indices {
                var changed = proof
                changed.path[place] = flipping(proof.path[place], bit)
                #expect(!changed.proves(leaf, in: tree.root))
            }
        }
        let growth = try #require(tree.consistencyProof(from: 6))
        let old = try #require(tree.root(atSize: 6))
        for bit in 0..<256 {
            #expect(!growth.proves(flipping(old, bit), beginning: tree.root))
            #expect(!growth.proves(old, beginning: flipping(tree.root, bit)))
            for place in growth.path.indices {
                var changed = growth
                changed.path[place] = flipping(growth.path[place], bit)
                #expect(!changed.proves(old, beginning: tree.root))
            }
        }
    }

    @Test("a proof for one place, size or number of hashes proves no other")
    func misuse() throws {
        let tree = MerkleTree(leaves: (0..<11).map { [UInt8($0)] })
        let leaf = MerkleHash.leaf([4])
        let proof = try #require(tree.inclusionProof(of: 4))
        for index in -1...12 where index != 4 {
            #expect(!InclusionProof(index: index, size: 11, path: proof.path).proves(leaf, in: tree.root))
        }
        #expect(!InclusionProof(index: 4, size: 4, path: proof.path).proves(leaf, in: tree.root))
        #expect(!InclusionProof(index: 4, size: 11, path: proof.path + [leaf]).proves(leaf, in: tree.root))
        #expect(!InclusionProof(index: 4, size: 11, path: proof.path.dropLast()).proves(leaf, in: tree.root))
        #expect(!InclusionProof(index: .max, size: .max, path: []).proves(leaf, in: tree.root))
        let growth = try #require(tree.consistencyProof(from: 5))
        let old = try #require(tree.root(atSize: 5))
        for path in [[], growth.path.dropLast(), growth.path + [leaf]] {
            let changed = ConsistencyProof(oldSize: 5, newSize: 11, path: path)
            #expect(!changed.proves(old, beginning: tree.root))
        }
        #expect(!ConsistencyProof(oldSize: 6, newSize: 5, path: []).proves(old, beginning: old))
        #expect(!ConsistencyProof(oldSize: 0, newSize: 5, path: []).proves(leaf, beginning: old))
    }

    @Test("there is no proof of what the tree does not have")
    func absent() {
        let tree = MerkleTree(leaves: [[1], [2], [3]])
        #expect(tree.inclusionProof(of: 3) == nil)
        #expect(tree.inclusionProof(of: -1) == nil)
        #expect(tree.inclusionProof(of: 0, atSize: 4) == nil)
        #expect(tree.consistencyProof(from: 4) == nil)
        #expect(tree.root(atSize: 4) == nil)
        #expect(tree.consistencyProof(from: 0)?.proves(.emptyRoot, beginning: tree.root) == true)
    }

    @Test("the right edge alone gives the same roots, and can be taken up again from stored subtrees")
    func frontier() throws {
        var frontier = MerkleFrontier()
        var tree = MerkleTree()
        #expect(frontier.root == .emptyRoot)
        for number in 0..<300 {
            let leaf = MerkleHash.leaf([UInt8(number & 255)])
            frontier.append(leaf)
            tree.append(leaf)
            #expect(frontier.root == tree.root)
            #expect(frontier.peaks.count == (number + 1).nonzeroBitCount)
        }
        #expect(MerkleFrontier(size: 300, in: tree) == frontier)
        #expect(MerkleFrontier(size: 300, peaks: []) == nil)
    }

    private func flipping(_ hash: MerkleHash, _ bit: Int) -> MerkleHash {
        var bytes = hash.bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        return MerkleHash(bytes: bytes) ?? hash
    }
}
