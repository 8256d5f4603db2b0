/// Proves offline that a log only grew between two signed checkpoints: nothing that the older covers was changed or
/// removed (RFC 9162, section 2.1.4).
///
/// A text: a line that names the format, the hashes of the proof one a line, an empty line, the older checkpoint, an
/// empty line, the newer one.
public struct ConsistencyFile: Hashable, Sendable, CustomStringConvertible {
    /// The hashes from which both roots follow.
    public let path: [MerkleHash]
    /// The older checkpoint with its signatures.
    public let older: SignedNote
    /// The newer checkpoint with its signatures.
    public let newer: SignedNote

    /// The first line of such a file.
    public static let format = "nap-consistency/1"

    /// Twice the height of the tallest tree whose places fit a whole number.
    private static let longestPath = 128

    /// Why a proof does not hold.
    public enum Fault: Error, Hashable, Sendable {
        /// A checkpoint is not to be trusted.
        case checkpoint(SignedNote.Fault)
        /// The checkpoints are of two logs.
        case otherLog(String)
        /// The newer log is no continuation of the older.
        case notConsistent
    }

    /// Makes a proof.
    public init(path: [MerkleHash], older: SignedNote, newer: SignedNote) {
        self.path = path
        self.older = older
        self.newer = newer
    }

    /// Reads a proof; nil where the text is none.
    public init?(_ text: some StringProtocol) {
        let lines = Array(text.utf8)
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.first == Self.format, let end = lines.firstIndex(of: ""), end - 1 <= Self.longestPath,
            let signature = lines[end...].firstIndex(where: { $0.utf8.starts(with: Self.signatureStart) }),
            let gap = lines[signature...].firstIndex(of: ""),
            let older = SignedNote(lines[(end + 1)..<gap].map { $0 + "\n" }.joined()),
            let newer = SignedNote(lines[(gap + 1)...].joined(separator: "\n"))
        else { return nil }
        var path: [MerkleHash] = []
        for line in lines[1..<end] {
            guard let bytes = Base64.decode(line), let hash = MerkleHash(bytes: bytes) else { return nil }
            path.append(hash)
        }
        self.init(path: path, older: older, newer: newer)
    }

    private static let signatureStart = Array("— ".utf8)

    /// The proof as it is written.
    public var description: String {
        ([Self.format] + path.map { Base64.encode($0.bytes) }).map { $0 + "\n" }.joined()
            + "\n" + older.description + "\n" + newer.description
    }

    /// Checks the proof.
    ///
    /// - Parameter verifiers: the keys that are trusted.
    /// - Returns: both checkpoints.
    /// - Throws: ``Fault``.
    public func verify(with verifiers: [NoteVerifier]) throws(Fault) -> (older: Checkpoint, newer: Checkpoint) {
        let checkpoints: (older: Checkpoint, newer: Checkpoint)
        do {
            checkpoints = (
                try Checkpoint(older, verifiedBy: verifiers), try Checkpoint(newer, verifiedBy: verifiers)
            )
        } catch {
            throw .checkpoint(error)
        }
        let (older, newer) = checkpoints
        guard older.origin == newer.origin else { throw .otherLog(newer.origin) }
        let proof = ConsistencyProof(oldSize: older.size, newSize: newer.size, path: path)
        guard proof.proves(older.root, beginning: newer.root) else { throw .notConsistent }
        return checkpoints
    }
}
