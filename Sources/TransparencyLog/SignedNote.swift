/// A text with signatures under it, as C2SP signed-note has it.
///
/// Whoever reads one trusts only keys known beforehand: signatures by others are passed over, a wrong one by a known
/// key makes the whole note invalid.
public struct SignedNote: Hashable, Sendable, CustomStringConvertible {
    /// What is signed: lines, each ending in a line feed.
    public let text: String
    /// The signatures, in their order.
    public private(set) var signatures: [Signature]

    /// A signature under a note.
    public struct Signature: Hashable, Sendable {
        /// The name of the key.
        public let name: String
        /// Tells keys of one name apart.
        public let keyID: UInt32
        /// The bytes of the signature.
        public let bytes: [UInt8]
    }

    /// Why a note is not to be trusted.
    public enum Fault: Error, Hashable, Sendable {
        /// It is not written as a note.
        case malformed
        /// None of the keys signed it.
        case unsigned
        /// The signature by a known key, whose name is given, does not fit the text.
        case forged(String)
    }

    private static let separator = "\u{2014} "
    private static let largestNote = 1_000_000
    private static let mostSignatures = 100

    /// Signs a text; nil where the text cannot be a note's: it ends in a line feed and has no other control characters.
    ///
    /// - Throws: what the cryptographic library throws; not known to happen.
    public init?(signing text: String, by signers: NoteSigner...) throws {
        guard Self.isNoteText(text) else { return nil }
        self.text = text
        signatures = []
        for signer in signers { try sign(with: signer) }
    }

    /// Adds a signature.
    ///
    /// - Throws: what the cryptographic library throws; not known to happen.
    public mutating func sign(with signer: NoteSigner) throws {
        let bytes = try signer.signature(of: text)
        signatures.append(Signature(name: signer.verifier.name, keyID: signer.verifier.keyID, bytes: bytes))
    }

    /// Reads a note; whom to believe is not yet decided.
    public init?(_ note: some StringProtocol) {
        let bytes = Array(note.utf8)
        let feed = UInt8(ascii: "\n")
        guard bytes.count <= Self.largestNote, bytes.last == feed,
            let end = bytes.indices.dropLast().last(where: { bytes[$0] == feed && bytes[$0 + 1] == feed })
        else { return nil }
        let text = String(decoding: bytes[...end], as: UTF8.self)
        guard Self.isNoteText(text) else { return nil }
        let lines = bytes[(end + 2)...].dropLast().split(separator: feed, omittingEmptySubsequences: false)
        guard (1...Self.mostSignatures).contains(lines.count) else { return nil }
        var signatures: [Signature] = []
        for line in lines {
            guard let signature = Self.signature(String(decoding: line, as: UTF8.self)) else { return nil }
            signatures.append(signature)
        }
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is written.
    public var description: String {
        text + "\n"
            + signatures.map { signature in
                let keyID = (0..<4).map { UInt8(truncatingIfNeeded: signature.keyID >> (24 - 8 * UInt32($0))) }
                return "\(Self.separator)\(signature.name) \(Base64.encode(keyID + signature.bytes))\n"
            }
            .joined()
    }

    /// Checks the signatures by some keys.
    ///
    /// - Parameter verifiers: the keys that are trusted.
    /// - Returns: those of them that signed the note, at least one.
    /// - Throws: ``Fault`` where a known key's signature is wrong or no known key signed.
    @discardableResult
    public func verified(by verifiers: [NoteVerifier]) throws(Fault) -> [NoteVerifier] {
        var signers: [NoteVerifier] = []
        for signature in signatures {
            let known = verifiers.first { $0.name == signature.name && $0.keyID == signature.keyID }
            guard let known, !signers.contains(known) else { continue }
            guard known.isValid(signature.bytes, of: text) else { throw .forged(known.name) }
            signers.append(known)
        }
        if signers.isEmpty { throw .unsigned }
        return signers
    }

    private static func signature(_ line: String) -> Signature? {
        guard line.utf8.starts(with: separator.utf8) else { return nil }
        let fields = line.utf8.dropFirst(separator.utf8.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 2, NoteVerifier.isName(fields[0]), let bytes = Base64.decode(fields[1]), bytes.count > 4
        else { return nil }
        let keyID = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return Signature(name: fields[0], keyID: keyID, bytes: Array(bytes.dropFirst(4)))
    }

    private static func isNoteText(_ text: String) -> Bool {
        text.utf8.last == UInt8(ascii: "\n")
            && text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0 != "\u{FFFD}") }
    }
}
