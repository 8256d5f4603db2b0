/// Proves offline that an entry is in a log: its place, the path to the root and the signed checkpoint, as
/// C2SP tlog-proof writes them.
public struct ProofFile: Hashable, Sendable, CustomStringConvertible {
    /// The entry's place in the log, from 0.
    public var index: Int
    /// The hashes of the neighbours on the way from the leaf to the root.
    public var path: [MerkleHash]
    /// The checkpoint with its signatures.
    public var checkpoint: SignedNote

    /// Why a proof does not hold.
    public enum Fault: Error, Hashable, Sendable {
        /// The checkpoint is not to be trusted.
        case checkpoint(SignedNote.Fault)
        /// The entry is not what stands at that place in the log.
        case notIncluded
    }

    private static let format = "c2sp.org/tlog-proof@v1"

    /// Makes a proof.
    public init(index: Int, path: [MerkleHash], checkpoint: SignedNote) {
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
    }

    /// Reads a proof; nil where the text is none.
    public init?(_ text: some StringProtocol) {
        let feed = UInt8(ascii: "\n")
        let bytes = Array(text.utf8)
        guard let end = bytes.indices.dropLast().first(where: { bytes[$0] == feed && bytes[$0 + 1] == feed }),
            let note = SignedNote(String(decoding: bytes[(end + 2)...], as: UTF8.self))
        else { return nil }
        let lines = bytes[..<end].split(separator: feed, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 2, lines.count <= 66, lines[0] == Self.format, lines[1].utf8.starts(with: "index ".utf8),
            let index = Int(lines[1].dropFirst(6)), index >= 0, lines[1] == "index \(index)"
        else { return nil }
        var path: [MerkleHash] = []
        for line in lines.dropFirst(2) {
            guard let bytes = Base64.decode(line), let hash = MerkleHash(bytes: bytes) else { return nil }
            path.append(hash)
        }
        self.init(index: index, path: path, checkpoint: note)
    }

    /// The proof as it is written.
    public var description: String {
        ([Self.format, "index \(index)"] + path.map { Base64.encode($0.bytes) }).map { $0 + "\n" }.joined()
            + "\n" + checkpoint.description
    }

    /// Checks an entry against the proof.
    ///
    /// - Parameters:
    ///   - leaf: the hash of the entry as a leaf.
    ///   - verifiers: the keys that are trusted.
    /// - Returns: the checkpoint of the log in which the entry is.
    /// - Throws: ``Fault``.
    public func verify(_ leaf: MerkleHash, with verifiers: [NoteVerifier]) throws(Fault) -> Checkpoint {
        let checkpoint: Checkpoint
        do {
            checkpoint = try Checkpoint(self.checkpoint, verifiedBy: verifiers)
        } catch {
            throw .checkpoint(error)
        }
        let proof = InclusionProof(index: index, size: checkpoint.size, path: path)
        guard proof.proves(leaf, in: checkpoint.root) else { throw .notIncluded }
        return checkpoint
    }
}
