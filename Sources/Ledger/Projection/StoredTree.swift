import Diagnostics
import GRDB
import TransparencyLog

/// The log's tree as the ledger stores it: leaves beside their events, and every fourth level above.
///
/// What lies between is computed: at most 15 hashes for each four levels.
struct StoredTree: SubtreeHashes {
    /// How many levels lie between two that are stored.
    static let stride = 4

    let db: Database
    /// The schema that holds the nodes.
    var schema = "main"

    /// Appends a leaf.
    ///
    /// - Returns: the nodes that are now whole and are to be stored.
    static func append(_ leaf: MerkleHash, to frontier: inout MerkleFrontier) -> [(Subtree, MerkleHash)] {
        var nodes: [(Subtree, MerkleHash)] = []
        frontier.append(leaf) { subtree, hash in
            if subtree.level > 0, subtree.level.isMultiple(of: stride) { nodes.append((subtree, hash)) }
        }
        return nodes
    }

    /// Writes the nodes anew from the leaves.
    static func store(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM tree_node")
        let insertion = try db.cachedStatement(sql: ProjectionSQL.main.insertNode)
        var frontier = MerkleFrontier()
        let rows = try Row.fetchCursor(db, sql: "SELECT leaf FROM event ORDER BY number")
        while let row = try rows.next() {
            let leaf = try row.withUnsafeData(atIndex: 0) { $0.flatMap { MerkleHash(bytes: $0) } }
            guard let leaf else { throw missing(level: 0) }
            for (subtree, hash) in append(leaf, to: &frontier) {
                try insertion.execute(arguments: [subtree.level, subtree.index, Projection.data(hash)])
            }
        }
    }

    func hash(of subtree: Subtree) throws(LedgerError) -> MerkleHash {
        let rest = subtree.level % Self.stride
        var hashes = try stored(level: subtree.level - rest, from: subtree.index << rest, count: 1 << rest)
        while hashes.count > 1 {
            hashes = Swift.stride(from: 0, to: hashes.count, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
        }
        return hashes[0]
    }

    private static func missing(level: Int) -> LedgerError {
        .damaged(path: "", detail: "hashes of the tree are missing at level \(level)")
    }

    private func stored(level: Int, from start: Int, count: Int) throws(LedgerError) -> [MerkleHash] {
        let sql =
            level == 0
            ? "SELECT leaf FROM main.event WHERE number BETWEEN ? AND ? ORDER BY number"
            : "SELECT hash FROM \(schema).tree_node WHERE level = \(level) AND place BETWEEN ? AND ? ORDER BY place"
        let first = level == 0 ? start + 1 : start
        do {
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: sql),
                arguments: [first, first + count - 1]
            )
            var hashes: [MerkleHash] = []
            while let row = try rows.next() {
                let hash = try row.withUnsafeData(atIndex: 0) { $0.flatMap { MerkleHash(bytes: $0) } }
                if let hash { hashes.append(hash) }
            }
            guard hashes.count == count else {
                throw Self.missing(level: level)
            }
            return hashes
        } catch {
            throw LedgerError(error, path: "")
        }
    }
}
