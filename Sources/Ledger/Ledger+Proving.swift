import GRDB
package import TransparencyLog

extension Ledger {
    /// The name of a plan's ledger in checkpoints.
    package static func origin(planID: String) -> String { "nap-ledger/\(planID)" }

    /// The size and root of the ledger, or of what it was at a smaller size.
    ///
    /// - Throws: ``LedgerError/noEntry(number:count:)`` where it never had that size.
    package func checkpoint(atSize size: Int? = nil) throws(LedgerError) -> Checkpoint {
        try file.read { db in try checkpoint(size, db) }
    }

    /// A signed checkpoint, to be published and kept elsewhere.
    package func checkpoint(signedBy signer: NoteSigner) throws(LedgerError) -> SignedNote {
        try Self.sign(try checkpoint(), signer)
    }

    /// Makes a receipt for an entry.
    ///
    /// - Parameters:
    ///   - number: the entry's number.
    ///   - size: at which size of the ledger to prove it; the present one where left out. Receipts of one entry at one
    ///     size are equal.
    ///   - signer: the ledger's key.
    /// - Returns: the receipt.
    /// - Throws: ``LedgerError/noEntry(number:count:)`` where there is no such entry.
    package func receipt(
        for number: Int,
        atSize size: Int? = nil,
        signedBy signer: NoteSigner
    ) throws(LedgerError) -> Receipt {
        let unsigned: (checkpoint: Checkpoint, path: [MerkleHash], bytes: [UInt8])
        unsigned = try file.read { db in
            let checkpoint = try checkpoint(size, db)
            let tree = StoredTree(db: db)
            let proof = try InclusionProof(of: number - 1, inTreeOfSize: checkpoint.size, from: tree)
            let body = try Row.fetchOne(db, sql: "SELECT body FROM event WHERE number = ?", arguments: [number])
            guard let proof, let bytes = try body?.withUnsafeData(atIndex: 0, { $0.map { Array($0) } }) else {
                throw LedgerError.noEntry(number: number, count: checkpoint.size)
            }
            return (checkpoint, proof.path, bytes)
        }
        let note = try Self.sign(unsigned.checkpoint, signer)
        let proof = ProofFile(index: number - 1, path: unsigned.path, checkpoint: note)
        return Receipt(bytes: unsigned.bytes, proof: proof)
    }

    /// Makes a receipt for the last entry of what was appended, as it can be given at that size of the ledger.
    ///
    /// It is the same that ``receipt(for:atSize:signedBy:)`` makes, without reading.
    package func receipt(for appended: Appended, signedBy signer: NoteSigner) throws(LedgerError) -> Receipt {
        let number = appended.numbers.upperBound
        guard let last = appended.last else { return try receipt(for: number, atSize: number, signedBy: signer) }
        let checkpoint = Checkpoint(origin: Self.origin(planID: planID), size: number, root: appended.root)
        let proof = ProofFile(index: number - 1, path: last.path, checkpoint: try Self.sign(checkpoint, signer))
        return Receipt(bytes: last.bytes, proof: proof)
    }

    /// Those of some receipts whose entries are not in the ledger, or not at their places.
    package func missing(_ receipts: [Receipt]) throws(LedgerError) -> [Receipt] {
        try file.read { db in
            try receipts.filter { receipt in
                let number = receipt.proof.index + 1
                let row = try Row.fetchOne(db, sql: "SELECT body FROM event WHERE number = ?", arguments: [number])
                return try row?.withUnsafeData(atIndex: 0) { $0.map { Array($0) } } != receipt.bytes
            }
        }
    }

    /// The proof that an entry is in the ledger as it was at a size; nil where it was not.
    package func inclusionProof(of number: Int, atSize size: Int) throws(LedgerError) -> InclusionProof? {
        try file.read { db in
            guard size <= (try Self.count(db)) else { return nil }
            return try InclusionProof(of: number - 1, inTreeOfSize: size, from: StoredTree(db: db))
        }
    }

    /// The proof that the ledger at one size is the beginning of what it is at another; nil where it never had them.
    package func consistencyProof(from oldSize: Int, to newSize: Int) throws(LedgerError) -> ConsistencyProof? {
        try file.read { db in
            guard newSize <= (try Self.count(db)) else { return nil }
            return try ConsistencyProof(from: oldSize, to: newSize, in: StoredTree(db: db))
        }
    }

    /// Proves that the ledger at a checkpoint is the beginning of what it is now, or was at a later one.
    ///
    /// - Parameters:
    ///   - older: a checkpoint that was kept.
    ///   - newer: a later one that was kept; the present one where left out.
    ///   - signer: the ledger's key, which signed both.
    /// - Returns: the proof; nil where there is none, since the ledger is not what a checkpoint says.
    /// - Throws: ``LedgerError``.
    package func consistency(
        of older: (checkpoint: Checkpoint, note: SignedNote),
        with newer: (checkpoint: Checkpoint, note: SignedNote)?,
        signedBy signer: NoteSigner
    ) throws(LedgerError) -> ConsistencyFile? {
        var now = newer?.checkpoint
        if now == nil { now = try checkpoint() }
        guard let now, now.origin == older.checkpoint.origin, now.origin == Self.origin(planID: planID),
            let proof = try consistencyProof(from: older.checkpoint.size, to: now.size),
            proof.proves(older.checkpoint.root, beginning: now.root)
        else { return nil }
        var note = newer?.note
        if note == nil { note = try Self.sign(now, signer) }
        return note.map { ConsistencyFile(path: proof.path, older: older.note, newer: $0) }
    }

    private func checkpoint(_ size: Int?, _ db: Database) throws -> Checkpoint {
        let count = try Self.count(db)
        let size = size ?? count
        guard (0...count).contains(size) else { throw LedgerError.noEntry(number: size, count: count) }
        let root = try MerkleFrontier(size: size, in: StoredTree(db: db)).root
        return Checkpoint(origin: Self.origin(planID: planID), size: size, root: root)
    }

    private static func sign(_ checkpoint: Checkpoint, _ signer: NoteSigner) throws(LedgerError) -> SignedNote {
        guard let note = try? checkpoint.signed(by: signer) else { throw .unsignable(origin: checkpoint.origin) }
        return note
    }
}
