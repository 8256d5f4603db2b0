import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with N = 2^17, r = 8, p = 1 and 16 random bytes of salt, in the PHC string
/// format.
///
/// Computing one takes 128 MiB, so not more than two are computed at once (see ``PasswordGate``).
package struct PasswordHash: Sendable, Equatable {
    /// The PHC string: `$scrypt$ln=17,r=8,p=1$salt$hash`.
    package let text: String

    /// The costs that new passwords are kept with.
    package struct Cost: Sendable, Equatable {
        /// The binary logarithm of N.
        package var logarithm = 17
        package var blockSize = 8
        package var parallelism = 1

        package static let current = Cost()
    }

    /// The hash of a new password.
    ///
    /// - Throws: what the operating system says where there is not enough memory.
    package init(of password: String, cost: Cost = .current) throws {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let hash = try Self.derive(password, salt: salt, cost: cost)
        text = """
            $scrypt$ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)$\(Self.encode(salt))$\(Self.encode(hash))
            """
    }

    /// A hash that was kept.
    package init(kept text: String) {
        self.text = text
    }

    /// Whether a password is the one that was kept.
    package func accepts(_ password: String) throws -> Bool {
        guard let (cost, salt, hash) = parts else { return false }
        let found = try Self.derive(password, salt: salt, cost: cost)
        return SHA256.hash(data: found) == SHA256.hash(data: hash)
    }

    /// Whether it was made with other costs than new ones are, and is to be made anew when the password is next given.
    package var isOutdated: Bool { parts?.cost != .current }

    private var parts: (cost: Cost, salt: [UInt8], hash: [UInt8])? {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt",
            let salt = Self.decode(fields[3]), let hash = Self.decode(fields[4]), hash.count == 32
        else { return nil }
        var numbers: [Substring: Int] = [:]
        for pair in fields[2].split(separator: ",") {
            let halves = pair.split(separator: "=")
            guard halves.count == 2, let number = Int(halves[1]) else { return nil }
            numbers[halves[0]] = number
        }
        guard let logarithm = numbers["ln"], let blockSize = numbers["r"], let parallelism = numbers["p"],
            (10...20).contains(logarithm), (1...16).contains(blockSize), (1...4).contains(parallelism)
        else { return nil }
        return (Cost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism), salt, hash)
    }

    private static func derive(_ password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.precomposedStringWithCanonicalMapping.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << cost.logarithm,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        return key.withUnsafeBytes { Array($0) }
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        var text = Data(bytes).base64EncodedString()
        while text.utf8.last == UInt8(ascii: "=") { text.removeLast() }
        return text
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}
