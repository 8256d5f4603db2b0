import Crypto
import Foundation

/// The public half of a key that signs notes (C2SP signed-note, Ed25519).
public struct NoteVerifier: Hashable, Sendable, CustomStringConvertible {
    /// The name of the key: not empty, without spaces and plus signs; usually where the log can be found, without scheme.
    public let name: String
    /// Tells keys of one name apart: the first four bytes of SHA-256 over name, line feed, algorithm and key.
    public let keyID: UInt32
    /// The 32 bytes of the Ed25519 public key.
    public let publicKey: [UInt8]

    /// Marks an Ed25519 key.
    private static let algorithm: UInt8 = 1

    /// A key by its name and 32 bytes; nil where either cannot be one.
    public init?(name: String, publicKey: [UInt8]) {
        guard Self.isName(name), (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else {
            return nil
        }
        self.name = name
        self.publicKey = publicKey
        keyID = Self.keyID(name: name, publicKey: publicKey)
    }

    /// A key written as `name+keyid+base64`; nil where the text is no such thing or its parts contradict each other.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8, let keyID = UInt32(parts[1], radix: 16),
            let key = Base64.decode(parts[2]), key.first == Self.algorithm
        else { return nil }
        self.init(name: String(parts[0]), publicKey: Array(key.dropFirst()))
        guard self.keyID == keyID else { return nil }
    }

    /// The key as `name+keyid+base64`.
    public var description: String {
        let digits = String(keyID, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return "\(name)+\(padded)+\(Base64.encode([Self.algorithm] + publicKey))"
    }

    /// Whether a signature of a text is this key's.
    func isValid(_ signature: [UInt8], of text: String) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: Array(text.utf8))
    }

    /// Whether a text can be the name of a key.
    static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0 != "+" && !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }

    private static func keyID(name: String, publicKey: [UInt8]) -> UInt32 {
        let digest = SHA256.hash(data: Array(name.utf8) + [UInt8(ascii: "\n"), algorithm] + publicKey)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// A key that signs notes (C2SP signed-note, Ed25519).
public struct NoteSigner: Sendable {
    /// The public half.
    public let verifier: NoteVerifier
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's random numbers; nil where the name cannot be a key's.
    public init?(name: String) {
        self.init(name: name, key: Curve25519.Signing.PrivateKey())
    }

    /// A key from its secret 32 bytes; nil where they, or the name, cannot be a key's.
    public init?(name: String, privateKey: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey) else { return nil }
        self.init(name: name, key: key)
    }

    private init?(name: String, key: Curve25519.Signing.PrivateKey) {
        guard let verifier = NoteVerifier(name: name, publicKey: Array(key.publicKey.rawRepresentation)) else {
            return nil
        }
        self.verifier = verifier
        self.key = key
    }

    /// The secret 32 bytes.
    public var privateKey: [UInt8] { Array(key.rawRepresentation) }

    /// Signs a text.
    ///
    /// - Throws: what the cryptographic library throws; not known to happen.
    func signature(of text: String) throws -> [UInt8] { Array(try key.signature(for: Array(text.utf8))) }
}
