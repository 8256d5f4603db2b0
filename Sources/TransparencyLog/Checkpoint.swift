/// The size and root of a log at an instant, as C2SP tlog-checkpoint writes it into a signed note.
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log, one line, not empty.
    public var origin: String
    /// How many entries the log has.
    public var size: Int
    /// The root of the tree over them.
    public var root: MerkleHash
    /// Further lines, none of them empty.
    public var extensions: [String]

    /// Makes a checkpoint.
    public init(origin: String, size: Int, root: MerkleHash, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note; nil where it is no checkpoint.
    public init?(text: some StringProtocol) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 4, lines.last == "", !lines.dropLast().contains(""),
            let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let bytes = Base64.decode(lines[2]), let root = MerkleHash(bytes: bytes)
        else { return nil }
        self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...].dropLast()))
    }

    /// The text that is signed.
    public var text: String {
        ([origin, String(size), Base64.encode(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// Signs it; nil where its lines cannot be a note's.
    ///
    /// - Throws: what the cryptographic library throws; not known to happen.
    public func signed(by signer: NoteSigner) throws -> SignedNote? {
        guard Checkpoint(text: text) == self else { return nil }
        return try SignedNote(signing: text, by: signer)
    }

    /// The checkpoint in a note, if some keys signed it.
    ///
    /// - Throws: ``SignedNote/Fault`` where the note is not to be trusted or holds no checkpoint.
    public init(_ note: SignedNote, verifiedBy verifiers: [NoteVerifier]) throws(SignedNote.Fault) {
        try note.verified(by: verifiers)
        guard let checkpoint = Checkpoint(text: note.text) else { throw .malformed }
        self = checkpoint
    }
}
